//! If the application cannot start, the static page stays, and every link works.

use super::browser::Browser;
use super::dist::{LANGUAGES, LONG};
use super::engine::Setup;
use super::site::{Data, Module, Site};
use super::waiting::wait_until;

/// Visits pages under conditions in which the application never starts.
async fn the_static_page_stays(data: Data, module: Module) {
    let site = Site::start().await;
    site.data(data);
    site.module(module);
    let browser = Browser::start(&site, Setup::default()).await;
    for lang in LANGUAGES {
        let home = format!("/{lang}/");
        let page = format!("/{lang}/{LONG}/");
        browser.load(&home).await;
        wait_for_failure(&site, &browser, &home, data).await;
        browser.run("window.marker = true").await;
        browser.click(&format!("main a[href='{page}']")).await;
        browser.see("location.pathname", page.clone()).await;
        browser.see("document.readyState", "complete".to_owned()).await;
        let is_new: bool = browser.get("!window.marker").await;
        assert!(is_new, "{page} was not loaded as a document");
        let message: String = browser.get("document.querySelector('.failure').innerText").await;
        assert_eq!(message, "", "a failure is shown");
        browser.click(".languages a:not([aria-current])").await;
        browser.wait(&format!("document.documentElement.lang != '{lang}'")).await;
        let is_static: bool = browser.get("!('ready' in document.documentElement.dataset)").await;
        assert!(is_static, "the application has started");
    }
    let thrown = browser.console().await;
    let thrown: Vec<_> = thrown.iter().filter(|entry| entry.source == "javascript").collect();
    assert!(thrown.is_empty(), "{thrown:#?}");
}

/// Waits until the application has failed to start.
async fn wait_for_failure(site: &Site, browser: &Browser, page: &str, data: Data) {
    if data != Data::Served {
        site.is_asked_for(&format!("/data{}.json", page.trim_end_matches('/'))).await;
        // What is requested after the data is answered after it.
        browser.run("return fetch('/robots.txt').then(() => new Promise(setTimeout))").await;
        return;
    }
    let module = "document.querySelector('script[data-module]').dataset.module";
    site.is_asked_for(&browser.get::<String>(module).await).await;
    // Without its module it logs an error to the console.
    let mut entries = Vec::new();
    let is_logged = wait_until(async || {
        entries.extend(browser.console().await);
        entries.iter().any(|entry| entry.message.contains("the page stays static"))
    });
    assert!(is_logged.await, "{entries:#?}");
    let thrown: Vec<_> = entries.iter().filter(|entry| entry.source == "javascript").collect();
    assert!(thrown.is_empty(), "{thrown:#?}");
}

#[tokio::test]
async fn pages_work_without_the_module() {
    the_static_page_stays(Data::Served, Module::Missing).await;
}

#[tokio::test]
async fn pages_work_if_a_policy_forbids_web_assembly() {
    the_static_page_stays(Data::Served, Module::Forbidden).await;
}

#[tokio::test]
async fn pages_work_without_data() {
    the_static_page_stays(Data::Unavailable, Module::Served).await;
}

#[tokio::test]
async fn pages_work_if_the_connection_breaks() {
    the_static_page_stays(Data::Cut, Module::Served).await;
}

#[tokio::test]
async fn pages_work_with_data_of_another_revision() {
    the_static_page_stays(Data::Stale, Module::Served).await;
}

#[tokio::test]
async fn pages_are_adopted_with_data_that_a_cache_has_of_another_revision() {
    let site = Site::start().await;
    site.data(Data::Cached);
    let browser = Browser::start(&site, Setup::default()).await;
    browser.load("/en/").await;
    browser.ready().await;
    browser.is_silent("a page whose data was cached").await;
}

#[tokio::test]
async fn buttons_without_function_are_hidden() {
    let site = Site::start().await;
    site.module(Module::Missing);
    let browser = Browser::start(&site, Setup::default()).await;
    browser.load("/en/").await;
    let shown = "[...document.querySelectorAll('button')]
        .filter(button => button.checkVisibility({ visibilityProperty: true })).length";
    browser.see(shown, 0).await;
}
