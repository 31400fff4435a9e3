//! The table of contents shows the section that is read.

use super::browser::{Browser, opened};
use super::dist::{LANGUAGES, LONG, PROFILES};

/// The fragments of the current links.
const MARKED: &str = "[...document.querySelectorAll('.contents [aria-current]')].map(a => a.hash)";

/// Waits until a section is current, or a part of it that begins right below its heading.
async fn is_marked(browser: &Browser, section: &str) {
    let within =
        format!("document.querySelector('{section}').contains(document.querySelector(hash))");
    browser.wait(&format!("(([hash, more]) => hash && !more && {within})({MARKED})")).await;
}

#[tokio::test]
async fn the_current_section_follows_the_scroll_position() {
    for lang in LANGUAGES {
        let (_site, browser) = opened(&format!("/{lang}/{LONG}/")).await;
        let sections: Vec<String> =
            browser.get("[...document.querySelectorAll('.contents a')].map(a => a.hash)").await;
        // The last sections can be too near to the end to be scrolled to.
        for section in &sections[..sections.len() / 2] {
            browser
                .run(&format!(
                    "scrollBy(0, document.querySelector('{section}').getBoundingClientRect().top - 20)"
                ))
                .await;
            is_marked(&browser, section).await;
        }
        browser.run("scrollTo(0, 0)").await;
        browser
            .wait(&format!("{MARKED}.length <= 1 && ({MARKED}[0] ?? '{0}') == '{0}'", sections[0]))
            .await;
    }
}

#[tokio::test]
async fn the_last_section_is_current_at_the_end_of_the_page() {
    for slug in PROFILES {
        let (_site, browser) = opened(&format!("/en/{slug}/")).await;
        browser.run("scrollTo(0, document.documentElement.scrollHeight)").await;
        let last: String =
            browser.get("[...document.querySelectorAll('.contents a')].pop().hash").await;
        browser.see(MARKED, vec![last]).await;
    }
}

#[tokio::test]
async fn a_clicked_link_becomes_current() {
    let (_site, browser) = opened(&format!("/es/{LONG}/")).await;
    let links = "document.querySelectorAll('.contents > ol > li > a')";
    for index in 0..browser.get::<usize>(&format!("{links}.length")).await {
        let link: String = browser.get(&format!("{links}[{index}].hash")).await;
        browser.run(&format!("{links}[{index}].click()")).await;
        browser.see("location.hash", link.clone()).await;
        // The last sections can be too near to the end to be scrolled to.
        let is_at_the_end = "scrollY + innerHeight >= document.documentElement.scrollHeight - 1";
        if browser.get(is_at_the_end).await {
            assert!(index > 2, "the page has only {index} sections");
            return;
        }
        is_marked(&browser, &link).await;
    }
}

#[tokio::test]
async fn another_page_starts_at_its_first_section() {
    let (_site, browser) = opened(&format!("/en/{LONG}/")).await;
    browser.run("scrollTo(0, 2000)").await;
    browser.wait(&format!("{MARKED}.length == 1")).await;
    browser.run("document.querySelector('.languages a[hreflang=es]').click()").await;
    browser.see("document.documentElement.lang", "es".to_owned()).await;
    browser.wait(&format!("{MARKED}.length == 1")).await;
}
