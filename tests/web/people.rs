//! The search and the facets of a directory, and their URL.

use super::accessibility::{assert_accessible, axe};
use super::browser::{Browser, opened};
use super::crowd;
use super::engine::Setup;
use super::site::{Site, publish};
use super::webdriver::Key;
use serde_json::json;
use tempfile::TempDir;

/// The names of the people who are shown.
const NAMES: &str =
    "[...document.querySelectorAll('.found-people .person-name')].map(e => e.innerText)";

const COUNT: &str = "document.querySelector('.people-count').innerText";

/// A site of 130 people on three pages, and a browser that has opened a page of it.
pub(crate) async fn crowd_at(page: &str) -> (TempDir, Site, Browser) {
    let folder = TempDir::new().unwrap();
    let content = folder.path().join("content");
    crowd::write(&content, 130);
    publish(&content, &folder.path().join("dist"));
    let site = Site::of(&folder.path().join("dist")).await;
    let browser = Browser::start(&site, Setup::default()).await;
    browser.open(page).await;
    browser.mark().await;
    (folder, site, browser)
}

async fn types(browser: &Browser, text: &str) {
    let script = "const field = document.querySelector('#search');
        field.value = arguments[0];
        field.dispatchEvent(new Event('input', { bubbles: true }))";
    browser.run_with(script, json!([text])).await;
}

#[tokio::test]
async fn typing_filters_people_and_updates_the_url() {
    for (lang, found) in [("en", "of 130 people"), ("es", "de 130 personas")] {
        let (_folder, _site, browser) = crowd_at(&format!("/{lang}/")).await;
        let entries: usize = browser.get("history.length").await;
        types(&browser, "GARCÍA").await;
        browser.wait(&format!("{COUNT}.includes('{found}')")).await;
        let names: Vec<String> = browser.get(NAMES).await;
        assert!(!names.is_empty() && names.iter().all(|name| name.contains("Garc")), "{names:?}");
        browser.wait("!document.querySelector('.everybody').checkVisibility()").await;
        browser.see("new URLSearchParams(location.search).get('q')", "GARCÍA".to_owned()).await;
        browser.see("history.length", entries).await;
        browser
            .wait(&format!("document.querySelector('.announcement').innerText == {COUNT}"))
            .await;

        // The URL restores what is shown, here and in the other language.
        browser.reload().await;
        browser.ready().await;
        browser.see(NAMES, names.clone()).await;
        browser.see("document.querySelector('#search').value", "GARCÍA".to_owned()).await;
        browser.click(".languages a:not([aria-current])").await;
        browser.see(NAMES, names).await;
        browser.is_silent("a search").await;
    }
}

#[tokio::test]
async fn facet_counts_are_correct() {
    let (_folder, _site, browser) = crowd_at("/en/").await;
    let mut address = String::new();
    for facet in ["skill", "lang", "skill"] {
        let chip = format!(".facets .chip[name={facet}][aria-pressed=false]:enabled");
        browser
            .run(&format!("document.querySelector('{chip}').closest('details').open = true"))
            .await;
        let count: String =
            browser.get(&format!("document.querySelector('{chip} .count').innerText")).await;
        browser.click(&chip).await;
        browser.see(COUNT, format!("{count} of 130 people")).await;
        browser
            .see("document.querySelectorAll('.found-people .person').length", {
                count.parse::<usize>().unwrap().min(20)
            })
            .await;
        address = browser.get("location.search").await;
        // The counts of the next choices follow after the people are shown.
        browser.wait("!document.querySelector('.facets[aria-busy]')").await;
    }
    assert!(address.contains("skill=") && address.contains(',') && address.contains("lang="));
    browser.see("document.querySelectorAll('.people-status .chip').length", 3).await;
    browser.back().await;
    browser.see("document.querySelectorAll('.people-status .chip').length", 2).await;
    browser.forward().await;
    browser.see("document.querySelectorAll('.people-status .chip').length", 3).await;
    browser.click(".people-status .chip").await;
    browser.see("document.querySelectorAll('.people-status .chip').length", 2).await;
    browser.see("document.activeElement.className", "people-count".to_owned()).await;
    browser.is_silent("choosing").await;
}

