//! What a hundred cards cost the page that embeds them, beside the same cards as plain HTML.
//!
//! `cargo xtask bench` runs it; among the tests it is ignored, for its times are the machine's.

use super::browser::Browser;
use super::dist::{self, LONG};
use super::engine::Setup;
use super::host::Host;
use super::site::Site;
use serde_json::json;
use std::fs;
use std::time::Duration;

/// How often each page is opened.
const RUNS: usize = 7;

/// How much of the main thread a hundred cards are promised to take at load, in milliseconds.
const LIMIT: f64 = 50.0;

/// How long everything takes that a page begins by itself.
const SETTLED: Duration = Duration::from_millis(1_500);

#[tokio::test]
#[ignore = "a benchmark; run `cargo xtask bench`"]
async fn cards() {
    let site = Site::start().await;
    let element = |more: &str| {
        let card = format!(
            "<perfil-card profile=\"{LONG}\" {more}><a href=\"/\">Marcus</a></perfil-card>"
        );
        Host::of(&site, &page(&card))
    };
    let mut empty = Host::of(&site, &page("<p>Marcus</p>"));
    empty.head = empty.head.replace("widget.js", "robots.txt");
    let mut plain = empty.clone();
    let (style, card) = written();
    plain.head.push_str(&format!("<style>{style}</style>"));
    plain.body = page(&card);

    let base = [cost(&empty, 1).await, cost(&empty, 4).await];
    println!("main thread at load for 100 cards, more than without, medians in milliseconds");
    println!("{:>11} {:>10}", "unthrottled", "4x slower");
    let mut slow = Vec::new();
    for (name, host, limit) in [
        ("as plain HTML", plain, f64::MAX),
        ("<perfil-card>", element(""), LIMIT),
        (
            "<perfil-card loading=\"eager\">, all of them at once",
            element("loading=\"eager\""),
            f64::MAX,
        ),
    ] {
        let [calm, slowed] = [cost(&host, 1).await - base[0], cost(&host, 4).await - base[1]];
        println!("{calm:>11.1} {slowed:>10.1}  {name}");
        if calm > limit {
            slow.push(format!("{name}: {calm:.1} ms are more than {limit} ms"));
        }
    }
    assert!(slow.is_empty(), "{slow:#?}");
}

/// A hundred of something.
fn page(card: &str) -> String {
    format!("<h1>Host</h1>{}", format!("<div>{card}</div>").repeat(100))
}

/// The style and the HTML of a card, as a page for a frame has them.
fn written() -> (String, String) {
    let file = dist::folder().join(format!("embed/en/{LONG}/index.html"));
    let html = fs::read_to_string(file).unwrap();
    let within = |start: &str, end: &str| {
        let from = html.find(start).unwrap() + start.len();
        html[from..from + html[from..].find(end).unwrap()].to_owned()
    };
    (
        within("\"open\"><style>", "</style>"),
        within("</style><div", "</template>").replacen("", "<div", 1),
    )
}

/// How long the main thread works for a page, in milliseconds, with the processor slowed down so
/// many times.
async fn cost(host: &Host, slower: u32) -> f64 {
    let site = Site::start().await;
    let browser = Browser::start(&site, Setup::default()).await;
    let origin = host.clone().start().await;
    // The time that the thread itself works, whatever else the machine does.
    browser.cdp("Performance.enable", json!({ "timeDomain": "threadTicks" })).await;
    browser.cdp("Emulation.setCPUThrottlingRate", json!({ "rate": slower })).await;
    let mut times = Vec::new();
    for _ in 0..RUNS {
        browser.visit("about:blank").await;
        let before = worked(&browser).await;
        browser.visit(&origin).await;
        tokio::time::sleep(SETTLED).await;
        times.push((worked(&browser).await - before) * 1_000.0);
    }
    times.sort_by(f64::total_cmp);
    times[RUNS / 2]
}

async fn worked(browser: &Browser) -> f64 {
    let answer = browser.cdp("Performance.getMetrics", json!({})).await;
    let metrics = answer["metrics"].as_array().unwrap();
    let task = metrics.iter().find(|metric| metric["name"] == "TaskDuration").unwrap();
    task["value"].as_f64().unwrap()
}
