//! A published Studio is there without a network, and is one version of itself.

use super::browser::Browser;
use super::engine::Setup;
use super::site::publish;
use super::studio::{PAGE, is_quiet, site};
use std::fs;

/// The names of what is kept.
const KEPT: &str = "return caches.keys().then(names => names.join())";

async fn kept(browser: &Browser) -> String {
    browser.run(KEPT).await.as_str().unwrap_or_default().to_owned()
}

/// Loads Studio, and waits until it is kept.
async fn visit(browser: &Browser) {
    browser.load("/studio/").await;
    browser.wait("document.querySelector('#file')").await;
    browser.run("return navigator.serviceWorker.ready.then(() => true)").await;
}

#[tokio::test]
async fn from_the_second_visit_on_nothing_is_asked_for() {
    let (site, folder) = site().await;
    let browser = Browser::start(&site, Setup::default()).await;
    visit(&browser).await;
    visit(&browser).await;
    site.forget();
    browser.load("/studio/").await;
    browser.wait("document.querySelector('#file')").await;
    let file = folder.path().join("cv.md");
    browser.write("#file", file.to_str().unwrap()).await;
    browser.wait(&format!("{PAGE}.includes('Engine Works')")).await;
    browser.run("return import(new URL('editor.js', location)).then(() => true)").await;
    let asked = site.asked();
    let is_allowed =
        |path: &&String| ["/studio/offline.js", "/favicon.svg"].contains(&path.as_str());
    assert!(asked.iter().all(|path| is_allowed(&path)), "{asked:?}");
    // Nothing outside of its folder is kept.
    browser.load("/en/").await;
    assert_eq!(site.requests("/en/"), 1);
    is_quiet(&browser, "Studio without a network").await;
}

#[tokio::test]
async fn a_new_version_replaces_the_old_one_whole() {
    let (site, folder) = site().await;
    let browser = Browser::start(&site, Setup::default()).await;
    visit(&browser).await;
    visit(&browser).await;
    let before = kept(&browser).await;
    assert!(before.starts_with("perfil-studio ") && !before.contains(','), "{before}");
    let content = folder.path().join("content");
    let settings = fs::read_to_string(content.join("site.json")).unwrap();
    fs::write(content.join("site.json"), settings.replacen("255", "140", 1)).unwrap();
    publish(&content, &folder.path().join("dist"));
    let waits =
        "navigator.serviceWorker.ready.then(it => it.update().then(() => it.waiting !== null))";
    browser.see(waits, true).await;
    // The page that is loaded next makes it take over, and loads itself again.
    browser.load("/studio/").await;
    let is_new =
        format!("caches.keys().then(names => names.length == 1 && names[0] != {before:?})");
    browser.see(&is_new, true).await;
    browser.wait("document.querySelector('#file')").await;
}