#[tokio::test]
async fn keys_start_and_end_a_search() {
    let (_folder, _site, browser) = crowd_at("/en/page/2/").await;
    browser.wait("document.querySelector('#search').type == 'search'").await;
    browser.press('/').await;
    browser.see("document.activeElement.id", "search".to_owned()).await;
    browser.press('m').await;
    browser.wait("document.querySelector('.found-people .person')").await;
    browser.press(Key::Escape).await;
    browser.wait("document.querySelector('.everybody').checkVisibility()").await;
    browser.see("location.search", String::new()).await;
    browser.see("document.querySelector('#search').value", String::new()).await;
    browser.see("document.activeElement.id", "search".to_owned()).await;
}

#[tokio::test]
async fn more_people_are_shown_on_request() {
    let (_folder, _site, browser) = crowd_at("/es/?q=e").await;
    browser.see("document.querySelectorAll('.found-people .person').length", 20).await;
    browser.click(".more-people").await;
    browser.see("document.querySelectorAll('.found-people .person').length", 40).await;
    browser.click(".found-people .person:last-child a").await;
    browser.wait("document.querySelector('article.profile')").await;
    browser.back().await;
    browser.wait("document.querySelector('.found-people .person')").await;
    browser.see("document.querySelector('#search').value", "e".to_owned()).await;
}

#[tokio::test]
async fn unknown_values_are_harmless() {
    let (_folder, _site, browser) = crowd_at("/en/?skill=nonsense,git&lang=%22%5D%3Cb%3E").await;
    browser.wait("document.querySelector('.found-people .person')").await;
    let note: String =
        browser.get("document.querySelector('.people-status .unknown').innerText").await;
    assert!(
        note.contains("nonsense") && note.contains("\"]<b>") && !note.contains("git"),
        "{note}"
    );
    for text in ["(.*)[a-z]+\\", "🚀🚀", "\u{200f}\u{202e}x", "'\"<script>alert(1)</script>"] {
        types(&browser, text).await;
        browser.wait(&format!("{COUNT} != ''")).await;
    }
    types(&browser, &"a long word ".repeat(1000)).await;
    browser.wait(&format!("{COUNT}.includes('No one')")).await;
    browser.click(".people-status .action").await;
    browser.wait("document.querySelector('.everybody').checkVisibility()").await;
    browser.see("location.search", String::new()).await;
    browser.load("/en/?skill=nonsense").await;
    browser.ready().await;
    browser.see("document.querySelectorAll('.found-people .person').length", 20).await;
    browser.is_silent("garbage").await;
}

#[tokio::test]
async fn the_browser_folds_every_script_as_the_build_does() {
    let (_folder, _site, browser) = crowd_at("/en/").await;
    let names: Vec<String> = browser
        .get("[...document.querySelectorAll('.everybody .person-name')].map(e => e.innerText)")
        .await;
    for name in names {
        types(&browser, &name.to_uppercase()).await;
        browser.wait(&format!("({NAMES}).includes({})", json!(name))).await;
    }
}

#[tokio::test]
async fn results_and_empty_results_are_accessible() {
    for page in ["/en/?q=ma&skill=git", "/es/?q=qqqq&skill=git"] {
        let (_folder, _site, browser) = crowd_at(page).await;
        browser.wait(&format!("{COUNT} != ''")).await;
        browser.run("document.querySelector('.facet').open = true").await;
        assert_accessible(&browser, &axe(), page).await;
    }
}

#[tokio::test]
async fn the_shipped_directory_can_be_searched() {
    let (_site, browser) = opened("/en/").await;
    types(&browser, "marcus").await;
    browser.see(NAMES, vec!["Marcus Rodriguez".to_owned()]).await;
    browser.see(COUNT, "1 of 2 people".to_owned()).await;
    browser.is_silent("the shipped directory").await;
}
