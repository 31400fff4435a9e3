//! Texts in a tree: a string, or one for each language.

use perfil_source::shape::Text;
use perfil_source::{Node, Value, privacy};
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// Whether a value is a text: a string, or one for each language.
pub(crate) fn is_text(node: &Node) -> bool {
    let is_tag = |key: &str| {
        let mut parts = key.split('-');
        let is_language = |part: &str| {
            (2..=3).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphabetic())
        };
        parts.next().is_some_and(is_language) && parts.all(|part| part.len() <= 8)
    };
    let members = node.members();
    node.as_str().is_some()
        || !members.is_empty()
            && members
                .iter()
                .all(|member| is_tag(&member.key) && unwrapped(&member.value).as_str().is_some())
}

/// Returns the text of each language; `None` if the value is no text.
pub(crate) fn texts(node: &Node, text: Text, document: &str) -> Option<Vec<(String, String)>> {
    if let Some(plain) = node.as_str() {
        let language = if text == Text::Name { "" } else { document };
        return Some(vec![(language.to_owned(), plain.to_owned())]);
    }
    if !matches!(node.value, Value::Object(_)) {
        return None;
    }
    let texts = node.members().iter().filter(|member| !privacy::is_mark(member)).map(|member| {
        let text = unwrapped(&member.value).as_str()?;
        Some((member.key.clone(), text.to_owned()))
    });
    texts.collect()
}

/// Returns the first text of a value, by which people recognise it.
pub(crate) fn first_text(node: &Node, document: &str) -> String {
    let node = unwrapped(node);
    match &node.value {
        Value::String(text) => text.clone(),
        Value::Object(members) if is_text(node) => {
            let own = members.iter().find(|member| member.key == document);
            let member = own.or(members.first());
            member.map(|member| first_text(&member.value, document)).unwrap_or_default()
        }
        Value::Object(_) => {
            let of = |key: &&str| {
                let text = node.get(key).map(|value| first_text(value, document));
                text.filter(|text| !text.is_empty())
            };
            let entry: Vec<String> = ["position", "area", "name"].iter().filter_map(of).collect();
            let others = ["title", "label", "term", "language", "text", "value", "summary"];
            let other = others.iter().find_map(of);
            if entry.is_empty() { other.unwrap_or_default() } else { entry.join(", ") }
        }
        _ => String::new(),
    }
}

/// Returns the languages that a good part of the texts of a tree is written in, the most usual one first.
#[must_use]
pub fn languages(node: &Node) -> Vec<String> {
    let mut counts = BTreeMap::new();
    count(node, &mut counts);
    let most = counts.values().max().copied().unwrap_or_default();
    let mut usual: Vec<(&str, usize)> =
        counts.into_iter().filter(|(_, it)| it * 3 >= most).collect();
    usual.sort_by_key(|(_, count)| Reverse(*count));
    usual.into_iter().map(|(tag, _)| tag.to_owned()).collect()
}

fn count<'a>(node: &'a Node, counts: &mut BTreeMap<&'a str, usize>) {
    if node.as_str().is_none() && is_text(node) {
        for member in node.members() {
            *counts.entry(member.key.as_str()).or_default() += 1;
        }
    }
    node.members().iter().for_each(|member| count(&member.value, counts));
    node.elements().iter().for_each(|element| count(element, counts));
}

fn unwrapped(node: &Node) -> &Node {
    privacy::wrapped(node).unwrap_or(node)
}
