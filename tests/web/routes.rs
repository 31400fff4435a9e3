//! Links are followed within the document, and everything else is updated.

use super::browser::{Browser, opened};
use super::dist::{LANGUAGES, LONG, PROFILES};
use super::engine::Setup;
use super::site::Site;
use serde_json::Value;

/// The document's metadata of its page, outside of the application.
const HEAD: &str = "(() => {
    const all = (selector, name, value) => Object.fromEntries(
        [...document.head.querySelectorAll(selector)]
            .map(element => [element.getAttribute(name), element.getAttribute(value)]));
    const { lang, dir, dataset } = document.documentElement;
    return {
        lang, dir, hue: dataset.hue, title: document.title,
        canonical: all('link[rel=canonical]', 'rel', 'href'),
        alternates: all('link[hreflang]', 'hreflang', 'href'),
        description: all('meta[name=description]', 'name', 'content'),
        graph: all(`meta[property]:not([property*=type], [property^='og:image'],
            [property^='og:locale'], [property^='profile:'])`, 'property', 'content'),
    };
})()";

#[tokio::test]
async fn the_head_equals_that_of_a_loaded_page() {
    for lang in LANGUAGES {
        let home = format!("/{lang}/");
        let (_site, browser) = opened(&home).await;
        let mut followed = Vec::new();
        for slug in PROFILES {
            let page = format!("/{lang}/{slug}/");
            browser.click(&format!("main a[href='{page}']")).await;
            browser.follows(&page).await;
            followed.push((page, browser.get::<Value>(HEAD).await));
            browser.click(".masthead .home").await;
            browser.follows(&home).await;
        }
        followed.push((home, browser.get::<Value>(HEAD).await));
        browser.is_silent("following links").await;
        // Nothing belongs to a page that is gone.
        let others = "document.querySelectorAll(`link[rel=alternate]:not([hreflang]),
            meta[property^='og:image'], meta[name^='twitter:']`).length";
        assert_eq!(browser.get::<usize>(others).await, 0);
        for (page, followed) in followed {
            browser.open(&page).await;
            assert_eq!(followed, browser.get::<Value>(HEAD).await, "{page}");
        }
    }
}

/// Every element of the application, with what a visitor perceives of it; without the groups into
/// which Leptos puts the static parts of a drawing when it creates them in the browser.
const ELEMENTS: &str = "[...document.querySelectorAll('#app :not(g)')].map(element => [
    element.tagName, element.id, element.className.baseVal ?? element.className,
    element.lang, element.dir, element.getAttribute('href'), element.getAttribute('aria-label'),
    [...element.childNodes].filter(node => node.nodeType == 3).map(node => node.data.trim()).join(''),
].join(' '))";

#[tokio::test]
async fn the_page_equals_a_loaded_page() {
    let (_site, browser) = opened("/en/").await;
    for slug in PROFILES {
        let page = format!("/en/{slug}/");
        browser.click(&format!("main a[href='{page}']")).await;
        browser.follows(&page).await;
        // Only the announcement differs from a loaded page.
        browser.wait("document.querySelector('.announcement').innerText == document.title").await;
        browser.run("document.querySelector('.announcement').innerText = ' '").await;
        let followed: Vec<String> = browser.get(ELEMENTS).await;
        browser.open(&page).await;
        let loaded: Vec<String> = browser.get(ELEMENTS).await;
        let other = followed.iter().zip(&loaded).find(|(followed, loaded)| followed != loaded);
        assert_eq!(other, None, "{page}");
        assert_eq!(followed.len(), loaded.len(), "{page}");
        browser.open("/en/").await;
        browser.mark().await;
    }
}

#[tokio::test]
async fn the_focus_is_on_the_heading_and_the_title_is_announced() {
    for lang in LANGUAGES {
        let (_site, browser) = opened(&format!("/{lang}/")).await;
        let page = format!("/{lang}/{LONG}/");
        browser.run("scrollTo(0, 100)").await;
        browser.click(&format!("main a[href='{page}']")).await;
        browser.follows(&page).await;
        browser.wait("document.activeElement.matches('h1')").await;
        browser.see("document.querySelectorAll('h1').length", 1).await;
        browser.see("scrollY", 0).await;
        let announced = "document.querySelector('.announcement[role=status]').textContent";
        browser.wait(&format!("{announced} == document.title")).await;
        browser.wait("document.title.includes(document.querySelector('h1').textContent)").await;
    }
}

#[tokio::test]
async fn a_click_with_control_is_left_to_the_browser() {
    let (_site, browser) = opened("/en/").await;
    browser.control_click(&format!("main a[href='/en/{LONG}/']")).await;
    browser.has_windows(2).await;
    browser.follows("/en/").await;
}

#[tokio::test]
async fn a_fragment_of_another_page_is_scrolled_to() {
    let (_site, browser) = opened("/en/").await;
    browser
        .run(&format!(
            "const link = document.createElement('a');
             link.href = '/en/{LONG}/#technology-stack';
             link.textContent = 'stack';
             document.querySelector('main').append(link);
             link.click();"
        ))
        .await;
    browser.follows(&format!("/en/{LONG}/")).await;
    browser.see("location.hash", "#technology-stack".to_owned()).await;
    let top = "document.querySelector('#technology-stack h2').getBoundingClientRect().top";
    browser.wait(&format!("{top} >= 0 && {top} < innerHeight / 3")).await;
}

#[tokio::test]
async fn a_link_to_the_page_itself_changes_nothing() {
    let (_site, browser) = opened("/en/").await;
    let entries: usize = browser.get("history.length").await;
    browser.click(".masthead .home").await;
    browser.click(".languages a[aria-current]").await;
    browser.follows("/en/").await;
    browser.see("history.length", entries).await;
}

#[tokio::test]
async fn links_to_other_files_are_left_to_the_browser() {
    let (_site, browser) = opened("/en/").await;
    browser
        .run(
            "const link = document.createElement('a');
             link.href = '/sitemap.xml';
             document.querySelector('main').append(link);
             link.click();",
        )
        .await;
    browser.see("location.pathname", "/sitemap.xml".to_owned()).await;
}

#[tokio::test]
async fn a_page_has_a_transition_unless_motion_is_reduced() {
    for motion in [true, false] {
        let site = Site::start().await;
        let browser = Browser::start(&site, Setup { motion, ..Setup::default() }).await;
        browser.open("/en/").await;
        browser.mark().await;
        browser
            .run(
                "window.begun = 0;
                 const start = document.startViewTransition.bind(document);
                 document.startViewTransition = change => (window.begun += 1, start(change));",
            )
            .await;
        browser.run("document.querySelector('.people a[href]').click()").await;
        browser.wait("document.querySelector('article.profile')").await;
        browser.wait("document.activeElement.matches('h1')").await;
        browser.see("begun", u32::from(motion)).await;
        browser.wait("window.marker").await;
        browser.is_silent("a transition").await;
    }
}
