//! `llms.txt`, as a reader of Markdown follows it.

use crate::content::{Content, shipped, text};
use crate::hostile::{HOSTILE, site};
use perfil_site::Tree;
use pulldown_cmark::{Event, HeadingLevel, Parser, Tag, TagEnd};
use std::collections::BTreeSet;

/// The content of the file: its title, its quotation, and the links of each section with their notes.
#[derive(Debug, Default, PartialEq)]
struct Read {
    title: String,
    quoted: String,
    sections: Vec<(String, Vec<Link>)>,
}

#[derive(Debug, Default, PartialEq)]
struct Link {
    address: String,
    name: String,
    note: String,
}

/// Reads the file by the format of llmstxt.org, and panics at anything that the format has no place
/// for.
fn read(tree: &Tree) -> Read {
    let mut read = Read::default();
    let mut at = Vec::new();
    for event in Parser::new(text(tree, "llms.txt")) {
        match event {
            Event::Start(tag) => {
                match &tag {
                    Tag::Heading { level: HeadingLevel::H2, .. } => {
                        read.sections.push(Default::default());
                    }
                    Tag::Item => read.sections.last_mut().unwrap().1.push(Link::default()),
                    Tag::Link { dest_url, .. } => {
                        let links = &mut read.sections.last_mut().unwrap().1;
                        links.last_mut().unwrap().address = dest_url.to_string();
                    }
                    Tag::Heading { level: HeadingLevel::H1, .. } => assert_eq!(read.title, ""),
                    Tag::BlockQuote(_) | Tag::List(None) | Tag::Paragraph => {}
                    other => panic!("{other:?} in {}", text(tree, "llms.txt")),
                }
                at.push(tag.to_end());
            }
            Event::End(_) => drop(at.pop()),
            Event::Text(said) => {
                let place = match (at[0], at[at.len() - 1]) {
                    (TagEnd::BlockQuote(_), _) => &mut read.quoted,
                    (TagEnd::Heading(HeadingLevel::H1), _) => &mut read.title,
                    (TagEnd::Heading(_), _) => &mut read.sections.last_mut().unwrap().0,
                    (_, inner) => {
                        let link = read.sections.last_mut().unwrap().1.last_mut().unwrap();
                        if inner == TagEnd::Link { &mut link.name } else { &mut link.note }
                    }
                };
                place.push_str(&said);
            }
            other => panic!("{other:?} in {}", text(tree, "llms.txt")),
        }
    }
    read
}

#[test]
fn it_leads_to_every_profile_in_every_language() {
    let arabic = Content::shipped();
    arabic.add_fixture("arabic");
    arabic.edit("site.json", "\"es\"]", "\"es\", \"ar\"]");
    arabic.edit("site.json", "\"profiles\": [", "\"profiles\": [\"layla-haddad\", ");
    let others = [arabic, Content::fixture("small"), Content::crowd(60)];
    for content in others.into_iter().chain([Content::shipped()]) {
        let tree = content.build().tree;
        let site = content.json("site.json");
        let base = site["baseUrl"].as_str().unwrap();
        let read = read(&tree);
        assert_eq!(read.sections.len(), site["languages"].as_array().unwrap().len());
        let links = read.sections.iter().flat_map(|(_, links)| links);
        let linked: BTreeSet<&str> =
            links.clone().map(|link| link.address.strip_prefix(base).unwrap()).collect();
        assert_eq!(links.count(), linked.len(), "each is there once");
        let exported = tree.iter().map(|(path, _)| path);
        let exported: BTreeSet<&str> =
            exported.filter(|path| path.starts_with("export/md/")).collect();
        assert_eq!(linked, exported);
    }
}

#[test]
fn each_language_says_who_they_are() {
    let read = read(shipped());
    assert_eq!(read.title, "Perfil");
    assert!(!read.quoted.is_empty());
    let names: Vec<&str> = read.sections.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(names, ["English", "Español"]);
    let marcus = |section: usize| {
        let links = &read.sections[section].1;
        links.iter().find(|link| link.name == "Marcus Rodriguez").unwrap()
    };
    assert_eq!(marcus(0).note, ": Backend Architect");
    assert_eq!(marcus(1).note, ": Arquitecto backend");
    assert_eq!(marcus(1).address, "https://perfil.example/export/md/es/marcus-rodriguez.md");
}

#[test]
fn no_text_changes_what_it_is_made_of() {
    for hostile in HOSTILE {
        let (tree, _) = site(hostile);
        let read = read(&tree);
        assert_eq!(read.sections.len(), 1, "{hostile}");
        assert_eq!(read.sections[0].1.len(), 2, "{hostile}");
    }
}
