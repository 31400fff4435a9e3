//! What the fields of Reactive Resume hold: addresses with labels, marks, rich text, levels.

use crate::{omit, rich_text, tree, values};
use perfil_source::{Node, Value, privacy};

/// The keys of the address in an object of an address and its label.
const ADDRESS: [&str; 2] = ["href", "url"];

/// Whether the owner hid a value there.
pub(super) fn is_hidden(node: &Node) -> bool {
    privacy::hides(node)
        || node.members().iter().any(|member| omit::hides(&member.key, &member.value))
}

/// Returns the address of a value: a text, or an object of an address and its label.
pub(super) fn address(node: &Node) -> Option<Node> {
    // What is private as a whole is passed on with its mark.
    let is_whole = node.members().is_empty() || is_hidden(node);
    let part = || ADDRESS.iter().find_map(|key| node.get(key).filter(|it| !tree::is_empty(it)));
    let address = if is_whole { Some(node) } else { part() };
    address.filter(|address| !tree::is_empty(address)).cloned()
}

/// Returns the label of an address, if it says something else than the address.
pub(super) fn label(node: &Node) -> Option<&Node> {
    let label = node.get("label").filter(|label| !tree::is_empty(label))?;
    let address = address(node)?;
    let short = |text: &str| {
        let text = text.trim().to_lowercase();
        let text = text.split_once("://").map_or(&*text, |(_, rest)| rest);
        text.trim_start_matches("www.").trim_end_matches('/').to_owned()
    };
    let (label_text, address) = (label.as_str()?, address.as_str()?.to_owned());
    (!short(&address).starts_with(&short(label_text))).then_some(label)
}

/// Whether a rich text has any words: editors write empty paragraphs.
pub(super) fn has_words(node: &Node) -> bool {
    !tree::is_empty(node) && node.as_str().is_none_or(|text| !rich_text::of_html(text).0.is_empty())
}

/// Returns how well something is known as a part of all that can be known, unless it is not stated.
pub(super) fn level(node: &Node, most: u32) -> Option<Node> {
    let number = match &node.value {
        Value::Number(number) => *number,
        Value::String(text) => text.trim().parse().ok()?,
        _ => return None,
    };
    (number > 0.0).then(|| tree::text(format!("{number}/{most}"), node.span.clone()))
}

/// Whether a text is a list of words.
pub(super) fn is_list(node: &Node) -> bool {
    let text = values::text(node, ", ");
    text.as_ref().and_then(Node::as_str).is_some_and(|text| text.contains([',', ';']))
}
