//! Back and forward, and the scroll position.

use super::browser::{Browser, opened};
use super::dist::{LANGUAGES, LONG, PROFILES};
use super::site::Data;

/// A scroll position that is not the top, the end or the start of a section on any page.
const PLACE: u32 = 777;

/// Scrolls, and waits until the history has recorded it. Firefox scrolls to whole pixels of its screen, which are
/// fractions of those of a page.
async fn scrolled(browser: &Browser) {
    browser.run(&format!("scrollTo(0, {PLACE})")).await;
    browser.see("Math.round(history.state)", PLACE).await;
}

#[tokio::test]
async fn back_and_forward_show_each_page() {
    for lang in LANGUAGES {
        let home = format!("/{lang}/");
        let (_site, browser) = opened(&home).await;
        let title: String = browser.get("document.title").await;
        let page = format!("/{lang}/{}/", PROFILES[0]);
        browser.click(&format!("main a[href='{page}']")).await;
        browser.follows(&page).await;
        let other: String = browser.get("document.title").await;
        assert_ne!(title, other);

        browser.back().await;
        browser.follows(&home).await;
        browser.see("document.title", title.clone()).await;
        browser.wait("document.activeElement.matches('h1')").await;
        browser.wait("document.querySelector('.announcement').textContent == document.title").await;
        browser.forward().await;
        browser.follows(&page).await;
        browser.see("document.title", other).await;
        browser.wait("window.marker").await;
        browser.is_silent("back and forward").await;
    }
}

#[tokio::test]
async fn back_restores_the_scroll_position() {
    let page = format!("/en/{LONG}/");
    let (_site, browser) = opened(&page).await;
    // The click follows at once, so it records the position, and not a pause.
    browser
        .run(&format!("scrollTo(0, {PLACE}); document.querySelector('.masthead .home').click()"))
        .await;
    browser.follows("/en/").await;
    browser.see("scrollY", 0).await;
    browser.back().await;
    browser.follows(&page).await;
    browser.see("Math.round(scrollY)", PLACE).await;
    browser.wait("window.marker").await;
}

#[tokio::test]
async fn forward_restores_the_scroll_position() {
    let page = format!("/en/{LONG}/");
    let (_site, browser) = opened("/en/").await;
    browser.click(&format!("main a[href='{page}']")).await;
    browser.follows(&page).await;
    scrolled(&browser).await;
    browser.back().await;
    browser.follows("/en/").await;
    browser.see("scrollY", 0).await;
    browser.forward().await;
    browser.follows(&page).await;
    browser.see("Math.round(scrollY)", PLACE).await;
}

#[tokio::test]
async fn a_reload_keeps_the_scroll_position() {
    // Even if the URL has the fragment of another position.
    for fragment in ["", "#technology-stack"] {
        let (_site, browser) = opened(&format!("/en/{LONG}/{fragment}")).await;
        scrolled(&browser).await;
        browser.reload().await;
        browser.ready().await;
        browser.see("Math.round(scrollY)", PLACE).await;
        browser.is_silent("a reload").await;
    }
}

#[tokio::test]
async fn a_slow_back_navigation_restores_the_scroll_position() {
    let (english, spanish) = (format!("/en/{LONG}/"), format!("/es/{LONG}/"));
    let (site, browser) = opened(&english).await;
    scrolled(&browser).await;
    // Not a mouse click, which would scroll to the link.
    browser.run("document.querySelector('.languages a[hreflang=es]').click()").await;
    browser.follows(&spanish).await;
    // A new document has none of the pages that were shown before.
    browser.reload().await;
    browser.ready().await;
    browser.mark().await;
    site.data(Data::Delayed);
    browser.run("scrollTo(0, 100); history.back()").await;
    browser.see("location.pathname", english.clone()).await;
    // The visitor keeps scrolling until the page is shown, for longer than the pause after which a
    // position is recorded; that position must not apply to the new page.
    browser.run("scrollTo(0, 200); return new Promise(done => setTimeout(done, 400))").await;
    site.data(Data::Served);
    browser.follows(&english).await;
    browser.see("Math.round(scrollY)", PLACE).await;
}

#[tokio::test]
async fn fragment_links_are_left_to_the_browser() {
    let page = format!("/es/{LONG}/");
    let (_site, browser) = opened(&page).await;
    let entries: usize = browser.get("history.length").await;
    let href: String =
        browser.get("document.querySelector('.contents > ol > li:nth-child(3) > a').hash").await;
    browser.click(&format!(".contents a[href='{href}']")).await;
    browser.see("location.hash", href.clone()).await;
    browser.see("history.length", entries + 1).await;
    let top = format!("document.querySelector('{href} h2').getBoundingClientRect().top");
    let is_there = format!("{top} >= 0 && {top} < innerHeight / 3");
    browser.wait(&is_there).await;

    browser.back().await;
    browser.see("location.hash", String::new()).await;
    browser.see("scrollY", 0).await;
    browser.forward().await;
    browser.see("location.hash", href).await;
    browser.wait(&is_there).await;
    browser.wait("window.marker").await;
    browser.is_silent("a link within the page").await;
}
