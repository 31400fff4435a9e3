//! A card that cannot be shown leaves the fallback content, logs the reason once, and throws
//! nothing.

use super::browser::Browser;
use super::engine::Setup;
use super::host::Host;
use super::site::Site;
use serde_json::{Value, json};

/// What the page shows in the place of its only card.
const SHOWN: &str = "(card => [card.textContent, card.shadowRoot
    ? card.shadowRoot.querySelectorAll('slot').length == 1 && card.firstElementChild.checkVisibility()
    : true])(document.querySelector('perfil-card'))";

/// Files of a host that are not cards.
fn files() -> Vec<(&'static str, &'static str, String)> {
    let json = |value: Value| value.to_string();
    let deep = "[\"div\",{},".repeat(5_000) + "\"deep\"" + &"]".repeat(5_000);
    let wide = json!({ "lang": "en", "tree": ["ul", {}, vec![json!(["li", {}, "x"]); 5_000]] });
    vec![
        ("/html.json", "text/html", "<!DOCTYPE html><p>Not found".to_owned()),
        ("/list.json", "application/json", json(json!([1, 2, 3]))),
        ("/null.json", "application/json", "null".to_owned()),
        ("/numbers.json", "application/json", json(json!({ "lang": "en", "tree": [1, 2, 3] }))),
        (
            "/script.json",
            "application/json",
            json(
                json!({ "lang": "en", "tree": ["div", {}, ["script", {}, "thrown.push('ran')"]] }),
            ),
        ),
        ("/deep.json", "application/json", format!("{{\"lang\":\"en\",\"tree\":{deep}}}")),
        ("/wide.json", "application/json", json(wide)),
        ("/large.json", "application/json", format!("\"{}\"", "x".repeat(20_000_000))),
    ]
}

async fn fails(site: &Site, browser: &Browser, host: Host, reason: &str) {
    host.open(browser).await;
    let errors = "window.events.filter(([name]) => name == 'perfil-error')";
    browser.see(&format!("{errors}.length"), 1).await;
    assert_eq!(browser.get::<String>(&format!("{errors}[0][1].reason")).await, reason);
    browser.run("return new Promise(done => setTimeout(done, 100))").await;
    assert_eq!(browser.get::<usize>("window.events.length").await, 1, "{reason} is reported once");
    assert_eq!(browser.get::<Value>(SHOWN).await, json!(["Fallback", true]), "{reason}");
    assert_eq!(browser.get::<Vec<String>>("window.thrown").await, Vec::<String>::new());
    let messages = browser.console().await;
    let ours = messages.iter().filter(|entry| format!("{entry:?}").contains("perfil-card"));
    assert_eq!(ours.count(), 1, "{reason}: {messages:?}");
    site.forget();
}

#[tokio::test]
async fn the_fallback_content_stays_and_the_reason_is_logged() {
    let site = Site::start().await;
    let browser = Browser::start(&site, Setup::default()).await;
    // A server without CORS headers.
    let closed = Host { files: files(), ..Host::default() }.start().await;
    let card =
        |attributes: &str| format!("<perfil-card {attributes}><b>Fallback</b></perfil-card>");
    for (attributes, reason) in [
        ("profile=\"nobody\"", "not-found"),
        ("profile=\"../../robots.txt?\"", "profile"),
        ("", "profile"),
        ("src=\"http://127.0.0.1:9/card.json\"", "network"),
        ("src=\"/none.json\"", "not-found"),
        ("src=\"/html.json\"", "format"),
        ("src=\"/list.json\"", "format"),
        ("src=\"/null.json\"", "format"),
        ("src=\"/numbers.json\"", "format"),
        ("src=\"/script.json\"", "format"),
        ("src=\"/deep.json\"", "format"),
        ("src=\"/wide.json\"", "format"),
        ("src=\"/large.json\"", "size"),
        (&format!("src=\"{closed}/list.json\""), "network"),
    ] {
        let mut host = Host::of(&site, &card(attributes));
        host.files.extend(files());
        fails(&site, &browser, host, reason).await;
    }
}

