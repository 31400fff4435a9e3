//! The root of the site, on a host that does not negotiate languages.

use super::browser::Browser;
use super::engine::Setup;
use super::site::Site;

/// Opens the root in a browser with these languages, and expects a path in the end.
async fn leads(languages: &'static str, path: &str) {
    let site = Site::start().await;
    let browser = Browser::start(&site, Setup { languages, ..Setup::default() }).await;
    browser.load("/").await;
    browser.see("location.pathname", path.to_owned()).await;
    browser.see("document.readyState", "complete".to_owned()).await;
    browser.wait("document.querySelector('h1')").await;
}

#[tokio::test]
async fn a_visitors_first_known_language_is_chosen() {
    leads("en-GB,en", "/en/").await;
    leads("es", "/es/").await;
    leads("es-MX,es,en", "/es/").await;
    leads("de,es,en", "/es/").await;
}

#[tokio::test]
async fn a_visitor_without_a_known_language_chooses() {
    let site = Site::start().await;
    let browser = Browser::start(&site, Setup { languages: "de,fr", ..Setup::default() }).await;
    browser.load("/").await;
    browser.see("location.pathname", "/".to_owned()).await;
    let links = "[...document.querySelectorAll('main a')].map(a => a.hreflang + a.pathname).join()";
    browser.see(links, "en/en/,es/es/".to_owned()).await;
    browser.click("main a[hreflang=es]").await;
    browser.see("location.pathname", "/es/".to_owned()).await;
}

#[tokio::test]
async fn a_visitor_without_scripts_chooses() {
    let site = Site::start().await;
    let browser = Browser::start(&site, Setup { scripts: false, ..Setup::default() }).await;
    browser.load("/").await;
    browser.see("location.pathname", "/".to_owned()).await;
    browser.click("main a[hreflang=es]").await;
    browser.see("location.pathname", "/es/".to_owned()).await;
}

#[tokio::test]
async fn back_from_a_chosen_language_does_not_return_to_the_chooser() {
    let site = Site::start().await;
    let browser = Browser::start(&site, Setup::default()).await;
    browser.load("/robots.txt").await;
    browser.load("/").await;
    browser.see("location.pathname", "/en/".to_owned()).await;
    browser.back().await;
    browser.see("location.pathname", "/robots.txt".to_owned()).await;
}
