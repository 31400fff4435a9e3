//! The card on other sites: it is shown, responds, and does not change the page.

use super::accessibility::{assert_accessible, axe};
use super::browser::Browser;
use super::dist::{LANGUAGES, LONG};
use super::engine::{Scheme, Setup};
use super::host::Host;
use super::site::Site;
use super::webdriver::Key;
use serde_json::{Value, json};

/// The shadow root of the first card.
pub(super) const ROOT: &str = "document.querySelector('perfil-card').shadowRoot";

pub(super) async fn opened(body: &str) -> (Site, Browser) {
    let site = Site::start().await;
    let browser = Browser::start(&site, Setup::default()).await;
    Host::of(&site, body).open(&browser).await;
    (site, browser)
}

pub(super) async fn wait_for_cards(browser: &Browser, count: usize) {
    browser.see("window.events.filter(([name]) => name == 'perfil-load').length", count).await;
}

/// The page's own state, whatever is in it.
const APPEARANCE: &str = "JSON.stringify(['html', 'body', 'h1', 'p', '.card', 'ul'].map(name => {
    const style = getComputedStyle(document.querySelector(name));
    return [...style].filter(key => !/size|height|origin|perspective/.test(key))
        .map(key => style.getPropertyValue(key));
}))";

#[tokio::test]
async fn a_hundred_cards_do_not_change_a_strict_page() {
    let site = Site::start().await;
    let browser = Browser::start(&site, Setup::default()).await;
    let card = |number: usize| {
        let (profile, lang) = [("rodrigo-de-leon", "en"), (LONG, "es")][number % 2];
        format!(
            "<perfil-card profile=\"{profile}\" lang=\"{lang}\" loading=\"eager\">\
                 <a href=\"/{number}\">{profile}</a></perfil-card>"
        )
    };
    let cards = (0..100).map(card).collect::<Vec<_>>().concat();
    let body =
        format!("<h1>Host</h1><p class=\"card\">Text</p><ul><li>Item</li></ul>{cards}<p>End</p>");
    let mut host = Host::of(&site, &body);
    host.head.push_str("<link rel=\"stylesheet\" href=\"/host.css\">");
    host.files.push((
        "/host.css",
        "text/css",
        // The last rule is the line by which a page reserves the space of cards.
        "* { all: unset !important; }
         a, p, ul, button, .card, .name { color: red !important; font: 40px cursive !important; }
         html { font-size: 5px; } h1, p, ul { display: block !important; }
         perfil-card { display: block !important; min-block-size: 400px !important; }"
            .to_owned(),
    ));
    let origin = &site.origin;
    host.policy = Some(format!(
        "default-src 'none'; script-src 'self' {origin} 'wasm-unsafe-eval'; connect-src {origin}; \
         style-src 'self'; img-src data:; require-trusted-types-for 'script'; trusted-types 'none'"
    ));
    let mut plain = host.clone();
    plain.head = plain.head.replace("widget.js", "robots.txt");

    plain.open(&browser).await;
    let appearance: String = browser.get(APPEARANCE).await;
    let globals: Vec<String> = browser.get("Object.getOwnPropertyNames(window).sort()").await;
    browser.console().await;
    site.forget();

    host.open(&browser).await;
    wait_for_cards(&browser, 100).await;
    // Only Chromium measures it.
    let shifts: Option<f64> = browser.get("window.shifts").await;
    assert!(shifts.is_none_or(|it| it < 0.0001), "the layout has shifted");
    for number in [0, 1, 50] {
        browser
            .run(&format!(
                "document.querySelectorAll('perfil-card')[{number}].shadowRoot
                 .querySelector('.more').click()"
            ))
            .await;
    }
    let open = "[...document.querySelectorAll('perfil-card')]
        .filter(card => card.shadowRoot.querySelector('.panel .section')).length";
    browser.see(open, 3).await;

    let wasm = site.asked_for("wasm").len();
    assert_eq!(wasm, 1, "the WebAssembly is loaded {wasm} times");
    let data = site.asked().iter().filter(|path| path.ends_with("/card.json")).count();
    assert_eq!(data, 2, "two people are asked for {data} times");
    assert_eq!(browser.get::<String>(APPEARANCE).await, appearance, "the host looks different");
    let now: Vec<String> = browser.get("Object.getOwnPropertyNames(window).sort()").await;
    assert_eq!(now, globals, "the host has other globals");
    assert_eq!(browser.get::<Vec<String>>("window.thrown").await, Vec::<String>::new());
    assert_eq!(
        browser.get::<Value>("[localStorage.length, document.cookie]").await,
        json!([0, ""])
    );
    // The styles of the host do not apply in the card.
    let own = format!("{ROOT}.querySelector('.name')");
    assert_eq!(browser.get::<String>(&format!("getComputedStyle({own}).fontSize")).await, "28px");
    assert_ne!(
        browser.get::<String>(&format!("getComputedStyle({own}).color")).await,
        "rgb(255, 0, 0)"
    );
    browser.is_silent("a page with a hundred cards").await;
}

