//! The card is readable in whatever room a page gives it.

use super::browser::Browser;
use super::dist::LONG;
use super::engine::Setup;
use super::host::Host;
use super::site::Site;
use serde::Deserialize;

/// Layouts, each with the style of the box around the card, the style of the card itself, and the
/// least and the greatest width that is right for the card in it, in CSS pixels. `CARD` is replaced
/// with the card, and the box is 700 px wide unless its style sets another width.
const LAYOUTS: [(&str, &str, [f64; 2]); 20] = [
    ("a block", "<div>CARD</div>", [700.0, 700.0]),
    ("a flex row", "<div style='display: flex'>CARD</div>", [384.0, 384.0]),
    (
        "a flex row with a long text",
        "<div style='display: flex'>CARD<p>TEXT</p></div>",
        [160.0, 384.0],
    ),
    (
        "a flex row with a wide picture",
        "<div style='display: flex'>CARD<div style='width: 500px; flex: none'></div></div>",
        [200.0, 200.0],
    ),
    (
        "a flex row that it grows in",
        "<div style='display: flex'><div style='flex: 1'>CARD</div></div>",
        [700.0, 700.0],
    ),
    ("a flex row of three", "<div style='display: flex'>CARD CARD CARD</div>", [233.0, 234.0]),
    (
        "a flex row that wraps",
        "<div style='display: flex; flex-wrap: wrap'>CARD CARD</div>",
        [384.0, 384.0],
    ),
    (
        "a flex column",
        "<div style='display: flex; flex-direction: column'>CARD</div>",
        [700.0, 700.0],
    ),
    (
        "a flex column that does not stretch",
        "<div style='display: flex; flex-direction: column; align-items: center'>CARD</div>",
        [384.0, 384.0],
    ),
    ("a grid", "<div style='display: grid'>CARD</div>", [700.0, 700.0]),
    (
        "a grid that centres",
        "<div style='display: grid; place-items: center'>CARD</div>",
        [384.0, 384.0],
    ),
    (
        "a grid column for content",
        "<div style='display: grid; grid-template-columns: auto 1fr'>CARD<p>TEXT</p></div>",
        [160.0, 384.0],
    ),
    (
        "an inline flex box",
        "<div style='display: inline-flex; width: auto'>CARD</div>",
        [384.0, 384.0],
    ),
    (
        "a table cell",
        "<table style='width: 700px'><tr><td>CARD</td><td>TEXT</td></tr></table>",
        [160.0, 384.0],
    ),
    (
        "a table cell as wide as its content",
        "<table style='width: auto'><tr><td>CARD</td></tr></table>",
        [384.0, 384.0],
    ),
    ("a float", "<div style='float: left; width: auto'>CARD</div>", [384.0, 384.0]),
    (
        "a box out of the flow",
        "<div style='position: relative; height: 400px'><div style='position: absolute; \
         width: auto'>CARD</div></div>",
        [384.0, 384.0],
    ),
    ("a narrow block", "<div style='width: 200px'>CARD</div>", [200.0, 200.0]),
    ("a narrow flex row", "<div style='width: 200px; display: flex'>CARD</div>", [200.0, 200.0]),
    ("a wide block", "<div style='width: 2000px'>CARD</div>", [2000.0, 2000.0]),
];

/// Styles of the element itself, in a box of 700 px, with the widths that are right.
const OWN_STYLES: [(&str, [f64; 2]); 7] = [
    ("display: flex", [700.0, 700.0]),
    ("display: grid", [700.0, 700.0]),
    ("display: inline-block", [384.0, 384.0]),
    ("display: inline-flex", [384.0, 384.0]),
    ("float: right", [384.0, 384.0]),
    ("position: absolute", [384.0, 384.0]),
    ("width: fit-content", [384.0, 384.0]),
];

/// A text that takes all the room that it can get.
const TEXT: &str = "A text that is much longer than its line, so that a layout that adds up the \
                    widths of its content has less room than it needs, and has to shrink \
                    something.";

#[derive(Debug, Deserialize)]
struct Measured {
    width: f64,
    height: f64,
    /// What in the card reaches beyond it.
    outside: Vec<String>,
}

