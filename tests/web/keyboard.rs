//! A visitor who uses only the keyboard.

use super::browser::Browser;
use super::dist::{LANGUAGES, LONG, PROFILES};
use super::engine::{Scheme, Setup};
use super::site::Site;
use super::webdriver::Key;
use serde::Deserialize;

/// The focused element, and whether it is visible.
const STOP: &str = "(() => {
    const stop = document.activeElement;
    if (stop == document.body) return null;
    const regions = ['skip', 'home', 'languages', 'themes', 'commands', 'hero', 'finder', 'contents',
                     'chart', 'sections', 'people', 'footer'];
    const style = getComputedStyle(stop);
    const box = stop.getBoundingClientRect();
    return {
        region: regions.find(name => stop.closest('.' + name)) ?? '',
        name: stop.textContent.trim() || stop.getAttribute('aria-label')
            || document.getElementById(stop.getAttribute('aria-labelledby'))?.textContent || '',
        outline: stop.matches(':focus-visible') && style.outlineStyle != 'none'
            && !/^transparent$|, 0\\)$|\\/ 0\\)$/.test(style.outlineColor)
            ? parseFloat(style.outlineWidth) : 0,
        seen: stop.checkVisibility({ opacityProperty: true, visibilityProperty: true })
            && box.width > 1 && box.height > 1
            && box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
    };
})()";

#[derive(Clone, Debug, PartialEq, Deserialize)]
struct Stop {
    region: String,
    name: String,
    outline: f64,
    seen: bool,
}

/// Moves through a page with Tab, and returns every stop.
async fn tab_stops(browser: &Browser) -> Vec<Stop> {
    let mut stops = Vec::new();
    loop {
        browser.press(Key::Tab).await;
        match browser.get::<Option<Stop>>(STOP).await {
            Some(stop) if stops.len() < 200 => stops.push(stop),
            _ => return stops,
        }
    }
}

async fn opened(page: &str, scheme: Scheme) -> (Site, Browser) {
    let site = Site::start().await;
    let browser = Browser::start(&site, Setup { scheme, ..Setup::default() }).await;
    browser.open(page).await;
    (site, browser)
}

async fn the_way_is_in_order_and_in_view(page: &str, scheme: Scheme, regions: &[&str]) {
    let (_site, browser) = opened(page, scheme).await;
    let stops = tab_stops(&browser).await;
    let mut way: Vec<&str> = stops.iter().map(|stop| stop.region.as_str()).collect();
    way.dedup();
    assert_eq!(way, regions, "{page}: {stops:#?}");
    for stop in stops {
        assert!(stop.outline >= 1.0, "the focus cannot be seen on {page}: {stop:?}");
        assert!(stop.seen, "what has the focus cannot be seen on {page}: {stop:?}");
        assert_ne!(stop.name, "", "a stop on {page} has no name: {stop:?}");
    }
}

const PROFILE: &[&str] = &[
    "skip",
    "home",
    "languages",
    "themes",
    "commands",
    "hero",
    "finder",
    "contents",
    "sections",
    "footer",
];
const LONG_PROFILE: &[&str] = &[
    "skip",
    "home",
    "languages",
    "themes",
    "commands",
    "hero",
    "finder",
    "contents",
    "chart",
    "sections",
    "footer",
];

#[tokio::test]
async fn the_tab_order_of_a_profile_is_visible() {
    let [short, long] = PROFILES;
    the_way_is_in_order_and_in_view(&format!("/en/{short}/"), Scheme::Light, PROFILE).await;
    the_way_is_in_order_and_in_view(&format!("/es/{long}/"), Scheme::Dark, LONG_PROFILE).await;
}

#[tokio::test]
async fn the_tab_order_of_the_directory_is_visible() {
    let regions = ["skip", "home", "languages", "themes", "commands", "finder", "people", "footer"];
    the_way_is_in_order_and_in_view("/en/", Scheme::Dark, &regions).await;
    the_way_is_in_order_and_in_view("/es/", Scheme::Light, &regions).await;
}

#[tokio::test]
async fn the_first_tab_stop_skips_to_the_content() {
    for lang in LANGUAGES {
        let (_site, browser) = opened(&format!("/{lang}/{LONG}/"), Scheme::Light).await;
        browser.press(Key::Tab).await;
        browser.see("document.activeElement.className", "skip".to_owned()).await;
        browser.press(Key::Enter).await;
        browser.see("document.activeElement.id", "main".to_owned()).await;
        browser.press(Key::Tab).await;
        browser.wait("document.activeElement.closest('main')").await;
        browser.is_silent("the skip link").await;
    }
}

#[tokio::test]
async fn enter_on_a_language_changes_it() {
    let (_site, browser) = opened(&format!("/en/{LONG}/"), Scheme::Light).await;
    for lang in ["es", "en"] {
        while !browser.get::<bool>(&format!("document.activeElement.hreflang == '{lang}'")).await {
            browser.press(Key::Tab).await;
        }
        browser.press(Key::Enter).await;
        browser.see("document.documentElement.lang", lang.to_owned()).await;
        browser.see("document.activeElement.hreflang", lang.to_owned()).await;
        // The focus continues from there, so the other language is reached again from the start.
        browser.run("document.activeElement.blur(); document.querySelector('.skip').focus()").await;
    }
}

#[tokio::test]
async fn after_a_link_the_tab_order_continues_in_the_new_page() {
    let (_site, browser) = opened("/es/", Scheme::Light).await;
    browser.run("document.querySelector('.people a').focus()").await;
    browser.press(Key::Enter).await;
    browser.wait("document.querySelector('article.profile')").await;
    browser.wait("document.activeElement.matches('h1')").await;
    browser.press(Key::Tab).await;
    browser
        .wait(
            "document.activeElement.closest('main') && document.activeElement.matches('a, input, summary')",
        )
        .await;
}
