//! Recognizes names that are set apart from each other only by their style: `Rust`, `Go` in boxes.

use super::tree::{Content, Tree};

/// The least number of names.
const LEAST: usize = 2;

/// The most words of a name.
const MAX_WORDS: usize = 4;

/// Whether an element has nothing but names that only their style separates.
pub(super) fn are_chips(tree: &Tree, at: usize) -> bool {
    let mut class = None;
    let mut count = 0;
    for child in tree.children(at) {
        match tree.nodes.get(child).map(|node| &node.content) {
            Some(Content::Text(text, _)) if text.trim().is_empty() => {}
            Some(Content::Element(tag)) if matches!(tag.name.as_str(), "span" | "code" | "a") => {
                let own = tag.attribute("class").unwrap_or_default();
                let is_named = !own.is_empty() && !own.chars().any(|c| c.is_ascii_digit());
                let is_known = *class.get_or_insert(own) == own;
                let text = tree.text(child);
                let words = text.split_whitespace().count();
                let is_name = words <= MAX_WORDS
                    && !text.ends_with([',', ';', '|', '·', '.', ':'])
                    && !text.contains('@');
                if !is_known || !is_name || !(is_named || tag.name == "code") {
                    return false;
                }
                count += usize::from(words > 0);
            }
            _ => return false,
        }
    }
    count >= LEAST
}
