//! The crate contains the folder that `PERFIL_EMBED` names when it is compiled.

use std::path::Path;
use std::process::{Command, Output};
use std::{env, fs, io};

/// Compiles the crate with a folder, and lists what it then contains.
fn listed(folder: &Path, target: &Path) -> io::Result<Output> {
    Command::new(env::var("CARGO").unwrap_or_else(|_| "cargo".to_owned()))
        .args(["run", "--quiet", "--locked", "--example", "list"])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .env("CARGO_TARGET_DIR", target)
        .env("PERFIL_EMBED", folder)
        .output()
}

#[test]
fn the_files_of_a_folder_are_in_the_crate() {
    let folder = tempfile::tempdir().unwrap();
    let (shell, target) = (folder.path().join("shell"), folder.path().join("target"));
    fs::create_dir_all(shell.join("style/fonts")).unwrap();
    for (path, text) in [("app.js", "app"), ("style/index.css", "s"), ("style/fonts/a.ttf", "ab")] {
        fs::write(shell.join(path), text).unwrap();
    }
    let text = |output: &Output| String::from_utf8_lossy(&output.stdout).into_owned();
    let whole = listed(&shell, &target).unwrap();
    assert_eq!(text(&whole), "3 app.js\n2 style/fonts/a.ttf\n1 style/index.css\n");
    fs::write(shell.join("widget.js"), "widget").unwrap();
    let added = listed(&shell, &target).unwrap();
    assert!(text(&added).ends_with("6 widget.js\n"), "{}", text(&added));
    let missing = listed(&folder.path().join("nowhere"), &target).unwrap();
    let message = String::from_utf8_lossy(&missing.stderr);
    assert!(!missing.status.success() && message.contains("nowhere"), "{message}");
}

#[test]
fn a_crate_without_a_folder_is_empty() {
    assert_eq!(perfil_shell::is_there(), option_env!("PERFIL_EMBED").is_some());
    assert_eq!(perfil_shell::file("app.js").is_some(), perfil_shell::is_there());
    assert!(perfil_shell::below("style/fon").next().is_none());
}
