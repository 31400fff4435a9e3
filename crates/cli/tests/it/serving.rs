//! `perfil serve` as a process: when it builds, what it answers meanwhile, and how it ends.

use crate::content::{Content, shell};
use crate::headers::hash;
use crate::page::Page;
use crate::server::ask;
use std::collections::BTreeSet;
use std::fs;
use std::io::{BufRead as _, BufReader};
use std::net::{SocketAddr, TcpListener};
use std::os::unix::fs::MetadataExt as _;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::thread::{self, sleep};
use std::time::{Duration, Instant};
use tempfile::TempDir;

/// How long a build may take on a busy machine.
const PATIENCE: Duration = Duration::from_mins(2);

/// Waits until something is true.
#[track_caller]
fn wait_until(what: &str, is_true: impl Fn() -> bool) {
    let start = Instant::now();
    while !is_true() {
        assert!(start.elapsed() < PATIENCE, "waited in vain: {what}");
        sleep(Duration::from_millis(5));
    }
}

/// A running command, which ends with its test.
struct Process {
    child: Child,
    /// What it wrote on the standard error.
    log: Arc<Mutex<String>>,
}

impl Process {
    /// Starts `perfil` in a content folder.
    fn start(content: &Content, verb: &str, out: &Path, arguments: &[&str]) -> Self {
        Self::start_printing(content, verb, out, &[arguments, &["--no-pdf"]].concat())
    }

    /// Starts it with PDFs.
    fn start_printing(content: &Content, verb: &str, out: &Path, arguments: &[&str]) -> Self {
        let mut command = Command::new(env!("CARGO_BIN_EXE_perfil"));
        command.arg(verb).args(["--content", ".", "--out"]).arg(out);
        command.arg("--shell").arg(shell()).args(arguments).current_dir(content.path());
        command.env_remove("PERFIL_BASE_URL").stderr(Stdio::piped());
        let mut child = command.spawn().unwrap();
        let log = Arc::new(Mutex::new(String::new()));
        let (stderr, lines) = (child.stderr.take().unwrap(), Arc::clone(&log));
        thread::spawn(move || {
            for line in BufReader::new(stderr).lines().map_while(Result::ok) {
                *lines.lock().unwrap() += &format!("{line}\n");
            }
        });
        Self { child, log }
    }

