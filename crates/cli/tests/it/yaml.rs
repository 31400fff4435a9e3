//! Profiles and résumés in YAML.

use crate::content::{Content, listed};
use crate::json_resume::{ADA, errors};
use perfil_site::Finding;
use serde_json::Value;
use std::fmt::Write as _;
use std::fs;

const YAML: &str = "profiles/ada-lovelace.yaml";

/// A value in YAML, in block style, with every text in quotation marks.
fn yaml(value: &Value, indent: usize, into: &mut String) {
    let pad = " ".repeat(indent);
    match value {
        Value::Object(members) if !members.is_empty() => {
            for (key, value) in members {
                let _ = write!(into, "\n{pad}{key}:");
                yaml(value, indent + 2, into);
            }
        }
        Value::Array(items) if !items.is_empty() => {
            for item in items {
                let _ = write!(into, "\n{pad}-");
                yaml(item, indent + 2, into);
            }
        }
        scalar => {
            let _ = write!(into, " {scalar}");
        }
    }
}

/// The content with a profile in YAML instead.
fn in_yaml(content: &Content, json: &str) {
    let mut text = String::new();
    yaml(&content.json(json), 0, &mut text);
    fs::remove_file(content.path().join(json)).unwrap();
    content.write(&json.replace(".json", ".yaml"), text);
}

#[test]
fn a_profile_in_yaml_is_the_same_profile() {
    for (fixture, file) in [("every-kind", "profiles/everything.json"), ("small", ADA)] {
        let content = Content::fixture(fixture);
        let before = content.build().tree;
        in_yaml(&content, file);
        assert!(content.build().tree == before, "{fixture}");
    }
}

#[test]
fn years_and_telephone_numbers_are_strings() {
    let content = Content::fixture("small");
    fs::remove_file(content.path().join(ADA)).unwrap();
    content.write(
        YAML,
        "basics:\n  name: Ada\n  phone: +44123456\nwork:\n- name: Engine\n  startDate: 1842\n  \
         endDate:\n  summary: |\n    Notes.\n\n    More notes.\n",
    );
    assert!(errors(&content).is_empty(), "{}", listed(&errors(&content)));
    let page = content.build().tree;
    let page = crate::content::text(&page, "en/index.html").to_owned();
    assert!(page.contains("+44123456") && page.contains("1842"));
}

#[test]
fn problems_in_yaml_have_their_positions() {
    let content = Content::fixture("small");
    fs::remove_file(content.path().join(ADA)).unwrap();
    for (text, path, line, column) in [
        ("version: 1\nname: Ada\nemail: ada\n", "$.email", 3, 8),
        ("version: 1\nname: Ada\nname: Bea\n", "$", 3, 1),
        ("version: 1\nname: Ada\n\temail: a@b.example\n", "$", 3, 1),
    ] {
        content.write(YAML, text);
        let found = errors(&content);
        let [one] = found.as_slice() else { panic!("{text}: {}", listed(&found)) };
        let place = one.place.unwrap();
        let position = (one.problem.path.to_string(), place.line, place.column);
        assert_eq!(position, (path.to_owned(), line, column), "{text}");
    }
    // A file of another format builds without the value.
    content.write(YAML, "basics:\n  name: Ada\n  email: ada\n");
    let found = content.build().findings;
    let is_it = |finding: &&Finding| finding.problem.path.to_string() == "$.basics.email";
    let place = found.iter().find(is_it).and_then(|finding| finding.place).unwrap();
    assert_eq!((place.line, place.column), (3, 10));
}

#[test]
fn two_files_of_one_person_are_reported() {
    let content = Content::fixture("small");
    content.write(YAML, "version: 1\nname: Ada\n");
    let found = errors(&content);
    let [one] = found.as_slice() else { panic!("{}", listed(&found)) };
    assert!(one.file.ends_with("ada-lovelace.yaml"));
    assert_eq!(one.problem.message, "ada-lovelace.json is a profile of the same name");
}

#[test]
fn check_lists_the_format_of_each_profile() {
    let content = Content::fixture("small");
    content.write("profiles/grace.yml", "cv: {name: Grace}\n");
    content.write("profiles/alan.json", r#"{ "basics": { "name": "Alan" } }"#);
    content.edit("site.json", "\"ada-lovelace\"", "\"ada-lovelace\", \"grace\", \"alan\"");
    let outcome = crate::command::perfil(content.path(), &["check", "."]);
    assert_eq!(outcome.code, 0, "{}", outcome.snapshot());
    let format = |file: &str| outcome.stdout.lines().find(|line| line.starts_with(file));
    for (file, kind) in [
        ("profiles/ada-lovelace.json", "Perfil"),
        ("profiles/grace.yml", "RenderCV"),
        ("profiles/alan.json", "JSON Resume"),
    ] {
        assert!(format(file).is_some_and(|line| line.ends_with(kind)), "{}", outcome.stdout);
    }
}

#[test]
fn large_and_unusual_files_are_rejected() {
    let content = Content::fixture("small");
    fs::remove_file(content.path().join(ADA)).unwrap();
    for (bytes, message) in [
        (vec![b' '; 50 << 20], "the file is larger than 4 MiB"),
        (b"name: Ad\xe0\n".to_vec(), "the byte 0xE0 is not UTF-8"),
        (b"- basics\n".to_vec(), "expected an object for a profile, found a list"),
        (b"basics".to_vec(), "expected an object for a profile, found \"basics\""),
        (vec![], "the file is empty"),
    ] {
        content.write(YAML, bytes);
        let found = errors(&content);
        assert_eq!(found[0].problem.message, message, "{}", listed(&found));
    }
}
