//! Values of other formats as the texts and lists that a profile has in their place.

use crate::tree;
use crate::unmapped::is_localized;
use perfil_source::{Node, Value, privacy};

/// The keys of an object that say what it is, the best first.
const NAMING: &[&str] = &[
    "name",
    "title",
    "label",
    "text",
    "value",
    "content",
    "keyword",
    "skill",
    "language",
    "summary",
    "description",
    "url",
    "href",
    "number",
    "email",
];

/// The parts of a place, in the order in which they are read.
const PLACE: &[&str] = &["address", "postalCode", "city", "region", "country", "countryCode"];

/// The keys of how well somebody knows something.
const LEVEL: &[&str] = &["level", "rating", "proficiency", "years", "experience"];

/// Returns a value as a text, in which the elements of a list are joined. A flag is no text.
pub(crate) fn text(node: &Node, separator: &str) -> Option<Node> {
    if privacy::has_private(node) {
        return flat(&privacy::reveal(node.clone()), separator).map(privacy::wrap);
    }
    flat(node, separator)
}

fn flat(node: &Node, separator: &str) -> Option<Node> {
    let span = node.span.clone();
    match &node.value {
        Value::Null | Value::Bool(_) => None,
        Value::Object(_) if is_localized(node) => Some(node.clone()),
        _ => Some(line(node, separator))
            .filter(|line| !line.is_empty())
            .map(|line| tree::text(line, span)),
    }
}

fn line(node: &Node, separator: &str) -> String {
    match &node.value {
        Value::Null | Value::Bool(_) => String::new(),
        Value::Number(number) => number.to_string(),
        Value::String(text) => clean(text),
        Value::Array(elements) => joined(elements.iter(), separator),
        Value::Object(members) => {
            let named = |keys: &[&str]| -> Vec<&Node> {
                keys.iter()
                    .filter_map(|key| node.get(key))
                    .filter(|it| !tree::is_empty(it))
                    .collect()
            };
            let place = named(PLACE);
            if !place.is_empty() {
                return joined(place.into_iter(), ", ");
            }
            match named(NAMING).first() {
                Some(name) => line(name, separator),
                None => joined(members.iter().map(|member| &member.value), " "),
            }
        }
    }
}

fn joined<'a>(nodes: impl Iterator<Item = &'a Node>, separator: &str) -> String {
    let lines: Vec<String> = nodes.map(|node| line(node, separator)).collect();
    let lines = lines.iter().map(String::as_str).filter(|line| !line.is_empty());
    lines.collect::<Vec<_>>().join(separator)
}

/// Returns a text without the characters that no page can show.
pub(crate) fn clean(text: &str) -> String {
    let is_shown = |c: &char| !c.is_control() || matches!(c, '\n' | '\r' | '\t');
    text.chars().filter(is_shown).collect::<String>().trim().to_owned()
}

/// Returns a value as a list: one that is no list becomes its only element, and a text with line
/// breaks or with one of these separators becomes several.
pub(crate) fn list(node: &Node, separators: &[char]) -> Node {
    let span = node.span.clone();
    match &node.value {
        Value::Array(_) => node.clone(),
        Value::String(text) => {
            let parts = text.split(|c| c == '\n' || separators.contains(&c)).map(str::trim);
            let parts = parts.filter(|part| !part.is_empty());
            tree::list(parts.map(|part| tree::text(part, span.clone())).collect(), span.clone())
        }
        _ => tree::list(vec![node.clone()], span),
    }
}

/// Returns a text that is the same in every language: the first, if there are several.
pub(crate) fn first_text(node: &Node) -> Option<Node> {
    match &node.value {
        Value::String(_) => Some(node.clone()),
        Value::Object(members) => members.first().map(|member| member.value.clone()),
        _ => None,
    }
}

/// Returns a keyword: a text, or a name with what belongs to it, such as a level.
pub(crate) fn keyword(node: &Node) -> Option<Node> {
    let parts = LEVEL.iter().chain(&["keywords"]).filter_map(|key| node.get(key));
    let parts: Vec<Node> = parts.flat_map(|part| list(part, &[',']).elements().to_vec()).collect();
    let parts: Vec<Node> = parts.iter().filter_map(|part| text(part, ", ")).collect();
    let name = text(node, ", ")?;
    if parts.is_empty() || node.get("name").is_none() {
        return Some(name);
    }
    let span = node.span.clone();
    let parts = tree::list(parts, span.clone());
    let members = vec![tree::member("name", name), tree::member("keywords", parts)];
    Some(tree::object(members, span))
}