    /// Sends a signal, and returns the exit code and how long the process took to end.
    fn end(mut self, signal: &str) -> (Option<i32>, Duration) {
        let start = Instant::now();
        let id = self.child.id().to_string();
        assert!(Command::new("kill").args(["-s", signal, &id]).status().unwrap().success());
        loop {
            if let Some(status) = self.child.try_wait().unwrap() {
                return (status.code(), start.elapsed());
            }
            assert!(start.elapsed() < PATIENCE, "{signal} does not end it");
            sleep(Duration::from_millis(5));
        }
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        // It may have ended already.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// A running `perfil serve`.
struct Server {
    process: Process,
    address: SocketAddr,
    out: PathBuf,
    /// Where the site is, if it is not inside the content.
    _folder: Option<TempDir>,
}

impl Server {
    /// Serves the content, with the site in a folder of its own.
    fn start(content: &Content) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let out = folder.path().join("site");
        Self { _folder: Some(folder), ..Self::start_in(content, &out, &["--port", "0"]) }
    }

    /// Serves the content, and waits until it is built.
    fn start_in(content: &Content, out: &Path, arguments: &[&str]) -> Self {
        let process = Process::start(content, "serve", out, arguments);
        let address = || {
            let log = process.log.lock().unwrap();
            let (_, rest) = log.split_once("Serving on http://")?;
            rest.split_once('/')?.0.parse().ok()
        };
        wait_until("the address", || address().is_some());
        let address = address().unwrap();
        Self { process, address, out: content.path().join(out), _folder: None }
    }

    /// Returns a number that changes with each build, also if nothing is written.
    fn build(&self) -> Option<u64> {
        fs::metadata(&self.out).ok().map(|found| found.ino())
    }

    /// Returns a published file.
    fn file(&self, path: &str) -> Option<String> {
        fs::read_to_string(self.out.join(path)).ok()
    }

    /// Asserts that nothing is built for longer than it takes to notice a change.
    #[track_caller]
    fn assert_rests(&self, why: &str) {
        let before = self.build();
        sleep(Duration::from_millis(1500));
        assert_eq!(self.build(), before, "{why}");
    }
}

/// The folders beside a site: those of builds that are under way, or were not removed.
fn unfinished(out: &Path) -> usize {
    fs::read_dir(out.parent().unwrap()).unwrap().count() - usize::from(out.exists())
}

fn read_all(folder: &Path) {
    for entry in walkdir::WalkDir::new(folder) {
        let entry = entry.unwrap();
        if entry.file_type().is_file() {
            fs::read(entry.path()).unwrap();
        }
    }
}

#[test]
fn reading_the_content_builds_nothing() {
    let content = Content::fixture("small");
    let server = Server::start(&content);
    let before = server.build();
    for _ in 0..10 {
        read_all(content.path());
        ask(server.address, "/en/", "");
        sleep(Duration::from_millis(150));
    }
    assert_eq!(server.build(), before);
}

#[test]
fn each_kind_of_change_builds_once() {
    let content = Content::fixture("small");
    content.write("static/removed.txt", "");
    content.write("static/replaced.txt", "old");
    let server = Server::start(&content);
    let replaced = content.path().join("static/replaced.txt");
    let time = fs::metadata(&replaced).unwrap().modified().unwrap();
    let changes: [(&str, &dyn Fn(), &dyn Fn() -> bool); 5] = [
        (
            "a write",
            &|| content.edit("profiles/ada-lovelace.json", "\"Ada Lovelace\"", "\"Augusta King\""),
            &|| server.file("en/index.html").is_some_and(|it| it.contains("Augusta King")),
        ),
        (
            "a rename over a file of the same size and time",
            &|| {
                let new = content.path().parent().unwrap().join("perfil-replacing.txt");
                fs::write(&new, "new").unwrap();
                fs::File::options().write(true).open(&new).unwrap().set_modified(time).unwrap();
                fs::rename(new, &replaced).unwrap();
            },
            &|| server.file("replaced.txt").as_deref() == Some("new"),
        ),
        (
            "a removal",
            &|| fs::remove_file(content.path().join("static/removed.txt")).unwrap(),
            &|| server.file("removed.txt").is_none() && server.file("_headers").is_some(),
        ),
        ("a new file", &|| content.write("static/new/a.txt", ""), &|| {
            server.file("new/a.txt").is_some()
        }),
        (
            "a rename of a folder",
            &|| {
                let at = |name: &str| content.path().join("static").join(name);
                fs::rename(at("new"), at("newer")).unwrap();
            },
            &|| server.file("newer/a.txt").is_some(),
        ),
    ];
    for (what, change, is_built) in changes {
        let before = server.build();
        change();
        wait_until(what, || server.build() != before);
        assert!(is_built(), "{what}");
        server.assert_rests(what);
    }
}

/// Counts the builds of a site until it is stopped.
fn count_builds(out: &Path) -> (Arc<AtomicUsize>, Arc<AtomicBool>) {
    let (count, is_done) = (Arc::new(AtomicUsize::new(0)), Arc::new(AtomicBool::new(false)));
    let (counted, done, out) = (Arc::clone(&count), Arc::clone(&is_done), out.to_owned());
    thread::spawn(move || {
        let look = || fs::metadata(&out).ok().map(|found| found.ino());
        let mut last = look();
        while !done.load(Ordering::Relaxed) {
            let now = look();
            if now.is_some() && now != last {
                counted.fetch_add(1, Ordering::Relaxed);
                last = now;
            }
            sleep(Duration::from_millis(1));
        }
    });
    (count, is_done)
}

#[test]
fn many_changes_at_once_are_few_builds() {
    const FILES: usize = 10_000;
    let content = Content::fixture("small");
    let write = |text: &str| {
        for number in 0..FILES {
            content.write(&format!("static/many/{number}.txt"), text);
        }
    };
    write("old");
    let server = Server::start(&content);
    let (count, is_done) = count_builds(&server.out);
    write("new");
    let last = format!("many/{}.txt", FILES - 1);
    wait_until("the newest state", || server.file(&last).as_deref() == Some("new"));
    server.assert_rests("all of it is built");
    is_done.store(true, Ordering::Relaxed);
    let count = count.load(Ordering::Relaxed);
    assert!((1..=4).contains(&count), "{count} builds");
    for number in 0..FILES {
        assert_eq!(server.file(&format!("many/{number}.txt")).as_deref(), Some("new"), "{number}");
    }
}

#[test]
#[cfg(target_os = "linux")]
fn waiting_takes_no_hundredth_of_a_processor() {
    let content = Content::fixture("small");
    for number in 0..2000 {
        content.write(&format!("static/many/{number}.txt"), "");
    }
    let server = Server::start(&content);
    // The hundredths of a second that a process computed.
    let computed = || {
        let path = format!("/proc/{}/stat", server.process.child.id());
        let stat = fs::read_to_string(path).unwrap();
        let (_, fields) = stat.rsplit_once(") ").unwrap();
        let times = fields.split(' ').skip(11).take(2);
        times.map(|time| time.parse::<u64>().unwrap()).sum::<u64>()
    };
    let before = computed();
    sleep(Duration::from_secs(6));
    let taken = computed() - before;
    assert!(taken <= 6, "{taken} of 600");
}

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

#[test]
fn a_page_has_the_policy_of_its_own_build() {
    let content = Content::fixture("small");
    content.edit("site.json", "\"title\"", "\"accent\": 0, \"title\"");
    let server = Server::start(&content);
    let mut policies = BTreeSet::new();
    for accent in 1..8 {
        let (old, new) = (accent * 40 - 40, accent * 40);
        let before = server.build();
        let text = |number: usize| format!("\"accent\": {number},");
        content.edit("site.json", &text(old), &text(new));
        let start = Instant::now();
        let mut further = 0;
        // Ask from before the build until after it.
        while further < 20 {
            assert!(start.elapsed() < PATIENCE, "it is not built");
            further += usize::from(server.build() != before);
            let answer = ask(server.address, "/en/", "");
            let policy = answer.header("content-security-policy");
            assert_eq!(answer.status, 200);
            for style in Page::parse("en", &answer.body).select("style") {
                assert!(policy.contains(&hash(&style.text().concat())), "a style is blocked");
            }
            policies.insert(policy.to_owned());
        }
    }
    assert_eq!(policies.len(), 8);
}

#[test]
fn its_address_has_the_path_of_the_site() {
    let content = Content::fixture("small");
    content.edit("site.json", "https://ada.example/", "https://example.org/cv");
    let server = Server::start(&content);
    let log = server.process.log.lock().unwrap().clone();
    assert!(log.contains(&format!("Serving on http://{}/cv/ ", server.address)), "{log}");
    assert_eq!(ask(server.address, "/", "").header("location"), "/cv/");
    assert_eq!(ask(server.address, "/cv/en/", "").status, 200);
    // The path is that of the build, too.
    content.edit("site.json", "example.org/cv", "example.org/ada");
    wait_until("the other path", || ask(server.address, "/ada/en/", "").status == 200);
    assert_eq!(ask(server.address, "/cv/en/", "").status, 404);
}

#[test]
fn the_next_free_port_is_taken() {
    let content = Content::fixture("small");
    // If it cannot be bound, somebody else has it.
    let _taken = TcpListener::bind("127.0.0.1:8080");
    let server = Server::start_in(&content, Path::new("out"), &[]);
    let port = server.address.port();
    assert!((8081..8100).contains(&port), "{port}");
    let log = server.process.log.lock().unwrap().clone();
    assert!(log.contains(&format!("Port 8080 is taken, so the site is on port {port}.")), "{log}");
}

#[test]
fn two_servers_share_their_content() {
    for outs in [["one", "two"], ["one", "one"]] {
        let content = Content::fixture("small");
        let servers = outs.map(|out| Server::start_in(&content, Path::new(out), &["--port", "0"]));
        servers[0].assert_rests("the site of the other one is no content");
        let revisions =
            || servers.each_ref().map(|it| ask(it.address, "/.perfil/revision", "").body);
        let before = revisions();
        content.edit("profiles/ada-lovelace.json", "\"Ada Lovelace\"", "\"Augusta King\"");
        wait_until("both have built it", || {
            revisions().iter().zip(&before).all(|(now, before)| now != before)
        });
        for server in &servers {
            assert!(ask(server.address, "/en/", "").body.contains("Augusta King"), "{outs:?}");
            let log = server.process.log.lock().unwrap().clone();
            assert!(!log.contains("error"), "{log}");
        }
        for server in &servers {
            server.assert_rests("neither of them rebuilds for the other");
        }
        let names = fs::read_dir(content.path()).unwrap().map(|it| it.unwrap().file_name());
        let left = names.filter(|name| name.to_string_lossy().starts_with(".perfil-new-"));
        assert_eq!(left.count(), 0, "nothing is left");
    }
}
