//! The application starts when nothing else is to be done, or on the visitor's first tap or key, and
//! what is tapped before is not lost.

use super::browser::Browser;
use super::dist::{LANGUAGES, LONG, PROFILES};
use super::engine::Setup;
use super::site::{Data, Fonts, Site};
use super::webdriver::Key;

/// Taps the link of a skill.
const TAP: &str = "document.querySelector('.sections .skill-link').click()";

/// Whether the page shows what a skill proves.
const IS_FOUND: &str = "location.search.startsWith('?skill=')
    && document.documentElement.dataset.reading == 'found'";

/// The sections that the browser may skip in its layout.
pub(crate) const SKIPPED: &str = "[...document.querySelectorAll('.sections > *')]
    .filter(section => getComputedStyle(section).contentVisibility == 'auto').length";

/// What has moved within sight.
const MOVED: &str = "new Promise(done => {
    const place = ({ x, y, width, height }) => `${x} ${y} ${width} ${height}`;
    const tell = ({ node, previousRect, currentRect }) =>
        `${node?.localName}.${node?.className}: ${place(previousRect)} > ${place(currentRect)}`;
    const observer = new PerformanceObserver(list =>
        done(list.getEntries().flatMap(entry => entry.sources).map(tell)));
    observer.observe({ type: 'layout-shift', buffered: true });
    setTimeout(() => done([]), 300);
})";

/// What has moved on a page that has started, once all of it is laid out.
pub(crate) async fn moved(browser: &Browser) -> Vec<String> {
    let is_measured = "PerformanceObserver.supportedEntryTypes.includes('layout-shift')";
    assert!(browser.get::<bool>(is_measured).await, "only Chromium measures what moves");
    browser.see(SKIPPED, 0).await;
    browser.get(MOVED).await
}

/// Opens the long profile, whose application waits for its data.
async fn waiting(lang: &str) -> (Site, Browser) {
    let site = Site::start().await;
    let browser = Browser::start(&site, Setup::default()).await;
    site.data(Data::Delayed);
    browser.load(&format!("/{lang}/{LONG}/")).await;
    // Until all is laid out, what is to be clicked may still move.
    browser.see(SKIPPED, 0).await;
    browser.mark().await;
    (site, browser)
}

/// Opens the long profile in a browser that is never idle.
async fn busy() -> (Site, Browser) {
    let site = Site::start().await;
    let browser = Browser::start(&site, Setup::default()).await;
    browser.before("window.requestIdleCallback = () => 0").await;
    browser.load(&format!("/en/{LONG}/")).await;
    (site, browser)
}

#[tokio::test]
async fn a_tap_before_the_application_is_answered_by_it() {
    for lang in LANGUAGES {
        let (site, browser) = waiting(lang).await;
        browser.run(TAP).await;
        browser.see("document.querySelectorAll('.skill-link[aria-busy=true]').length", 1).await;
        browser.see("location.search", String::new()).await;
        site.data(Data::Served);
        browser.wait(IS_FOUND).await;
        browser.see("document.querySelectorAll('[aria-busy]').length", 0).await;
        browser.wait("window.marker").await;
        browser.is_silent("an early tap").await;
    }
}

#[tokio::test]
async fn early_taps_on_two_skills_choose_both() {
    let (site, browser) = waiting("en").await;
    browser
        .run(
            "const links = [...document.querySelectorAll('.sections .skill-link')];
             links[0].click();
             links.find(link => link.search != links[0].search).click();",
        )
        .await;
    site.data(Data::Served);
    browser.wait("location.search.includes('%2C') || location.search.includes(',')").await;
    browser.wait(IS_FOUND).await;
}

#[tokio::test]
async fn an_early_tap_is_the_browsers_if_the_application_does_not_come() {
    let (site, browser) = waiting("en").await;
    browser.run(TAP).await;
    browser.see("document.querySelectorAll('.skill-link[aria-busy=true]').length", 1).await;
    site.data(Data::Missing);
    browser.wait("location.search.startsWith('?skill=') && !window.marker").await;
}

#[tokio::test]
async fn a_second_early_tap_is_the_browsers() {
    let (_site, browser) = waiting("en").await;
    browser.run(TAP).await;
    browser.see("location.search", String::new()).await;
    browser.run(TAP).await;
    browser.wait("location.search.startsWith('?skill=') && !window.marker").await;
}

#[tokio::test]
async fn an_early_click_with_control_is_the_browsers() {
    let (_site, browser) = waiting("en").await;
    browser.control_click(".sections .skill-link").await;
    browser.has_windows(2).await;
    browser.see("document.querySelectorAll('[aria-busy]').length", 0).await;
}

#[tokio::test]
async fn the_first_key_starts_the_application() {
    let (site, browser) = busy().await;
    browser.run("return new Promise(done => setTimeout(done, 500))").await;
    let module = "document.querySelector('script[data-module]').dataset.module";
    let module: String = browser.get(module).await;
    assert_eq!(site.requests(&module), 0, "the application did not wait");
    browser.press(Key::Tab).await;
    browser.ready().await;
}

#[tokio::test]
async fn the_first_tap_starts_the_application_and_is_answered() {
    let (_site, browser) = busy().await;
    browser.click(".sections .skill-link").await;
    browser.wait(IS_FOUND).await;
}

#[tokio::test]
async fn what_is_below_is_laid_out_later() {
    let (_site, browser) = busy().await;
    let skipped: usize = browser.get(SKIPPED).await;
    assert!(skipped > 3, "only {skipped} sections are skipped");
    let (_site, browser) = waiting("en").await;
    browser.see(SKIPPED, 0).await;
}

#[tokio::test]
async fn what_is_not_yet_laid_out_is_found_and_reached() {
    let (_site, browser) = busy().await;
    let last = "[...document.querySelectorAll('.sections h2')].pop()";
    browser.wait(&format!("window.find({last}.firstChild.textContent)")).await;
    let (_site, browser) = busy().await;
    browser.run("document.querySelector('.contents > ol > li:last-child > a').click()").await;
    browser.see(SKIPPED, 0).await;
    browser
        .wait(&format!(
            "(({{ top, bottom }}) => bottom > 0 && top < innerHeight)({last}.getBoundingClientRect())"
        ))
        .await;
}

#[tokio::test]
async fn a_page_that_may_not_begin_at_its_top_is_laid_out_at_once() {
    let (_site, browser) = busy().await;
    browser.reload().await;
    browser.see(SKIPPED, 0).await;
    browser.load("/en/").await;
    browser.load(&format!("/en/{LONG}/#technology-stack")).await;
    browser.see(SKIPPED, 0).await;
}

#[tokio::test]
async fn nothing_moves_while_the_page_starts() {
    let site = Site::start().await;
    site.fonts(Fonts::Missing);
    let browser = Browser::start(&site, Setup::default()).await;
    for (width, height) in [(412, 823), (1280, 900)] {
        browser.resize(width, height).await;
        for lang in LANGUAGES {
            for slug in PROFILES {
                browser.open(&format!("/{lang}/{slug}/")).await;
                assert_eq!(moved(&browser).await, [""; 0], "{lang} {slug} at {width}");
            }
        }
    }
}
