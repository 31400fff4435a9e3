//! Portraits that are in the file of a profile itself, as `data:` URLs.

use crate::command::perfil;
use crate::content::{Content, data, listed, text};
use crate::json_resume::small;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use perfil_site::Tree;
use serde_json::{Value, json};
use std::fs;
use std::path::Path;

/// A résumé with a portrait, and the bytes of that portrait.
fn resume() -> (Value, Vec<u8>) {
    let bytes = fs::read(data().join("every-kind/images/grace.png")).unwrap();
    let url = format!("data:image/png;base64,{}", STANDARD.encode(&bytes));
    (json!({ "basics": { "name": "Ada", "image": url } }), bytes)
}

/// Returns the paths of the files that have this content.
fn with<'a>(tree: &'a Tree, bytes: &[u8]) -> Vec<&'a str> {
    tree.iter().filter(|(_, content)| *content == bytes).map(|(path, _)| path).collect()
}

#[test]
fn it_is_a_file_of_the_site() {
    let (resume, bytes) = resume();
    let built = small(&resume).build();
    assert!(built.findings.iter().all(|it| !it.problem.message.contains("image")));
    let portraits = with(&built.tree, &bytes);
    let [path] = portraits.as_slice() else { panic!("{portraits:?}") };
    assert_eq!(Path::new(path).extension(), Some("png".as_ref()));
    assert!(text(&built.tree, "en/index.html").contains(&format!("src=\"/{path}\"")), "{path}");
}

#[test]
fn a_private_one_is_in_no_output() {
    let (mut resume, bytes) = resume();
    let image = resume["basics"]["image"].take();
    resume["basics"]["image"] = json!({ "private": image });
    let built = small(&resume).build();
    assert!(with(&built.tree, &bytes).is_empty(), "{}", listed(&built.findings));
    assert!(built.tree.iter().all(|(_, content)| !holds(content, b"iVBORw0KGgo")));
}

fn holds(content: &[u8], part: &[u8]) -> bool {
    content.windows(part.len()).any(|it| it == part)
}

#[test]
fn one_that_no_browser_shows_is_left_out_with_a_warning() {
    let resume = json!({ "basics": { "name": "Ada", "image": "data:image/tiff,II*%00" } });
    let built = small(&resume).build();
    let is_told = |it: &str| it.contains("the picture in it is not shown");
    assert!(built.findings.iter().any(|it| is_told(&it.problem.message)));
}

#[test]
fn an_import_writes_it_beside_the_profile() {
    let (resume, bytes) = resume();
    let content = Content::fixture("small");
    content.write("mine.json", resume.to_string());
    let printed = perfil(content.path(), &["import", "mine.json"]);
    assert_eq!(printed.code, 0, "{}", printed.stderr);
    assert!(printed.stderr.contains("--out"), "{}", printed.stderr);
    assert!(!printed.stdout.contains("\"image\""), "{}", printed.stdout);
    let out = ["import", "mine.json", "--out", "profiles/mine.json"];
    assert_eq!(perfil(content.path(), &out).code, 0);
    assert_eq!(content.json("profiles/mine.json")["image"], "images/mine.png");
    assert_eq!(fs::read(content.path().join("images/mine.png")).unwrap(), bytes);
    fs::remove_file(content.path().join("profiles/mine.json")).unwrap();
    assert_eq!(perfil(content.path(), &out).code, 1, "the portrait would be replaced");
    assert!(!content.path().join("profiles/mine.json").exists());
}

#[test]
fn a_new_folder_has_it_as_a_file() {
    let (resume, bytes) = resume();
    let content = Content::fixture("small");
    content.write("mine.json", resume.to_string());
    let started = perfil(content.path(), &["new", "a", "--import", "mine.json"]);
    assert_eq!(started.code, 0, "{}", started.stderr);
    assert_eq!(fs::read(content.path().join("a/images/portrait.png")).unwrap(), bytes);
    let checked = perfil(content.path(), &["check", "a"]);
    assert_eq!(checked.code, 0, "{}", checked.snapshot());
}
