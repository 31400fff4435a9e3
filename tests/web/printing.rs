//! A printed profile is a CV: few pages, complete, and in reading order.

use super::browser::Browser;
use super::dist::{LANGUAGES, LONG, PROFILES};
use super::engine::Setup;
use super::site::Site;
use lopdf::Document;

/// Paper sizes in centimetres.
const PAPERS: [(&str, f64, f64); 2] = [("A4", 21.0, 29.7), ("Letter", 21.59, 27.94)];

/// Everything in the sections that is read on its own, in the order of the page.
const LINES: &str = "[...document.querySelectorAll('h1, .headline, .section :is(h2, h3, h4, dt, dd, \
                     .figure-value, .metric-title, .step-title, .role-title, .lines > li), \
                     .section > .prose')].map(line => line.textContent)";

/// The text of each page.
fn pages(pdf: &[u8]) -> Vec<String> {
    let document = Document::load_mem(pdf).expect("this is a PDF");
    let numbers: Vec<u32> = document.get_pages().into_keys().collect();
    let text = |number: &u32| document.extract_text(&[*number]).expect("the page has text");
    numbers.iter().map(text).collect()
}

/// A text without what a PDF does not contain: spaces, and hyphens at the ends of lines.
fn bare(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric() || "%+&".contains(*c)).collect()
}

/// The lines that are missing on paper, or out of order.
fn lost<'a>(lines: &'a [String], pages: &[String]) -> Vec<&'a String> {
    let whole: String = pages.iter().map(|page| bare(page)).collect();
    let mut rest = whole.as_str();
    let mut lost = Vec::new();
    for line in lines {
        let text = bare(line);
        match rest.find(&text) {
            // A page number may be in between, but never much more.
            Some(at) => rest = &rest[at + text.len()..],
            None => lost.push(line),
        }
    }
    lost
}

#[tokio::test]
async fn a_profile_is_a_cv_of_few_pages_in_the_order_of_reading() {
    let site = Site::start().await;
    let browser = Browser::start(&site, Setup::default()).await;
    for (slug, most) in PROFILES.into_iter().zip([2, 3]) {
        for lang in LANGUAGES {
            browser.open(&format!("/{lang}/{slug}/")).await;
            let lines: Vec<String> = browser.get(LINES).await;
            assert!(lines.len() > 20, "{lines:?}");
            for (paper, width, height) in PAPERS {
                let what = format!("{slug} in {lang} on {paper}");
                let pages = pages(&browser.print(width, height).await);
                assert!((1..=most).contains(&pages.len()), "{what} has {} pages", pages.len());
                for (index, page) in pages.iter().enumerate() {
                    let number = format!("{}/{}", index + 1, pages.len());
                    let is_numbered = page.replace(char::is_whitespace, "").contains(&number);
                    assert!(is_numbered, "{what} lacks {number}: {page}");
                    assert!(page.len() > 200, "{what} has an empty page: {page}");
                }
                assert_eq!(lost(&lines, &pages), Vec::<&String>::new(), "{what}");
            }
        }
    }
}

#[tokio::test]
async fn folded_sections_are_printed() {
    let site = Site::start().await;
    let browser = Browser::start(&site, Setup::default()).await;
    browser.open(&format!("/en/{LONG}/")).await;
    let lines: Vec<String> = browser.get(LINES).await;
    browser.run("for (const fold of document.querySelectorAll('details')) fold.open = false").await;
    let closed: usize =
        browser.get("document.querySelectorAll('details:not([open])').length").await;
    assert!(closed > 2, "{closed} sections can be folded");
    let pages = pages(&browser.print(PAPERS[0].1, PAPERS[0].2).await);
    assert_eq!(lost(&lines, &pages), Vec::<&String>::new());
}

#[tokio::test]
async fn the_interface_is_not_printed() {
    let site = Site::start().await;
    let browser = Browser::start(&site, Setup::default()).await;
    for lang in LANGUAGES {
        browser.open(&format!("/{lang}/{LONG}/")).await;
        let texts: Vec<String> = browser
            .get(
                "[...document.querySelectorAll('.skip, .footer, .finder label, .finder button')]
                 .map(part => part.textContent.trim()).filter(text => text.length > 5)",
            )
            .await;
        assert!(texts.len() > 1, "{texts:?}");
        let whole: String = pages(&browser.print(PAPERS[0].1, PAPERS[0].2).await)
            .iter()
            .map(|page| bare(page))
            .collect();
        let printed: Vec<_> = texts.iter().filter(|text| whole.contains(&bare(text))).collect();
        assert_eq!(printed, Vec::<&String>::new(), "{lang}");
    }
}

#[tokio::test]
async fn a_tailored_page_is_a_shorter_cv() {
    let site = Site::start().await;
    let browser = Browser::start(&site, Setup::default()).await;
    for lang in LANGUAGES {
        browser.open(&format!("/{lang}/{LONG}/?focus=kafka,postgresql")).await;
        browser.wait("document.documentElement.dataset.reading == 'tailored'").await;
        let note: String = browser.get("document.querySelector('.tailored').textContent").await;
        let shown =
            "[...document.querySelectorAll('.term')].filter(term => !('rest' in term.dataset))
             .map(term => term.querySelector('dt').textContent)";
        let shown: Vec<String> = browser.get(shown).await;
        assert!(!shown.is_empty());
        for (paper, width, height) in PAPERS {
            let pages = pages(&browser.print(width, height).await);
            assert!(pages.len() <= 2, "{} pages on {paper}", pages.len());
            let lines: Vec<String> = [note.clone()].into_iter().chain(shown.clone()).collect();
            assert_eq!(lost(&lines, &pages), Vec::<&String>::new(), "{lang} on {paper}");
            let whole: String = pages.iter().map(|page| bare(page)).collect();
            assert!(whole.contains("ExNetflix"), "a CV tells where somebody was");
            assert!(!whole.contains("Postman"), "the rest is left out");
        }
    }
}