#[tokio::test]
async fn cards_are_loaded_only_near_the_viewport() {
    let body = "<p>Text</p><div id=\"far\"></div><perfil-card profile=\"rodrigo-de-leon\">Rodrigo\
                </perfil-card><script src=\"/far.js\"></script>";
    let site = Site::start().await;
    let browser = Browser::start(&site, Setup::default()).await;
    let mut host = Host::of(&site, body);
    let push_down = "document.querySelector('#far').style.height = '9000px'";
    host.files.push(("/far.js", "text/javascript", push_down.to_owned()));
    host.open(&browser).await;
    browser.wait("customElements.get('perfil-card')").await;
    browser.run("return new Promise(done => setTimeout(done, 300))").await;
    assert!(!site.asked().iter().any(|path| path.starts_with("/embed/")), "{:?}", site.asked());
    browser.run("scrollTo(0, 8500)").await;
    wait_for_cards(&browser, 1).await;
    assert_eq!(site.asked_for("wasm"), [""; 0]);
}

#[tokio::test]
async fn attributes_are_live() {
    let (_site, browser) =
        opened("<perfil-card profile=\"rodrigo-de-leon\">Rodrigo</perfil-card>").await;
    wait_for_cards(&browser, 1).await;
    let set = async |name: &str, value: &str| {
        let script = "document.querySelector('perfil-card').setAttribute(...arguments)";
        browser.run_with(script, json!([name, value])).await;
    };
    let name = format!("{ROOT}.querySelector('.name')?.textContent.trim()");
    let headline = format!("{ROOT}.querySelector('.headline')?.textContent");
    browser.see(&name, "Rodrigo de León".to_owned()).await;
    set("lang", "es-MX").await;
    browser.see(&headline, "Ingeniero de software backend".to_owned()).await;
    set("profile", LONG).await;
    browser.see(&name, "Marcus Rodriguez".to_owned()).await;
    set("skills", "docker, nothing,postgresql").await;
    let chosen = format!(
        "[...{ROOT}.querySelectorAll('.skills li')].slice(0, 2)
        .map(item => item.textContent + item.part)"
    );
    browser
        .see(&chosen, vec!["Dockerskill chosen".to_owned(), "PostgreSQLskill chosen".to_owned()])
        .await;
    let background = format!("getComputedStyle({ROOT}.querySelector('.card')).backgroundColor");
    let light: String = browser.get(&background).await;
    set("theme", "dark").await;
    assert_ne!(browser.get::<String>(&background).await, light);
    set("variant", "compact").await;
    browser
        .see(&format!("getComputedStyle({ROOT}.querySelector('.foot')).display"), "none".to_owned())
        .await;
    set("variant", "full").await;
    browser.wait(&format!("{ROOT}.querySelector('.panel .section')")).await;
    let pressed = format!("[...{ROOT}.querySelectorAll('.chip[aria-pressed=true]')].length");
    assert_eq!(browser.get::<usize>(&pressed).await, 2, "skills that are asked for are chosen");
    browser.is_silent("live attributes").await;
}

