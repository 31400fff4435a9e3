//! A build with what the last one has left on disk makes the same site as any other, and does only what has
//! changed.

use crate::build::files;
use crate::content::{Content, copy, shell};
use crate::serve_process::unfinished;
use perfil_cli::{Changes, Prepared, Record};
use perfil_site::{Finding, Input};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::fs::{self, File};
use std::path::PathBuf;
use tempfile::TempDir;
use walkdir::WalkDir;

const PEOPLE: usize = 12;

/// Files by their paths.
type Files = BTreeMap<String, Vec<u8>>;

/// A site that is built again and again.
struct Site {
    content: Content,
    folder: TempDir,
    input: Input,
    shell: PathBuf,
}

impl Site {
    /// Builds the site for the first time.
    fn new() -> Self {
        let (content, folder) = (Content::crowd(PEOPLE), tempfile::tempdir().unwrap());
        fs::create_dir(folder.path().join("caches")).unwrap();
        let input = Input { content: content.path().to_owned(), ..Input::default() };
        let site = Self { content, folder, input, shell: shell() };
        assert_eq!(site.known(), 0);
        site.build().unwrap();
        site
    }

    fn out(&self) -> PathBuf {
        self.folder.path().join("site")
    }

    fn record(&self) -> Record {
        let caches = self.folder.path().join("caches");
        Record::read_in(&caches, &self.input, &self.out()).unwrap()
    }

    /// Returns of how many people the next build needs to make nothing, as far as it knows.
    fn known(&self) -> usize {
        let files = self.record().memory().files();
        files.iter().filter(|it| it.starts_with("en/") && it.ends_with("/index.html")).count()
    }

    fn build(&self) -> Result<(Changes, Vec<Finding>), Vec<Finding>> {
        let record = self.record();
        let prepared = Prepared::read(&self.input, Some(&self.shell), &(), Some(record.memory()))?;
        let published = prepared.publish(&self.out(), &(), Some(&record)).unwrap();
        Ok((published.changes, published.ready.findings.clone()))
    }

    /// Builds again, and compares the site and the findings with those of a build that knows nothing.
    #[track_caller]
    fn assert_is_as_new(&self, after: &str) -> Changes {
        let before = if self.out().exists() { files(&self.out()) } else { Files::new() };
        let (changes, findings) = self.build().unwrap();
        let fresh = tempfile::tempdir().unwrap();
        let out = fresh.path().join("site");
        let prepared = Prepared::read(&self.input, Some(&self.shell), &(), None).unwrap();
        let published = prepared.publish(&out, &(), None).unwrap();
        let (now, fresh) = (files(&self.out()), files(&out));
        assert!(now.keys().eq(fresh.keys()), "{after}");
        for (path, bytes) in &fresh {
            assert!(now.get(path) == Some(bytes), "{path} after {after}");
        }
        assert_eq!(findings, published.ready.findings, "{after}");
        let is_written = |(path, bytes): &(&String, &Vec<u8>)| before.get(*path) != Some(*bytes);
        let written: Vec<_> = now.iter().filter(is_written).map(|(path, _)| path.clone()).collect();
        assert_eq!(changes.written, written, "{after}");
        assert_eq!(changes.unchanged, now.len() - written.len(), "{after}");
        assert_eq!(unfinished(&self.out()), 1, "only the caches are beside it");
        changes
    }

    /// Changes a member of a JSON file.
    fn set(&self, file: &str, key: &str, value: Value) {
        let mut whole = self.content.json(file);
        whole[key] = value;
        self.content.write(file, whole.to_string());
    }

    /// The only file that is kept, beside the folders of the site.
    fn kept(&self) -> PathBuf {
        let all = fs::read_dir(self.folder.path().join("caches")).unwrap();
        let all = all.map(|entry| entry.unwrap().path());
        let (folders, files): (Vec<_>, Vec<_>) = all.partition(|path| path.is_dir());
        assert!(folders.len() <= 1 && files.len() == 1, "{folders:?} {files:?}");
        let entries = folders.iter().flat_map(WalkDir::new);
        assert!(entries.flatten().all(|it| it.file_type().is_dir()), "they are empty");
        files[0].clone()
    }
}

/// All people but the first, whose card is the example of the page about cards.
const ALL: usize = PEOPLE - 1;

