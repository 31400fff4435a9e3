//! Embedding a card: the dialog of every profile, and the page with all options.

use super::accessibility::{assert_accessible, axe};
use super::browser::{Browser, opened};
use super::dist::{LANGUAGES, LONG, PROFILES, word};
use super::engine::{Scheme, Setup};
use super::people::crowd_at;
use super::site::Site;
use super::webdriver::Key;

const IS_OPEN: &str = "document.querySelector('#embed')?.open";

/// What is shown of the chosen option.
const SHOWN: &str = "[...document.querySelectorAll('#embed pre')]
    .filter(markup => markup.checkVisibility()).map(markup => markup.textContent).join()";

const STATUS: &str = "document.querySelector('#embed [role=status]').textContent";

/// The pages about cards.
const PAGES: [&str; 2] = ["/widget/", "/widget/es/"];

async fn is_closed(browser: &Browser) {
    browser.wait(&format!("!{IS_OPEN}")).await;
}

/// The card in the dialog, once it is rendered.
async fn wait_for_card(browser: &Browser, within: &str) {
    let card = format!("document.querySelector('{within} perfil-card')");
    browser.wait(&format!("{card}.shadowRoot?.querySelector('.card .name')")).await;
}

#[tokio::test]
async fn every_option_is_shown_and_copied_by_keyboard() {
    for lang in LANGUAGES {
        let (_site, browser) = opened(&format!("/{lang}/{LONG}/")).await;
        browser.grant("clipboard-read").await;
        browser.grant("clipboard-write").await;
        browser.run("document.querySelector('.embed-open').focus()").await;
        browser.press(Key::Enter).await;
        browser.wait(IS_OPEN).await;
        wait_for_card(&browser, "#embed").await;
        for option in ["element", "frame", "picture"] {
            // The arrow keys choose the option, and Tab moves on to its content.
            browser.see("document.activeElement.value", option.to_owned()).await;
            let shown: String = browser.get(SHOWN).await;
            assert!(shown.contains(LONG) && !shown.contains(','), "{option}: {shown}");
            let mut steps = 0;
            while !browser.get::<bool>("document.activeElement.name == 'copy-text'").await {
                browser.press(Key::Tab).await;
                steps += 1;
                assert!(steps < 30, "{option} cannot be copied by keyboard");
            }
            browser.press(Key::Enter).await;
            browser.see(STATUS, word(lang, "copied")).await;
            let copied: String = browser.get("navigator.clipboard.readText()").await;
            assert_eq!(copied, shown, "{option}");
            browser.see(STATUS, String::new()).await;
            browser.run("document.querySelector('#embed [name=way]:checked').focus()").await;
            browser.press(Key::Right).await;
        }
        browser.press(Key::Escape).await;
        is_closed(&browser).await;
        browser.see("document.activeElement.className", "embed-open".to_owned()).await;
        browser.is_silent("the dialog").await;
    }
}

#[tokio::test]
async fn the_dialog_closes_by_backdrop_and_button() {
    let (_site, browser) = opened(&format!("/en/{LONG}/")).await;
    browser.click(".embed-open").await;
    browser.wait(IS_OPEN).await;
    browser.run("document.querySelector('#embed').click()").await;
    is_closed(&browser).await;
    browser.see("document.activeElement.className", "embed-open".to_owned()).await;

    browser.click(".embed-open").await;
    browser.wait(IS_OPEN).await;
    browser.click("#embed .embed-close").await;
    is_closed(&browser).await;
    browser.see("document.activeElement.className", "embed-open".to_owned()).await;
    browser.see("document.querySelectorAll('dialog').length", 1).await;

    // It is that of the current page, in its language.
    browser.click(".languages a[hreflang=es]").await;
    browser.see("document.documentElement.lang", "es".to_owned()).await;
    browser.click(".embed-open").await;
    browser.wait(IS_OPEN).await;
    browser.see("document.querySelectorAll('dialog').length", 1).await;
    browser.see("document.querySelector('#embed perfil-card').lang", "es".to_owned()).await;
    // Shortcuts are ignored behind the dialog.
    browser.press('/').await;
    browser.wait("document.activeElement.closest('#embed')").await;
    browser.press(Key::Escape).await;
    is_closed(&browser).await;
    browser.is_silent("the dialog").await;
}

