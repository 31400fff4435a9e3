//! Measures how long open pages wait for a changed word of one among many people.

use std::fs;
use std::io::{BufRead as _, BufReader, Write as _};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};

/// How often a word is changed; the median counts.
const CHANGES: usize = 5;

/// The pause before a change. A change that comes before the last one is written waits for that.
const PAUSE: Duration = Duration::from_secs(2);

/// How long a change may take.
const PATIENCE: Duration = Duration::from_mins(1);

/// A running server, which ends with its measurement.
struct Server(Child);

impl Drop for Server {
    fn drop(&mut self) {
        // It may have ended already.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// Changes the headline of one person.
pub(crate) fn change_headline(site: &Path, headline: &str) -> Result<()> {
    let file = site.join("content/profiles/person-7.json");
    let mut profile: Value = serde_json::from_slice(&fs::read(&file)?)?;
    profile["headline"] = json!(headline);
    Ok(fs::write(&file, profile.to_string())?)
}

/// Serves a site, and returns the median time from a changed word to the event that makes open pages
/// load themselves again.
pub(crate) fn run(perfil: &Path, shell: &str, site: &Path) -> Result<Duration> {
    let mut child = Command::new(perfil)
        .args(["serve", "--port", "0", "--shell", shell])
        .arg(site.join("content"))
        .arg("--out")
        .arg(site.join("served"))
        .stderr(Stdio::piped())
        .spawn()?;
    let log = child.stderr.take().context("the server has no log")?;
    let _server = Server(child);
    let mut lines = BufReader::new(log).lines();
    let address = lines
        .by_ref()
        .map_while(Result::ok)
        .find_map(|line| {
            Some(line.strip_prefix("Serving on http://")?.split('/').next()?.to_owned())
        })
        .context("the server did not start")?;
    // Whoever reads no log would stop the server when the pipe is full.
    std::thread::spawn(move || lines.for_each(drop));
    let mut stream = TcpStream::connect(&address)?;
    stream.set_read_timeout(Some(PATIENCE))?;
    write!(stream, "GET /.perfil/events HTTP/1.1\r\nHost: {address}\r\n\r\n")?;
    let mut events = BufReader::new(stream).lines().map_while(Result::ok);
    let mut event = || events.find(|line| line.starts_with("data: ")).context("no event came");
    let mut revision = event()?;
    let mut times = Vec::new();
    for number in 0..CHANGES {
        std::thread::sleep(PAUSE);
        let start = Instant::now();
        change_headline(site, &format!("Engineer, version {number}"))?;
        let next = event()?;
        times.push(start.elapsed());
        ensure!(next != revision, "nothing has changed");
        revision = next;
    }
    times.sort();
    Ok(times[CHANGES / 2])
}
