//! Reads what a page says about the person in JSON-LD (<https://schema.org/Person>).

mod careers;

pub(super) use careers::sections;

use super::tree::{Content, Tree};
use crate::document::front_matter::Fact;
use crate::document::gaps::without_controls;
use crate::document::outline::Line;
use perfil_source::{Node, Value, parse};
use std::ops::Range;

/// How deep in a graph the person is looked for.
const DEEPEST: usize = 6;

/// The properties of a person, and the keys of front matter that mean the same.
const FIELDS: [(&str, &str); 6] = [
    ("name", "name"),
    ("jobTitle", "headline"),
    ("hasOccupation", "headline"),
    ("email", "email"),
    ("telephone", "phone"),
    ("address", "location"),
];

/// The parts of an address, in the order in which they are written.
const ADDRESS: [&str; 3] = ["addressLocality", "addressRegion", "addressCountry"];

/// The person that a page describes to programs.
pub(super) struct Graph {
    person: Node,
    /// The position of the whole, if its text is not written as it is read.
    start: Option<usize>,
}

impl Graph {
    /// Finds the person.
    pub(super) fn of(tree: &Tree) -> Option<Self> {
        let mut scripts = (0..tree.nodes.len()).filter(|at| {
            let kind = tree.tag(*at).filter(|tag| tag.name == "script");
            kind.and_then(|tag| tag.attribute("type")).is_some_and(|it| it.contains("ld+json"))
        });
        scripts.find_map(|at| {
            let inner = tree.children(at).next()?;
            let Content::Text(text, span) = &tree.nodes.get(inner)?.content else { return None };
            let graph = parse(text.as_bytes()).ok()?.moved(span.start);
            // Positions are exact only if the text is written as it is read.
            let start = (span.len() != text.len()).then_some(span.start);
            Some(Self { person: person(&graph, 0)?.clone(), start })
        })
    }

    fn span(&self, value: &Node) -> Range<usize> {
        self.start.map_or(value.span.clone(), |start| start..start)
    }

    /// Returns the facts about the person, and the addresses of the same person.
    pub(super) fn facts(&self) -> (Vec<Fact>, Vec<Fact>) {
        let of = |key: &str, value: &Node| {
            let value = Line { text: text(value), span: self.span(value) };
            Fact { key: key.to_owned(), outer: None, value, is_private: false }
        };
        let facts = FIELDS.iter().filter_map(|(name, key)| Some(of(key, self.person.get(name)?)));
        let facts = facts.filter(|fact| !fact.value.text.is_empty()).collect();
        let links = self.person.get("sameAs").map(|same| match &same.value {
            Value::Array(all) => all.iter().map(|it| of("profile", it)).collect(),
            _ => vec![of("profile", same)],
        });
        (facts, links.unwrap_or_default())
    }
}

/// Finds the person that a graph is about.
fn person(node: &Node, depth: usize) -> Option<&Node> {
    if depth > DEEPEST {
        return None;
    }
    if let Value::Array(nodes) = &node.value {
        return nodes.iter().find_map(|node| person(node, depth + 1));
    }
    let is_person = |kind: &Node| kind.as_str() == Some("Person");
    let is_it = node
        .get("@type")
        .is_some_and(|kind| is_person(kind) || kind.elements().iter().any(is_person));
    if is_it {
        return Some(node).filter(|node| node.get("name").is_some());
    }
    let around = ["mainEntity", "@graph", "about", "author"];
    around.iter().filter_map(|key| node.get(key)).find_map(|node| person(node, depth + 1))
}

/// Returns the text of a value.
fn text(value: &Node) -> String {
    let text = match &value.value {
        Value::String(text) => text.clone(),
        Value::Array(all) => all.first().map(text).unwrap_or_default(),
        Value::Object(_) if ADDRESS.iter().any(|key| value.get(key).is_some()) => {
            let parts = ADDRESS.iter().filter_map(|key| value.get(key)).map(text);
            parts.filter(|it| !it.is_empty()).collect::<Vec<_>>().join(", ")
        }
        Value::Object(_) => value.get("name").map(text).unwrap_or_default(),
        _ => String::new(),
    };
    let text = text.trim();
    without_controls(text.strip_prefix("mailto:").unwrap_or(text))
}