#[tokio::test]
async fn the_command_exists_only_on_profiles() {
    let (_site, browser) = opened(&format!("/en/{LONG}/")).await;
    browser.control('k').await;
    browser.write("#palette-field", "embed this").await;
    browser.press(Key::Enter).await;
    browser.wait(IS_OPEN).await;
    // The command palette replaces the dialog.
    browser.control('k').await;
    browser.wait("document.querySelector('#palette').open").await;
    is_closed(&browser).await;
    browser.see("document.querySelectorAll('dialog').length", 1).await;
    browser.press(Key::Escape).await;

    browser.open("/en/").await;
    browser.see("document.querySelectorAll('.embed-open').length", 0).await;
    browser.control('k').await;
    browser.see("document.querySelectorAll('[data-act=embed]').length", 0).await;
}

#[tokio::test]
async fn the_dialog_is_accessible() {
    let axe = axe();
    for (scheme, lang) in [(Scheme::Light, "en"), (Scheme::Dark, "es")] {
        let site = Site::start().await;
        let browser = Browser::start(&site, Setup { scheme, ..Setup::default() }).await;
        browser.open(&format!("/{lang}/{LONG}/")).await;
        browser.click(".embed-open").await;
        wait_for_card(&browser, "#embed").await;
        for option in ["element", "frame", "picture"] {
            browser
                .run(&format!("document.querySelector('#embed [value={option}]').click()"))
                .await;
            assert_accessible(&browser, &axe, option).await;
        }
    }
}

#[tokio::test]
async fn the_only_way_to_embed_is_shown_without_a_choice() {
    // A site of so many people has cards, and neither frames nor pictures of them.
    let (_folder, _site, browser) = crowd_at("/en/person-1/").await;
    browser.click(".embed-open").await;
    wait_for_card(&browser, "#embed").await;
    let shown: String = browser.get(SHOWN).await;
    assert!(shown.contains("<perfil-card profile=\"person-1\""), "{shown}");
    browser.see("document.querySelectorAll('#embed [name=way]').length", 0).await;
    assert_accessible(&browser, &axe(), "the only way").await;
    browser.is_silent("the dialog").await;
}

#[tokio::test]
async fn the_playground_changes_the_card_and_its_markup() {
    for page in PAGES {
        let site = Site::start().await;
        let browser = Browser::start(&site, Setup::default()).await;
        browser.load(&format!("{page}?profile={LONG}")).await;
        browser.wait("!document.querySelector('.playground').hidden").await;
        browser.see("document.querySelector('[name=profile]').value", LONG.to_owned()).await;
        browser.run("document.querySelector('.playground').scrollIntoView()").await;
        wait_for_card(&browser, ".playground").await;
        for (name, value) in [
            ("profile", PROFILES[0]),
            ("lang", "es"),
            ("theme", "dark"),
            ("variant", "compact"),
            ("skills", "python"),
            ("loading", "eager"),
        ] {
            browser
                .run(&format!(
                    "const field = document.querySelector('.playground [name={name}]');
                     field.value = '{value}';
                     field.dispatchEvent(new Event('input', {{ bubbles: true }}));"
                ))
                .await;
            let card = "document.querySelector('.playground perfil-card')";
            browser.see(&format!("{card}.getAttribute('{name}')"), value.to_owned()).await;
            let written = format!("{name}=\"{value}\"");
            let markup = "document.querySelector('[data-markup=element]').textContent";
            browser.wait(&format!("{markup}.includes('{written}')")).await;
        }
        let shown = "document.querySelector('.playground perfil-card').shadowRoot";
        browser.see(&format!("{shown}.querySelector('.card').lang"), "es".to_owned()).await;
        browser
            .see(&format!("{shown}.querySelector('.chosen').textContent"), "Python".to_owned())
            .await;
        let frame: String =
            browser.get("document.querySelector('[data-markup=frame]').textContent").await;
        let place =
            format!("embed/es/{}/?theme=dark&amp;variant=compact&amp;skills=python", PROFILES[0]);
        assert!(frame.contains(&place), "{frame}");

        browser.grant("clipboard-read").await;
        browser.grant("clipboard-write").await;
        browser.click("[data-copies=frame]").await;
        browser.see("navigator.clipboard.readText()", frame).await;
        browser.is_silent(page).await;
    }
}