#[test]
fn only_the_person_who_changed_is_made() {
    let site = Site::new();
    assert_eq!(site.known(), ALL);
    assert_eq!(site.assert_is_as_new("no change").written, Vec::<String>::new());
    assert_eq!(site.known(), ALL);
    for (key, value) in [
        ("headline", json!("Keeper of the engine")),
        // A warning, because it is in one language.
        ("summary", json!("Without a translation.")),
        ("name", json!("Augusta Ada King")),
        // Letters that no font had.
        ("headline", json!("Ключница")),
        ("accent", json!(12)),
        ("draft", json!(true)),
        ("draft", json!(false)),
    ] {
        site.set("profiles/person-3.json", key, value);
        assert_eq!(site.known(), ALL - 1, "{key}");
        site.assert_is_as_new(key);
    }
    // A file that is only touched is the same.
    let file = site.content.path().join("profiles/person-3.json");
    File::options().write(true).open(file).unwrap().set_modified(std::time::UNIX_EPOCH).unwrap();
    assert_eq!(site.known(), ALL);
}

#[test]
fn a_mistake_and_its_correction_leave_nothing_behind() {
    let site = Site::new();
    let file = "profiles/person-5.json";
    site.set("profiles/person-4.json", "summary", json!("Without a translation."));
    site.assert_is_as_new("a warning");
    let good = fs::read(site.content.path().join(file)).unwrap();
    site.content.write(file, "{");
    let known = site.build().unwrap_err();
    assert_eq!(known, Prepared::read(&site.input, Some(&site.shell), &(), None).err().unwrap());
    site.content.write(file, good);
    assert_eq!(site.known(), ALL);
    site.assert_is_as_new("a correction");
}

#[test]
fn other_files_and_flags_concern_everybody() {
    let mut site = Site::new();
    let slugs: Vec<_> = (0..PEOPLE).map(|number| format!("person-{number}")).collect();
    let mut turned = slugs.clone();
    turned.reverse();
    for (key, value) in [
        ("accent", json!(140)),
        ("profiles", json!(turned)),
        ("profiles", json!(slugs[..7])),
        ("profiles", json!(slugs)),
    ] {
        site.set("site.json", key, value.clone());
        assert_eq!(site.known(), 0, "{key}");
        site.assert_is_as_new(&format!("{key}: {value}"));
    }
    let own = "static/en/person-4/index.html";
    for (text, known) in [("mine", 0), ("mine, too", ALL)] {
        site.content.write(own, text);
        assert_eq!(site.known(), known, "{text}");
        site.assert_is_as_new(text);
    }
    fs::remove_file(site.content.path().join(own)).unwrap();
    assert_eq!(site.known(), 0);
    site.assert_is_as_new("no own file");
    site.input.base_url = Some("https://other.example/people/".to_owned());
    assert_eq!(site.known(), 0);
    site.assert_is_as_new("another address");
    site.input.base_url = None;
    assert_eq!(site.known(), 0);
    site.input.drafts = true;
    site.assert_is_as_new("drafts");
}

#[test]
fn another_shell_concerns_everybody() {
    let mut site = Site::new();
    let shells = tempfile::tempdir().unwrap();
    site.shell = shells.path().join("shell");
    copy(&shell(), &site.shell);
    for name in ["index", "card", "widget"] {
        fs::write(site.shell.join(format!("style/{name}.css")), "body { margin: 0 }\n").unwrap();
    }
    site.assert_is_as_new("other styles");
    site.assert_is_as_new("an equal shell");
    for file in ["app.js", "app_bg.wasm", "widget/widget.js", "style/index.css", "style/card.css"] {
        let path = site.shell.join(file);
        fs::write(&path, [fs::read(&path).unwrap(), b"\n/* new */".to_vec()].concat()).unwrap();
        site.assert_is_as_new(file);
    }
}

