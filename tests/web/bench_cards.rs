//! The cost of a hundred cards for the page that embeds them, compared with the same cards as HTML.
//!
//! `cargo xtask bench` runs it; it is ignored among the tests, because its times depend on the
//! machine.

use super::browser::Browser;
use super::dist::{self, LONG};
use super::engine::Setup;
use super::host::Host;
use super::site::Site;
use serde_json::json;
use std::fs;
use std::time::Duration;

/// The number of times that each page is opened.
const RUNS: usize = 7;

/// The main thread's time for a hundred cards while a page loads that we promise, in milliseconds.
const LIMIT: f64 = 50.0;

/// The duration of everything that a page starts by itself.
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
    plain.head = format!("{}<style>{style}</style>", plain.head);
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

/// Repeats a text a hundred times.
fn page(card: &str) -> String {
    format!("<h1>Host</h1>{}", format!("<div>{card}</div>").repeat(100))
}

/// The style and the HTML of a card, as in the page for frames.
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

/// The main thread's time for a page, in milliseconds, with the processor slowed down by this
/// factor.
async fn cost(host: &Host, slower: u32) -> f64 {
    let site = Site::start().await;
    let browser = Browser::start(&site, Setup::default()).await;
    let origin = host.clone().start().await;
    // The CPU time of the thread, which does not depend on other processes.
    browser.cdp("Performance.enable", json!({ "timeDomain": "threadTicks" })).await;
    browser.cdp("Emulation.setCPUThrottlingRate", json!({ "rate": slower })).await;
    let mut times = Vec::new();
    for _ in 0..RUNS {
        browser.visit("about:blank").await;
        let before = main_thread_time(&browser).await;
        browser.visit(&origin).await;
        tokio::time::sleep(SETTLED).await;
        times.push((main_thread_time(&browser).await - before) * 1_000.0);
    }
    times.sort_by(f64::total_cmp);
    times[RUNS / 2]
}

async fn main_thread_time(browser: &Browser) -> f64 {
    let answer = browser.cdp("Performance.getMetrics", json!({})).await;
    let metrics = answer["metrics"].as_array().unwrap();
    let task = metrics.iter().find(|metric| metric["name"] == "TaskDuration").unwrap();
    task["value"].as_f64().unwrap()
}
