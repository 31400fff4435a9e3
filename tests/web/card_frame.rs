//! The card in an iframe: its size and the parameters of its URL.

use super::browser::Browser;
use super::dist::LONG;
use super::engine::Setup;
use super::host::Host;
use super::site::Site;
use std::time::Duration;

/// Reserves space as the documentation recommends.
const LISTEN: &str = "const frame = document.querySelector('iframe');
    window.sizes = [];
    addEventListener('message', event => {
        if (event.source != frame.contentWindow || event.data?.type != 'perfil-size') return;
        window.sizes.push(event.data.height);
        frame.height = Math.ceil(event.data.height);
    });";

#[tokio::test]
async fn a_frame_has_the_height_of_its_card() {
    let site = Site::start().await;
    let browser = Browser::start(&site, Setup::default()).await;
    let origin = &site.origin;
    let body = format!(
        "<iframe title=\"Marcus\" width=\"400\" height=\"100\" src=\"{origin}/embed/en/{LONG}/?lang=es&amp;theme=dark\"></iframe>\
         <script src=\"/listen.js\"></script>"
    );
    let mut host = Host { body, ..Host::default() };
    host.policy =
        Some(format!("default-src 'none'; script-src 'self'; frame-src {origin}; img-src data:"));
    host.files.push(("/listen.js", "text/javascript", LISTEN.to_owned()));
    host.open(&browser).await;
    browser.wait("window.sizes.at(-1) > 150").await;
    browser.see("document.querySelector('iframe').clientHeight >= window.sizes.at(-1)", true).await;
    browser.is_silent("a page with a frame").await;
}

#[tokio::test]
async fn a_frame_says_its_size_when_it_is_asked() {
    let site = Site::start().await;
    let browser = Browser::start(&site, Setup::default()).await;
    let origin = &site.origin;
    let body = format!(
        "<iframe title=\"Marcus\" width=\"400\" height=\"100\" src=\"{origin}/embed/en/{LONG}/\"></iframe>"
    );
    let host = Host { body, ..Host::default() };
    host.open(&browser).await;
    browser.wait("performance.timing.loadEventEnd > 0").await;
    // The card has its size long before the script that listens starts.
    tokio::time::sleep(Duration::from_millis(500)).await;
    browser.run(LISTEN).await;
    browser.run("frames[0].postMessage({ type: 'perfil-size?' }, '*')").await;
    browser.wait("window.sizes.at(-1) > 150").await;
    // A page that is in no frame asks and answers itself, and once is enough.
    browser.load(&format!("/embed/en/{LONG}/")).await;
    browser.run("window.heard = 0; addEventListener('message', () => window.heard++)").await;
    browser.run("postMessage({ type: 'perfil-size?' }, '*')").await;
    tokio::time::sleep(Duration::from_millis(500)).await;
    assert!(browser.get::<usize>("window.heard").await < 5);
}

#[tokio::test]
async fn a_frame_url_sets_language_theme_and_variant() {
    let site = Site::start().await;
    let browser = Browser::start(&site, Setup::default()).await;
    let root = "document.querySelector('perfil-card').shadowRoot";
    let background = format!("getComputedStyle({root}.querySelector('.card')).backgroundColor");
    browser.load(&format!("/embed/en/{LONG}/")).await;
    let light: String = browser.get(&background).await;
    browser
        .load(&format!("/embed/en/{LONG}/?theme=dark&lang=es&variant=full&skills=docker+redis"))
        .await;
    browser
        .see(
            &format!("{root}.querySelector('.headline').textContent"),
            "Arquitecto backend".to_owned(),
        )
        .await;
    assert_ne!(browser.get::<String>(&background).await, light);
    let pressed = format!("{root}.querySelectorAll('.panel .chip[aria-pressed=true]').length");
    browser.see(&pressed, 2).await;
    browser
        .see(&format!("{root}.querySelector('.skills .chosen').textContent"), "Docker".to_owned())
        .await;
    browser.is_silent("a frame").await;
}

#[tokio::test]
async fn a_frame_is_readable_without_scripts() {
    let site = Site::start().await;
    let browser = Browser::start(&site, Setup { scripts: false, ..Setup::default() }).await;
    browser.load(&format!("/embed/es/{LONG}/")).await;
    let root = "document.querySelector('perfil-card').shadowRoot";
    let name: String =
        browser.get(&format!("{root}.querySelector('.name').textContent.trim()")).await;
    assert_eq!(name, "Marcus Rodriguez");
    assert!(
        browser.get::<bool>(&format!("!{root}.querySelector('.more').checkVisibility()")).await
    );
    let link: String = browser.get(&format!("{root}.querySelector('.action').pathname")).await;
    assert_eq!(link, format!("/es/{LONG}/"));
}
