//! The search in a profile: typed, restored from the URL, and cleared.

use super::browser::{Browser, opened};
use super::dist::{LANGUAGES, LONG, PROFILES, word};
use super::engine::Setup;
use super::reading::{count, shown, total};
use super::site::{Module, Site};
use super::webdriver::Key;

/// The texts that are marked, without duplicates.
const MARKED: &str =
    "[...new Set([...document.querySelectorAll('mark')].map(mark => mark.textContent))].sort()";

async fn search(browser: &Browser, text: &str) {
    browser.press('/').await;
    browser.see("document.activeElement.id", "search".to_owned()).await;
    browser.write("#search", text).await;
}

#[tokio::test]
async fn a_search_shows_only_matching_items() {
    for (lang, text) in [("en", "kubernetes"), ("es", "kubernetes")] {
        let (_site, browser) = opened(&format!("/{lang}/{LONG}/")).await;
        let total = total(&browser).await;
        search(&browser, text).await;
        browser.wait("document.querySelector('mark')").await;
        let left = shown(&browser).await;
        assert!(!left.is_empty() && left.len() < total, "{left:?} of {total}");
        let wrong: Vec<String> = browser
            .get(
                "[...document.querySelectorAll('.sections .section')]
                 .filter(section => section.checkVisibility())
                 .filter(section => !/kubernetes/i.test(section.textContent))
                 .map(section => section.id)",
            )
            .await;
        assert!(wrong.is_empty(), "{wrong:?}");
        browser.see(MARKED, vec!["Kubernetes".to_owned()]).await;
        browser.see("location.search", "?q=kubernetes".to_owned()).await;
        let status = word(lang, "found")
            .replace("{count}", &left.len().to_string())
            .replace("{total}", &total.to_string());
        browser.see("document.querySelector('.answer-status').innerText", status.clone()).await;
        browser.see("document.querySelector('.announcement').innerText", status).await;
        // Each heading has its share, and the contents give way to the answer.
        browser.wait("document.querySelector('.heading[data-count]')").await;
        assert_eq!(count(&browser, ".contents > ol > li > a").await, 0);

        browser.press(Key::Escape).await;
        browser.see("document.querySelectorAll('mark').length", 0).await;
        assert_eq!(shown(&browser).await.len(), total);
        browser.see("location.search", String::new()).await;
        browser.see("document.querySelector('#search').value", String::new()).await;
        browser.is_silent("the search").await;
    }
}

#[tokio::test]
async fn case_and_diacritics_are_ignored() {
    let (_site, browser) = opened(&format!("/es/{}/", PROFILES[0])).await;
    browser.press('/').await;
    for typed in ["PRODUCCION", "producción", "Produccio\u{301}n"] {
        browser.write("#search", typed).await;
        browser.wait("document.querySelector('mark')").await;
        let marked: Vec<String> = browser.get(MARKED).await;
        assert!(marked.iter().all(|word| word.to_lowercase() == "producción"), "{marked:?}");
        browser.press(Key::Escape).await;
        browser.see("document.querySelectorAll('mark').length", 0).await;
    }
}

#[tokio::test]
async fn all_words_have_to_match() {
    let (_site, browser) = opened(&format!("/en/{LONG}/")).await;
    search(&browser, "docker").await;
    browser.wait("document.querySelector('mark')").await;
    let one = shown(&browser).await;
    browser.write("#search", " aws").await;
    browser.see("location.search", "?q=docker%20aws".to_owned()).await;
    let both = shown(&browser).await;
    assert!(!both.is_empty() && both.len() < one.len(), "{both:?} of {one:?}");
    assert!(both.iter().all(|item| one.contains(item)));
    // A title counts for everything below it.
    browser.open(&format!("/en/{LONG}/?q=certifications")).await;
    browser.wait("document.documentElement.dataset.reading == 'found'").await;
    assert!(shown(&browser).await.len() >= 2);
}

#[tokio::test]
async fn text_nodes_are_restored_after_a_search() {
    let (_site, browser) = opened(&format!("/en/{LONG}/")).await;
    browser.wait("'whole' in document.documentElement.dataset").await;
    let html = "document.querySelector('.sections').innerHTML";
    let before: String = browser.get(html).await;
    search(&browser, "e").await;
    browser.wait("document.querySelector('mark')").await;
    browser.press(Key::Escape).await;
    browser.see("document.querySelectorAll('mark').length", 0).await;
    assert_eq!(browser.get::<String>(html).await, before);
    // And separated where a text is not: no word may be torn from its neighbours.
    let texts: usize = browser
        .get(
            "(() => { const walk = document.createTreeWalker(document.querySelector('.sections'), 4);
              let torn = 0;
              while (walk.nextNode()) torn += walk.currentNode.nextSibling?.nodeType == 3;
              return torn; })()",
        )
        .await;
    assert_eq!(texts, 0);
}

