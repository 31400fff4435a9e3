//! The first screen tells who a person is, and an address that asks for something opens on it.

use super::browser::{Browser, opened};
use super::dist::{LANGUAGES, LONG, PROFILES};
use serde_json::json;
use std::collections::BTreeMap;

/// The facts that a first screen has, with the elements that show them.
const FACTS: [(&str, &str); 9] = [
    ("who", "h1"),
    ("what", ".hero .headline"),
    ("since when", ".hero .experience dt + dd:not(.employers)"),
    ("where", ".hero .place dd"),
    ("how to reach", ".hero-actions .button"),
    ("figures", ".highlights > li:last-child"),
    ("recent roles", ".hero .employers"),
    ("focus", ".hero :is(.focus, .top-skills)"),
    ("the first section", ".sections > :first-child > :first-child"),
];

/// Gives the page a screen of this size, without what a window has around it.
pub(crate) async fn screen(browser: &Browser, width: u32, height: u32) {
    let size = json!({
        "width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 700
    });
    browser.cdp("Emulation.setDeviceMetricsOverride", size).await;
    browser.see("innerWidth", width).await;
}

/// Returns, for each fact that a page has, whether it is within the window.
pub(crate) async fn facts(browser: &Browser) -> BTreeMap<&'static str, bool> {
    let mut facts = BTreeMap::new();
    for (fact, selector) in FACTS {
        let end = if fact == "the first section" { "top" } else { "bottom" };
        let found: Option<bool> = browser
            .get(&format!(
                "(element => element && (({{top, {end}: end}}) => top >= 0 && end <= innerHeight)
                   (element.getBoundingClientRect()))(document.querySelector({selector:?}))"
            ))
            .await;
        facts.extend(found.map(|is_within| (fact, is_within)));
    }
    facts
}

#[tokio::test]
async fn every_fact_of_the_profile_is_in_the_first_screen() {
    for lang in LANGUAGES {
        for slug in PROFILES {
            let (_site, browser) = opened(&format!("/{lang}/{slug}/")).await;
            for (width, height) in [(360, 800), (390, 844), (768, 1024), (1280, 900), (1600, 900)] {
                screen(&browser, width, height).await;
                let facts = facts(&browser).await;
                // What the document of the shorter profile does not hold is not invented.
                let expected = if slug == LONG { 9 } else { 5 };
                assert_eq!(facts.len(), expected, "{slug}: {facts:?}");
                let outside: Vec<_> = facts.iter().filter(|(_, is_within)| !**is_within).collect();
                // At 360 pixels, the introduction of the shorter one is what the screen ends with.
                let is_ending = outside.iter().all(|(fact, _)| **fact == "the first section");
                let may_end = width == 360 && slug != LONG;
                assert!(
                    outside.is_empty() || (may_end && is_ending),
                    "{lang} {slug} {width}: {outside:?}"
                );
            }
        }
    }
}

#[tokio::test]
async fn an_address_that_asks_opens_on_the_answer() {
    for query in ["?focus=kafka", "?skill=kafka", "?q=kafka", "?focus=postgresql,redis"] {
        let (_site, browser) = opened(&format!("/en/{LONG}/{query}")).await;
        browser
            .wait("['found', 'tailored'].includes(document.documentElement.dataset.reading)")
            .await;
        for (width, height) in [(1280, 900), (390, 844)] {
            screen(&browser, width, height).await;
            browser.see("scrollY", 0).await;
            let place = "(item => item.getBoundingClientRect().bottom)
                ([...document.querySelectorAll('[data-item]')].find(item => item.checkVisibility()))";
            let answer: f64 = browser.get(place).await;
            assert!(
                answer < f64::from(height),
                "{query} {width}: the first answer ends at {answer}"
            );
            let is_asked = "['.answer', '.finder-field'].every(part =>
                document.querySelector(part).getBoundingClientRect().bottom < innerHeight / 2)";
            browser.see(is_asked, true).await;
        }
        browser.is_silent(query).await;
    }
}

#[tokio::test]
async fn the_head_is_whole_again_when_the_search_ends() {
    let (_site, browser) = opened(&format!("/en/{LONG}/?skill=kafka")).await;
    browser.see("document.querySelector('.glance').checkVisibility()", false).await;
    browser.click(".whole.if-found").await;
    browser.see("document.querySelector('.glance').checkVisibility()", true).await;
    let order = "[...document.querySelectorAll('.sections > *')].map(it => it.id || it.className)";
    let before: Vec<String> = browser.get(order).await;
    browser.open(&format!("/en/{LONG}/?focus=kafka")).await;
    browser.wait("document.documentElement.dataset.reading == 'tailored'").await;
    assert_ne!(browser.get::<Vec<String>>(order).await, before);
    browser.click(".whole.if-tailored").await;
    browser.see(order, before).await;
}

#[tokio::test]
async fn search_and_contents_stay_in_sight() {
    let (_site, browser) = opened(&format!("/en/{LONG}/")).await;
    for (width, height) in [(1280, 900), (390, 844)] {
        screen(&browser, width, height).await;
        browser.run("scrollTo(0, 2000)").await;
        let is_there = "document.elementFromPoint(innerWidth / 2, 20)?.closest('.bar') != null";
        browser.see(is_there, true).await;
        browser.press('/').await;
        browser.see("document.activeElement.id", "search".to_owned()).await;
        browser.wait("document.querySelector('#search').getBoundingClientRect().width > 120").await;
        browser.run("document.activeElement.blur()").await;
    }
}