#[tokio::test]
async fn a_policy_that_forbids_the_card_breaks_only_the_card() {
    let site = Site::start().await;
    let browser = Browser::start(&site, Setup::default()).await;
    let origin = &site.origin;
    let body = "<perfil-card profile=\"rodrigo-de-leon\"><b>Fallback</b></perfil-card>";
    let mut host = Host::of(&site, body);
    host.policy = Some(format!("script-src 'self' {origin}; connect-src 'none'"));
    fails(&site, &browser, host.clone(), "network").await;

    // Without its script the card is an unknown element.
    host.policy = Some("script-src 'self'".to_owned());
    host.clone().open(&browser).await;
    browser.run("return new Promise(done => setTimeout(done, 300))").await;
    assert_eq!(browser.get::<Value>(SHOWN).await, json!(["Fallback", true]));

    // Without WebAssembly the card stays closed and links to the profile.
    host.policy = Some(format!("script-src 'self' {origin}; connect-src {origin}"));
    host.open(&browser).await;
    let root = "document.querySelector('perfil-card').shadowRoot";
    browser.wait(&format!("{root}?.querySelector('.name')")).await;
    browser.run(&format!("{root}.querySelector('.more').click()")).await;
    browser
        .see("window.events.map(([name, detail]) => detail.reason).join()", ",module".to_owned())
        .await;
    let shown: String = browser.get(&format!("{root}.querySelector('.panel').textContent")).await;
    assert_eq!(shown, "The rest could not be loaded. Open the profile instead.");
    assert_eq!(browser.get::<Vec<String>>("window.thrown").await, Vec::<String>::new());
}

#[tokio::test]
async fn data_of_other_sites_is_shown_as_text() {
    let site = Site::start().await;
    let browser = Browser::start(&site, Setup::default()).await;
    let evil = "<img src=x onerror=thrown.push('ran')><script>thrown.push('ran')</script>";
    let link = |href: &str| json!(["a", { "href": href, "onclick": "thrown.push('ran')" }, "a"]);
    let tree = json!(["article", { "class": "card", "style": "position:fixed", "onclick": "x" },
        ["p", { "class": "name" }, evil],
        link("javascript:thrown.push('ran')"), link("data:text/html,x"), link("/fine"),
        ["img", { "src": "https://tracker.example/x.png", "alt": "" }],
        ["button", { "class": "more", "type": "button", "aria-expanded": "false" }, "More"],
        ["div", { "class": "panel" }]]);
    let text = json!({ "text": evil, "language": null });
    let panel = json!({
        "skills_label": evil, "found": evil, "summary": [text],
        "sections": [{ "title": text, "items": [{ "number": 0, "title": text, "period": evil, "texts": [text] }] }],
        "skills": [{ "id": "\"><b>", "name": text, "items": [0, 4_000_000_000_u32] }],
    });
    let card = json!({ "lang": "en", "tree": tree, "panel": "/panel.json", "skills": [[evil, evil]],
        "languages": { "es": "https://elsewhere.example/card.json" } });
    let mut host = Host::of(
        &site,
        "<perfil-card src=\"/card.json\" lang=\"es\"><b>Fallback</b></perfil-card>",
    );
    host.files.push(("/card.json", "application/json", card.to_string()));
    host.files.push(("/panel.json", "application/json", panel.to_string()));
    host.open(&browser).await;
    let root = "document.querySelector('perfil-card').shadowRoot";
    browser.see(&format!("{root}?.querySelector('.name')?.textContent"), evil.to_owned()).await;
    browser.run(&format!("{root}.querySelector('.more').click()")).await;
    browser.see(&format!("{root}.querySelector('.summary p')?.textContent"), evil.to_owned()).await;
    let found: Value = browser
        .get(&format!(
            "[[...{root}.querySelectorAll('a')].map(link => link.getAttribute('href')),
              {root}.querySelectorAll('script, b, [onclick], [style], [onerror], img[src]').length]"
        ))
        .await;
    let origin: String = browser.get("location.origin").await;
    assert_eq!(found, json!([[null, null, format!("{origin}/fine")], 0]));
    assert_eq!(browser.get::<Vec<String>>("window.thrown").await, Vec::<String>::new());

    // A panel of another kind throws no error either.
    let mut host =
        Host::of(&site, "<perfil-card src=\"/card.json\" variant=\"full\">F</perfil-card>");
    host.files.push(("/card.json", "application/json", card.to_string()));
    host.files.push(("/panel.json", "application/json", "{\"summary\": 7}".to_owned()));
    host.open(&browser).await;
    browser
        .see("window.events.map(([name, detail]) => detail.reason).join()", ",format".to_owned())
        .await;
    assert_eq!(browser.get::<Vec<String>>("window.thrown").await, Vec::<String>::new());
}
