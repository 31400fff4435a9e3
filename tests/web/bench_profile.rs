//! The script time of a long profile for each keystroke, skill and language.
//!
//! `cargo xtask bench` runs it; it is ignored among the tests, because it takes minutes.

use super::browser::Browser;
use super::crowd;
use super::dist::env_path;
use super::engine::Setup;
use super::site::{Site, publish};
use perfil_view::ITEMS;
use serde_json::{Value, json};
use std::path::PathBuf;
use std::time::Duration;

/// The number of items of the profile.
const COUNT: usize = 1_000;

/// The text that is typed, key by key.
const TYPED: &str = "kafka rust";

/// How often skills and languages are chosen.
const RUNS: usize = 9;

/// The script time of a response that we promise, in milliseconds.
const LIMIT: f64 = 16.0;

/// The duration of everything that a response starts: marks, URL, announcement.
const SETTLED: Duration = Duration::from_millis(900);

/// The same filter in plain JavaScript: a second field that hides items, and counts.
const PLAIN: &str =
    "const fold = text => text.normalize('NFKD').replace(/\\p{M}/gu, '').toLowerCase();
    const items = [...document.querySelectorAll(arguments[0])];
    const texts = items.map(item => fold(item.textContent));
    const sections = [...document.querySelectorAll('.sections .section')];
    const owners = items.map(item => sections.indexOf(item.closest('.section')));
    const field = document.createElement('input');
    field.id = 'plain';
    document.querySelector('#app').prepend(field);
    field.addEventListener('input', () => {
        const words = fold(field.value).split(/\\s+/).filter(Boolean);
        const counts = sections.map(() => 0);
        items.forEach((item, index) => {
            const matches = words.every(word => texts[index].includes(word));
            item.toggleAttribute('data-rest', !matches);
            if (matches) counts[owners[index]] += 1;
        });
        sections.forEach((section, index) => {
            const heading = section.querySelector('.heading');
            if (heading) heading.dataset.count = counts[index];
            section.toggleAttribute('data-empty', counts[index] == 0);
        });
    });";

#[tokio::test]
#[ignore = "a benchmark; run `cargo xtask bench`"]
async fn profile() {
    let site = Site::of(&make()).await;
    let mut slow = Vec::new();
    println!("script of the main thread on {COUNT} items, medians in milliseconds");
    println!("{:>10} {:>10}", "unthrottled", "4x slower");
    let unthrottled = measure(&site, 1).await;
    let throttled = measure(&site, 4).await;
    for ((name, unthrottled), (_, throttled)) in unthrottled.into_iter().zip(throttled) {
        println!("{unthrottled:>11.1} {throttled:>10.1}  {name}");
        if unthrottled > LIMIT {
            slow.push(format!("{name}: {unthrottled:.1} ms are more than {LIMIT} ms"));
        }
    }
    assert!(slow.is_empty(), "{slow:#?}");
}

fn make() -> PathBuf {
    let folder = env_path("PERFIL_BENCH").join("profile");
    let content = folder.join("content");
    crowd::write_long(&content, COUNT);
    let dist = folder.join("dist");
    publish(&content, &dist);
    dist
}

/// The medians of all measurements, with the processor slowed down by this factor.
async fn measure(site: &Site, slower: u32) -> Vec<(&'static str, f64)> {
    let browser = Browser::start(site, Setup::default()).await;
    browser.open("/en/").await;
    browser.cdp("Performance.enable", json!({})).await;
    browser.cdp("Emulation.setCPUThrottlingRate", json!({ "rate": slower })).await;
    let nothing =
        median(&mut [script_time_of(&browser, None).await, script_time_of(&browser, None).await]);

    browser.run("document.querySelector('#search').focus()").await;
    tokio::time::sleep(SETTLED).await;
    let ours = typed(&browser).await;
    browser.wait("document.querySelector('mark')").await;
    clear(&browser, "#search").await;

    let mut skills = Vec::new();
    browser.run("document.querySelector('.skill-index').open = true").await;
    for number in 0..RUNS {
        let chip =
            format!("document.querySelectorAll('.skill-index .chip')[{}].focus()", number / 2);
        browser.run(&chip).await;
        skills.push(script_time_of(&browser, Some(ENTER)).await);
    }
    browser.open("/en/").await;
    let (mut ahead, mut languages) = (Vec::new(), Vec::new());
    for number in 0..RUNS {
        let lang = ["es", "en"][number % 2];
        let before = script_time(&browser).await;
        browser
            .run(&format!("document.querySelector('.languages [hreflang={lang}]').focus()"))
            .await;
        tokio::time::sleep(SETTLED).await;
        ahead.push((script_time(&browser).await - before) * 1_000.0);
        languages.push(script_time_of(&browser, Some(ENTER)).await);
        browser.see("document.documentElement.lang", lang.to_owned()).await;
    }
    browser.open("/en/").await;
    browser.run_with(PLAIN, json!([ITEMS])).await;
    browser.run("document.querySelector('#plain').focus()").await;
    let plain = typed(&browser).await;
    vec![
        ("nothing at all", nothing),
        ("a keystroke in the search", ours),
        ("a keystroke in a plain filter, without marks", plain),
        ("a skill", median(&mut skills)),
        ("to come near the link of a language, which makes its page ready", median(&mut ahead)),
        ("a language", median(&mut languages)),
    ]
}

const ENTER: char = '\r';

async fn typed(browser: &Browser) -> f64 {
    let mut times = Vec::new();
    for key in TYPED.chars() {
        times.push(script_time_of(browser, Some(key)).await);
    }
    median(&mut times)
}

async fn clear(browser: &Browser, field: &str) {
    browser
        .run(&format!(
            "const field = document.querySelector('{field}');
             field.value = '';
             field.dispatchEvent(new InputEvent('input', {{ bubbles: true }}));"
        ))
        .await;
    tokio::time::sleep(SETTLED).await;
}

/// The script time in milliseconds until everything that a key started is done.
async fn script_time_of(browser: &Browser, key: Option<char>) -> f64 {
    let before = script_time(browser).await;
    match key {
        Some(ENTER) => {
            let down = json!({ "type": "keyDown", "key": "Enter", "text": "\r",
                "windowsVirtualKeyCode": 13 });
            browser.cdp("Input.dispatchKeyEvent", down).await;
            browser.cdp("Input.dispatchKeyEvent", json!({ "type": "keyUp", "key": "Enter" })).await;
        }
        Some(key) => {
            browser.cdp("Input.insertText", json!({ "text": key.to_string() })).await;
        }
        None => {}
    }
    tokio::time::sleep(SETTLED).await;
    (script_time(browser).await - before) * 1_000.0
}

async fn script_time(browser: &Browser) -> f64 {
    let answer = browser.cdp("Performance.getMetrics", json!({})).await;
    let metrics = answer["metrics"].as_array().unwrap();
    let is_script = |metric: &&Value| metric["name"] == "ScriptDuration";
    metrics.iter().find(is_script).and_then(|metric| metric["value"].as_f64()).unwrap()
}

fn median(times: &mut [f64]) -> f64 {
    times.sort_by(f64::total_cmp);
    times[times.len() / 2]
}
