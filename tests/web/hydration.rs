//! Every page is hydrated without console messages, and without a change of its content.

use super::browser::Browser;
use super::dist;
use super::engine::{Scheme, Setup};
use super::site::{Data, Site};

/// Loads every page, in a browser that may have a stored theme.
async fn every_page_is_silent(scheme: Scheme, remembered: Option<&str>) {
    let site = Site::start().await;
    let browser = Browser::start(&site, Setup { scheme, ..Setup::default() }).await;
    if let Some(theme) = remembered {
        browser.remember_theme(theme).await;
    }
    for page in dist::pages() {
        browser.open(&page).await;
        browser
            .see("document.documentElement.dataset.theme ?? null", remembered.map(String::from))
            .await;
        browser.is_silent(&page).await;
    }
}

#[tokio::test]
async fn hydration_is_silent_in_light() {
    every_page_is_silent(Scheme::Light, None).await;
}

#[tokio::test]
async fn hydration_is_silent_in_dark() {
    every_page_is_silent(Scheme::Dark, None).await;
}

#[tokio::test]
async fn hydration_is_silent_with_a_stored_theme() {
    every_page_is_silent(Scheme::Light, Some("dark")).await;
}

#[tokio::test]
async fn documents_without_the_application_are_silent() {
    let site = Site::start().await;
    let browser = Browser::start(&site, Setup { languages: "de", ..Setup::default() }).await;
    browser.load("/").await;
    browser.is_silent("the chooser").await;
    // The browser itself logs the status of a redirect's target.
    browser.load(dist::NOWHERE).await;
    let entries = browser.console().await;
    assert!(entries.iter().all(|entry| entry.source == "network"), "{entries:#?}");
}

#[tokio::test]
async fn text_and_elements_stay_in_place() {
    let site = Site::start().await;
    let browser = Browser::start(&site, Setup::default()).await;
    for page in dist::pages() {
        site.data(Data::Delayed);
        browser.load(&page).await;
        browser.run("window.before = [...document.querySelectorAll('#app, #app *')]").await;
        // The search is shown only now, which changes the appearance but not the text.
        let text = "document.body.textContent";
        let before: String = browser.get(text).await;
        let is_static: bool = browser.get("!('ready' in document.documentElement.dataset)").await;
        assert!(is_static, "{page} was taken over without its data");

        site.data(Data::Served);
        browser.ready().await;
        let kept: bool = browser
            .get(
                "(now => now.length == before.length && now.every((e, i) => e == before[i]))\
                  ([...document.querySelectorAll('#app, #app *')])",
            )
            .await;
        assert!(kept, "the elements of {page} were replaced");
        assert_eq!(browser.get::<String>(text).await, before, "{page}");
    }
}
