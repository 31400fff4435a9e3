//! A build with what the last one left in memory makes the same site as any other, and does only what
//! has changed.

use crate::content::{Content, shell};
use perfil_cli::{Disk, Processors, read_shell};
use perfil_site::{Environment, FileKind, Files, Finding, Input, Memory, Output, Ready, Tree};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::ffi::OsString;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Mutex;

/// A disk that knows which profiles were read.
#[derive(Default)]
struct Counted(Mutex<BTreeSet<String>>);

impl Files for Counted {
    fn read_at_most(&self, path: &Path, limit: u64) -> io::Result<Vec<u8>> {
        if path.parent().is_some_and(|folder| folder.ends_with("profiles")) {
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            self.0.lock().unwrap().insert(name);
        }
        Disk.read_at_most(path, limit)
    }

    fn list(&self, folder: &Path) -> io::Result<Vec<(OsString, FileKind)>> {
        Disk.list(folder)
    }

    fn kind(&self, path: &Path) -> Option<FileKind> {
        Disk.kind(path)
    }

    fn without_links(&self, path: &Path) -> Option<PathBuf> {
        Disk.without_links(path)
    }
}

/// A site that replaces an earlier one.
struct Replacing {
    last: Tree,
    new: Mutex<Tree>,
}

impl Output for Replacing {
    fn add(&self, path: &str, bytes: Vec<u8>) {
        self.new.lock().unwrap().add(path, bytes);
    }

    fn keep(&self, paths: &[String]) -> bool {
        paths.iter().all(|path| {
            let last = self.last.get(path);
            if let Some(bytes) = last {
                self.add(path, bytes.to_vec());
            }
            last.is_some()
        })
    }
}

/// A site that is built again and again.
struct Site {
    content: Content,
    memory: Memory,
    last: Tree,
}

impl Site {
    fn new(content: Content) -> Self {
        let mut site = Self { content, memory: Memory::default(), last: Tree::default() };
        site.rebuild(&[]).unwrap();
        site
    }

    /// Builds after these files were changed, and returns the profiles that were read.
    fn rebuild(&mut self, changed: &[&str]) -> Result<Vec<String>, Vec<Finding>> {
        self.memory.forget(changed.iter().map(Path::new));
        let files = Counted::default();
        let environment = Environment { files: &files, workers: &Processors, watch: &() };
        let input = Input { content: self.content.path().to_owned(), ..Input::default() };
        let ready = Ready::read_again(environment, &input, Some(&self.memory))?;
        let output = Replacing { last: std::mem::take(&mut self.last), new: Mutex::default() };
        ready.publish(environment, read_shell(Some(&shell())).unwrap(), &output)?;
        self.last = output.new.into_inner().unwrap();
        Ok(files.0.into_inner().unwrap().into_iter().collect())
    }

    #[track_caller]
    fn assert_is_as_new(&self, after: &str) {
        let fresh = self.content.build().tree;
        let paths = |tree: &Tree| tree.iter().map(|(path, _)| path.to_owned()).collect::<Vec<_>>();
        assert_eq!(paths(&self.last), paths(&fresh), "{after}");
        for (path, bytes) in fresh.iter() {
            assert!(self.last.get(path) == Some(bytes), "{path} after {after}");
        }
    }

    /// Changes a member of a JSON file, or removes it.
    fn set(&self, file: &str, key: &str, value: Value) {
        let path = self.content.path().join(file);
        let mut whole: Value = serde_json::from_slice(&fs::read(&path).unwrap()).unwrap();
        whole[key] = value;
        fs::write(path, whole.to_string()).unwrap();
    }
}

#[test]
fn only_the_profile_that_changed_is_read() {
    let mut site = Site::new(Content::crowd(30));
    assert_eq!(site.rebuild(&[]).unwrap(), Vec::<String>::new());
    site.assert_is_as_new("no change");
    site.set("profiles/person-7.json", "headline", json!("Keeper of the engine"));
    assert_eq!(site.rebuild(&["profiles/person-7.json"]).unwrap(), ["person-7.json"]);
    site.assert_is_as_new("a change of a word");
}

#[test]
fn a_memory_that_was_stored_knows_the_same() {
    let mut site = Site::new(Content::crowd(12));
    let mut stored = Vec::new();
    site.memory.store(&mut stored).unwrap();
    for length in (0..stored.len()).step_by(stored.len() / 20) {
        assert!(Memory::restore(&stored[..length], &Disk).is_none(), "{length}");
    }
    site.memory = Memory::restore(&stored, &Disk).unwrap();
    site.set("profiles/person-7.json", "headline", json!("Keeper of the engine"));
    // The card of the first one is an example on a page for all.
    let read = site.rebuild(&["profiles/person-7.json"]).unwrap();
    assert_eq!(read, ["person-0.json", "person-7.json"]);
    site.assert_is_as_new("a change of a word");
}

#[test]
fn what_others_show_of_a_person_follows() {
    let mut site = Site::new(Content::crowd(12));
    for (key, value) in [
        // Every page names everybody.
        ("name", json!("Augusta Ada King")),
        // Letters that no font had.
        ("headline", json!("Ключница")),
        // Every stylesheet has the hues of all people.
        ("accent", json!(12)),
        ("theme", json!("terminal")),
    ] {
        site.set("profiles/person-3.json", key, value);
        site.rebuild(&["profiles/person-3.json"]).unwrap();
        site.assert_is_as_new(key);
    }
}

#[test]
fn a_mistake_and_its_correction_leave_nothing_behind() {
    let mut site = Site::new(Content::crowd(12));
    let file = "profiles/person-5.json";
    let good = fs::read(site.content.path().join(file)).unwrap();
    site.content.write(file, "{");
    for _ in 0..2 {
        let findings = site.rebuild(&[file]).unwrap_err();
        assert!(findings.iter().any(|it| it.is_error() && it.file.ends_with(file)));
    }
    site.content.write(file, good);
    assert_eq!(site.rebuild(&[file]).unwrap(), ["person-5.json"]);
    site.assert_is_as_new("a correction");
}

#[test]
fn other_files_concern_everybody() {
    let mut site = Site::new(Content::crowd(12));
    let slugs: Vec<_> = (0..12).map(|number| format!("person-{number}")).collect();
    let mut turned = slugs.clone();
    turned.reverse();
    for (key, value) in [
        ("accent", json!(140)),
        ("profiles", json!(turned)),
        ("profiles", json!(slugs[..7])),
        ("languages", json!(["es", "en"])),
        ("profiles", json!(slugs[..1])),
        ("profiles", json!(slugs)),
    ] {
        site.set("site.json", key, value.clone());
        site.rebuild(&["site.json"]).unwrap();
        site.assert_is_as_new(&format!("{key}: {value}"));
    }
    site.content.write("static/en/person-4/index.html", "mine");
    site.rebuild(&["static/en/person-4/index.html"]).unwrap();
    site.assert_is_as_new("an own file");
    fs::remove_dir_all(site.content.path().join("static")).unwrap();
    site.rebuild(&["static/en/person-4/index.html"]).unwrap();
    site.assert_is_as_new("no own file");
}
