//! Opens an address in the browser of this machine.

use crate::reporter::Reporter;
use std::env;
use std::io;
use std::process::{Child, Command, Stdio};
use std::thread::{self, sleep};
use std::time::{Duration, Instant};

/// A program that ends with an error within this time has opened nothing. One that takes longer is a
/// browser, which ends when it is closed.
const START: Duration = Duration::from_secs(5);

/// How often it is asked whether it has ended.
const POLL_INTERVAL: Duration = Duration::from_millis(50);

/// Opens an address with the first program that can, in a thread of its own; reports if there is
/// none.
pub(crate) fn open(address: String, reporter: Reporter) {
    thread::spawn(move || {
        let variable =
            if cfg!(unix) { env::var("BROWSER").unwrap_or_default() } else { String::new() };
        let own = system(&address);
        let mut programs = chosen(&variable, &address).into_iter().chain([own]);
        if !programs.any(|program| starts(&program).unwrap_or(false)) {
            reporter
                .note(format_args!("No browser could be started: open {address} in one yourself."));
        }
    });
}

/// Returns the command lines in `BROWSER`: names separated by colons, with the address in place of
/// `%s` or at the end.
fn chosen(variable: &str, address: &str) -> Vec<Vec<String>> {
    // An address has colons too, but it is not in the variable.
    let lines = variable.split(':').map(|line| {
        let mut words: Vec<_> = line.split_whitespace().map(str::to_owned).collect();
        if line.contains("%s") {
            for word in &mut words {
                *word = word.replace("%s", address);
            }
        } else if !words.is_empty() {
            words.push(address.to_owned());
        }
        words
    });
    lines.filter(|words| !words.is_empty()).collect()
}

/// Returns the command line by which the system opens an address.
fn system(address: &str) -> Vec<String> {
    let words: &[&str] = if cfg!(windows) {
        // The first text in quotes would be the title of a window.
        &["cmd", "/C", "start", ""]
    } else if cfg!(target_os = "macos") {
        &["open"]
    } else {
        &["xdg-open"]
    };
    words.iter().copied().chain([address]).map(str::to_owned).collect()
}

/// Starts a program, and returns whether it has opened the address.
fn starts(words: &[String]) -> io::Result<bool> {
    let Some((program, arguments)) = words.split_first() else { return Ok(false) };
    let mut command = Command::new(program);
    command.args(arguments).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    is_started(&mut command.spawn()?)
}

fn is_started(child: &mut Child) -> io::Result<bool> {
    let start = Instant::now();
    while start.elapsed() < START {
        if let Some(status) = child.try_wait()? {
            return Ok(status.success());
        }
        sleep(POLL_INTERVAL);
    }
    Ok(true)
}
