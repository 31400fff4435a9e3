//! Fonts come after the first paint, move nothing, and are not missed if they never come.

use super::browser::{Browser, opened};
use super::dist::{self, LONG, PROFILES};
use super::engine::{Scheme, Setup};
use super::site::{Fonts, Site};
use super::themes::{THEMES, themed};

/// Whether the page is set in the fonts of the site.
const ARE_SHOWN: &str = "!('fonts' in document.documentElement.dataset)";

/// How far everything in sight has moved, in Chromium's measure, what has moved, and whether the fonts
/// are shown.
const MOVED: &str = "let moved = 0;
    const what = [];
    const place = ({ x, y, width, height }) => `${x} ${y} ${width} ${height}`;
    const tell = ({ node, previousRect, currentRect }) => what.push(
        `${node?.localName ?? node?.data}.${node?.className}: ${place(previousRect)} > ${place(currentRect)}`);
    const add = entries => entries.forEach(entry => {
        moved += entry.value;
        entry.sources.forEach(tell);
    });
    const observer = new PerformanceObserver(list => add(list.getEntries()));
    observer.observe({ type: 'layout-shift', buffered: true });
    const frame = () => new Promise(done => requestAnimationFrame(() => setTimeout(done)));
    const isLoaded = face => face.display == 'swap' && face.status == 'loaded';
    return (async () => {
        while (![...document.fonts].some(isLoaded)) await frame();
        for (let frames = 0; frames < 10; frames++) await frame();
        add(observer.takeRecords());
        return [moved, what, !('fonts' in document.documentElement.dataset)];
    })();";

/// The largest movement of a page: words move within their line, and on a busy machine a page may be
/// painted before the last of what is in sight has come. Less than 0.1 is good.
const NONE: f64 = 0.0005;

#[tokio::test]
async fn nothing_moves_when_fonts_come_late() {
    let site = Site::start().await;
    let browser = Browser::start(&site, Setup::default()).await;
    let (mut all, mut set) = (0, 0);
    for width in [500, 768, 1024, 1280] {
        browser.resize(width, 900).await;
        for page in dist::documents() {
            site.fonts(Fonts::Delayed);
            browser.load(&page).await;
            browser.wait("performance.getEntriesByName('first-contentful-paint').length").await;
            site.fonts(Fonts::Served);
            let answer = browser.run(MOVED).await;
            let (moved, what, are_shown): (f64, Vec<String>, bool) =
                serde_json::from_value(answer).unwrap();
            assert!(moved < NONE, "{page} at {width}: {moved}, {what:#?}");
            (all, set) = (all + 1, set + u32::from(are_shown));
        }
    }
    println!("{set} of {all} late pages are set in the fonts of the site");
    assert!(set * 2 > all, "hardly any page is set in the fonts: {set} of {all}");
}

#[tokio::test]
async fn nothing_moves_in_any_theme_when_fonts_come_late() {
    for theme in THEMES {
        let (site, _folder) = themed(theme, None).await;
        let browser = Browser::start(&site, Setup::default()).await;
        for (width, name) in [412, 1280].into_iter().zip(PROFILES) {
            browser.resize(width, 900).await;
            site.fonts(Fonts::Delayed);
            browser.load(&format!("/en/{name}/")).await;
            browser.wait("performance.getEntriesByName('first-contentful-paint').length").await;
            site.fonts(Fonts::Served);
            let answer = browser.run(MOVED).await;
            let (moved, what, _): (f64, Vec<String>, bool) =
                serde_json::from_value(answer).unwrap();
            assert!(moved < NONE, "{theme}, {name} at {width}: {moved}, {what:#?}");
        }
    }
}

#[tokio::test]
async fn pages_read_without_fonts() {
    let site = Site::start().await;
    site.fonts(Fonts::Missing);
    let browser = Browser::start(&site, Setup::default()).await;
    browser.open(&format!("/en/{LONG}/")).await;
    site.is_asked_for_some(".woff2").await;
    let is_legible: bool = browser
        .get("document.querySelector('h1').checkVisibility() && document.querySelector('h1').offsetWidth > 100")
        .await;
    assert!(is_legible);
    assert!(!browser.get::<bool>(ARE_SHOWN).await, "fonts are shown that do not exist");
}

#[tokio::test]
async fn the_next_page_is_set_in_the_fonts() {
    let (_site, browser) = opened("/en/").await;
    // As if something had moved.
    browser.run("document.documentElement.dataset.fonts = ''").await;
    browser.click(&format!("main a[href='/en/{LONG}/']")).await;
    browser.follows(&format!("/en/{LONG}/")).await;
    browser.wait(ARE_SHOWN).await;
    browser
        .see("getComputedStyle(document.body).fontFamily.startsWith('\"Perfil Sans\"')", true)
        .await;
}

#[tokio::test]
async fn fonts_are_shown_without_scripts() {
    let site = Site::start().await;
    let setup = Setup { scripts: false, languages: "en", scheme: Scheme::Light, motion: false };
    let browser = Browser::start(&site, setup).await;
    browser.load("/en/").await;
    site.is_asked_for_some(".woff2").await;
    browser.wait("document.fonts.check('1em \"Perfil Sans\"')").await;
}

#[tokio::test]
async fn a_page_loads_only_the_styles_that_it_has() {
    let (site, browser) = opened("/en/").await;
    browser.wait(ARE_SHOWN).await;
    let asked = site.asked_for("woff2");
    assert_eq!(asked.len(), 2, "{asked:?}");
    assert!(asked.iter().all(|path| !path.contains("italic")), "{asked:?}");
}
