//! The command palette: opened, filtered and used without a mouse.

use super::browser::{Browser, opened};
use super::dist::{LANGUAGES, LONG, PROFILES, word};
use super::webdriver::Key;

const CHOSEN: &str = "document.querySelector('#palette [aria-selected=true] span').innerText";

async fn open(browser: &Browser) {
    browser.control('k').await;
    browser.wait("document.querySelector('#palette').open").await;
    browser.see("document.activeElement.id", "palette-field".to_owned()).await;
}

async fn is_closed(browser: &Browser) {
    browser.wait("!document.querySelector('#palette')?.open").await;
}

#[tokio::test]
async fn a_section_is_opened_by_name() {
    for (lang, typed, id) in
        [("en", "princ", "design-principles"), ("es", "princ", "design-principles")]
    {
        let (_site, browser) = opened(&format!("/{lang}/{LONG}/")).await;
        open(&browser).await;
        browser.write("#palette-field", typed).await;
        while browser
            .get::<String>(
                "document.querySelector('#palette [aria-selected=true]').dataset.href ?? ''",
            )
            .await
            != format!("#{id}")
        {
            browser.press(Key::Down).await;
        }
        // The field refers to the chosen option.
        browser
            .wait("document.getElementById(document.activeElement.getAttribute('aria-activedescendant')).ariaSelected == 'true'")
            .await;
        browser.press(Key::Enter).await;
        is_closed(&browser).await;
        browser.see("location.hash", format!("#{id}")).await;
        browser.is_silent("the commands").await;
    }
}

#[tokio::test]
async fn a_file_is_downloaded_and_not_opened() {
    let (_site, browser) = opened(&format!("/en/{LONG}/")).await;
    browser
        .run(
            "addEventListener('click', event => {
                const link = event.target.closest('a[href]');
                if (!link) return;
                window.followed = `${link.pathname} ${link.hasAttribute('download')}`;
                event.preventDefault();
            })",
        )
        .await;
    open(&browser).await;
    browser.write("#palette-field", "json resume").await;
    browser.press(Key::Enter).await;
    is_closed(&browser).await;
    browser.see("window.followed", format!("/export/json/en/{LONG}.json true")).await;
}

#[tokio::test]
async fn scattered_letters_match_a_command() {
    let (_site, browser) = opened(&format!("/en/{LONG}/")).await;
    open(&browser).await;
    browser.write("#palette-field", "tchstck").await;
    browser.see(CHOSEN, "Technology Stack".to_owned()).await;
    browser.press(Key::Up).await;
    browser.press(Key::Escape).await;
    is_closed(&browser).await;
}

#[tokio::test]
async fn people_skills_languages_and_themes_are_commands() {
    let (_site, browser) = opened(&format!("/en/{LONG}/")).await;
    for (typed, state) in [
        ("dark", "document.documentElement.dataset.theme == 'dark'"),
        ("postgres", "location.search == '?skill=postgresql'"),
        (
            "español",
            "document.documentElement.lang == 'es' && location.search == '?skill=postgresql'",
        ),
        ("rodrigo", "location.pathname == '/es/rodrigo-de-leon/' && location.search == ''"),
    ] {
        open(&browser).await;
        browser.write("#palette-field", typed).await;
        browser.press(Key::Enter).await;
        is_closed(&browser).await;
        browser.wait(state).await;
    }
    browser.wait("window.marker").await;
    browser.is_silent("the commands").await;
}

#[tokio::test]
async fn a_button_opens_the_palette_and_focus_returns() {
    for lang in LANGUAGES {
        let (_site, browser) = opened(&format!("/{lang}/")).await;
        browser.run("document.querySelector('.commands').focus()").await;
        browser.press(Key::Enter).await;
        browser.wait("document.querySelector('#palette').open").await;
        let keys: String = browser.get("document.querySelector('#palette .keys').innerText").await;
        assert!(keys.contains(&word(lang, "commands")), "{keys}");
        browser.write("#palette-field", "qqqq").await;
        browser
            .see("document.querySelector('.palette-none').innerText", word(lang, "noCommand"))
            .await;
        browser.press(Key::Escape).await;
        is_closed(&browser).await;
        browser.see("document.activeElement.className", "commands".to_owned()).await;
        browser.is_silent("the button").await;
    }
}

#[tokio::test]
async fn the_keys_are_listed_and_can_be_switched_off() {
    let (_site, browser) = opened(&format!("/en/{}/", PROFILES[0])).await;
    browser.press('?').await;
    browser.wait("document.querySelector('#palette').open").await;
    browser.write("#palette-field", "shortcuts off").await;
    browser.press(Key::Enter).await;
    is_closed(&browser).await;
    for key in ['/', '?'] {
        browser.press(key).await;
        browser.see("document.activeElement.id == 'search'", false).await;
        is_closed(&browser).await;
    }
    browser.control('k').await;
    is_closed(&browser).await;
    // The button still opens the palette, in which the keys can be switched on again.
    browser.click(".commands").await;
    browser.write("#palette-field", "shortcuts on").await;
    browser.press(Key::Enter).await;
    browser.press('/').await;
    browser.see("document.activeElement.id", "search".to_owned()).await;
}

#[tokio::test]
async fn shortcuts_are_ignored_while_typing() {
    let (_site, browser) = opened(&format!("/en/{LONG}/")).await;
    browser.press('/').await;
    browser.see("document.activeElement.id", "search".to_owned()).await;
    browser.write("#search", "CI/CD?").await;
    browser.see("document.querySelector('#search').value", "CI/CD?".to_owned()).await;
    is_closed(&browser).await;
}
