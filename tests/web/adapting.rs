//! Pages adapt to visitors' needs: zoom, text spacing, forced colours.

use super::browser::Browser;
use super::dist::{self, LANGUAGES, LONG};
use super::engine::Setup;
use super::site::Site;
use serde_json::{Value, json};

/// The spacing of letters, words and lines that every page must support (WCAG 2.2, 1.4.12).
const SPACED: &str = "const sheet = new CSSStyleSheet();
    sheet.replaceSync(`* {
        line-height: 1.5 !important;
        letter-spacing: 0.12em !important;
        word-spacing: 0.16em !important;
    }
    p { margin-block-end: 2em !important; }`);
    document.adoptedStyleSheets.push(sheet);";

/// Elements that overflow the window or are clipped by an ancestor.
const CUT: &str = "(() => {
    const cut = [];
    const room = document.documentElement;
    if (room.scrollWidth > room.clientWidth) cut.push(`the page is ${room.scrollWidth} wide`);
    for (const part of document.querySelectorAll('#app *')) {
        const style = getComputedStyle(part);
        const isClipping = style.overflowX == 'hidden' || style.overflowX == 'clip';
        if (isClipping && style.clipPath == 'none' && part.scrollWidth > part.clientWidth + 1)
            cut.push(part.outerHTML.slice(0, 200));
    }
    return cut;
})()";

async fn nothing_is_cut(width: u32, is_spaced: bool) {
    let site = Site::start().await;
    // In this language, the chooser does not redirect.
    let browser = Browser::start(&site, Setup { languages: "de", ..Setup::default() }).await;
    browser.resize(width, 700).await;
    for path in dist::documents() {
        browser.load(&path).await;
        if browser.get("'view' in document.documentElement.dataset").await {
            browser.ready().await;
        }
        if is_spaced {
            browser.run(SPACED).await;
        }
        assert_eq!(browser.get::<u32>("innerWidth").await, width);
        assert_eq!(browser.get::<Vec<String>>(CUT).await, Vec::<String>::new(), "{path}");
    }
}

#[tokio::test]
async fn nothing_is_clipped_at_a_zoom_of_200_percent() {
    nothing_is_cut(640, false).await;
}

#[tokio::test]
async fn nothing_is_clipped_at_a_zoom_of_400_percent() {
    nothing_is_cut(320, false).await;
}

#[tokio::test]
async fn text_spacing_can_be_increased() {
    nothing_is_cut(1280, true).await;
    nothing_is_cut(320, true).await;
}

/// The appearance of elements, as far as forced colours keep differences.
async fn drawn(browser: &Browser, selector: &str) -> Value {
    browser
        .run_with(
            "const style = getComputedStyle(document.querySelector(arguments[0]));
             return ['color', 'backgroundColor', 'borderColor', 'borderWidth', 'fontWeight',
                 'textDecorationLine', 'outlineStyle', 'fill'].map(name => style[name]);",
            json!([selector]),
        )
        .await
}

#[tokio::test]
async fn states_are_visible_in_forced_colours() {
    let site = Site::start().await;
    let browser = Browser::start(&site, Setup::default()).await;
    let forced = json!({ "features": [{ "name": "forced-colors", "value": "active" }] });
    browser.cdp("Emulation.setEmulatedMedia", forced).await;
    for lang in LANGUAGES {
        browser.open(&format!("/{lang}/{LONG}/?q=python")).await;
        assert!(browser.get::<bool>("matchMedia('(forced-colors: active)').matches").await);
        browser.wait("document.querySelector('main mark')").await;
        let mark = drawn(&browser, "main mark").await;
        let around = drawn(&browser, "main :has(> mark)").await;
        assert_ne!(mark, around, "what was found looks like what stands around it");
        let bar = browser.get::<String>(
            "(style => style.fill + style.backgroundColor)(getComputedStyle(
                document.querySelector('.chart-bar')))",
        );
        let bar = bar.await;
        let paper: String = browser.get("getComputedStyle(document.body).backgroundColor").await;
        assert!(!bar.starts_with(&paper), "the bars of the chart have the colour of the page");

        browser.open(&format!("/{lang}/{LONG}/")).await;
        browser.run("document.querySelector('.skill-index').open = true").await;
        let rest = drawn(&browser, ".skill-index .chip").await;
        browser.run("document.querySelector('.skill-index .chip').click()").await;
        browser.wait("document.querySelector('.skill-index .chip[aria-pressed=true]')").await;
        let pressed = drawn(&browser, ".skill-index .chip[aria-pressed=true]").await;
        assert_ne!(pressed, rest, "a chosen skill looks like any other");
    }
}

#[tokio::test]
async fn chart_rows_and_entries_highlight_each_other() {
    let site = Site::start().await;
    let browser = Browser::start(&site, Setup::default()).await;
    for lang in LANGUAGES {
        browser.open(&format!("/{lang}/{LONG}/")).await;
        browser.run("document.querySelector('.chart a').focus()").await;
        let answers = "document.querySelector('.answers')?.id";
        let id: String = browser.get("document.querySelector('.chart a').hash.slice(1)").await;
        browser.see(answers, id).await;
        browser
            .run(
                "document.querySelector('.entry[id]').dispatchEvent(
            new PointerEvent('pointerover', { bubbles: true }))",
            )
            .await;
        browser.see("document.querySelector('.answers')?.matches('.chart a')", true).await;
    }
}
