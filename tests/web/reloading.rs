//! Pages that `perfil serve` serves: they reload when the site was rebuilt, and show mistakes.

use super::browser::Browser;
use super::dist::{self, LONG};
use super::engine::{Scheme, Setup};
use super::server::{Server, any_port, rebuild, started};
use super::site::Site;
use super::waiting::wait_until;
use super::webdriver::Key;
use perfil_cli::server::Updates;
use perfil_site::Tree;
use serde_json::{Value, json};
use std::fs;
use std::sync::Arc;

fn mistake() -> Value {
    json!({
        "severity": "error", "file": "profiles/ada.json", "line": 3, "column": 7,
        "path": "$.name", "message": "<b>name</b> is empty", "remedy": "Write \"Ada\".",
        "source": { "before": "  \"n\": ", "marked": "\"\"", "after": ", // <i>" },
    })
}

/// What the panel shows; empty if there is none.
const PANEL: &str = "(() => {
    const panel = document.querySelector('perfil-problems')?.shadowRoot.querySelector('.panel');
    return panel?.matches(':popover-open') ? panel.innerText.replaceAll(/\\s+/g, ' ') : '';
})()";

#[tokio::test]
async fn a_page_reloads_once_for_each_build_and_keeps_its_place() {
    let (updates, server, browser) = started(Setup::default()).await;
    browser.visit(&server.url(&format!("/en/{LONG}/"))).await;
    browser.ready().await;
    browser
        .run(
            "location.hash = document.querySelectorAll('.sections > [id]')[3].id; scrollBy(0, 150)",
        )
        .await;
    browser.wait("scrollY > 500").await;
    browser.run("return new Promise(done => setTimeout(done, 500))").await;
    let place: (String, f64) = browser.get("[location.hash, scrollY]").await;
    for _ in 0..3 {
        browser.mark().await;
        rebuild(&updates);
        browser.wait("!window.marker").await;
        browser.ready().await;
        browser.see(&format!("Math.abs(scrollY - {}) < 3", place.1), true).await;
        browser.see("location.hash", place.0.clone()).await;
    }
    browser.mark().await;
    browser.run("return new Promise(done => setTimeout(done, 1500))").await;
    browser.wait("window.marker").await;
    browser.is_silent("a page that reloads").await;
}

#[tokio::test]
async fn a_changed_word_is_shown_before_the_page_is_loaded_again() {
    let (updates, server, browser) = started(Setup::default()).await;
    let path = format!("/en/{LONG}/");
    browser.visit(&server.url(&path)).await;
    browser.ready().await;
    browser.mark().await;
    // Only the page has the words of its sections, so nothing else has to change.
    let text = "[...document.querySelectorAll('.sections p')].find(text => !text.children.length).textContent";
    let before: String = browser.get(text).await;
    let after = format!("{before} More.");
    let file = format!("en/{LONG}/index.html");
    let page = fs::read_to_string(dist::folder().join(&file)).unwrap();
    assert!(page.contains(&before), "{before}");
    let mut files = Tree::default();
    files.add(&file, page.replace(&before, &after).into_bytes());
    browser
        .run(&format!(
            "const note = () => sessionStorage.setItem('shown', {text});
            new MutationObserver(note).observe(document.querySelector('#app'),
                {{ subtree: true, characterData: true }})"
        ))
        .await;
    updates.changed(&Arc::new(files));
    browser.wait("!window.marker").await;
    browser.see("sessionStorage.getItem('shown')", after.clone()).await;
    browser.see(text, after).await;
    browser.is_silent("a page whose words have changed").await;
}

#[tokio::test]
async fn a_page_that_comes_out_old_again_does_not_reload_for_ever() {
    let (_updates, server, browser) = started(Setup::default()).await;
    browser.visit(&server.url("/en/")).await;
    // As if a cache in between returned the old page again, after a reload for this revision.
    let old = "window.marker = true;
        const { revision } = document.querySelector('script[data-revision]').dataset;
        sessionStorage.setItem(`perfil ${location.pathname}`, `old ${revision}`);
        const script = document.createElement('script');
        script.src = '/.perfil/reload.js';
        script.dataset.revision = 'old';
        document.body.append(script)";
    browser.run(old).await;
    browser.run("return new Promise(done => setTimeout(done, 1500))").await;
    browser.see("window.marker", true).await;
    // The browser shows an old page that it has kept: that is a first attempt.
    let kept = "sessionStorage.clear();
        dispatchEvent(new Event('pagehide'));
        dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))";
    browser.run(kept).await;
    browser.wait("!window.marker").await;
}

