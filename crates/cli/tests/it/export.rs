//! The files that a profile can be taken along as, read by programs that are not ours.

use crate::content::{Content, data, shipped, text};
use crate::expected;
use crate::hostile::{HOSTILE, site};
use crate::qr;
use calcard::vcard::{VCard, VCardProperty, VCardVersion};
use perfil_site::Tree;
use pulldown_cmark::{Event, Options, Parser, Tag};
use serde_json::Value;
use std::collections::BTreeMap;

/// The files of a site in a format, each with what it holds.
pub(crate) fn exported<'a>(tree: &'a Tree, extension: &str) -> Vec<(&'a str, &'a str)> {
    let folder = format!("export/{extension}/");
    let paths = tree.iter().map(|(path, _)| path).filter(|path| path.starts_with(&folder));
    let found: Vec<_> = paths.map(|path| (path, text(tree, path))).collect();
    assert!(!found.is_empty(), "{extension}");
    found
}

/// Sites of every kind that a test can be made with.
fn sites() -> Vec<Tree> {
    let arabic = Content::shipped();
    arabic.lay_over("arabic");
    arabic.edit("site.json", "\"es\"]", "\"es\", \"ar\"]");
    arabic.edit("site.json", "\"profiles\": [", "\"profiles\": [\"layla-haddad\", ");
    let fixtures = ["small", "every-kind"].map(Content::fixture);
    let mut sites: Vec<Tree> = fixtures.iter().map(|content| content.build().tree).collect();
    sites.extend([arabic.build().tree, Content::crowd(20).build().tree, shipped().clone()]);
    sites
}

#[test]
fn files_are_what_was_reviewed() {
    for (fixture, file) in [
        ("small", "en/ada-lovelace"),
        ("small", "es/ada-lovelace"),
        ("every-kind", "en/everything"),
    ] {
        let tree = Content::fixture(fixture).build().tree;
        for extension in ["vcf", "txt", "md", "json"] {
            let written = text(&tree, &format!("export/{extension}/{file}.{extension}"));
            let name = file.replace('/', ".");
            let written = expected::without_hashes(&written.replace("\r\n", "\n"));
            expected::check(&format!("export/{name}.{extension}"), &written);
        }
    }
}

/// The official schema, whose formats are checked as well.
pub(crate) fn schema() -> jsonschema::Validator {
    let schema = std::fs::read(data().join("json-resume/schema.json")).unwrap();
    let schema = serde_json::from_slice(&schema).unwrap();
    jsonschema::options().should_validate_formats(true).build(&schema).unwrap()
}

#[test]
fn the_resume_keeps_to_the_official_schema() {
    let schema = schema();
    for tree in sites() {
        for (path, written) in exported(&tree, "json") {
            let resume: Value = serde_json::from_str(written).unwrap();
            let errors: Vec<_> = schema.iter_errors(&resume).collect();
            assert!(errors.is_empty(), "{path}: {errors:?}");
            assert!(resume["basics"]["name"].is_string(), "{path}");
        }
    }
    let wrong = serde_json::json!({ "basics": { "url": "no address" } });
    assert!(!schema.is_valid(&wrong), "formats are looked at");
}

/// Follows the pointers by which a section names its items.
fn follow(resume: &Value, items: &Value, found: &mut Vec<String>) {
    match items {
        Value::String(pointer) if pointer.starts_with('/') => {
            assert!(resume.pointer(pointer).is_some(), "{pointer}");
            found.push(pointer.clone());
        }
        Value::Array(items) => items.iter().for_each(|item| follow(resume, item, found)),
        Value::Object(members) => members.values().for_each(|item| follow(resume, item, found)),
        _ => {}
    }
}

#[test]
fn every_item_of_a_resume_belongs_to_one_section() {
    for tree in sites() {
        for (path, written) in exported(&tree, "json") {
            let resume: Value = serde_json::from_str(written).unwrap();
            let mut found = Vec::new();
            follow(&resume, &resume["meta"]["perfil"]["sections"], &mut found);
            found.sort();
            let lists = resume.as_object().unwrap().iter().filter(|(_, list)| list.is_array());
            let mut there: Vec<String> = lists
                .flat_map(|(name, list)| {
                    (0..list.as_array().unwrap().len()).map(move |n| format!("/{name}/{n}"))
                })
                .collect();
            there.sort();
            assert_eq!(found, there, "{path}");
        }
    }
}

