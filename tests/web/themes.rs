//! Every theme keeps what is promised of pages: legible, within the window, and telling at once.

use super::accessibility::{assert_accessible, axe};
use super::browser::Browser;
use super::dist::{LONG, PROFILES, root};
use super::engine::{Scheme, Setup};
use super::first_screen::{facts, screen};
use super::site::{Data, Fonts, Pages, Site, publish};
use super::start::moved;
use serde_json::{Value, json};
use std::fs;
use tempfile::TempDir;

/// The shipped themes.
pub(crate) const THEMES: [&str; 6] =
    ["classic", "dense", "editorial", "portfolio", "rail", "terminal"];

/// The shipped profiles as a site, in a theme. The second profile can have another one.
pub(crate) async fn themed(theme: &str, second: Option<&str>) -> (Site, TempDir) {
    let folder = tempfile::tempdir().unwrap();
    let content = folder.path().join("content");
    let read = |path: &str| -> Value {
        serde_json::from_slice(&fs::read(root().join("public").join(path)).unwrap()).unwrap()
    };
    let write = |path: &str, value: &Value| {
        let path = content.join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, value.to_string()).unwrap();
    };
    let mut site = read("site.json");
    site["theme"] = theme.into();
    write("site.json", &site);
    for (index, name) in PROFILES.into_iter().enumerate() {
        let path = format!("profiles/{name}.json");
        let mut profile = read(&path);
        if let (1, Some(second)) = (index, second) {
            profile["theme"] = second.into();
        }
        write(&path, &profile);
    }
    let dist = folder.path().join("dist");
    publish(&content, &dist);
    (Site::of(&dist).await, folder)
}

/// A page of each kind.
fn pages() -> [String; 6] {
    let [short, long] = PROFILES.map(|name| format!("/{{}}/{name}/"));
    [
        long.replace("{}", "en"),
        short.replace("{}", "es"),
        "/en/".into(),
        "/404.html".into(),
        "/widget/".into(),
        format!("/en/{LONG}/?skill=kafka"),
    ]
}

#[test]
fn each_theme_of_the_source_tree_is_tested() {
    let entries = fs::read_dir(root().join("themes")).unwrap().map(Result::unwrap);
    let folders = entries.filter(|entry| entry.path().is_dir());
    let mut names: Vec<_> = folders.map(|entry| entry.file_name().into_string().unwrap()).collect();
    names.sort();
    assert_eq!(names, THEMES);
}

#[tokio::test]
async fn every_theme_is_accessible() {
    let axe = axe();
    for theme in THEMES {
        let (site, _folder) = themed(theme, None).await;
        for scheme in [Scheme::Light, Scheme::Dark] {
            let setup = Setup { scheme, languages: "en", ..Setup::default() };
            let browser = Browser::start(&site, setup).await;
            for page in pages() {
                browser.load(&page).await;
                if browser.get("'view' in document.documentElement.dataset").await {
                    browser.ready().await;
                }
                assert_accessible(&browser, &axe, &format!("{theme} {scheme:?} {page}")).await;
            }
            browser.is_silent(theme).await;
        }
    }
}

/// What reaches beyond the window, if anything does.
pub(crate) const BEYOND: &str = "document.documentElement.scrollWidth <= innerWidth ? [] :
    [...document.querySelectorAll('body *')].filter(element =>
        element.getBoundingClientRect().right > innerWidth + 1
            || element.getBoundingClientRect().left < -1)
        .map(element => `${element.nodeName}.${element.className}`).slice(0, 5)";

/// Adds a word of 110 letters to every text of an owner; our own are in the parts that are left out.
const LONG_TEXTS: &str = "{
    const own = 'button, summary, select, label, script, style, svg, .bar, .button, .period, .manual';
    const texts = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT);
    while (texts.nextNode())
        if (texts.currentNode.data.trim() && !texts.currentNode.parentElement.closest(own))
            texts.currentNode.data += ` ${'Donaudampfschifffahrts'.repeat(5)}`;
}";