#[test]
fn files_come_and_go() {
    let site = Site::new();
    let at = |name: &str| site.content.path().join("profiles").join(name);
    fs::rename(at("person-6.json"), at("person-6.yaml")).unwrap();
    site.assert_is_as_new("another format");
    fs::remove_file(at("person-6.yaml")).unwrap();
    let resume = |label: &str| json!({ "basics": { "name": "Ada King", "label": label } });
    site.content.write("profiles/person-6.json", resume("Engineer").to_string());
    site.assert_is_as_new("another file");
    site.content.write("profiles/person-6.es.json", resume("Ingeniera").to_string());
    assert_eq!(site.known(), ALL - 1);
    site.assert_is_as_new("a translation");
    assert!(
        fs::read_to_string(site.out().join("es/person-6/index.html"))
            .unwrap()
            .contains("Ingeniera")
    );
    fs::remove_file(at("person-6.es.json")).unwrap();
    assert_eq!(site.known(), ALL - 1);
    site.assert_is_as_new("no translation");
    fs::rename(at("person-7.json"), at("person-70.json")).unwrap();
    let slugs = (0..PEOPLE).map(|it| if it == 7 { 70 } else { it });
    let slugs: Vec<_> = slugs.map(|it| format!("person-{it}")).collect();
    site.set("site.json", "profiles", json!(slugs));
    site.assert_is_as_new("another name");
}

#[test]
fn what_others_have_changed_in_the_site_is_made_again() {
    let site = Site::new();
    let page = site.out().join("en/person-5/index.html");
    let (good, time) = (fs::read(&page).unwrap(), fs::metadata(&page).unwrap().modified().unwrap());
    let restored = || assert_eq!(fs::read(&page).unwrap(), good);
    // Of the same size and time.
    fs::write(&page, vec![b'x'; good.len()]).unwrap();
    File::options().write(true).open(&page).unwrap().set_modified(time).unwrap();
    site.assert_is_as_new("a changed page");
    restored();
    fs::remove_file(&page).unwrap();
    site.assert_is_as_new("a page that is gone");
    restored();
    fs::remove_file(&page).unwrap();
    std::os::unix::fs::symlink("../person-6/index.html", &page).unwrap();
    site.assert_is_as_new("a link");
    restored();
    fs::write(site.out().join("en/stranger.html"), "").unwrap();
    site.assert_is_as_new("a strange file");
    fs::remove_dir_all(site.out()).unwrap();
    site.assert_is_as_new("no site");
    let other = Site::new();
    fs::remove_dir_all(site.out()).unwrap();
    fs::rename(other.out(), site.out()).unwrap();
    site.assert_is_as_new("another site");
}

#[test]
fn what_is_damaged_or_of_others_is_as_good_as_none() {
    let site = Site::new();
    let kept = site.kept();
    let good = fs::read(&kept).unwrap();
    let middle = good.len() / 2;
    let mut turned = good.clone();
    turned[middle] ^= 1;
    let newer = String::from_utf8_lossy(&good).replacen("\"version\":\"", "\"version\":\"9", 1);
    let head = good.split(|byte| *byte == b'\n').next().unwrap();
    for bytes in [b"", &good[..middle], &good[..good.len() - 1], &turned, newer.as_bytes(), head] {
        fs::write(&kept, bytes).unwrap();
        assert_eq!(site.known(), 0);
    }
    site.assert_is_as_new("a damaged file");
    assert_eq!(site.known(), ALL);
    let caches = kept.parent().unwrap();
    // What was not finished, and what belongs to folders that are gone.
    fs::write(caches.join(".tmpAbCdEf"), &good[..middle]).unwrap();
    let gone = String::from_utf8_lossy(head).replacen("\"content\":\"", "\"content\":\"/gone", 1);
    fs::write(caches.join("0123456789abcdef-0123456789abcdef"), gone + "\n").unwrap();
    fs::create_dir_all(caches.join("0123456789abcdef.folders/en/ada")).unwrap();
    // What does not belong into the folders of the site is not published.
    let mut spare = fs::read_dir(caches).unwrap().map(|entry| entry.unwrap().path());
    let spare = spare.find(|it| it.join("en/person-1").is_dir()).unwrap();
    fs::write(spare.join("en/stranger.html"), "").unwrap();
    fs::create_dir_all(spare.join("robots.txt/stranger")).unwrap();
    fs::create_dir_all(spare.join("en/person-1/index.html/stranger")).unwrap();
    site.assert_is_as_new("strange folders");
    assert_eq!(site.kept(), kept);
    let empty = WalkDir::new(site.out()).into_iter().flatten();
    let empty =
        empty.filter(|it| it.path().read_dir().is_ok_and(|mut inner| inner.next().is_none()));
    assert_eq!(empty.count(), 0);
    assert!(fs::metadata(&kept).unwrap().len() < 20_000 * PEOPLE as u64);
}
