//! The command on a terminal: questions, progress, and Ctrl+C.

use crate::content::{Content, shell};
use rexpect::process::WaitStatus;
use rexpect::session::{PtySession, spawn_command};
use std::fs;
use std::path::Path;
use std::process::Command;

/// Starts `perfil` on a terminal of this type.
fn perfil(folder: &Path, terminal: &str, arguments: &[&str]) -> PtySession {
    let mut command = Command::new(env!("CARGO_BIN_EXE_perfil"));
    command.args(arguments).current_dir(folder).env("TERM", terminal).env("LC_ALL", "es_ES.UTF-8");
    command.env_remove("PERFIL_BASE_URL");
    spawn_command(command, Some(60_000)).unwrap()
}

/// The exit code of a command that ends by itself.
fn code(session: &mut PtySession) -> i32 {
    session.exp_eof().unwrap();
    match session.process_mut().wait().unwrap() {
        WaitStatus::Exited(_, code) => code,
        other => panic!("{other:?}"),
    }
}

#[test]
fn questions_are_asked_on_any_terminal() {
    for terminal in ["dumb", "xterm-256color"] {
        let folder = tempfile::tempdir().unwrap();
        let mut session = perfil(folder.path(), terminal, &["new"]);
        session.exp_string("A CV to begin with").unwrap();
        session.send_line("nobody.json").unwrap();
        session.exp_string("There is no such file.").unwrap();
        session.send_line("").unwrap();
        session.exp_string("Name of the person").unwrap();
        session.send_line("").unwrap();
        session.exp_string("A profile needs a name.").unwrap();
        session.send_line("Søren Kierkegaard").unwrap();
        session.exp_string("[es]").unwrap();
        session.send_line("en, xx").unwrap();
        session.exp_string("\"xx\" is not the tag of a known language.").unwrap();
        session.send_line("en, da").unwrap();
        session.exp_string("Where the site will be hosted (netlify, github-pages, ").unwrap();
        session.exp_string("[none]").unwrap();
        session.send_line("geocities").unwrap();
        session.exp_string("Write one of these names.").unwrap();
        session.send_line("Netlify").unwrap();
        session.exp_string("Address of the site").unwrap();
        session.send_line("mailto:a@b.c").unwrap();
        session.exp_string("is not the address of a site").unwrap();
        session.send_line("").unwrap();
        session.exp_string("Edit public/profiles/soren-kierkegaard.json").unwrap();
        session.exp_string("app.netlify.com").unwrap();
        assert_eq!(code(&mut session), 0);
        assert!(folder.path().join("public/netlify.toml").is_file());
        let settings = fs::read_to_string(folder.path().join("public/site.json")).unwrap();
        assert!(settings.contains("\"languages\": [\"en\", \"da\"]"), "{settings}");
    }
}

#[test]
fn an_interrupted_question_writes_nothing() {
    for key in ['c', 'd'] {
        let folder = tempfile::tempdir().unwrap();
        let mut session = perfil(folder.path(), "xterm", &["new", "a/b"]);
        session.exp_string("A CV to begin with").unwrap();
        session.send_control(key).unwrap();
        assert_eq!(code(&mut session), 130);
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
    }
}

#[test]
fn nothing_is_asked_if_the_command_cannot_succeed() {
    let content = Content::fixture("small");
    let mut session = perfil(content.path(), "xterm", &["new", "."]);
    session.exp_string("the folder is not empty").unwrap();
    assert_eq!(code(&mut session), 1);
}

#[test]
fn long_work_shows_progress_and_can_be_cancelled() {
    let content = Content::crowd(400);
    let shell = shell();
    let build =
        ["build", "--content", ".", "--out", "out/site", "--shell", shell.to_str().unwrap()];
    let mut session = perfil(content.path(), "dumb", &build);
    session.exp_regex(r"\r(Reading|Making) [a-z]+: \d+ of \d+").unwrap();
    session.exp_string("Making pages: ").unwrap();
    session.send_control('c').unwrap();
    assert_eq!(code(&mut session), 130);
    assert_eq!(fs::read_dir(content.path().join("out")).unwrap().count(), 0);
}
