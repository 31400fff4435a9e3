//! The theme: the system's unless the visitor chooses, stored, and applied before the first paint.

use super::browser::Browser;
use super::dist::LANGUAGES;
use super::engine::{Scheme, Setup};
use super::site::{Module, Site};
use super::webdriver::Key;

/// The colours of the page and of its text, as red, green and blue.
const COLOURS: &str = "(() => {
    const context = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
    const seen = [document.documentElement, document.body]
        .map(element => getComputedStyle(element).backgroundColor)
        .filter(colour => !/^rgba\\(0, 0, 0, 0\\)|transparent/.test(colour));
    const pixel = colour => {
        context.fillStyle = colour;
        context.fillRect(0, 0, 1, 1);
        return [...context.getImageData(0, 0, 1, 1).data].slice(0, 3);
    };
    return [seen.pop() ?? 'white', getComputedStyle(document.querySelector('h1')).color].map(pixel);
})()";

type Colours = [[u32; 3]; 2];

const PRESSED: &str = "[...document.querySelectorAll('.themes button')]
    .map(button => button.getAttribute('aria-pressed')).join()";

const THEME: &str = "document.documentElement.dataset.theme ?? null";

fn is_dark([page, text]: Colours) -> bool {
    page.iter().sum::<u32>() < text.iter().sum()
}

async fn started(scheme: Scheme) -> (Site, Browser) {
    let site = Site::start().await;
    let browser = Browser::start(&site, Setup { scheme, ..Setup::default() }).await;
    (site, browser)
}

/// Presses a button: 1 is the system's theme, 2 the light one, 3 the dark one.
async fn choose(browser: &Browser, button: usize) {
    browser.click(&format!(".themes button:nth-of-type({button})")).await;
    let pressed: Vec<_> =
        (1..=3).map(|index| if index == button { "true" } else { "false" }).collect();
    browser.see(PRESSED, pressed.join(",")).await;
}

#[tokio::test]
async fn the_theme_of_the_system_is_used() {
    for (scheme, dark) in [(Scheme::Light, false), (Scheme::Dark, true)] {
        let (_site, browser) = started(scheme).await;
        browser.open("/en/").await;
        browser.see(PRESSED, "true,false,false".to_owned()).await;
        browser.see(THEME, None::<String>).await;
        assert_eq!(is_dark(browser.get(COLOURS).await), dark, "{scheme:?}");
    }
}

#[tokio::test]
async fn a_chosen_theme_looks_like_the_systems() {
    for (scheme, same, other) in [(Scheme::Light, 2, 3), (Scheme::Dark, 3, 2)] {
        let (_site, browser) = started(scheme).await;
        browser.open("/es/").await;
        let system: Colours = browser.get(COLOURS).await;
        choose(&browser, other).await;
        let chosen: Colours = browser.get(COLOURS).await;
        assert_ne!(is_dark(chosen), is_dark(system), "{scheme:?}");
        choose(&browser, same).await;
        assert_eq!(browser.get::<Colours>(COLOURS).await, system, "{scheme:?}");
        choose(&browser, 1).await;
        assert_eq!(browser.get::<Colours>(COLOURS).await, system, "{scheme:?}");
    }
}

#[tokio::test]
async fn a_chosen_theme_is_stored_and_reset() {
    let (_site, browser) = started(Scheme::Light).await;
    browser.open("/en/").await;
    choose(&browser, 3).await;
    browser.see(THEME, Some("dark".to_owned())).await;
    browser.reload().await;
    browser.ready().await;
    browser.see(PRESSED, "false,false,true".to_owned()).await;
    browser.see(THEME, Some("dark".to_owned())).await;
    // It applies to the site, not to the page.
    browser.click(".languages a[hreflang=es]").await;
    browser.see("document.documentElement.lang", "es".to_owned()).await;
    browser.see(THEME, Some("dark".to_owned())).await;
    browser.see(PRESSED, "false,false,true".to_owned()).await;

    choose(&browser, 1).await;
    browser.see(THEME, None::<String>).await;
    browser.see("localStorage.length", 0).await;
    browser.reload().await;
    browser.ready().await;
    browser.see(PRESSED, "true,false,false".to_owned()).await;
    browser.is_silent("choosing themes").await;
}

#[tokio::test]
async fn a_stored_theme_applies_before_the_application_starts() {
    for (scheme, theme) in [(Scheme::Light, "dark"), (Scheme::Dark, "light")] {
        let (site, browser) = started(scheme).await;
        browser.remember_theme(theme).await;
        site.module(Module::Missing);
        for path in LANGUAGES
            .map(|lang| format!("/{lang}/"))
            .iter()
            .chain([&super::dist::NOWHERE.to_owned()])
        {
            browser.load(path).await;
            browser.see(THEME, Some(theme.to_owned())).await;
            assert_eq!(is_dark(browser.get(COLOURS).await), theme == "dark", "{path}");
            // A script in the head, before the style that blocks the first paint, cannot be late.
            let is_early: bool = browser
                .get(
                    "(script => !script.src && !script.type && Boolean(
                        script.compareDocumentPosition(document.querySelector('style, link[rel=stylesheet]'))
                            & Node.DOCUMENT_POSITION_FOLLOWING))
                     (document.head.querySelector('script'))",
                )
                .await;
            assert!(is_early, "{path} reads the theme too late");
        }
    }
}

#[tokio::test]
async fn an_unknown_theme_is_the_systems() {
    let (_site, browser) = started(Scheme::Light).await;
    browser.remember_theme("blue' onload=alert(1)").await;
    browser.open("/en/").await;
    browser.see(THEME, None::<String>).await;
    browser.see(PRESSED, "true,false,false".to_owned()).await;
    browser.is_silent("an unknown theme").await;
}

#[tokio::test]
async fn a_theme_can_be_chosen_by_keyboard() {
    let (_site, browser) = started(Scheme::Light).await;
    browser.open("/en/").await;
    browser.run("document.querySelectorAll('.themes button')[1].focus()").await;
    browser.press(Key::Tab).await;
    browser.press(Key::Space).await;
    browser.see(THEME, Some("dark".to_owned())).await;
    browser.see("document.activeElement.getAttribute('aria-pressed')", "true".to_owned()).await;
}