#[tokio::test]
async fn the_build_and_the_playground_write_the_same_markup() {
    let site = Site::start().await;
    let browser = Browser::start(&site, Setup::default()).await;
    for page in PAGES {
        let written =
            "[...document.querySelectorAll('[data-markup]')].map(code => code.textContent)";
        browser.load(page).await;
        browser.wait("!document.querySelector('.playground').hidden").await;
        let live: Vec<String> = browser.get(written).await;
        let mut built: Vec<String> = browser
            .get(&format!(
                "fetch(location.href).then(response => response.text()).then(html => {{
                     const document = new DOMParser().parseFromString(html, 'text/html');
                     return {written};
                 }})"
            ))
            .await;
        // The build sets the language, which the card could take from the page around it.
        let language = if page.contains("es") { " lang=\"es\"" } else { " lang=\"en\"" };
        built[0] = built[0].replace(language, "");
        assert_eq!(live, built, "{page}");
    }
}

#[tokio::test]
async fn the_page_is_accessible_and_logs_nothing() {
    let axe = axe();
    for (scheme, page) in [(Scheme::Light, PAGES[0]), (Scheme::Dark, PAGES[1])] {
        let site = Site::start().await;
        let browser = Browser::start(&site, Setup { scheme, ..Setup::default() }).await;
        browser.load(page).await;
        for card in ["first-child", "last-child"] {
            browser
                .run(&format!("document.querySelector('.gallery > :{card}').scrollIntoView()"))
                .await;
            wait_for_card(&browser, &format!(".gallery > :{card}")).await;
        }
        assert_accessible(&browser, &axe, page).await;
        // The frame has the height of its card.
        browser.wait("Number(document.querySelector('.gallery iframe').height) > 100").await;
        browser.is_silent(page).await;
    }
}

#[tokio::test]
async fn the_documentation_is_readable_without_scripts() {
    let site = Site::start().await;
    let browser = Browser::start(&site, Setup { scripts: false, ..Setup::default() }).await;
    for (page, heading) in PAGES.into_iter().zip(["When something fails", "Cuando algo falla"]) {
        browser.load(page).await;
        let text: String = browser.get("document.querySelector('main').innerText").await;
        assert!(text.contains(heading) && text.contains("--perfil-accent"), "{text}");
        browser.see("document.querySelector('.playground').checkVisibility()", false).await;
        let links = "document.querySelectorAll('.gallery perfil-card > a[href]').length >= 6";
        browser.wait(links).await;
    }
    // The link of a profile has this target.
    browser.load(&format!("/es/{LONG}/")).await;
    browser.click(".footer a").await;
    browser.see("location.pathname", "/widget/es/".to_owned()).await;
}

#[tokio::test]
async fn the_page_uses_the_stored_theme() {
    let site = Site::start().await;
    let browser = Browser::start(&site, Setup::default()).await;
    browser.remember_theme("dark").await;
    browser.load(PAGES[0]).await;
    browser.see("document.documentElement.dataset.theme", "dark".to_owned()).await;
}
