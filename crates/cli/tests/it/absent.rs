//! Absent data is absent: no empty heading, no empty list, and no error.

use crate::content::{Content, shipped};
use crate::html::ElementRef;
use crate::page::{self, Page};
use perfil_model::profile::Content as Kind;
use perfil_site::Tree;
use serde_json::{Value, json};

/// Elements that need content. A term must have its `dd`, even if it needs no explanation.
const PROMISES: &str = "h1, h2, h3, h4, p, ul, ol, li, dl, dt, section, figure, \
                        blockquote, a, nav";

fn check(tree: &Tree) {
    for page in Page::all(tree) {
        // Hidden elements are filled by scripts, and are empty until then.
        let is_hidden = |element: &ElementRef| {
            let around = element.ancestors().chain([*element]);
            around.into_iter().any(|outer| outer.value().attr("hidden").is_some())
        };
        for element in page.select(PROMISES).into_iter().filter(|element| !is_hidden(element)) {
            let html = element.value();
            assert!(!page::text(element).is_empty(), "{}: {html:?}", page.path);
        }
    }
}

#[test]
fn nothing_shown_is_empty() {
    check(shipped());
    check(&Content::fixture("every-kind").build().tree);
}

#[test]
fn a_profile_can_be_a_name_alone() {
    let tree = Content::fixture("every-kind").build().tree;
    let page = Page::of(&tree, "en/nothing/index.html");
    assert_eq!(page::text(page.select("h1")[0]), "Nobody Yet");
    let downloads = page.select(".downloads").len();
    assert_eq!((page.select("main article > *, .hero > *").len(), downloads), (4, 1));
    let lists = "main section, main dl, main ul, main nav, .hero p";
    assert_eq!(page.select(lists).len(), 1, "there is nothing but what can be taken along");
}

#[test]
fn a_section_without_content_is_no_section() {
    let content = Content::fixture("every-kind");
    let section = |kind: &str, fields: Value| {
        let mut section = json!({ "id": format!("empty-{kind}"), "title": "Empty", "kind": kind });
        section.as_object_mut().unwrap().extend(fields.as_object().unwrap().clone());
        section
    };
    let needed = |kind: &&&str| !["prose", "quote"].contains(*kind);
    let empty: Vec<_> =
        Kind::KINDS.iter().filter(needed).map(|kind| section(kind, json!({}))).collect();
    let mut profile = json!({ "version": 1, "name": "Nobody", "sections": empty });
    content.write("profiles/nothing.json", profile.to_string());
    let page = Page::of(&content.build().tree, "en/nothing/index.html");
    assert_eq!(page.select("section").len(), 0);

    // A list of only private items is absent too, and so is the group around it.
    let items =
        json!({ "items": [{ "text": "A", "private": true }, { "private": { "text": "B" } }] });
    let group = section("group", json!({ "sections": [section("list", items)] }));
    profile["sections"] = json!([group]);
    content.write("profiles/nothing.json", profile.to_string());
    let page = Page::of(&content.build().tree, "en/nothing/index.html");
    assert_eq!(page.select("section, .contents").len(), 0);
}

#[test]
fn an_omitted_field_leaves_no_empty_element() {
    let whole = Content::fixture("every-kind").json("profiles/everything.json");
    let content = Content::fixture("every-kind");
    let kept = ["version", "name", "sections"];
    for key in whole.as_object().unwrap().keys().filter(|key| !kept.contains(&key.as_str())) {
        let mut profile = whole.clone();
        profile.as_object_mut().unwrap().remove(key);
        content.write("profiles/everything.json", profile.to_string());
        check(&content.build().tree);
    }
    let count = whole["sections"].as_array().unwrap().len();
    for (section, field) in (0..count).flat_map(|section| fields(&whole, section)) {
        let mut profile = whole.clone();
        profile["sections"][section]["items"][0].as_object_mut().unwrap().remove(&field);
        content.write("profiles/everything.json", profile.to_string());
        // The checks report a missing required field, and there is no page.
        if let Ok(built) = content.try_build() {
            check(&built.tree);
        }
    }
}

/// The fields of the first item of a section.
fn fields(profile: &Value, section: usize) -> Vec<(usize, String)> {
    let item = profile["sections"][section]["items"][0].as_object();
    item.into_iter().flatten().map(|(key, _)| (section, key.clone())).collect()
}
