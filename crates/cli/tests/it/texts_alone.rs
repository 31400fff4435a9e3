//! Items that have only a text may be written as that text.

use crate::content::Content;
use crate::page::Page;
use crate::schema::Schema;
use perfil_site::{self as site, Finding};
use serde_json::{Value, json};

const ADA: &str = "profiles/ada-lovelace.json";

/// A profile with a section of each kind whose items have a text of their own.
fn profile(items: &Value) -> Value {
    let kinds = [
        "list",
        "terms",
        "steps",
        "skills",
        "certificates",
        "publications",
        "awards",
        "languages",
        "interests",
    ];
    let section =
        |kind: &&str| json!({ "id": *kind, "kind": *kind, "title": *kind, "items": items });
    let sections: Vec<Value> = kinds.iter().map(section).collect();
    json!({ "version": 1, "name": "Ada", "sections": sections })
}

fn small(profile: &Value) -> Content {
    let content = Content::fixture("small");
    content.write(ADA, profile.to_string());
    content
}

#[test]
fn a_text_stands_for_an_item() {
    let items = json!([
        "Plain words",
        { "en": "English words", "es": "Palabras" },
        { "private": "Sesame" }
    ]);
    let profile = profile(&items);
    let (_, text) =
        site::generate_schemas().into_iter().find(|(name, _)| *name == "profile").unwrap();
    let schema = Schema::new(serde_json::from_str(&text).unwrap());
    assert_eq!(schema.validate(&profile), Ok(()));
    let built = small(&profile).build();
    assert!(!built.findings.iter().any(Finding::is_error));
    let read = |language: &str| {
        let page = Page::of(&built.tree, &format!("{language}/index.html"));
        page.select("main")[0].text().concat()
    };
    // Each section shows the text once, and the first screen names skills again.
    let is_in_all = |language: &str, words: &str| read(language).matches(words).count() >= 9;
    assert!(is_in_all("en", "Plain words") && is_in_all("es", "Plain words"));
    assert!(is_in_all("en", "English words") && !read("es").contains("English words"));
    assert!(is_in_all("es", "Palabras") && !read("en").contains("Palabras"));
    assert!(["en", "es"].iter().all(|language| !read(language).contains("Sesame")));
    // The path is that of the text as it is written.
    let paths: Vec<String> =
        built.findings.iter().map(|found| found.problem.path.to_string()).collect();
    assert!(paths.contains(&"$.sections[0].items[0]".to_owned()), "{paths:?}");
    assert!(!paths.iter().any(|path| path.rsplit('.').next() == Some("text")), "{paths:?}");
}

#[test]
fn what_is_neither_a_text_nor_an_object_is_explained() {
    let findings = small(&profile(&json!([7]))).load().findings;
    let found = findings.iter().find(|it| it.problem.path.to_string() == "$.sections[0].items[0]");
    let problem = &found.unwrap().problem;
    assert_eq!(problem.message, "expected a text or an object for a list item, found the number 7");
    assert_eq!(problem.remedy, "Write a list item as a text, or as an object: { \"text\": … }.");
}
