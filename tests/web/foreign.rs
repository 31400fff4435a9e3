//! What others change in a page before the application comes takes nothing from the visitor:
//! programs that translate it, that colour it, that correct what is written in it.

use super::browser::Browser;
use super::dist::{self, LANGUAGES, LONG, word};
use super::engine::Setup;
use super::site::{Data, Site};
use super::webdriver::Key;

/// What Chrome's translation does: every text is put into two elements, and the root is marked.
const TRANSLATED: &str = "
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const texts = [];
    while (walker.nextNode()) texts.push(walker.currentNode);
    for (const text of texts) {
        if (!text.data.trim() || text.parentElement.closest('script, style')) continue;
        const [outer, inner] = [document.createElement('font'), document.createElement('font')];
        outer.style.verticalAlign = inner.style.verticalAlign = 'inherit';
        inner.textContent = `¡${text.data}!`;
        outer.append(inner);
        text.replaceWith(outer);
    }
    document.documentElement.lang = 'de';
    document.documentElement.classList.add('translated-ltr');
    document.title = `¡${document.title}!`;
    document.head.append(document.createElement('meta'));
    document.body.insertAdjacentHTML('beforeend',
        '<div id=goog-gt-tt class=\"VIpgJd-yAWNEb-L7lbkb skiptranslate\"><div>Original</div></div>');";

/// What Dark Reader does: style sheets of its own, also beside ours, and colours on elements.
const DARKENED: &str = "
    const root = document.documentElement;
    root.setAttribute('data-darkreader-mode', 'dynamic');
    root.setAttribute('data-darkreader-scheme', 'dark');
    const style = (name, before) => {
        const element = document.createElement('style');
        element.className = `darkreader darkreader--${name}`;
        element.media = 'screen';
        document.head.insertBefore(element, before);
    };
    for (const name of ['fallback', 'user-agent', 'text', 'invert', 'inline', 'variables'])
        style(name, document.head.firstChild);
    for (const own of document.head.querySelectorAll('style:not(.darkreader)'))
        style('sync', own.nextSibling);
    const meta = document.createElement('meta');
    meta.name = 'darkreader';
    document.head.append(meta);
    document.head.querySelector('meta[name=color-scheme]').remove();
    for (const element of document.body.querySelectorAll('*')) {
        element.setAttribute('data-darkreader-inline-color', '');
        element.style.setProperty('--darkreader-inline-color', '#e8e6e3');
    }";

/// What Grammarly does: marks on the body and on fields, and elements around the page.
const CORRECTED: &str = "
    document.body.setAttribute('data-new-gr-c-s-check-loaded', '14.1131.0');
    document.body.setAttribute('data-gr-ext-installed', '');
    for (const field of document.querySelectorAll('input')) {
        field.setAttribute('data-gramm', 'false');
        field.setAttribute('spellcheck', 'false');
    }
    for (const [name, place] of [['grammarly-desktop-integration', document.documentElement],
        ['grammarly-extension', document.body], ['grammarly-mirror', document.body]]) {
        const element = document.createElement(name);
        element.attachShadow({ mode: 'open' }).innerHTML = '<div>G</div>';
        place.append(element);
    }";

/// Elements between those of the application, and one of those lost: what hydration cannot cope
/// with.
const MIXED: &str = "
    const app = document.querySelector('#app');
    app.insertAdjacentHTML('afterbegin', '<div class=foreign><a href=\"https://x.example/\">x</a></div>');
    app.querySelector('main').insertAdjacentHTML('afterend', '<p class=foreign>An advertisement</p>');
    app.querySelector('.announcement').remove();";

/// Opens a page that somebody changes before the application comes; `before` is what the visitor
/// has done by then.
async fn opened_changed(page: &str, change: &str, before: &str) -> (Site, Browser) {
    let site = Site::start().await;
    let browser = Browser::start(&site, Setup::default()).await;
    site.data(Data::Delayed);
    browser.load(page).await;
    browser.run(change).await;
    browser.run(before).await;
    // What the browser notes about the change itself: an extension may do what our policy forbids.
    browser.console().await;
    site.data(Data::Served);
    browser.ready().await;
    browser.mark().await;
    browser.is_silent(page).await;
    (site, browser)
}

