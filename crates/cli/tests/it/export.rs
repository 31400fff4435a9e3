//! The exports of a profile, read by programs that are not ours.

use crate::content::{Content, data, shipped, text};
use crate::expected;
use crate::hostile::{HOSTILE, site};
use crate::qr;
use crate::schema::Schema;
use perfil_site::Tree;
use pulldown_cmark::{Event, Options, Parser, Tag};
use serde_json::Value;
use std::collections::BTreeMap;

/// The files of a site in a format, with their content.
pub(crate) fn exported<'a>(tree: &'a Tree, extension: &str) -> Vec<(&'a str, &'a str)> {
    let folder = format!("export/{extension}/");
    let paths = tree.iter().map(|(path, _)| path).filter(|path| path.starts_with(&folder));
    let found: Vec<_> = paths.map(|path| (path, text(tree, path))).collect();
    assert!(!found.is_empty(), "{extension}");
    found
}

/// Sites of every kind.
fn sites() -> Vec<Tree> {
    let arabic = Content::shipped();
    arabic.add_fixture("arabic");
    arabic.edit("site.json", "\"es\"]", "\"es\", \"ar\"]");
    arabic.edit("site.json", "\"profiles\": [", "\"profiles\": [\"layla-haddad\", ");
    let fixtures = ["small", "every-kind"].map(Content::fixture);
    let mut sites: Vec<Tree> = fixtures.iter().map(|content| content.build().tree).collect();
    sites.extend([arabic.build().tree, Content::crowd(20).build().tree, shipped().clone()]);
    sites
}

#[test]
fn exports_equal_their_snapshots() {
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

/// The official schema; formats are validated too.
pub(crate) fn schema() -> Schema {
    let schema = std::fs::read(data().join("json-resume/schema.json")).unwrap();
    Schema::new(serde_json::from_slice(&schema).unwrap())
}

#[test]
fn the_resume_conforms_to_the_official_schema() {
    let schema = schema();
    for tree in sites() {
        for (path, written) in exported(&tree, "json") {
            let resume: Value = serde_json::from_str(written).unwrap();
            assert_eq!(schema.validate(&resume), Ok(()), "{path}");
            assert!(resume["basics"]["name"].is_string(), "{path}");
        }
    }
    let wrong = serde_json::json!({ "basics": { "url": "no address" } });
    assert!(schema.validate(&wrong).is_err(), "formats are looked at");
}

/// Resolves the pointers by which a section refers to its items.
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

/// The properties of RFC 6350 that our vCards may have.
const PROPERTIES: [&str; 14] = [
    "ADR",
    "CATEGORIES",
    "EMAIL",
    "FN",
    "KIND",
    "LANG",
    "N",
    "NOTE",
    "PHOTO",
    "SOURCE",
    "TEL",
    "TITLE",
    "UID",
    "URL",
];

/// The texts of a vCard by the names of their properties, parsed as in RFC 6350 (sections 3.2 to
/// 3.4). `tests/web/machines.rs` reads the shipped vCards with a library.
fn properties(card: &str) -> BTreeMap<String, Vec<String>> {
    let unfolded = card.replace("\r\n ", "").replace("\r\n\t", "");
    let lines: Vec<&str> = unfolded.strip_suffix("\r\n").unwrap().split("\r\n").collect();
    let [begin, version, inner @ .., end] = lines.as_slice() else { panic!("no card: {card}") };
    assert_eq!((*begin, *version, *end), ("BEGIN:VCARD", "VERSION:4.0", "END:VCARD"), "{card}");
    let mut found: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for line in inner {
        assert!(!line.contains(|c: char| c.is_control() && c != '\t'), "{line:?}");
        let mut is_quoted = false;
        let colon = line.find(|c: char| {
            is_quoted ^= c == '"';
            c == ':' && !is_quoted
        });
        let (name, value) = line.split_at(colon.unwrap_or_else(|| panic!("no property: {line}")));
        let name = name.split(';').next().unwrap();
        assert!(PROPERTIES.contains(&name), "{name} in {line}");
        found.entry(name.to_owned()).or_default().extend(values(&value[1..]));
    }
    found
}

/// The texts in a value that are separated by commas or semicolons.
fn values(value: &str) -> Vec<String> {
    let (mut values, mut text) = (Vec::new(), String::new());
    let mut rest = value.chars();
    while let Some(c) = rest.next() {
        match c {
            '\\' => match rest.next() {
                Some('n' | 'N') => text.push('\n'),
                Some(escaped @ ('\\' | ',' | ';' | ':')) => text.push(escaped),
                other => panic!("\\{other:?} in {value}"),
            },
            ',' | ';' => values.push(std::mem::take(&mut text)),
            other => text.push(other),
        }
    }
    values.push(text);
    values
}

#[test]
fn a_vcard_is_read_as_intended() {
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
                // A URL is never broken.
                let is_one_word = !line.trim().trim_start_matches("- ").contains(' ');
                let width = unicode_width::UnicodeWidthStr::width(line);
                assert!(width <= 80 || is_one_word || line.contains("://"), "{path}: {line}");
                assert_eq!(line.trim_end(), line, "{path}");
            }
        }
    }
}

/// The number of properties of each name in a vCard.
fn structure(tree: &Tree) -> BTreeMap<String, usize> {
    let found = properties(text(tree, "export/vcf/en/everything.vcf"));
    found.into_iter().map(|(name, values)| (name, values.len())).collect()
}

/// The structure of Markdown, except for what the texts of a profile may contain too.
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
fn no_text_changes_the_structure_of_a_file() {
    let (harmless, _) = site("harmless");
    for hostile in HOSTILE {
        let (tree, _) = site(hostile);
        assert_eq!(structure(&tree), structure(&harmless), "{hostile}");
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
