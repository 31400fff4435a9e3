//! Source files: names, lengths and first lines.

use crate::architecture::{files, none, paths};

/// Names that do not describe the content of a file, so that anything ends up in it.
const EMPTY_NAMES: &[&str] = &["utils", "util", "helpers", "helper", "common", "misc", "shared"];

/// The maximum number of lines; longer files are hard to review.
const LONGEST: usize = 300;

#[test]
fn every_file_starts_with_its_purpose() {
    let undocumented: Vec<_> = ["src", "crates", "tests", "packaging/src", "xtask/src", "fuzz"]
        .iter()
        .flat_map(|folder| files(folder, ".rs"))
        .filter(|file| !file.text.starts_with("//! "))
        .map(|file| format!("{}:1: begin with a `//!` line that says what it is", file.path))
        .collect();
    none(&undocumented);
}

#[test]
fn no_file_is_too_long() {
    let folders = [
        ("src", ".rs"),
        ("crates", ".rs"),
        ("tests", ".rs"),
        ("packaging/src", ".rs"),
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
fn names_describe_their_content() {
    let empty: Vec<_> = ["src", "crates", "tests", "packaging/src", "xtask/src", "fuzz", "style"]
        .iter()
        .flat_map(|folder| paths(folder, ""))
        .filter(|path| path.split(['/', '.', '_', '-']).any(|part| EMPTY_NAMES.contains(&part)))
        .map(|path| format!("{path}:1: name it after what it holds"))
        .collect();
    none(&empty);
}
