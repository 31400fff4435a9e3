//! The rules of the architecture, checked in every source file; ARCHITECTURE.md has their reasons.

use crate::content::root;
use std::fs;
use walkdir::WalkDir;

/// A source file.
pub(crate) struct File {
    /// Its path in the checkout.
    pub(crate) path: String,
    /// Its content.
    pub(crate) text: String,
}

/// A rule, and an example that breaks it.
struct Rule {
    /// The reason for the rule, which a failure shows.
    why: &'static str,
    /// Whether a line of a file breaks it. Comments are skipped.
    is_broken: fn(&str, &str) -> bool,
    /// A file and a line in it that breaks the rule, which proves that the rule can fail.
    example: (&'static str, &'static str),
}

const RULES: &[Rule] = &[
    Rule {
        why: "the model knows no user interface, so that every page and format can share it",
        is_broken: |path, line| is_model(path) && words(line).any(|word| word == "leptos"),
        example: ("crates/model/src/profile/mod.rs", "use leptos::prelude::*;"),
    },
    Rule {
        why: "the model touches no files, so that it can be tested and reused anywhere",
        is_broken: |path, line| {
            is_model(path) && words(line).any(|word| ["fs", "File", "env"].contains(&word))
        },
        example: ("crates/localize/src/text.rs", "use std::{fs, io};"),
    },
    Rule {
        why: "equal input gives equal output, so nothing of it may depend on today",
        is_broken: |path, line| {
            let clocks = ["SystemTime", "Instant", "UNIX_EPOCH", "chrono", "jiff"];
            is_model(path)
                && (line.contains("std::time") || words(line).any(|word| clocks.contains(&word)))
        },
        example: ("crates/model/src/language/date.rs", "let today = std::time::SystemTime::now();"),
    },
    Rule {
        why: "only src/browser/fetch.rs loads anything, so that every load fails in one way",
        is_broken: |path, line| {
            path != "src/browser/fetch.rs" && words(line).any(|word| word == "gloo_net")
        },
        example: ("src/client/loader.rs", "use gloo_net::http::Request;"),
    },
    Rule {
        why: "only the applications touch the browser, so that the rest can be rendered by the build",
        is_broken: |path, line| {
            !["src/browser/", "crates/card/", "crates/studio/"]
                .iter()
                .any(|place| path.starts_with(place))
                && words(line).any(|word| word == "web_sys")
        },
        example: ("crates/ui/src/app/mod.rs", "web_sys::window();"),
    },
    Rule {
        why: "HTML enters a page in five places only, all of which get it from the build",
        is_broken: |path, line| {
            let places = [
                "crates/ui/src/parts/prose.rs",
                "src/browser/cards.rs",
                "src/browser/dialog.rs",
                "crates/site/src/document/mod.rs",
                "crates/site/src/embed/frame.rs",
            ];
            let ways = ["inner_html", "set_inner_html", "insert_adjacent_html"];
            !places.contains(&path) && words(line).any(|word| ways.contains(&word))
        },
        example: ("crates/ui/src/sections/quote.rs", "<p inner_html=html></p>"),
    },
    Rule {
        why: "only the commands print and exit; a library gives its caller what it found",
        is_broken: |path, line| {
            let prints = ["println", "eprintln", "print", "eprint", "dbg"];
            // Cargo reads what a build script prints.
            let places = ["crates/cli/src/", "crates/shell/examples/"];
            !is_build_script(path)
                && !places.iter().any(|place| path.starts_with(place))
                && (line.contains("process::exit")
                    || prints.iter().any(|name| line.contains(&format!("{name}!("))))
        },
        example: ("crates/site/src/lib.rs", "eprintln!(\"warning\");"),
    },
    Rule {
        why: "a crate is published without the folders around it, so what it includes of them is in \
              PERFIL_FILES (crates/site/build.rs)",
        is_broken: |path, line| !path.ends_with("/tests.rs") && leaves_its_crate(path, line),
        example: (
            "crates/site/src/theme/shipped.rs",
            r#"include_str!(concat!("../../../../themes/", $name)),"#,
        ),
    },
];

/// Whether a file is what cargo runs before it compiles a crate.
fn is_build_script(path: &str) -> bool {
    path.split('/').nth(2) == Some("build.rs")
}

/// Whether a text in a line is a path out of the crate, from the folder of the file.
fn leaves_its_crate(path: &str, line: &str) -> bool {
    let Some((_, inside)) = path.strip_prefix("crates/").and_then(|it| it.split_once('/')) else {
        return false;
    };
    let depth = inside.matches('/').count();
    !is_build_script(path) && line.contains(&format!("\"{}", "../".repeat(depth + 1)))
}

fn is_model(path: &str) -> bool {
    [
        "text", "prose", "source", "edit", "form", "model", "import", "evidence", "localize",
        "export", "pdf",
    ]
    .iter()
    .any(|name| path.starts_with(&format!("crates/{name}/src/")))
        && !path.ends_with("/tests.rs")
}

/// The identifiers of a line.
pub(crate) fn words(line: &str) -> impl Iterator<Item = &str> {
    line.split(|c: char| !c.is_alphanumeric() && c != '_').filter(|word| !word.is_empty())
}

/// The paths of all files below a folder whose names have this ending.
pub(crate) fn paths(folder: &str, end: &str) -> Vec<String> {
    let entries = WalkDir::new(root().join(folder)).sort_by_file_name().into_iter();
    let files = entries.map(Result::unwrap).filter(|entry| entry.file_type().is_file());
    files
        .map(|entry| {
            entry.path().strip_prefix(root()).unwrap().to_str().unwrap().replace('\\', "/")
        })
        .filter(|path| path.ends_with(end))
        .collect()
}

/// All files below a folder whose names have this ending.
pub(crate) fn files(folder: &str, end: &str) -> Vec<File> {
    let read = |path: String| File { text: fs::read_to_string(root().join(&path)).unwrap(), path };
    paths(folder, end).into_iter().map(read).collect()
}

/// The sources of every crate, without their tests.
pub(crate) fn sources() -> Vec<File> {
    let all = ["src", "crates"].into_iter().flat_map(|folder| files(folder, ".rs"));
    all.filter(|file| !file.path.contains("/tests/")).collect()
}

/// The lines of code of a file, with their numbers.
pub(crate) fn code(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let lines = text.lines().enumerate().map(|(index, line)| (index + 1, line));
    lines.filter(|(_, line)| !line.trim_start().starts_with("//"))
}

/// Fails with everything that was found, one finding per line.
#[track_caller]
pub(crate) fn none(found: &[String]) {
    assert!(found.is_empty(), "\n{}\n", found.join("\n"));
}

#[test]
fn every_line_follows_the_rules() {
    let files = sources();
    let mut broken = Vec::new();
    for rule in RULES {
        for file in &files {
            let lines = code(&file.text).filter(|(_, line)| (rule.is_broken)(&file.path, line));
            broken.extend(lines.map(|(line, _)| format!("{}:{line}: {}", file.path, rule.why)));
        }
    }
    none(&broken);
}

#[test]
fn every_rule_can_fail() {
    for Rule { why, is_broken, example: (path, line) } in RULES {
        assert!(is_broken(path, line), "{why}");
    }
}