/// The sizes of all cards, and what in them is outside.
const MEASURE: &str = "[...document.querySelectorAll('perfil-card')].map(host => {
    const card = host.shadowRoot.querySelector('.card');
    const { width, height, left, right } = card.getBoundingClientRect();
    const outside = [...card.querySelectorAll('*')].filter(part => part.checkVisibility())
        .filter(part => {
            const box = part.getBoundingClientRect();
            return box.left < left - 1 || box.right > right + 1
                || (part.scrollWidth > part.clientWidth + 1 && getComputedStyle(part).display != 'inline');
        })
        .map(part => part.outerHTML);
    return { width, height, outside };
})";

async fn measured(browser: &Browser, host: Host, cards: usize) -> Vec<Measured> {
    host.open(browser).await;
    let shown = "[...document.querySelectorAll('perfil-card')]
        .filter(card => card.shadowRoot?.querySelector('.card .name')).length";
    browser.see(shown, cards).await;
    browser.get(MEASURE).await
}

fn card(style: &str, variant: &str) -> String {
    format!(
        "<perfil-card profile=\"{LONG}\" loading=\"eager\" variant=\"{variant}\" style=\"{style}\">\
         Marcus</perfil-card>"
    )
}

#[tokio::test]
async fn a_card_is_readable_in_every_layout() {
    let site = Site::start().await;
    let browser = Browser::start(&site, Setup::default()).await;
    for variant in ["", "compact"] {
        let mut layouts: Vec<(String, String, [f64; 2])> = Vec::new();
        for (name, html, widths) in LAYOUTS {
            let html = html.replace("CARD", &card("", variant)).replace("TEXT", TEXT);
            layouts.push((name.to_owned(), html, widths));
        }
        for (style, widths) in OWN_STYLES {
            let html = format!("<div style='display: flow-root'>{}</div>", card(style, variant));
            layouts.push((style.to_owned(), html, widths));
        }
        for (name, html, [least, most]) in layouts {
            let cards = html.matches("<perfil-card").count();
            let mut host = Host::of(&site, &html);
            host.head
                .push_str("<style>body > div { width: 700px } td { vertical-align: top }</style>");
            for card in measured(&browser, host, cards).await {
                let what = format!("{variant} in {name}: {card:#?}");
                assert!(card.width >= least - 1.0 && card.width <= most + 1.0, "{what}");
                assert!(card.height >= 60.0 && card.height <= 640.0, "{what}");
                assert_eq!(card.outside, Vec::<String>::new(), "{what}");
            }
        }
    }
}

#[tokio::test]
async fn an_open_card_is_readable_in_200_pixels_and_in_2000() {
    let site = Site::start().await;
    let browser = Browser::start(&site, Setup::default()).await;
    for width in [200, 2000] {
        let html = format!("<div style='width: {width}px'>{}</div>", card("", "full"));
        Host::of(&site, &html).open(&browser).await;
        let root = "document.querySelector('perfil-card').shadowRoot";
        browser.wait(&format!("{root}?.querySelector('.panel .section')")).await;
        browser
            .run(&format!(
                "for (const part of {root}.querySelectorAll('details')) part.open = true"
            ))
            .await;
        let [open] = &browser.get::<Vec<Measured>>(MEASURE).await[..] else { panic!() };
        assert_eq!(open.outside, Vec::<String>::new(), "{width}");
        assert!((open.width - f64::from(width)).abs() < 1.0, "{open:?}");
        let lines: f64 = browser
            .get(&format!(
                "Math.max(...[...{root}.querySelectorAll('.panel p')]
                     .map(line => line.getBoundingClientRect().width))"
            ))
            .await;
        assert!(lines > 100.0 && lines < 800.0, "a line of {lines} px in {width}");
    }
}

#[tokio::test]
async fn the_place_of_a_card_is_as_wide_as_the_card() {
    let site = Site::start().await;
    let browser = Browser::start(&site, Setup::default()).await;
    let row = |card: &str| format!("<div style='display: flex'>{card}<p>{TEXT}</p></div>");
    let nobody = card("", "").replace(LONG, "nobody");
    Host::of(&site, &[row(&card("", "")), row(&nobody)].concat()).open(&browser).await;
    browser
        .see(
            "window.events.map(([name]) => name).sort().join()",
            "perfil-error,perfil-load".to_owned(),
        )
        .await;
    let widths: Vec<f64> = browser
        .get(
            "[...document.querySelectorAll('perfil-card')]
                 .map(card => card.getBoundingClientRect().width)",
        )
        .await;
    assert!((widths[0] - widths[1]).abs() < 0.1, "{widths:?}");
}
