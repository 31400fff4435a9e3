//! How a signal ends the command.

use crate::content::Content;
use crate::serve_process::{Process, Server, unfinished, wait_until};
use std::fs;
use std::os::unix::fs::MetadataExt as _;
use std::thread::sleep;
use std::time::Duration;

#[test]
fn a_signal_ends_it_at_any_time() {
    let content = Content::crowd(80);
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("site");
    // It takes longer on a busy machine.
    let limit = Duration::from_secs(5);
    let signals = [("INT", 130), ("TERM", 143)];
    for (signal, code) in signals {
        for verb in ["build", "serve"] {
            let process = Process::start(&content, verb, &out, &[]);
            wait_until("the first build", || unfinished(&out) == 1);
            let (found, time) = process.end(signal);
            assert_eq!(found, Some(code), "{signal} while {verb} builds for the first time");
            assert!(time < limit, "{signal}: {time:?}");
            assert!(unfinished(&out) == 0 && !out.exists(), "nothing is left");
        }
    }
    for (signal, code) in signals {
        let server = Server::start_in(&content, &out, &["--port", "0"]);
        let (found, time) = server.process.end(signal);
        assert_eq!(found, Some(code), "{signal} at rest");
        assert!(time < limit, "{signal}: {time:?}");
    }
    for (number, (signal, code)) in signals.into_iter().enumerate() {
        let server = Server::start_in(&content, &out, &["--port", "0"]);
        let before = server.build();
        content.write("static/new.txt", number.to_string());
        wait_until("a rebuild", || unfinished(&out) == 1);
        let (found, time) = server.process.end(signal);
        assert_eq!(found, Some(code), "{signal} while it rebuilds");
        assert!(time < limit, "{signal}: {time:?}");
        assert_eq!(unfinished(&out), 0, "nothing is left");
        assert_eq!(fs::metadata(&out).ok().map(|found| found.ino()), before);
    }
}

#[test]
fn a_signal_ends_it_while_it_sets_a_long_pdf() {
    let content = Content::long(1000);
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("site");
    let process = Process::start_printing(&content, "build", &out, &[]);
    let is_printing = || {
        let folders = fs::read_dir(folder.path()).unwrap();
        folders.flatten().any(|new| new.path().join("site/index.html").exists())
    };
    wait_until("all pages", is_printing);
    sleep(Duration::from_millis(500));
    let (code, time) = process.end("TERM");
    assert_eq!(code, Some(143));
    assert!(time < Duration::from_secs(3), "{time:?}");
    assert_eq!(unfinished(&out), 0, "nothing is left");
}
