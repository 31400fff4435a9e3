//! How long Studio takes from a keystroke to the new preview, and how much of that on the main thread.
//!
//! `cargo xtask bench` runs it; it is ignored among the tests, because it takes minutes.

use super::browser::Browser;
use super::crowd;
use super::dist::{env_path, root};
use super::engine::Setup;
use super::site::Site;
use super::studio::{PAGE, site};
use serde_json::{Value, json};
use std::path::{Path, PathBuf};
use std::time::Duration;

/// The number of items of the long profile.
const COUNT: usize = 1_000;

/// How often a key is pressed.
const RUNS: usize = 25;

/// How many of them come first, while the browser compiles what it runs.
const WARM: usize = 5;

/// The time after which everything that a key starts is done.
const SETTLED: Duration = Duration::from_millis(1200);

/// Types a letter, and returns how long it takes until the preview is another one, in milliseconds.
const TYPED: &str = "return new Promise(done => {
        const field = document.querySelector(arguments[0]);
        const page = document.querySelector('iframe').contentDocument;
        const start = performance.now();
        const observer = new MutationObserver(() => {
            observer.disconnect();
            done(performance.now() - start);
        });
        observer.observe(page, { subtree: true, childList: true, characterData: true, attributes: true });
        field.value += 'x';
        field.dispatchEvent(new Event('input', { bubbles: true }));
    })";

#[tokio::test]
#[ignore = "a benchmark; run `cargo xtask bench`"]
async fn studio() {
    let (site, _folder) = site().await;
    println!("a keystroke in Studio, medians in milliseconds");
    println!("{:>10} {:>12}", "to preview", "main thread");
    let marcus = root().join("public/profiles/marcus-rodriguez.json");
    let short = measure(&site, &marcus, "Marcus' profile", (50.0, 16.0)).await;
    let long = measure(&site, &long(), "1,000 items", (300.0, f64::INFINITY)).await;
    let slow: Vec<String> = short.into_iter().chain(long).collect();
    assert!(slow.is_empty(), "{slow:#?}");
}

/// A profile with many items.
fn long() -> PathBuf {
    let content = env_path("PERFIL_BENCH").join("studio");
    crowd::write_long(&content, COUNT);
    let profiles = std::fs::read_dir(content.join("profiles")).unwrap();
    profiles.map(|entry| entry.unwrap().path()).next().unwrap()
}

/// Prints the medians of a profile, and returns those above their limits.
async fn measure(site: &Site, file: &Path, name: &str, limits: (f64, f64)) -> Vec<String> {
    let browser = Browser::start(site, Setup::default()).await;
    browser.load("/studio/").await;
    browser.wait("document.querySelector('#file')").await;
    browser.write("#file", file.to_str().unwrap()).await;
    browser.wait(&format!("{PAGE}.length > 100 && document.querySelector('#f-headline')")).await;
    browser.cdp("Performance.enable", json!({})).await;
    tokio::time::sleep(SETTLED).await;
    let (mut times, mut works) = (Vec::new(), Vec::new());
    for run in 0..RUNS {
        let before = work_time(&browser).await;
        let time = browser.run_with(TYPED, json!(["#f-headline"])).await.as_f64().unwrap();
        tokio::time::sleep(SETTLED / 4).await;
        let work = (work_time(&browser).await - before) * 1_000.0;
        if run >= WARM {
            times.push(time);
            works.push(work);
        }
    }
    let (time, work) = (median(&mut times), median(&mut works));
    println!("{time:>10.1} {work:>12.1}  {name}");
    let mut slow = Vec::new();
    for (what, found, limit) in [("to preview", time, limits.0), ("main thread", work, limits.1)] {
        if found > limit {
            slow.push(format!("{name}, {what}: {found:.1} ms are more than {limit} ms"));
        }
    }
    slow
}

/// The time that scripts, styles and layout have taken on the main thread, in seconds.
async fn work_time(browser: &Browser) -> f64 {
    let answer = browser.cdp("Performance.getMetrics", json!({})).await;
    let metrics = answer["metrics"].as_array().unwrap();
    let is_work = |metric: &&Value| {
        let name = metric["name"].as_str().unwrap_or_default();
        ["ScriptDuration", "LayoutDuration", "RecalcStyleDuration"].contains(&name)
    };
    metrics.iter().filter(is_work).filter_map(|metric| metric["value"].as_f64()).sum()
}

fn median(times: &mut [f64]) -> f64 {
    times.sort_by(f64::total_cmp);
    times[times.len() / 2]
}
