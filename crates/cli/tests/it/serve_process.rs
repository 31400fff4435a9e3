//! `perfil` as a process of which tests see when it builds, and how it ends.

use crate::content::{Content, shell};
use std::fs;
use std::io::{BufRead as _, BufReader};
use std::net::SocketAddr;
use std::os::unix::fs::MetadataExt as _;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::{Arc, Mutex};
use std::thread::{self, sleep};
use std::time::{Duration, Instant};
use tempfile::TempDir;

/// How long a build may take on a busy machine.
pub(crate) const PATIENCE: Duration = Duration::from_mins(2);

/// Waits until something is true.
#[track_caller]
pub(crate) fn wait_until(what: &str, is_true: impl Fn() -> bool) {
    let start = Instant::now();
    while !is_true() {
        assert!(start.elapsed() < PATIENCE, "waited in vain: {what}");
        sleep(Duration::from_millis(5));
    }
}

/// A running command, which ends with its test.
pub(crate) struct Process {
    pub(crate) child: Child,
    /// What it wrote on the standard error.
    log: Arc<Mutex<String>>,
}

impl Process {
    /// Starts `perfil` in a content folder.
    pub(crate) fn start(content: &Content, verb: &str, out: &Path, arguments: &[&str]) -> Self {
        Self::start_printing(content, verb, out, &[arguments, &["--no-pdf"]].concat())
    }

    /// Starts it with PDFs.
    pub(crate) fn start_printing(
        content: &Content,
        verb: &str,
        out: &Path,
        arguments: &[&str],
    ) -> Self {
        Self::run(Self::command(content, verb, out, arguments))
    }

    /// Returns the command in a content folder.
    pub(crate) fn command(
        content: &Content,
        verb: &str,
        out: &Path,
        arguments: &[&str],
    ) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_perfil"));
        command.arg(verb).args(["--content", ".", "--out"]).arg(out);
        command.arg("--shell").arg(shell()).args(arguments).current_dir(content.path());
        command.env_remove("PERFIL_BASE_URL");
        command
    }

    /// Starts a command.
    pub(crate) fn run(mut command: Command) -> Self {
        command.stderr(Stdio::piped());
        let mut child = command.spawn().unwrap();
        let log = Arc::new(Mutex::new(String::new()));
        let (stderr, lines) = (child.stderr.take().unwrap(), Arc::clone(&log));
        thread::spawn(move || {
            for line in BufReader::new(stderr).lines().map_while(Result::ok) {
                lines.lock().unwrap().extend([&*line, "\n"]);
            }
        });
        Self { child, log }
    }

    /// Returns what it has written on the standard error.
    pub(crate) fn log(&self) -> String {
        self.log.lock().unwrap().clone()
    }

    /// Sends a signal, and returns the exit code and how long the process took to end.
    pub(crate) fn end(mut self, signal: &str) -> (Option<i32>, Duration) {
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
pub(crate) struct Server {
    pub(crate) process: Process,
    /// Where it answers.
    pub(crate) address: SocketAddr,
    /// The folder of the site.
    pub(crate) out: PathBuf,
    /// Where the site is, if it is not inside the content.
    _folder: Option<TempDir>,
}

impl Server {
    /// Serves the content, with the site in a folder of its own.
    pub(crate) fn start(content: &Content) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let out = folder.path().join("site");
        Self { _folder: Some(folder), ..Self::start_in(content, &out, &["--port", "0"]) }
    }

    /// Serves the content, and waits until it is built.
    pub(crate) fn start_in(content: &Content, out: &Path, arguments: &[&str]) -> Self {
        Self::of(Process::start(content, "serve", out, arguments), &content.path().join(out))
    }

    /// Waits until a process serves a folder.
    pub(crate) fn of(process: Process, out: &Path) -> Self {
        let address = || {
            let log = process.log.lock().unwrap();
            let (_, rest) = log.split_once("Serving on http://")?;
            rest.split_once('/')?.0.parse().ok()
        };
        wait_until("the address", || address().is_some());
        let address = address().unwrap();
        Self { process, address, out: out.to_owned(), _folder: None }
    }

    /// Returns a number that changes with each build, also if nothing is written.
    pub(crate) fn build(&self) -> Option<u64> {
        fs::metadata(&self.out).ok().map(|found| found.ino())
    }

    /// Returns a published file.
    pub(crate) fn file(&self, path: &str) -> Option<String> {
        fs::read_to_string(self.out.join(path)).ok()
    }

    /// Asserts that nothing is built for longer than it takes to notice a change.
    #[track_caller]
    pub(crate) fn assert_rests(&self, why: &str) {
        let before = self.build();
        sleep(Duration::from_millis(1500));
        assert_eq!(self.build(), before, "{why}");
    }
}

/// The folders beside a site: those of builds that are under way, or were not removed.
pub(crate) fn unfinished(out: &Path) -> usize {
    fs::read_dir(out.parent().unwrap()).unwrap().count() - usize::from(out.exists())
}