/// The search, the theme, the languages and the other pages answer.
async fn everything_answers(change: &str) {
    for lang in LANGUAGES {
        let page = format!("/{lang}/{LONG}/");
        let (_site, browser) = opened_changed(&page, change, "").await;
        browser.write("#search", "kafka").await;
        browser.wait("document.querySelector('[data-item] mark')").await;
        browser.wait("document.querySelectorAll('[data-item][data-rest]').length > 10").await;
        browser.press(Key::Escape).await;
        browser.wait("!document.querySelector('mark, [data-rest]')").await;

        browser.click(".themes button:nth-of-type(3)").await;
        browser
            .see("document.documentElement.dataset.theme ?? null", Some("dark".to_owned()))
            .await;
        browser.see("localStorage.theme", "dark".to_owned()).await;

        browser.run("document.querySelector('.skill-link').click()").await;
        browser.wait("location.search.startsWith('?skill=')").await;
        browser
            .see("document.documentElement.dataset.reading ?? null", Some("found".to_owned()))
            .await;
        browser.press(Key::Escape).await;

        browser.click(".masthead .home").await;
        browser.follows(&format!("/{lang}/")).await;
        browser.see("document.querySelector('h1').innerText.trim().length > 0", true).await;
        browser.click(&format!("main a[href='{page}']")).await;
        browser.follows(&page).await;
        browser.back().await;
        browser.follows(&format!("/{lang}/")).await;
        browser.is_silent(&page).await;
    }
}

#[tokio::test]
async fn a_translated_page_answers() {
    everything_answers(TRANSLATED).await;
}

#[tokio::test]
async fn a_darkened_page_answers() {
    everything_answers(DARKENED).await;
}

#[tokio::test]
async fn a_corrected_page_answers() {
    everything_answers(CORRECTED).await;
}

#[tokio::test]
async fn a_mixed_page_answers() {
    everything_answers(MIXED).await;
}

#[tokio::test]
async fn every_page_starts_whoever_has_changed_it() {
    let site = Site::start().await;
    let browser = Browser::start(&site, Setup::default()).await;
    for page in dist::pages() {
        for change in [TRANSLATED, DARKENED, CORRECTED, MIXED] {
            site.data(Data::Delayed);
            browser.load(&page).await;
            browser.run(change).await;
            browser.console().await;
            site.data(Data::Served);
            browser.ready().await;
            browser.is_silent(&page).await;
            browser.see("document.querySelectorAll('h1').length", 1).await;
        }
    }
}

#[tokio::test]
async fn a_translation_is_kept() {
    let page = format!("/en/{LONG}/");
    let (_site, browser) = opened_changed(&page, TRANSLATED, "").await;
    browser.see("document.querySelector('h1 font font').textContent.startsWith('¡')", true).await;
    browser.see("document.querySelector('.skip font') != null", true).await;
    browser.see("document.querySelectorAll('.sections font').length > 100", true).await;
}

#[tokio::test]
async fn what_is_between_the_parts_of_the_page_is_gone() {
    let (_site, browser) = opened_changed(&format!("/en/{LONG}/"), MIXED, "").await;
    browser.see("document.querySelectorAll('.foreign').length", 0).await;
    browser.see("document.querySelectorAll('#app > [role]').length", 4).await;
    // The live regions that report something are there again.
    browser.grant("clipboard-write").await;
    browser.run("document.querySelector('.sections a.anchor').focus()").await;
    browser.press(Key::Enter).await;
    browser.see("document.querySelector('.toast').textContent", word("en", "linkCopied")).await;
}

#[tokio::test]
async fn the_place_and_the_focus_are_kept() {
    for change in [TRANSLATED, DARKENED, CORRECTED, MIXED] {
        let before = "scrollTo(0, 1500);
            document.querySelectorAll('.sections .skill-link')[3].focus({ preventScroll: true });
            window.focused = document.activeElement.getAttribute('href');";
        let (_site, browser) = opened_changed(&format!("/en/{LONG}/"), change, before).await;
        browser.see("scrollY", 1500).await;
        browser.see("document.activeElement.getAttribute('href') == window.focused", true).await;
    }
}
