//! The elements of a page as a tree.

mod building;

use crate::document::markup::Tag;
use std::ops::Range;

/// Elements that set a text, and whose ends cannot end a block.
pub(super) const INLINE: [&str; 21] = [
    "a", "abbr", "b", "big", "cite", "code", "data", "del", "em", "font", "i", "ins", "kbd",
    "label", "mark", "s", "small", "span", "strong", "time", "u",
];

/// A page.
pub(super) struct Tree {
    /// The elements and texts in their order; the first is the root.
    pub(super) nodes: Vec<Node>,
}

/// An element or a text.
pub(super) struct Node {
    pub(super) parent: usize,
    pub(super) first: Option<usize>,
    last: Option<usize>,
    pub(super) next: Option<usize>,
    pub(super) content: Content,
}

pub(super) enum Content {
    Element(Tag),
    Text(String, Range<usize>),
}

impl Tree {
    /// Returns the tag of an element.
    pub(super) fn tag(&self, at: usize) -> Option<&Tag> {
        match self.nodes.get(at).map(|node| &node.content) {
            Some(Content::Element(tag)) => Some(tag),
            _ => None,
        }
    }

    /// Returns the name of an element.
    pub(super) fn name(&self, at: usize) -> &str {
        self.tag(at).map_or("", |tag| tag.name.as_str())
    }

    /// Returns what is directly in an element.
    pub(super) fn children(&self, at: usize) -> impl Iterator<Item = usize> + '_ {
        let first = self.nodes.get(at).and_then(|node| node.first);
        std::iter::successors(first, |at| self.nodes.get(*at).and_then(|node| node.next))
    }

    /// Returns the elements around another, the innermost first.
    pub(super) fn around(&self, at: usize) -> impl Iterator<Item = usize> + '_ {
        let outer =
            |at: usize| self.nodes.get(at).map(|node| node.parent).filter(|parent| *parent != at);
        std::iter::successors(outer(at), move |at| outer(*at))
    }

    /// Returns the first position behind an element and all in it.
    pub(super) fn end(&self, at: usize) -> usize {
        let after = |at: usize| self.nodes.get(at).and_then(|node| node.next);
        let next = std::iter::once(at).chain(self.around(at)).find_map(after);
        next.unwrap_or(self.nodes.len())
    }

    /// Returns the text of an element, in which space is one space.
    pub(super) fn text(&self, at: usize) -> String {
        self.text_without(at, |_| false)
    }

    /// Returns the text of an element without that of some elements in it.
    pub(super) fn text_without(&self, at: usize, is_left_out: impl Fn(usize) -> bool) -> String {
        self.text_of(at, self.end(at), is_left_out)
    }

    /// Returns the text of an element up to an element in it.
    pub(super) fn text_until(&self, at: usize, end: usize) -> String {
        self.text_of(at, end, |_| false)
    }

    fn text_of(&self, at: usize, end: usize, is_left_out: impl Fn(usize) -> bool) -> String {
        let mut text = String::new();
        let mut inner = at;
        while inner < end {
            let Some(node) = self.nodes.get(inner) else { break };
            match &node.content {
                Content::Element(tag) => {
                    if is_left_out(inner) || matches!(tag.name.as_str(), "script" | "style") {
                        inner = self.end(inner);
                        continue;
                    }
                    if !INLINE.contains(&tag.name.as_str()) {
                        text.push(' ');
                    }
                }
                Content::Text(written, _) => text.push_str(written),
            }
            inner += 1;
        }
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    }
}
