//! The files themselves: the order of the modules, names, lengths and first lines.

use crate::architecture::{File, code, files, none, paths};

/// Words that say nothing of what a file holds, so everything ends up in it.
const EMPTY_NAMES: &[&str] = &["utils", "util", "helpers", "helper", "common", "misc", "shared"];

/// More than that is not read at one sitting.
const LONGEST: usize = 300;

/// The modules of `src/lib.rs` in the order of their declaration.
fn modules(lib: &str) -> Vec<&str> {
    lib.lines().filter_map(|line| line.strip_prefix("pub mod ")?.strip_suffix(';')).collect()
}

/// Names a file uses after `crate::`, also those in braces: `crate::{ui, view::Text}`.
fn used(line: &str) -> Vec<&str> {
    let first = |path: &'static str| line.split(path).skip(1);
    first("crate::")
        .flat_map(|rest| match rest.strip_prefix('{') {
            Some(list) => list.split('}').next().unwrap_or(list).split(',').collect(),
            None => vec![rest],
        })
        .filter_map(|path| crate::architecture::words(path).next())
        .collect()
}

fn wrong_uses(file: &File, modules: &[&str]) -> Vec<String> {
    let own = file.path.trim_start_matches("src/").split(['/', '.']).next().unwrap_or_default();
    let Some(place) = modules.iter().position(|module| *module == own) else { return Vec::new() };
    let is_root = file.path.ends_with("/mod.rs");
    let mut wrong = Vec::new();
    for (line, text) in code(&file.text) {
        let below = used(text).into_iter().filter(|name| modules[place + 1..].contains(name));
        for name in below {
            wrong.push(format!(
                "{}:{line}: `{own}` stands above `{name}` in src/lib.rs, so it cannot use it",
                file.path
            ));
        }
        // The way up and out of a module, by which the order could be passed over.
        if text.contains("super::super::") || (is_root && text.starts_with("use super::")) {
            wrong.push(format!("{}:{line}: write `crate::…`, whose order is checked", file.path));
        }
    }
    wrong
}

#[test]
fn a_module_uses_only_modules_above_it() {
    let files = files("src", ".rs");
    let lib = files.iter().find(|file| file.path == "src/lib.rs").unwrap();
    let modules = modules(&lib.text);
    assert!(modules.len() > 10 && modules[0] == "prose", "{modules:?}");
    none(&files.iter().flat_map(|file| wrong_uses(file, &modules)).collect::<Vec<_>>());
}

#[test]
fn a_use_of_a_module_below_is_found() {
    let check = |path: &str, text: &str, expected: usize| {
        let file = File { path: path.into(), text: text.into() };
        assert_eq!(wrong_uses(&file, &["view", "ui", "site"]).len(), expected, "{text}");
    };
    check("src/ui/icon.rs", "use crate::view::Text;", 0);
    check("src/ui/icon.rs", "use crate::site::Tree;", 1);
    check("src/ui/icon.rs", "use crate::{view::Text, site};", 1);
    check("src/ui/mod.rs", "fn f(x: crate::site::Tree) {}", 1);
    check("src/ui/mod.rs", "use super::site;", 1);
    check("src/ui/a/b.rs", "use super::super::site;", 1);
    check("src/site/mod.rs", "use crate::ui;\n//! Not crate::server.", 0);
}

#[test]
fn every_file_says_first_what_it_is() {
    let mute: Vec<_> = ["src", "tests", "xtask/src", "fuzz"]
        .iter()
        .flat_map(|folder| files(folder, ".rs"))
        .filter(|file| !file.text.starts_with("//! "))
        .map(|file| format!("{}:1: begin with a `//!` line that says what it is", file.path))
        .collect();
    none(&mute);
}

#[test]
fn no_file_is_too_long() {
    let folders = [
        ("src", ".rs"),
        ("tests", ".rs"),
        ("xtask/src", ".rs"),
        ("fuzz", ".rs"),
        ("style", ".css"),
    ];
    let long: Vec<_> = folders
        .iter()
        .flat_map(|(folder, end)| files(folder, end))
        .map(|file| (file.text.lines().count(), file.path))
        .filter(|(lines, _)| *lines > LONGEST)
        .map(|(lines, path)| format!("{path}:{LONGEST}: {lines} lines; what are its two subjects?"))
        .collect();
    none(&long);
}

#[test]
fn names_say_what_is_inside() {
    let empty: Vec<_> = ["src", "tests", "xtask/src", "fuzz", "style"]
        .iter()
        .flat_map(|folder| paths(folder, ""))
        .filter(|path| path.split(['/', '.', '_', '-']).any(|part| EMPTY_NAMES.contains(&part)))
        .map(|path| format!("{path}:1: name it after what it holds"))
        .collect();
    none(&empty);
}
