//! What a build leaves that was killed, and what two builds at once leave.

use crate::build::files;
use crate::content::Content;
use crate::serve_process::{Process, unfinished};
use serde_json::json;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::Command;
use std::thread::sleep;
use std::time::{Duration, Instant};

/// How often a build is killed.
const KILLS: u32 = 50;

/// Builds to the end, and returns the files and the time.
fn built(content: &Content, out: &Path) -> (BTreeMap<String, Vec<u8>>, Duration) {
    let start = Instant::now();
    let mut process = Process::start(content, "build", out, &[]);
    assert!(process.child.wait().unwrap().success(), "{}", process.log());
    (files(out), start.elapsed())
}

#[test]
fn a_killed_build_leaves_a_whole_site_and_the_next_one_removes_the_rest() {
    let contents = [Content::fixture("small"), Content::fixture("small")];
    contents[1].edit("site.json", "\"baseUrl\"", "\"description\": \"Other\", \"baseUrl\"");
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("site");
    let (first, _) = built(&contents[0], &out);
    let (second, time) = built(&contents[1], &out);
    assert_ne!(first, second);
    let mut left = 0;
    for kill in 0..KILLS {
        let mut process = Process::start(&contents[kill as usize % 2], "build", &out, &[]);
        sleep(time * kill / KILLS);
        let _ = process.child.kill();
        process.child.wait().unwrap();
        left = left.max(unfinished(&out));
        let now = files(&out);
        assert!(now == first || now == second, "kill {kill} left a mixed site");
    }
    assert!(left == 1, "{left} unfinished folders at a time; each build removes those before it");
    // A site whose name begins in the same way is not touched.
    let other = folder.path().join(".perfil-new-site-b-abcdef");
    fs::create_dir(&other).unwrap();
    built(&contents[0], &out);
    assert!(other.exists());
    fs::remove_dir(&other).unwrap();
    assert_eq!(unfinished(&out), 0);
}

#[test]
fn two_builds_at_once_wait_for_each_other() {
    let contents = [Content::crowd(40), Content::crowd(40)];
    contents[1].write("static/other.txt", "other");
    let folder = tempfile::tempdir().unwrap();
    let alone = contents.each_ref().map(|content| built(content, &folder.path().join("alone")).0);
    let out = folder.path().join("site");
    let mut builds = contents.each_ref().map(|content| Process::start(content, "build", &out, &[]));
    for build in &mut builds {
        assert!(build.child.wait().unwrap().success(), "{}", build.log());
    }
    assert!(alone.contains(&files(&out)));
    assert_eq!(unfinished(&out), 1, "only the other site");
}

#[test]
fn a_folder_that_looks_like_a_site_is_not_replaced() {
    let content = Content::fixture("small");
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("site");
    fs::create_dir(&out).unwrap();
    for name in ["index.html", "sitemap.xml"] {
        fs::write(out.join(name), "precious").unwrap();
    }
    let mut process = Process::start(&content, "build", &out, &[]);
    assert_eq!(process.child.wait().unwrap().code(), Some(1));
    assert_eq!(files(&out).len(), 2);
}

/// Returns a build by the command, whose folder of caches is in another folder.
fn command(content: &Content, folder: &Path) -> Command {
    let mut command = Process::command(content, "build", &folder.join("out/site"), &["--no-pdf"]);
    command.env("XDG_CACHE_HOME", folder).env("HOME", folder);
    command
}

#[test]
fn the_command_remembers_large_sites_only() {
    for (people, is_kept) in [(8, false), (60, true)] {
        let (content, folder) = (Content::crowd(people), tempfile::tempdir().unwrap());
        fs::create_dir(folder.path().join("out")).unwrap();
        for _ in 0..2 {
            let mut process = Process::run(command(&content, folder.path()));
            assert!(process.child.wait().unwrap().success(), "{}", process.log());
        }
        let entries = walkdir::WalkDir::new(folder.path()).into_iter().flatten();
        let built = entries.filter(|it| it.path().components().any(|it| it.as_os_str() == "built"));
        assert_eq!(built.filter(|it| it.file_type().is_file()).count(), usize::from(is_kept));
    }
}

#[test]
fn builds_that_are_killed_or_meet_leave_a_site_of_one_build() {
    const KILLS: u32 = 12;
    let (content, folder) = (Content::crowd(60), tempfile::tempdir().unwrap());
    let out = folder.path().join("out/site");
    fs::create_dir(folder.path().join("out")).unwrap();
    let built = || {
        let start = Instant::now();
        let mut process = Process::run(command(&content, folder.path()));
        assert!(process.child.wait().unwrap().success(), "{}", process.log());
        (files(&out), start.elapsed())
    };
    let texts = ["Keeper of the engine", "Keeper of the keys"];
    let edit = |text: &str| {
        let mut profile = content.json("profiles/person-9.json");
        profile["headline"] = json!(text);
        content.write("profiles/person-9.json", profile.to_string());
    };
    let [(first, _), (second, time)] = texts.map(|text| {
        edit(text);
        built()
    });
    assert_ne!(first, second);
    for kill in 0..KILLS {
        edit(texts[kill as usize % 2]);
        let mut process = Process::run(command(&content, folder.path()));
        sleep(time * kill / KILLS);
        let _ = process.child.kill();
        process.child.wait().unwrap();
        let now = files(&out);
        assert!(now == first || now == second, "kill {kill} left a mixed site");
    }
    for (text, whole) in texts.iter().zip([&first, &second]) {
        edit(text);
        assert!(built().0 == *whole);
    }
    // Two builds of one content, and one of another content into the same folder.
    let other = Content::crowd(60);
    other.write("static/other.txt", "other");
    let mut builds =
        [&content, &other, &content].map(|it| Process::run(command(it, folder.path())));
    for build in &mut builds {
        assert!(build.child.wait().unwrap().success(), "{}", build.log());
    }
    edit(texts[0]);
    assert!(built().0 == first);
    assert_eq!(unfinished(&out), 0);
    let kept = fs::read_dir(folder.path().join("perfil/built")).unwrap();
    let kept = kept.filter(|entry| entry.as_ref().unwrap().file_type().unwrap().is_file());
    assert_eq!(kept.count(), 2, "one for each content");
}
