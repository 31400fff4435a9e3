//! Snapshots: reviewed texts that the output is compared with.

use crate::content::data;
use expect_test::expect_file;
use std::path::Path;

/// Compares a text with a file of `tests/data/expected/`.
#[track_caller]
pub(crate) fn check(name: &str, actual: &str) {
    check_file(&data().join("expected").join(name), actual);
}

/// Compares a text with a file, or writes the file if `UPDATE_EXPECT=1` is set.
#[track_caller]
pub(crate) fn check_file(path: &Path, actual: &str) {
    expect_file![path].assert_eq(actual);
}

/// The text without hashes, stylesheet and inline images, which a reviewer cannot read, and with
/// one tag per line, so that differences are readable.
pub(crate) fn readable(text: &str) -> String {
    let text = between(text, "<style>", "</style>", "…");
    let text = between(&text, "'sha256-", "'", "…");
    let text = between(&text, ";base64,", "\"", "…");
    without_hashes(&text).replace("><", ">\n<")
}

/// The text with everything between two marks replaced.
fn between(text: &str, start: &str, end: &str, by: &str) -> String {
    let mut parts = text.split(start);
    let mut changed = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let after = part.split_once(end).map_or("", |(_, after)| after);
        changed.extend([start, by, end, after]);
    }
    changed
}

/// The text with every hash in it replaced.
pub(crate) fn without_hashes(text: &str) -> String {
    let words = text.split_inclusive(|c: char| !c.is_ascii_alphanumeric());
    words.map(|word| if is_hash(word) { masked(word) } else { word.to_owned() }).collect()
}

fn is_hash(word: &str) -> bool {
    let word = word.trim_end_matches(|c: char| !c.is_ascii_alphanumeric());
    word.len() == 12 && word.chars().all(|c| matches!(c, '0'..='9' | 'a'..='f'))
}

fn masked(word: &str) -> String {
    format!("HASH{}", &word[12..])
}
