//! `perfil serve --open` opens the site in the browser of the machine.

use crate::content::Content;
use crate::serve_process::{Process, Server, wait_until};
use crate::server::ask;
use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};

/// A folder of programs, each of which writes what it was given into a file beside it.
struct Programs(tempfile::TempDir);

impl Programs {
    fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    fn path(&self) -> &Path {
        self.0.path()
    }

    fn given(&self, name: &str) -> PathBuf {
        self.path().join(format!("{name}.txt"))
    }

    /// Adds a program that ends with an exit code.
    fn add(&self, name: &str, code: u8) {
        let (file, given) = (self.path().join(name), self.given(name));
        let lines = format!("#!/bin/sh\necho \"$@\" > '{}.new'\n", given.display());
        let rename = format!("/bin/mv '{0}.new' '{0}'\nexit {code}\n", given.display());
        fs::write(&file, lines + &rename).unwrap();
        fs::set_permissions(&file, fs::Permissions::from_mode(0o755)).unwrap();
    }

    /// Serves a site, whose browser is among these programs.
    fn serve(&self, content: &Content, browser: &str, arguments: &[&str]) -> Server {
        let out = content.path().join("out");
        let arguments = [arguments, &["--port", "0", "--open", "--no-pdf"]].concat();
        let mut command = Process::command(content, "serve", &out, &arguments);
        command.env("PATH", self.path()).env("BROWSER", browser);
        Server::of(Process::run(command), &out)
    }

    #[track_caller]
    fn assert_given(&self, name: &str, expected: &str) {
        wait_until(name, || self.given(name).is_file());
        assert_eq!(fs::read_to_string(self.given(name)).unwrap().trim_end(), expected);
    }
}

/// The program by which a system opens an address.
const SYSTEM: &str = if cfg!(target_os = "macos") { "open" } else { "xdg-open" };

const SENTENCE: &str = "No browser could be started: open http://";

#[test]
fn the_system_opens_the_site_at_its_path() {
    let content = Content::fixture("small");
    content.edit("site.json", "https://ada.example/", "https://example.org/cv");
    let programs = Programs::new();
    programs.add(SYSTEM, 0);
    let server = programs.serve(&content, "", &[]);
    programs.assert_given(SYSTEM, &format!("http://{}/cv/", server.address));
    assert!(!server.process.log().contains(SENTENCE));
}

#[test]
fn the_variable_browser_comes_first() {
    let content = Content::fixture("small");
    let programs = Programs::new();
    for (name, code) in [(SYSTEM, 0), ("failing", 1), ("chosen", 0)] {
        programs.add(name, code);
    }
    let server = programs.serve(&content, "missing:failing:chosen --new %s#top", &[]);
    programs.assert_given("chosen", &format!("--new http://{}/#top", server.address));
    programs.assert_given("failing", &format!("http://{}/", server.address));
    assert!(!programs.given(SYSTEM).exists());
}

#[test]
fn all_addresses_are_opened_as_one_of_this_machine() {
    let content = Content::fixture("small");
    let programs = Programs::new();
    programs.add(SYSTEM, 0);
    let server = programs.serve(&content, "", &["--host", "0.0.0.0"]);
    programs.assert_given(SYSTEM, &format!("http://127.0.0.1:{}/", server.address.port()));
}

#[test]
fn without_a_browser_it_says_so_and_serves() {
    let content = Content::fixture("small");
    for has_failing in [false, true] {
        let programs = Programs::new();
        if has_failing {
            programs.add(SYSTEM, 3);
        }
        let server = programs.serve(&content, "", &[]);
        let address = server.address;
        let sentence = format!("{SENTENCE}{address}/ in one yourself.\n");
        wait_until("the sentence", || server.process.log().contains(&sentence));
        assert_eq!(server.process.log().matches("browser").count(), 1);
        assert_eq!(ask(address, "/en/", "").status, 200);
    }
}

#[test]
fn studio_opens_the_folder_in_its_page() {
    let content = Content::fixture("small");
    let programs = Programs::new();
    programs.add(SYSTEM, 0);
    let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_perfil"));
    command
        .args(["studio", ".", "--port", "0", "--no-pdf", "--shell"])
        .arg(crate::content::shell());
    command.current_dir(content.path()).env("PATH", programs.path()).env("BROWSER", "");
    command.env("XDG_CACHE_HOME", programs.path().join("cache"));
    let process = Process::run(command);
    wait_until("the browser", || programs.given(SYSTEM).is_file());
    let given = fs::read_to_string(programs.given(SYSTEM)).unwrap();
    assert!(given.starts_with("http://127.0.0.1:"), "{given}");
    assert!(given.trim_end().ends_with("/studio/#folder"), "{given}");
    // The shell of these tests has no Studio.
    wait_until("the reason", || process.log().contains("compiled without Studio"));
}