#[tokio::test]
async fn a_mistake_is_shown_over_the_page_until_it_is_mended() {
    let (updates, server, browser) = started(Setup::default()).await;
    browser.visit(&server.url("/en/")).await;
    browser.ready().await;
    browser.mark().await;
    browser
        .run("window.focused = document.querySelector('.masthead .home'); focused.focus()")
        .await;
    browser.see("document.activeElement === focused", true).await;
    updates.failed(vec![mistake()]);
    let shown = "The site is not up to date: 1 error Hide (Esc) error: <b>name</b> is empty \
                 profiles/ada.json:3:7 3 | \"n\": \"\", // <i> help: Write \"Ada\".";
    browser.see(PANEL, shown.to_owned()).await;
    let panel = "document.querySelector('perfil-problems').shadowRoot.querySelector('.panel')";
    browser.see(&format!("{panel}.getAttribute('role')"), "alert".to_owned()).await;
    browser.see("document.querySelector('perfil-problems').lang", "en".to_owned()).await;
    browser.see("document.activeElement === focused", true).await;
    let over = "document.elementFromPoint(innerWidth / 2, innerHeight - 20)?.localName";
    browser.see(over, "perfil-problems".to_owned()).await;
    browser.press(Key::Escape).await;
    browser.see(PANEL, String::new()).await;
    // The same state again leaves it hidden; another mistake does not.
    updates.failed(vec![mistake()]);
    updates.failed(vec![mistake(), mistake()]);
    browser.see(&format!("{PANEL}.includes('2 errors')"), true).await;
    browser.visit(&server.url("/es/")).await;
    browser.see(&format!("{PANEL}.includes('2 errors')"), true).await;
    browser.mark().await;
    updates.built(&dist::folder());
    browser.see(PANEL, String::new()).await;
    browser.see("window.marker", true).await;
    browser.is_silent("a page with a mistake").await;
}

#[tokio::test]
async fn the_panel_is_legible_in_both_schemes() {
    // The contrast between the text and what is behind it.
    let contrast = "(() => {
        const panel = document.querySelector('perfil-problems')?.shadowRoot.querySelector('.panel');
        if (!panel) return 0;
        const canvas = document.createElement('canvas').getContext('2d');
        const light = colour => {
            canvas.fillStyle = colour;
            canvas.fillRect(0, 0, 1, 1);
            const [r, g, b] = [...canvas.getImageData(0, 0, 1, 1).data].map(c => (c / 255) ** 2.2);
            return 0.2126 * r + 0.7152 * g + 0.0722 * b + 0.05;
        };
        const style = getComputedStyle(panel);
        const back = light(style.backgroundColor);
        return Math.min(...[panel, panel.querySelector('strong')].map(element => {
            const front = light(getComputedStyle(element).color);
            return Math.max(front, back) / Math.min(front, back);
        }));
    })()";
    for scheme in [Scheme::Light, Scheme::Dark] {
        let (updates, server, browser) = started(Setup { scheme, ..Setup::default() }).await;
        updates.failed(vec![mistake()]);
        browser.visit(&server.url("/en/")).await;
        browser.wait(PANEL).await;
        browser.see(&format!("{contrast} > 4.5"), true).await;
    }
}

#[tokio::test]
async fn all_pages_of_a_browser_share_one_stream() {
    const TABS: usize = 9;
    let (updates, server, browser) = started(Setup::default()).await;
    // It is no page, so it stays as it is and refers to the others.
    browser.visit(&server.url("/robots.txt")).await;
    // The first one holds the stream. Of several that load at once it may be any.
    browser.run("window.tabs = [open('/en/')]").await;
    assert!(wait_until(async || server.streams() == 1).await, "{}", server.streams());
    let open = format!("while (tabs.length < {TABS}) tabs.push(open('/en/'))");
    browser.run(&open).await;
    let loaded = "tabs.every(tab => tab.document.readyState === 'complete' &&
        tab.location.pathname === '/en/')";
    browser.wait(loaded).await;
    browser.run("tabs.forEach(tab => tab.marker = true)").await;
    updates.failed(vec![mistake()]);
    let shown = "tabs.filter(tab => !tab.closed && tab.document.querySelector('perfil-problems')?.
        shadowRoot.querySelector('.panel').matches(':popover-open')).length";
    browser.see(shown, TABS).await;
    assert_eq!(server.streams(), 1, "more would leave no connection for pages");
    browser.run("tabs[0].close()").await;
    let taken_over = wait_until(async || server.streams() == 2).await;
    assert!(taken_over, "another page must take the stream over: {}", server.streams());
    browser.run("window.open = tabs.filter(tab => !tab.closed)").await;
    updates.built(&dist::folder());
    browser.see(shown, 0).await;
    browser.see("open.every(tab => tab.marker)", true).await;
    rebuild(&updates);
    browser.see("open.every(tab => !tab.marker)", true).await;
}

#[tokio::test]
async fn a_page_finds_the_server_again() {
    let (updates, server, browser) = started(Setup::default()).await;
    browser.visit(&server.url("/en/")).await;
    browser.ready().await;
    browser.mark().await;
    let address = server.address;
    let again = |updates: &Updates| Server::start(address, &dist::folder(), updates);
    drop(server);
    let server = again(&updates);
    assert!(wait_until(async || server.streams() == 1).await);
    browser.see("window.marker", true).await;
    drop(server);
    rebuild(&updates);
    let _server = again(&updates);
    browser.wait("!window.marker").await;
}

#[tokio::test]
async fn the_page_that_waits_becomes_the_first_site() {
    let updates = Updates::default();
    updates.failed(vec![mistake()]);
    let server = Server::start(any_port(), &dist::folder(), &updates);
    let browser = Browser::start(&Site::start().await, Setup::default()).await;
    browser.visit(&server.url("/en/")).await;
    browser.see("document.querySelector('h1').innerText", "There is no site yet".to_owned()).await;
    browser.wait(&format!("{PANEL}.includes('1 error')")).await;
    updates.built(&dist::folder());
    browser.ready().await;
    browser.see(PANEL, String::new()).await;
}