#[tokio::test]
async fn nothing_scrolls_sideways_in_any_theme() {
    let mut all = Vec::new();
    for theme in THEMES {
        let (site, _folder) = themed(theme, None).await;
        let browser = Browser::start(&site, Setup::default()).await;
        for page in pages() {
            browser.load(&page).await;
            for (change, what) in [
                ("", "as it is"),
                ("document.documentElement.dir = 'rtl'", "from right to left"),
                (LONG_TEXTS, "with long texts"),
            ] {
                browser.run(change).await;
                for width in [320_u32, 500, 768, 1000, 1280, 1600] {
                    // Not a phone's, whose window grows with what is in it.
                    browser.resize(width, 900).await;
                    let beyond: Vec<String> = browser.get(BEYOND).await;
                    if !beyond.is_empty() {
                        all.push(format!("{theme} {page} {what} {width}: {beyond:?}"));
                    }
                }
            }
        }
    }
    assert!(all.is_empty(), "{}", all.join("\n"));
}

#[tokio::test]
async fn the_first_screen_tells_in_any_theme() {
    for theme in THEMES {
        let (site, _folder) = themed(theme, None).await;
        let browser = Browser::start(&site, Setup::default()).await;
        for name in PROFILES {
            browser.open(&format!("/en/{name}/")).await;
            for (width, height) in [(1280, 900), (390, 844)] {
                screen(&browser, width, height).await;
                let facts = facts(&browser).await;
                let within = facts.iter().filter(|(_, is_within)| **is_within).count();
                // The shorter profile has four of the facts, and a section.
                let least = if name == LONG { 7 } else { facts.len() };
                assert!(within >= least, "{theme} {name} {width}: {facts:?}");
            }
        }
        browser.open(&format!("/en/{LONG}/?focus=kafka")).await;
        browser.wait("document.documentElement.dataset.reading == 'tailored'").await;
        for (width, height) in [(1280, 900), (390, 844)] {
            screen(&browser, width, height).await;
            let answer: f64 = browser
                .get(
                    "[...document.querySelectorAll('[data-item]')]
                        .find(item => item.checkVisibility()).getBoundingClientRect().bottom",
                )
                .await;
            assert!(answer < f64::from(height), "{theme} {width}: the answer ends at {answer}");
        }
    }
}

#[tokio::test]
async fn a_page_in_another_theme_is_loaded_as_a_document() {
    let (site, _folder) = themed("editorial", Some("terminal")).await;
    let browser = Browser::start(&site, Setup::default()).await;
    browser.open("/en/").await;
    let family = "getComputedStyle(document.body).fontFamily.includes('monospace')";
    browser.see(family, false).await;
    browser.mark().await;
    browser.click(&format!("main a[href='/en/{}/']", PROFILES[1])).await;
    browser.wait(&format!("document.readyState == 'complete' && {family}")).await;
    browser.ready().await;
    browser.back().await;
    browser.wait(&format!("location.pathname == '/en/' && !{family}")).await;
    // Within a theme, pages change as before.
    browser.ready().await;
    site.data(Data::Served);
    browser.click(&format!("main a[href='/en/{}/']", PROFILES[0])).await;
    browser.follows(&format!("/en/{}/", PROFILES[0])).await;
}

/// The themes on paper: one column, with every word of the page.
#[tokio::test]
async fn every_theme_prints_every_word() {
    let mut words: Vec<(usize, &str)> = Vec::new();
    for theme in THEMES {
        let (site, _folder) = themed(theme, None).await;
        let browser = Browser::start(&site, Setup::default()).await;
        browser.open(&format!("/en/{LONG}/")).await;
        browser.cdp("Emulation.setEmulatedMedia", json!({ "media": "print" })).await;
        screen(&browser, 794, 1123).await;
        let shown: usize = browser
            .get(
                "[...document.querySelectorAll('.sections [data-item]')]
                    .filter(item => item.checkVisibility()
                        && item.getBoundingClientRect().width > 200).length",
            )
            .await;
        words.push((shown, theme));
    }
    assert!(words.iter().all(|(shown, _)| *shown == words[0].0 && *shown > 20), "{words:?}");
}

#[tokio::test]
async fn nothing_moves_while_a_page_comes_in_pieces() {
    let mut all = Vec::new();
    for theme in THEMES {
        let (site, _folder) = themed(theme, None).await;
        site.fonts(Fonts::Missing);
        site.pages(Pages::InPieces);
        let browser = Browser::start(&site, Setup::default()).await;
        for width in [412, 1280] {
            browser.resize(width, 860).await;
            for page in ["", LONG] {
                browser.open(&format!("/en/{page}/").replace("//", "/")).await;
                let moved = moved(&browser).await;
                all.extend(moved.iter().map(|what| format!("{theme} {page} {width}: {what}")));
            }
        }
    }
    assert!(all.is_empty(), "{all:#?}");
}
