//! Pages are prefetched where possible; a wait is shown only if it is noticeable.

use super::browser::opened;
use super::dist::{LANGUAGES, LONG, word};
use super::site::Data;

/// How soon a response feels immediate, in milliseconds.
const AT_ONCE: f64 = 100.0;

/// Follows the link to the long profile, and returns the time until the progress or the page is
/// shown.
const FOLLOW: &str = "const [page] = arguments;
    const progress = document.querySelector('.progress[role=status]');
    const isSeen = () => progress.innerText.trim() != ''
        && progress.checkVisibility({ opacityProperty: true, visibilityProperty: true });
    const start = performance.now();
    document.querySelector(`main a[href='${page}']`).click();
    return new Promise(done => {
        const look = () => {
            if (isSeen()) done(performance.now() - start);
            else if (location.pathname == page) done(null);
            else requestAnimationFrame(look);
        };
        look();
    });";

#[tokio::test]
async fn a_long_wait_is_shown() {
    for lang in LANGUAGES {
        let page = format!("/{lang}/{LONG}/");
        let (site, browser) = opened(&format!("/{lang}/")).await;
        site.data(Data::Delayed);
        let shown = browser.run_with(FOLLOW, serde_json::json!([page])).await;
        let shown = shown.as_f64().expect("the page came, though its data was held");
        assert!(shown > AT_ONCE, "the progress was shown after {shown} ms");
        browser
            .see("document.querySelector('.progress').innerText.trim()", word(lang, "loading"))
            .await;
        browser.see("location.pathname", format!("/{lang}/")).await;
        site.data(Data::Served);
        browser.see("location.pathname", page).await;
        browser.see("document.querySelector('.progress').innerText.trim()", String::new()).await;
    }
}

#[tokio::test]
async fn a_short_wait_is_not_shown() {
    let page = format!("/en/{LONG}/");
    let (_site, browser) = opened("/en/").await;
    // A page that was shown once is cached, so that this wait is short on any machine.
    browser.click(&format!("main a[href='{page}']")).await;
    browser.follows(&page).await;
    browser.click(".masthead .home").await;
    browser.follows("/en/").await;
    let shown = browser.run_with(FOLLOW, serde_json::json!([page])).await;
    assert!(shown.is_null(), "the progress was shown after {shown} ms");
}

#[tokio::test]
async fn a_link_is_prefetched_on_hover() {
    let (site, browser) = opened("/en/").await;
    let data = format!("/data/en/{LONG}.json");
    assert_eq!(site.requests(&data), 0);
    browser.point_at(&format!("main a[href='/en/{LONG}/']")).await;
    site.is_asked_for(&data).await;
    // What was loaded once is cached, in either direction.
    for _ in 0..2 {
        browser.click(&format!("main a[href='/en/{LONG}/']")).await;
        browser.see("location.pathname", format!("/en/{LONG}/")).await;
        browser.click(".masthead .home").await;
        browser.see("location.pathname", "/en/".to_owned()).await;
    }
    assert_eq!(site.requests(&data), 1);
    assert_eq!(site.requests("/data/en.json"), 1);
}

#[tokio::test]
async fn a_link_is_prefetched_on_focus() {
    let (site, browser) = opened("/es/").await;
    browser.run("document.querySelector('.languages a[hreflang=en]').focus()").await;
    site.is_asked_for("/data/en.json").await;
    browser.is_silent("loading ahead").await;
}

#[tokio::test]
async fn a_later_click_cancels_an_earlier_one() {
    let (site, browser) = opened("/en/").await;
    site.data(Data::Delayed);
    browser
        .run(&format!(
            "document.querySelector(`main a[href='/en/{LONG}/']`).click();
             document.querySelector('.languages a[hreflang=es]').click();"
        ))
        .await;
    site.data(Data::Served);
    browser.see("document.documentElement.lang", "es".to_owned()).await;
    browser.see("location.pathname", "/es/".to_owned()).await;
    // Both responses have arrived; only one was shown.
    site.is_asked_for(&format!("/data/en/{LONG}.json")).await;
    browser.see("document.querySelectorAll('article.directory').length", 1).await;
    browser.see("document.querySelector('.progress').innerText.trim()", String::new()).await;
}
