//! A page that cannot be loaded: one message, the previous page, and a way to try again.

use super::browser::{Browser, opened};
use super::dist::{LANGUAGES, LONG, NOWHERE, word};
use super::site::Data;

const TOLD: &str = "document.querySelector('.failure[role=alert] p')?.innerText ?? ''";

/// Asserts that the previous page is still shown, with the reason in its language.
async fn assert_previous_page(browser: &Browser, lang: &str) {
    browser.see(TOLD, word(lang, "loadFailed")).await;
    browser.see("location.pathname", format!("/{lang}/")).await;
    browser.wait("window.marker && heading.isConnected").await;
    browser.see("document.querySelector('.progress').innerText.trim()", String::new()).await;
}

async fn a_failure_is_shown_and_retried(data: Data) {
    for lang in LANGUAGES {
        let (site, browser) = opened(&format!("/{lang}/")).await;
        let page = format!("/{lang}/{LONG}/");
        site.data(data);
        browser.click(&format!("main a[href='{page}']")).await;
        assert_previous_page(&browser, lang).await;

        // Trying again under the same conditions shows the same message.
        browser.run("window.message = document.querySelector('.failure p')").await;
        browser.click(".failure button:first-of-type").await;
        browser.see("message.isConnected", false).await;
        assert_previous_page(&browser, lang).await;

        site.data(Data::Served);
        let retry = "document.querySelector('.failure button').innerText.trim()";
        browser.see(retry, word(lang, "retry")).await;
        browser.click(".failure button:first-of-type").await;
        browser.see("location.pathname", page).await;
        browser.see(TOLD, String::new()).await;
        browser.wait("window.marker && document.activeElement.matches('h1')").await;
        let entries = browser.console().await;
        let thrown: Vec<_> = entries.iter().filter(|entry| entry.source != "network").collect();
        assert!(thrown.is_empty(), "{thrown:#?}");
    }
}

#[tokio::test]
async fn a_server_error_is_shown() {
    a_failure_is_shown_and_retried(Data::Unavailable).await;
}

#[tokio::test]
async fn a_missing_connection_is_shown() {
    a_failure_is_shown_and_retried(Data::Dropped).await;
}

#[tokio::test]
async fn a_broken_connection_is_shown() {
    a_failure_is_shown_and_retried(Data::Cut).await;
}

#[tokio::test]
async fn a_failure_can_be_dismissed() {
    let (site, browser) = opened("/es/").await;
    site.data(Data::Dropped);
    browser.click(&format!("main a[href='/es/{LONG}/']")).await;
    assert_previous_page(&browser, "es").await;
    let dismiss = "document.querySelector('.failure button:last-of-type').innerText.trim()";
    browser.see(dismiss, word("es", "dismiss")).await;
    browser.click(".failure button:last-of-type").await;
    browser.see(TOLD, String::new()).await;
    // The page still works.
    site.data(Data::Served);
    browser.click(&format!("main a[href='/es/{LONG}/']")).await;
    browser.see("location.pathname", format!("/es/{LONG}/")).await;
    browser.wait("window.marker").await;
}

#[tokio::test]
async fn back_navigation_can_fail() {
    let (site, browser) = opened("/en/").await;
    browser.click(&format!("main a[href='/en/{LONG}/']")).await;
    browser.see("location.pathname", format!("/en/{LONG}/")).await;
    // A new document has none of the pages that were shown before.
    browser.reload().await;
    browser.ready().await;
    browser.mark().await;
    site.data(Data::Dropped);
    browser.run("history.back()").await;
    browser.see(TOLD, word("en", "loadFailed")).await;
    browser.wait("document.querySelector('article.profile')").await;
    site.data(Data::Served);
    browser.click(".failure button:first-of-type").await;
    browser.wait("document.querySelector('article.directory')").await;
    browser.see("location.pathname", "/en/".to_owned()).await;
    browser.wait("window.marker").await;
}

#[tokio::test]
async fn pages_without_data_are_left_to_the_server() {
    let (site, browser) = opened("/en/").await;
    site.data(Data::Missing);
    browser.click(&format!("main a[href='/en/{LONG}/']")).await;
    browser.see("location.pathname", format!("/en/{LONG}/")).await;
    browser.wait("!window.marker && document.querySelector('article.profile')").await;
}

#[tokio::test]
async fn a_missing_page_is_the_servers_404() {
    let (_site, browser) = opened("/en/").await;
    for path in ["/en/nobody/", NOWHERE] {
        browser
            .run(&format!(
                "const link = document.createElement('a');
                 link.href = '{path}';
                 document.querySelector('main').append(link);
                 link.click();"
            ))
            .await;
        browser.see("location.pathname", path.to_owned()).await;
        browser.wait("!window.marker && document.querySelectorAll('.apology').length == 2").await;
        browser.back().await;
        browser.ready().await;
        browser.mark().await;
    }
}
