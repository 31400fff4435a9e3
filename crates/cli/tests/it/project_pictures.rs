//! Pictures of projects: on the page with what they show, and checked as the portrait is.

use crate::content::{Content, data, listed};
use crate::page::Page;
use std::fs;

const PROFILE: &str = "profiles/everything.json";

#[test]
fn a_project_begins_with_its_picture() {
    let tree = Content::fixture("every-kind").build().tree;
    let page = Page::of(&tree, "en/everything/index.html");
    let picture = page.select(".projects .entry > .entry-picture:first-child")[0];
    let attribute = |name: &str| picture.value().attr(name).unwrap_or_default().to_owned();
    let path = attribute("src");
    let file = tree.get(path.strip_prefix('/').unwrap()).unwrap();
    assert_eq!(file, fs::read(data().join("every-kind/images/a-0.png")).unwrap());
    assert_eq!([attribute("width"), attribute("height")], ["320", "200"]);
    assert_eq!(attribute("alt"), "Bars of eight heights");
    assert_eq!(attribute("loading"), "lazy");
}

#[test]
fn a_picture_without_words_only_decorates() {
    let content = Content::fixture("every-kind");
    content.edit(PROFILE, "\"imageAlt\": \"Bars of eight heights\",", "");
    let page = Page::of(&content.build().tree, "en/everything/index.html");
    assert_eq!(page.attribute(".entry-picture", "alt"), Some(""));
}

#[test]
fn borrowed_words_of_a_picture_have_their_language() {
    let content = Content::fixture("every-kind");
    content.edit(PROFILE, "\"Bars of eight heights\"", "{ \"es\": \"Barras\" }");
    content.edit("site.json", "\"languages\": [\"en\"]", "\"languages\": [\"en\", \"es\"]");
    let page = Page::of(&content.build().tree, "en/everything/index.html");
    assert_eq!(page.attribute(".entry-picture", "lang"), Some("es"));
}

#[test]
fn a_private_project_keeps_its_picture_to_itself() {
    let content = Content::fixture("every-kind");
    content.edit(PROFILE, "\"name\": \"A-0\"", "\"private\": true, \"name\": \"A-0\"");
    let tree = content.build().tree;
    let png = |(path, _): &(&str, &[u8])| path.starts_with("assets/a-0");
    assert_eq!(tree.iter().filter(png).count(), 0);
}

#[test]
fn what_is_wrong_with_a_picture_is_said_at_its_place() {
    let content = Content::fixture("every-kind");
    let place = "everything.json: $.sections[8].items[0].image: ";
    for (image, said) in [
        ("images/none.png", "there is no file images/none.png"),
        ("../secret.png", "is not the path of an image in the content folder"),
        ("images/text.png", "is not an image that browsers show"),
    ] {
        content.write("images/text.png", "no image");
        content.edit(PROFILE, "images/a-0.png", image);
        let found = listed(&content.load().findings);
        assert!(found.contains(place) && found.contains(said), "{image}: {found}");
        content.edit(PROFILE, image, "images/a-0.png");
    }
}
