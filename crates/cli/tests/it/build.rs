//! The output of a build: the whole tree equals its snapshot, and is the same every time.

use crate::command::perfil_with;
use crate::content::{Content, printed, shell, shipped, text};
use crate::expected;
use perfil_site::Tree;
use serde_json::Value;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use walkdir::{DirEntry, WalkDir};

fn paths(tree: &Tree) -> String {
    let paths = tree.iter().map(|(path, _)| expected::without_hashes(path) + "\n");
    paths.collect()
}

/// The files of a folder by their paths.
pub(crate) fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let entries = WalkDir::new(folder).into_iter().map(Result::unwrap);
    // Only a folder has the mark, by which Perfil knows that it may replace it.
    let is_file = |it: &DirEntry| it.file_type().is_file() && it.file_name() != ".perfil-site";
    let files = entries.filter(is_file);
    files
        .map(|entry| {
            let path =
                entry.path().strip_prefix(folder).unwrap().to_str().unwrap().replace('\\', "/");
            (path, fs::read(entry.path()).unwrap())
        })
        .collect()
}

#[test]
fn the_shipped_site_equals_its_snapshot() {
    expected::check("shipped.txt", &paths(shipped()));
}

#[test]
fn a_small_site_equals_its_snapshot() {
    let tree = Content::fixture("small").build().tree;
    let mut shown = paths(&tree);
    for path in [
        "en/index.html",
        "data/es.json",
        "404.html",
        "_headers",
        "_redirects",
        "favicon.svg",
        "llms.txt",
        "robots.txt",
        "site.webmanifest",
        "sitemap.xml",
    ] {
        let file = text(&tree, path);
        // Data has no whitespace, which would make the snapshot unreadable.
        let file =
            serde_json::from_str(file).map_or(file.to_owned(), |json: Value| format!("{json:#}"));
        shown.extend(["\n=== ", path, "\n", &expected::readable(&file)]);
    }
    expected::check("small.txt", &shown);
}

#[test]
fn two_builds_are_byte_identical() {
    let (one, other) = (Content::shipped(), Content::shipped());
    assert!(one.build().tree == other.build().tree);
}

#[test]
fn the_number_of_threads_changes_nothing() {
    let built = ["1", "7"].map(|threads| {
        let content = Content::shipped();
        let shell = shell();
        let arguments = ["build", "--content", ".", "--out", "out/site", "--shell"];
        let arguments = arguments.iter().map(Path::new).chain([shell.as_path()]);
        let arguments: Vec<_> = arguments.collect();
        let run = perfil_with(content.path(), &arguments, &[("RAYON_NUM_THREADS", threads)]);
        assert_eq!(run.code, 0, "{}", run.stderr);
        files(&content.path().join("out/site"))
    });
    let whole: Vec<_> = printed().iter().map(|(path, bytes)| (path, bytes.to_vec())).collect();
    for files in built {
        assert!(files.iter().map(|(path, bytes)| (path.as_str(), bytes.clone())).eq(whole.clone()));
    }
}

#[test]
fn assets_are_named_by_their_bytes() {
    let mut count = 0;
    for (path, bytes) in shipped().iter() {
        let Some(name) = path.strip_prefix("assets/") else { continue };
        let digest = format!("{:x}", Sha256::digest(bytes));
        let parts: Vec<&str> = name.split('.').collect();
        assert!(parts.len() == 3 && digest.starts_with(parts[1]), "{path} has the hash {digest}");
        count += 1;
    }
    assert!(count >= 2, "the application is a script and its WebAssembly");
}

#[test]
fn another_base_url_is_used_in_every_file() {
    let content = Content::fixture("small");
    content.edit("site.json", "https://ada.example/", "https://other.example/people/ada/");
    for (path, bytes) in content.build().tree.iter() {
        let shown = String::from_utf8_lossy(bytes);
        assert!(!shown.contains("https://ada.example"), "{path}");
        let is_listing = ["llms.txt", "sitemap.xml", "robots.txt"].contains(&path);
        assert!(!is_listing || shown.contains("https://other.example/people/ada/"), "{path}");
    }
}
