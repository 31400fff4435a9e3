//! How long it takes until a changed word is on the screen, on a site of a thousand people.
//!
//! `cargo xtask bench` runs it, with the content that its builds have.

use super::browser::Browser;
use super::dist::env_path;
use super::engine::Setup;
use super::site::Site;
use serde_json::{Value, json};
use std::fs;
use std::io::{BufRead as _, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

/// The number of measurements.
const RUNS: usize = 9;

/// The duration from a change to the frame that shows it, in milliseconds.
const TIME_LIMIT: u64 = 100;

/// Keeps, under a word, the time of the frame that shows it, in milliseconds since 1970.
const KEPT: &str = "const word = arguments[0];
    const look = () => {
        if (!document.querySelector('.hero').textContent.includes(word)) return;
        requestAnimationFrame(() => {
            const painted = new MessageChannel();
            painted.port1.onmessage = () => sessionStorage.setItem(word, Date.now());
            painted.port2.postMessage('');
        });
    };
    new MutationObserver(look).observe(document.body, { subtree: true, characterData: true });";

/// A server that is stopped with the test.
struct Server(Child);

impl Drop for Server {
    fn drop(&mut self) {
        // It may have ended already.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

#[tokio::test]
#[ignore = "a benchmark; run `cargo xtask bench`"]
async fn a_changed_word() {
    let folder = env_path("PERFIL_BENCH").join("build-1000");
    let (_server, address) = serve(&folder);
    let browser = Browser::start(&Site::start().await, Setup::default()).await;
    browser.visit(&format!("{address}en/person-7/")).await;
    let mut times = Vec::new();
    for run in 0..RUNS {
        browser.ready().await;
        tokio::time::sleep(Duration::from_secs(2)).await;
        let word = format!("Word{run}at{}", now());
        browser.run_with(KEPT, json!([word])).await;
        let start = now();
        change(&folder.join("content/profiles/person-7.json"), &word);
        let shown = format!("+sessionStorage.getItem('{word}')");
        browser.wait(&shown).await;
        times.push(browser.get::<u64>(&shown).await - start);
    }
    times.sort_unstable();
    let median = times[RUNS / 2];
    println!("{median} ms until a changed word is on the screen, of {times:?}");
    assert!(median <= TIME_LIMIT, "{median} ms are more than {TIME_LIMIT} ms");
}

fn now() -> u64 {
    u64::try_from(SystemTime::now().duration_since(UNIX_EPOCH).unwrap().as_millis()).unwrap()
}

fn change(file: &Path, headline: &str) {
    let mut profile: Value = serde_json::from_slice(&fs::read(file).unwrap()).unwrap();
    profile["headline"] = json!(headline);
    fs::write(file, profile.to_string()).unwrap();
}

/// Serves the content of a folder, and returns the server with its address.
fn serve(folder: &Path) -> (Server, String) {
    let mut child = Command::new(env_path("PERFIL_COMMAND"))
        .args(["serve", "--port", "0", "--shell"])
        .arg(env_path("PERFIL_SHELL"))
        .arg(folder.join("content"))
        .arg("--out")
        .arg(folder.join("served"))
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut log = BufReader::new(child.stderr.take().unwrap()).lines().map_while(Result::ok);
    let address =
        log.find_map(|line| Some(line.strip_prefix("Serving on ")?.split(' ').next()?.to_owned()));
    // Whoever reads no log would stop the server when the pipe is full.
    std::thread::spawn(move || log.for_each(drop));
    (Server(child), address.expect("the server starts"))
}
