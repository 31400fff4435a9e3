//! Without JavaScript every page has the same content, and every link works.

use super::browser::Browser;
use super::dist;
use super::engine::Setup;
use super::site::Site;
use super::start::SKIPPED;
use std::collections::BTreeSet;

const STATIC: Setup =
    Setup { scripts: false, languages: "en", scheme: super::engine::Scheme::Light, motion: false };

#[tokio::test]
async fn every_page_has_every_sentence() {
    let site = Site::start().await;
    let with = Browser::start(&site, Setup::default()).await;
    let without = Browser::start(&site, STATIC).await;
    for page in dist::pages() {
        with.open(&page).await;
        // In Firefox, what is not yet laid out has no line breaks.
        with.see(SKIPPED, 0).await;
        without.load(&page).await;
        let is_static: bool = without.get("!('ready' in document.documentElement.dataset)").await;
        assert!(is_static, "{page} ran a script");
        // Searching and sharing need a script, so there is neither without.
        let text = "(document.querySelectorAll('.finder, .share').forEach(part => part.remove()),
            document.body.innerText)";
        assert!(
            !without
                .get::<bool>("Boolean(document.querySelector('.finder')?.checkVisibility())")
                .await,
            "{page} has a search"
        );
        let content: String = without.get(text).await;
        assert_eq!(content, with.get::<String>(text).await, "{page}");
        assert!(content.len() > 100, "{page} has little text: {content}");
    }
}

#[tokio::test]
async fn every_link_has_a_page_and_a_target() {
    let site = Site::start().await;
    let browser = Browser::start(&site, STATIC).await;
    let mut seen = BTreeSet::new();
    let mut next = vec!["/".to_owned()];
    while let Some(path) = next.pop() {
        if !seen.insert(path.clone()) {
            continue;
        }
        browser.load(&path).await;
        let is_page: bool = browser
            .get("Boolean(document.querySelector('h1')) && !document.querySelector('.apology')")
            .await;
        assert!(is_page, "there is nothing at {path}");
        let lost: Vec<String> = browser
            .get(
                "[...document.querySelectorAll('a[href^=\"#\"]')].map(a => a.hash)
                 .filter(hash => !document.getElementById(decodeURIComponent(hash.slice(1))))",
            )
            .await;
        assert!(lost.is_empty(), "{path} has no place for {lost:?}");
        let links: Vec<String> = browser
            .get(
                "[...document.querySelectorAll('a[href]')]
                 .filter(a => a.origin == location.origin && !a.hasAttribute('download'))
                 .map(a => a.pathname)",
            )
            .await;
        let files: Vec<String> =
            browser.get("[...document.querySelectorAll('a[download]')].map(a => a.pathname)").await;
        for file in files {
            assert!(dist::folder().join(&file[1..]).is_file(), "there is no file {file}");
        }
        next.extend(links);
    }
    assert!(dist::pages().iter().all(|page| seen.contains(page)), "only {seen:?} are reached");
}

#[tokio::test]
async fn links_are_followed_by_a_click() {
    let site = Site::start().await;
    let browser = Browser::start(&site, STATIC).await;
    for lang in dist::LANGUAGES {
        let page = format!("/{lang}/{}/", dist::LONG);
        browser.load(&format!("/{lang}/")).await;
        browser.click(&format!("main a[href='{page}']")).await;
        browser.see("location.pathname", page).await;
        let other = if lang == "en" { "es" } else { "en" };
        browser.click(&format!(".languages a[hreflang={other}]")).await;
        browser.see("location.pathname", format!("/{other}/{}/", dist::LONG)).await;
        browser.click(".masthead .home").await;
        browser.see("location.pathname", format!("/{other}/")).await;
    }
}

#[tokio::test]
async fn controls_without_function_are_hidden() {
    let site = Site::start().await;
    let browser = Browser::start(&site, STATIC).await;
    for page in dist::pages() {
        browser.load(&page).await;
        let dead: Vec<String> = browser
            .get(
                "[...document.querySelectorAll('button')]
                 .filter(button => button.checkVisibility({ visibilityProperty: true }))
                 .map(button => button.title)",
            )
            .await;
        assert!(dead.is_empty(), "{page} shows buttons that do nothing: {dead:?}");
    }
}