#[tokio::test]
async fn a_card_is_usable_by_keyboard() {
    // Behind the last stop of a page are those of the browser, which have the keys from then on.
    let card = format!("<perfil-card profile=\"{LONG}\">Marcus</perfil-card><button>Last</button>");
    let (_site, browser) = opened(&card).await;
    wait_for_cards(&browser, 1).await;
    let focused = format!("{ROOT}.activeElement");
    let mut visited = Vec::new();
    for _ in 0..6 {
        browser.press(Key::Tab).await;
        visited.push(browser.get::<String>(&format!("{focused}?.textContent.trim() ?? ''")).await);
    }
    assert_eq!(visited, ["Marcus Rodriguez", "English", "Español", "More", "Open profile", ""]);

    browser.run(&format!("{ROOT}.querySelector('[hreflang=es]').focus()")).await;
    browser.press(Key::Enter).await;
    wait_for_cards(&browser, 2).await;
    browser.see(&format!("{focused}?.textContent"), "Español".to_owned()).await;
    browser.press(Key::Tab).await;
    browser.press(' ').await;
    browser.wait(&format!("{ROOT}.querySelector('.panel .section')")).await;
    assert_eq!(
        browser.get::<String>(&format!("{ROOT}.querySelector('.more').ariaExpanded")).await,
        "true"
    );
    // The evidence of the skill remains, and its sections are open.
    let items = format!("{ROOT}.querySelectorAll('.panel .items > li').length");
    let all: usize = browser.get(&items).await;
    browser.run(&format!("{ROOT}.querySelector('.panel .chip').focus()")).await;
    browser.press(Key::Enter).await;
    browser.see(&format!("{ROOT}.querySelectorAll('.panel details:not([open])').length"), 0).await;
    browser
        .see(&format!("{ROOT}.querySelector('.found').textContent"), format!("4 de {all} entradas"))
        .await;
    assert_eq!(browser.get::<usize>(&items).await, 4);
    browser.press(Key::Enter).await;
    browser.see(&items, all).await;
    browser.is_silent("the keyboard in a card").await;
}

#[tokio::test]
async fn opening_a_profile_can_be_handled_by_the_host() {
    let (_site, browser) =
        opened("<perfil-card profile=\"rodrigo-de-leon\">Rodrigo</perfil-card>").await;
    wait_for_cards(&browser, 1).await;
    browser.run("document.addEventListener('perfil-open', event => event.preventDefault())").await;
    browser.run(&format!("{ROOT}.querySelector('.action').click()")).await;
    let url = "window.events.find(([name]) => name == 'perfil-open')[1].url";
    browser.wait(&format!("{url}.endsWith('/en/rodrigo-de-leon/')")).await;
    browser.see("document.title", "Host".to_owned()).await;
}

#[tokio::test]
async fn every_variant_is_accessible() {
    let axe = axe();
    for scheme in [Scheme::Light, Scheme::Dark] {
        let site = Site::start().await;
        let browser = Browser::start(&site, Setup { scheme, ..Setup::default() }).await;
        let cards: String = LANGUAGES
            .iter()
            .flat_map(|lang| {
                ["", "theme=\"dark\"", "variant=\"compact\"", "variant=\"full\" skills=\"aws\""]
                    .map(|more| format!("<perfil-card profile=\"{LONG}\" lang=\"{lang}\" loading=\"eager\" {more}>M</perfil-card>"))
            })
            .collect();
        let body = format!(
            "<main><h1>Host</h1>{cards}<div dir=\"rtl\">\
            <perfil-card profile=\"rodrigo-de-leon\" loading=\"eager\">R</perfil-card></div></main>"
        );
        Host::of(&site, &body).open(&browser).await;
        wait_for_cards(&browser, LANGUAGES.len() * 4 + 1).await;
        browser
            .see(
                "[...document.querySelectorAll('perfil-card')]
                 .filter(card => card.shadowRoot.querySelector('.panel .section')).length",
                LANGUAGES.len(),
            )
            .await;
        assert_accessible(&browser, &axe, &format!("cards, {scheme:?}")).await;
        browser.is_silent("cards of all variants").await;
    }
}

#[tokio::test]
async fn the_accessibility_tree_is_complete() {
    let (_site, browser) =
        opened(&format!("<perfil-card profile=\"{LONG}\" lang=\"es\">Marcus</perfil-card>")).await;
    wait_for_cards(&browser, 1).await;
    let answer = browser.cdp("Accessibility.getFullAXTree", json!({})).await;
    let nodes: Vec<(String, String)> = answer["nodes"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|node| node["ignored"] == false)
        .map(|node| {
            let word =
                |key: &str| node[key]["value"].as_str().unwrap_or_default().trim().to_owned();
            (word("role"), word("name"))
        })
        .collect();
    for (role, name) in [
        ("article", "Marcus Rodriguez"),
        ("link", "Marcus Rodriguez"),
        ("list", "Competencias"),
        ("list", "Idioma"),
        ("link", "English"),
        ("link", "Español"),
        ("button", "Más"),
        ("link", "Abrir el perfil"),
    ] {
        let is_it = |known: &&(String, String)| known.0 == role && known.1 == name;
        assert_eq!(nodes.iter().filter(is_it).count(), 1, "{role} {name:?} in {nodes:?}");
    }
}