/// The texts of a card by the names of their properties.
fn properties(card: &str) -> BTreeMap<String, Vec<String>> {
    let read = VCard::parse(card).unwrap_or_else(|_| panic!("no card: {card}"));
    assert_eq!(read.version(), Some(VCardVersion::V4_0));
    let mut found: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for entry in &read.entries {
        assert!(!matches!(entry.name, VCardProperty::Other(_)), "{:?}", entry.name);
        let values = entry.values.iter().filter_map(|value| value.as_text());
        found.entry(entry.name.as_str().to_owned()).or_default().extend(values.map(Into::into));
    }
    found
}

#[test]
fn a_card_is_read_as_it_was_meant() {
    for tree in sites() {
        for (path, card) in exported(&tree, "vcf") {
            assert_eq!(card.matches('\n').count(), card.matches("\r\n").count(), "{path}");
            assert!(card.split("\r\n").all(|line| line.len() <= 75), "{path}");
            let found = properties(card);
            for name in ["FN", "N", "UID", "KIND", "URL", "LANG"] {
                assert!(found.contains_key(name), "{path}: {found:?}");
            }
        }
    }
    let tree = Content::fixture("every-kind").build().tree;
    let found = properties(text(&tree, "export/vcf/en/everything.vcf"));
    for (name, value) in [
        ("FN", "Grace Hopper"),
        ("TITLE", "Computer scientist"),
        ("EMAIL", "grace@every.example"),
        ("TEL", "tel:+15550100199"),
        ("UID", "https://every.example/en/everything/"),
        ("NOTE", "Wrote the first compiler. Taught a navy to program."),
    ] {
        assert_eq!(found[name], [value], "{name}");
    }
}

#[test]
fn plain_text_is_no_wider_than_a_terminal() {
    for tree in sites() {
        for (path, written) in exported(&tree, "txt") {
            for line in written.lines() {
                // An address is never broken.
                let is_one_word = !line.trim().trim_start_matches("- ").contains(' ');
                let width = unicode_width::UnicodeWidthStr::width(line);
                assert!(width <= 80 || is_one_word || line.contains("://"), "{path}: {line}");
                assert_eq!(line.trim_end(), line, "{path}");
            }
        }
    }
}

/// How many properties of each name a card has.
fn skeleton(tree: &Tree) -> BTreeMap<String, usize> {
    let found = properties(text(tree, "export/vcf/en/everything.vcf"));
    found.into_iter().map(|(name, values)| (name, values.len())).collect()
}

/// What Markdown is made of, but for what the texts of a profile may be made of as well.
fn parts(tree: &Tree) -> Vec<String> {
    let written = text(tree, "export/md/en/everything.md");
    let options = Options::ENABLE_STRIKETHROUGH | Options::ENABLE_YAML_STYLE_METADATA_BLOCKS;
    let mut found = Vec::new();
    for event in Parser::new_ext(written, options) {
        match event {
            Event::Html(html) | Event::InlineHtml(html) => panic!("{html} in {written}"),
            Event::Start(Tag::Heading { level, .. }) => found.push(level.to_string()),
            Event::Start(Tag::Item) => found.push("item".to_owned()),
            Event::Start(Tag::BlockQuote(_)) => found.push("quotation".to_owned()),
            Event::Start(Tag::Image { .. } | Tag::CodeBlock(_)) => panic!("{written}"),
            Event::Start(Tag::Link { dest_url, .. }) => {
                assert!(dest_url.starts_with("http"), "{dest_url}");
            }
            _ => {}
        }
    }
    found
}

#[test]
fn no_text_changes_what_a_file_is_made_of() {
    let (harmless, _) = site("harmless");
    for hostile in HOSTILE {
        let (tree, _) = site(hostile);
        assert_eq!(skeleton(&tree), skeleton(&harmless), "{hostile}");
        assert_eq!(parts(&tree), parts(&harmless), "{hostile}");
        let written = text(&tree, "export/txt/en/everything.txt");
        assert!(!written.contains(|c: char| c.is_control() && c != '\n'), "{hostile}");
        let resume: Value = serde_json::from_str(text(&tree, "export/json/en/everything.json"))
            .unwrap_or_else(|error| panic!("{error} with {hostile}"));
        assert!(resume["basics"]["name"].as_str().unwrap().starts_with(hostile));
        let read = qr::read(text(&tree, "export/svg/en/everything.svg"));
        assert!(read.contains("https://every.example/en/everything/"), "{read}");
    }
}
