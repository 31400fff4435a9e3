//! A link that carries a profile.

use super::browser::Browser;
use super::engine::Setup;
use super::studio::{PAGE, is_quiet, opened, push};

const NOTICE: &str = "(document.querySelector('[role=status] .notice')?.textContent ?? '')";

/// Has the page copy a link, and returns it.
async fn copied(browser: &Browser) -> String {
    browser.run("navigator.clipboard.writeText = async text => { window.copied = text; }").await;
    push(browser, "Copy a link to it").await;
    browser.wait("window.copied").await;
    browser.get("window.copied").await
}

#[tokio::test]
async fn a_link_opens_the_profile_without_what_is_private() {
    let (site, _folder, browser) = opened(Setup::default()).await;
    push(&browser, "Experience").await;
    push(&browser, "Public: Developer, Taylor Press. Make it private").await;
    browser.wait(&format!("!{PAGE}.includes('Taylor Press')")).await;
    let link = copied(&browser).await;
    assert!(link.len() < 2000, "{link}");
    browser.wait(&format!("{NOTICE}.includes('{}')", link.len())).await;
    // It is another person's browser.
    let other = Browser::start(&site, Setup::default()).await;
    other.visit(&link).await;
    other.wait(&format!("{PAGE}.includes('Engine Works')")).await;
    push(&other, "Source").await;
    let source = "(document.querySelector('.source div').shadowRoot?.textContent ?? '')";
    other.wait(&format!("{source}.includes('Engine Works')")).await;
    assert!(!other.get::<bool>(&format!("{source}.includes('Taylor Press')")).await);
    // The address names the new document from now on, so a reload does not make another one.
    other.wait("!location.hash.startsWith('#profile=')").await;
    is_quiet(&other, "a link").await;
}

#[tokio::test]
async fn a_link_that_was_cut_or_is_too_long_is_told() {
    let (_site, _folder, browser) = opened(Setup::default()).await;
    let link = copied(&browser).await;
    let cut = &link[..link.len() - 40];
    browser.load("/en/").await;
    browser.visit(cut).await;
    browser.wait(&format!("{NOTICE}.includes('was cut')")).await;
    let (_site, _folder, browser) = opened(Setup::default()).await;
    // What cannot be compressed.
    browser
        .run(
            "const field = document.querySelector('#f-headline');
             field.value = Array.from(crypto.getRandomValues(new Uint32Array(3000)), it => it.toString(36)).join(' ');
             field.dispatchEvent(new Event('input', { bubbles: true }))",
        )
        .await;
    browser.wait("document.querySelector('.saved').textContent == 'Kept in this browser'").await;
    push(&browser, "Copy a link to it").await;
    browser.wait(&format!("{NOTICE}.includes('more than 8,000')")).await;
}
