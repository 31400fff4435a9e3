//! A change of language keeps the position, and is stored.

use super::browser::Browser;
use super::dist::{LANGUAGES, LONG, pages};
use super::engine::Setup;
use super::site::Site;

/// The section in view; the same in both languages.
const SECTION: &str = "technology-stack";

/// Follows a language link without scrolling to it, as a visitor does whose focus is on it or whose
/// masthead stays in view.
fn follow(lang: &str) -> String {
    format!(
        "window.link = document.querySelector('.languages a[hreflang={lang}]');
         link.focus({{ preventScroll: true }});
         link.click();"
    )
}

async fn the_place_stays(browser: &Browser, from: &str, to: &str) {
    browser.open(&format!("/{from}/{LONG}/")).await;
    // Sections that are laid out later would move the one that is scrolled to.
    browser.wait("'whole' in document.documentElement.dataset").await;
    let top = format!("document.getElementById('{SECTION}').getBoundingClientRect().top");
    browser.run(&format!("scrollBy(0, {top} - 90)")).await;
    let before: f64 = browser.get(&top).await;
    browser.run(&follow(to)).await;

    browser.see("location.pathname", format!("/{to}/{LONG}/")).await;
    browser.see("document.documentElement.lang", to.to_owned()).await;
    browser.see("document.activeElement.hreflang", to.to_owned()).await;
    browser.wait(&format!("Math.abs({top} - {before}) < 3")).await;
    let is_current = "document.activeElement.getAttribute('aria-current')";
    browser.see(is_current, Some("true".to_owned())).await;
    browser.is_silent("another language").await;
}

#[tokio::test]
async fn scroll_position_and_focus_are_kept() {
    let site = Site::start().await;
    let browser = Browser::start(&site, Setup::default()).await;
    the_place_stays(&browser, "en", "es").await;
    the_place_stays(&browser, "es", "en").await;
    browser.resize(500, 800).await;
    the_place_stays(&browser, "en", "es").await;
    the_place_stays(&browser, "es", "en").await;
}

#[tokio::test]
async fn back_returns_to_the_previous_language() {
    let site = Site::start().await;
    let browser = Browser::start(&site, Setup::default()).await;
    browser.open("/en/").await;
    browser.click(".languages a[hreflang=es]").await;
    browser.see("document.documentElement.lang", "es".to_owned()).await;
    browser.back().await;
    browser.see("document.documentElement.lang", "en".to_owned()).await;
    browser.see("location.pathname", "/en/".to_owned()).await;
}

#[tokio::test]
async fn the_root_redirects_to_the_last_chosen_language() {
    let site = Site::start().await;
    let browser = Browser::start(&site, Setup::default()).await;
    for (from, to) in [("en", "es"), ("es", "en")] {
        browser.open(&format!("/{from}/")).await;
        browser.click(&format!(".languages a[hreflang={to}]")).await;
        browser.see("document.cookie", format!("nf_lang={to}")).await;
        browser.load("/").await;
        browser.see("location.pathname", format!("/{to}/")).await;
    }
}

#[tokio::test]
async fn every_page_links_to_every_language() {
    let site = Site::start().await;
    let browser = Browser::start(&site, Setup::default()).await;
    for page in pages() {
        browser.open(&page).await;
        for lang in LANGUAGES {
            browser.click(&format!(".languages a[hreflang={lang}]")).await;
            browser.see("document.documentElement.lang", lang.to_owned()).await;
            browser.see("location.pathname", format!("/{lang}/{}", &page["/en/".len()..])).await;
        }
    }
    browser.is_silent("changing languages").await;
}
