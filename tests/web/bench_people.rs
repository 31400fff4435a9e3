//! The duration of a search in a directory of many people, and the bytes that it loads.
//!
//! `cargo xtask bench` runs it; it is ignored among the tests, because it takes minutes.

use super::browser::Browser;
use super::crowd;
use super::dist::env_path;
use super::engine::Setup;
use super::site::{Site, publish};
use std::collections::BTreeSet;
use std::path::Path;
use std::time::Instant;
use std::{env, fs};
use walkdir::WalkDir;

/// The number of measurements.
const RUNS: usize = 9;

/// The duration of a keystroke that we promise, in milliseconds.
const TIME_LIMIT: f64 = 50.0;

/// The bytes of a search that we promise, compressed with Brotli.
const LOAD_LIMIT: usize = 150_000;

/// Acts in the page, and returns the milliseconds until the results are shown.
const TIMED: &str = "const act = arguments[0], value = arguments[1];
    return new Promise(done => {
        const count = document.querySelector('.people-count');
        const start = performance.now();
        new MutationObserver((_, observer) => {
            observer.disconnect();
            // The style and the layout of the results are included.
            document.querySelector('.found-people').getBoundingClientRect();
            done(performance.now() - start);
        }).observe(count, { childList: true, characterData: true, subtree: true });
        if (act == 'type') {
            const field = document.querySelector('#search');
            field.value = value;
            field.dispatchEvent(new Event('input', { bubbles: true }));
        } else {
            document.querySelector(value).click();
        }
    });";

#[tokio::test]
#[ignore = "a benchmark; run `cargo xtask bench`"]
async fn people() {
    let people = env::var("PERFIL_PEOPLE").ok().and_then(|number| number.parse().ok());
    let people: usize = people.unwrap_or(10_000);
    let folder = env_path("PERFIL_BENCH").join(format!("people-{people}"));
    make(&folder, people);

    let site = Site::of(&folder.join("dist")).await;
    let mut times: [Vec<f64>; 3] = Default::default();
    let mut loaded = BTreeSet::new();
    for _ in 0..RUNS {
        let browser = Browser::start(&site, Setup::default()).await;
        browser.open("/en/").await;
        site.forget();
        browser.run("document.querySelector('#search').focus()").await;
        site.is_asked_for_some("/index.json").await;
        tokio::time::sleep(std::time::Duration::from_millis(300)).await;
        let steps =
            [("type", "m"), ("type", "mari"), ("click", ".facets .chip[name=skill]:enabled")];
        for ((act, value), times) in steps.into_iter().zip(&mut times) {
            let time = browser.run_with(TIMED, serde_json::json!([act, value])).await;
            times.push(time.as_f64().unwrap());
            tokio::time::sleep(std::time::Duration::from_millis(200)).await;
        }
        loaded.extend(site.asked());
    }
    let mut bytes = 0;
    for path in &loaded {
        let size = brotli_size(&folder.join("dist").join(path.trim_start_matches('/')));
        bytes += size;
        println!("{size:>9}  {path}");
    }
    println!("{bytes:>9}  bytes (Brotli) loaded to focus the field, type a name, choose a skill");
    let names = ["first keystroke", "rest of a name", "skill"];
    let medians = times.map(|mut times| {
        times.sort_by(f64::total_cmp);
        times[RUNS / 2]
    });
    for (name, median) in names.iter().zip(medians) {
        println!("{median:>9.1}  ms until those who answer are shown: {name}");
    }
    assert!(bytes <= LOAD_LIMIT, "{bytes} bytes are more than {LOAD_LIMIT}");
    assert!(medians[0] <= TIME_LIMIT, "{} ms are more than {TIME_LIMIT}", medians[0]);
}

/// Builds the site, and prints the duration.
fn make(folder: &Path, people: usize) {
    let content = folder.join("content");
    crowd::write(&content, people);
    let start = Instant::now();
    let pages = publish(&content, &folder.join("dist")).pages;
    let made = start.elapsed();
    let files = WalkDir::new(folder.join("dist")).into_iter().map(Result::unwrap);
    let sizes: Vec<u64> = files
        .filter(|entry| entry.file_type().is_file())
        .map(|entry| entry.metadata().unwrap().len())
        .collect();
    let (count, size) = (sizes.len(), sizes.iter().sum::<u64>() / 1_000_000);
    println!("{people} people: {pages} pages in {made:.1?}, {count} files, {size} MB");
}

fn brotli_size(file: &Path) -> usize {
    let bytes = fs::read(file).unwrap();
    let params = brotli::enc::BrotliEncoderParams { quality: 11, ..Default::default() };
    let mut compressed = Vec::new();
    brotli::BrotliCompress(&mut bytes.as_slice(), &mut compressed, &params).unwrap();
    compressed.len()
}
