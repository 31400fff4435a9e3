//! Documents as people write them, and what becomes of each. The inputs are in `tests/data/`.

#![allow(clippy::expect_used)] // A test that cannot read its input has failed.

mod broken_dates;
mod encodings;
mod entries;
mod firms_below;
mod forms;
mod headlines;
mod heads;
mod heads_apart;
mod hostile;
mod letterheads;
mod linked_data;
mod names_by_address;
mod names_elsewhere;
mod pdf;
mod roles;
mod sections;
mod texts;
mod titles;
mod told_jobs;
mod web_page_files;
mod web_pages;
mod word;

use perfil_import::{ImportContext, Imported, Source, import};
use perfil_model::profile::Profile;
use perfil_source::{Context, Node, Problem};
use std::fs;
use std::path::PathBuf;

fn data(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/data").join(name)
}

fn imported(name: &str, text: &str) -> Imported {
    let source = Source { name, bytes: text.as_bytes(), language: None };
    import(&[source], &ImportContext::default()).expect("the document is read")
}

fn file(name: &str) -> Imported {
    let text = fs::read_to_string(data(name)).expect("the file is there");
    imported(name, &text)
}

/// Returns the errors that stop a build.
fn errors(node: &Node) -> Vec<String> {
    let mut context = Context::new(vec!["en".to_owned()]);
    Profile::read(node, &mut context);
    let (problems, _) = context.finish();
    problems.into_iter().filter(Problem::is_error).map(|problem| problem.message).collect()
}

/// Returns the text at a path: `sections/0/items/1/name`.
fn at(node: &Node, path: &str) -> String {
    let found = path.split('/').try_fold(node, |node, key| match key.parse::<usize>() {
        Ok(index) => node.elements().get(index),
        Err(_) => node.get(key),
    });
    found.and_then(Node::as_str).unwrap_or_default().to_owned()
}

#[track_caller]
fn check(name: &str, expected: &[(&str, &str)]) -> String {
    let imported = file(name);
    assert_eq!(errors(&imported.node), Vec::<String>::new(), "{name}");
    let json = perfil_source::to_json(&imported.node);
    for (path, value) in expected {
        assert_eq!(at(&imported.node, path), *value, "{name}: {path} in {json}");
    }
    json
}

const NAME: (&str, &str) = ("name", "Mira Solano");
const EMAIL: (&str, &str) = ("email", "mira@example.org");

/// Checks what becomes of a text in this form.
#[track_caller]
fn check_text(name: &str, text: &str, expected: &[(&str, &str)]) -> String {
    let imported = imported(name, text);
    assert_eq!(errors(&imported.node), Vec::<String>::new(), "{text}");
    let json = perfil_source::to_json(&imported.node);
    for (path, value) in expected {
        assert_eq!(at(&imported.node, path), *value, "{path} in {json}");
    }
    json
}