#[tokio::test]
async fn an_empty_result_is_explained() {
    for lang in LANGUAGES {
        let (_site, browser) = opened(&format!("/{lang}/{LONG}/")).await;
        search(&browser, "qqqqq").await;
        let status = word(lang, "nothingFound");
        browser.see("document.querySelector('.answer-status').innerText", status.clone()).await;
        browser.see("document.querySelector('.announcement').innerText", status).await;
        assert_eq!(shown(&browser).await, Vec::<usize>::new());
        browser.click(".whole.if-found").await;
        browser.see("location.search", String::new()).await;
        assert_eq!(shown(&browser).await.len(), total(&browser).await);
        browser.is_silent("an empty result").await;
    }
}

#[tokio::test]
async fn any_input_is_harmless() {
    let (_site, browser) = opened(&format!("/en/{LONG}/")).await;
    let long = "kafka ".repeat(2_000);
    let letters = "x".repeat(10_000);
    let inputs = [
        r".*+?^${}()|[]\/",
        "<script>alert(1)</script>",
        "\u{202e}akfak\u{202c}\u{200f}",
        "👩‍💻🚀 kafka",
        "ﬁ ß ı İ ﬀ",
        "%00%ff&q=2#x",
        long.as_str(),
        letters.as_str(),
    ];
    for input in inputs {
        browser
            .run_with(
                "const field = document.querySelector('#search');
                 field.value = arguments[0];
                 field.dispatchEvent(new InputEvent('input', { bubbles: true }));",
                serde_json::json!([input]),
            )
            .await;
        browser.wait("'reading' in document.documentElement.dataset").await;
        browser.wait("!document.querySelector('.answer').hidden").await;
        let text: String = browser.get("document.querySelector('.answer-status').innerText").await;
        assert!(!text.is_empty());
        browser.is_silent(input.get(..40).unwrap_or(input)).await;
    }
    browser.press(Key::Escape).await;
    assert_eq!(shown(&browser).await.len(), total(&browser).await);
    // The same from the URL.
    for query in ["?q=%F0%9F%98%80%", "?q=%3Cb%3E", "?skill=%00,,%2C&focus=", "?q=&skill=&q=2"] {
        browser.open(&format!("/en/{LONG}/{query}")).await;
        browser.wait("document.querySelector('h1')").await;
        browser.is_silent(query).await;
    }
}

#[tokio::test]
async fn a_url_restores_a_search() {
    let site = Site::start().await;
    let browser = Browser::start(&site, Setup::default()).await;
    for lang in LANGUAGES {
        browser.open(&format!("/{lang}/{LONG}/")).await;
        browser.write("#search", "postgres redis").await;
        browser.see("location.search", "?q=postgres%20redis".to_owned()).await;
        let typed = shown(&browser).await;
        assert!(!typed.is_empty());
        browser.open(&format!("/{lang}/{LONG}/?q=postgres%20redis")).await;
        browser.wait("document.querySelector('mark')").await;
        assert_eq!(shown(&browser).await, typed);
        browser.see("document.querySelector('#search').value", "postgres redis".to_owned()).await;
    }
    // If the application cannot start, the profile is complete. This browser has it in its cache.
    site.module(Module::Missing);
    let browser = Browser::start(&site, Setup::default()).await;
    browser.load(&format!("/en/{LONG}/?q=postgres&skill=kafka&focus=kafka")).await;
    browser.wait("document.querySelector('.term')?.checkVisibility()").await;
    assert_eq!(shown(&browser).await.len(), total(&browser).await);
}

#[tokio::test]
async fn a_search_is_kept_in_another_language() {
    let (_site, browser) = opened(&format!("/en/{LONG}/?q=postgres")).await;
    browser.wait("document.querySelector('mark')").await;
    browser.click(".languages a[hreflang=es]").await;
    browser.follows(&format!("/es/{LONG}/")).await;
    browser.see("location.search", "?q=postgres".to_owned()).await;
    browser.wait("document.querySelector('mark')").await;
    assert!(shown(&browser).await.len() < total(&browser).await);
    browser.back().await;
    browser.follows(&format!("/en/{LONG}/")).await;
    browser.wait("document.querySelector('mark')").await;
    browser.is_silent("another language").await;
}

#[tokio::test]
async fn folded_sections_open_for_matches_and_links() {
    let (_site, browser) = opened(&format!("/en/{LONG}/")).await;
    let folded = "document.querySelectorAll('.fold:not([open])').length";
    let folds: usize = count(&browser, ".fold").await;
    assert!(folds > 2, "a long profile has sections to fold");
    browser.run("document.querySelector('.fold > summary').focus()").await;
    browser.press(Key::Enter).await;
    browser.see(folded, 1).await;
    browser.run("document.querySelectorAll('.fold').forEach(fold => fold.open = false)").await;
    search(&browser, "kubernetes").await;
    browser.wait("document.querySelector('mark')").await;
    let hidden: Vec<String> = browser
        .get(
            "[...document.querySelectorAll('.section:not([data-empty]) > .fold:not([open])')]
             .map(fold => fold.parentElement.id)",
        )
        .await;
    assert!(hidden.is_empty(), "{hidden:?}");
    browser.press(Key::Escape).await;
    browser.run("document.querySelectorAll('.fold').forEach(fold => fold.open = false)").await;
    browser.run("location.hash = 'core-specialties'").await;
    browser.wait("document.querySelector('#core-specialties').checkVisibility()").await;
    browser.see(folded, folds - 1).await;
}
