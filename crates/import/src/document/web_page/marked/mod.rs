//! What a page says to programs about the person and the entries: microformats (h-resume, h-card,
//! h-event and the classic hResume, hCard and hCalendar), microdata and `RDFa` Lite of schema.org.
//!
//! Facts about the person become [facts](Fact), as those of front matter, and entries become headings
//! that know their parts, so that the understanding of documents has nothing else to learn. What was
//! taken from an element is not said again where it was.

mod entries;
mod properties;

use super::chrome::Chrome;
use super::tree::{Content, Tree};
use crate::document::front_matter::Fact;
use crate::document::outline::Line;
use crate::document::text::Text;
use properties::{Property, Root, property, root};
use std::collections::HashMap;
use std::ops::Range;

/// The most words of a part that is a name.
const MAX_WORDS: usize = 25;

/// What becomes of an element.
#[derive(Debug)]
pub(super) enum Mark {
    /// It is said elsewhere.
    Taken,
    /// It is a place, for which this label stands before it.
    Place(&'static str),
    /// It is an entry with this head.
    Entry(Text),
}

/// What is marked in a page.
#[derive(Default)]
pub(super) struct Marked {
    pub(super) facts: Vec<Fact>,
    pub(super) marks: HashMap<usize, Mark>,
}

impl Marked {
    /// Finds what is marked.
    pub(super) fn of(tree: &Tree, chrome: &Chrome) -> Self {
        let mut marked = Self::default();
        let roots: Vec<(usize, Root)> = (0..tree.nodes.len())
            .filter(|at| !is_left_out(tree, chrome, *at))
            .filter_map(|at| Some((at, root(tree.tag(at)?)?)))
            .collect();
        let is_other = |at: usize| {
            tree.around(at).any(|outer| {
                let kind = tree.tag(outer).and_then(root);
                matches!(kind, Some(Root::Event(_) | Root::Organization(_)))
            })
        };
        let mut people = roots.iter().filter_map(|(at, kind)| match kind {
            Root::Person(dialect) if !is_other(*at) => Some((*at, *dialect)),
            _ => None,
        });
        if let Some((at, dialect)) = people.next() {
            marked.person(tree, at, dialect);
        }
        for (at, kind) in roots {
            if let Root::Event(dialect) = kind {
                marked.event(tree, at, dialect);
            }
        }
        marked
    }

    /// Reads who the page is about.
    fn person(&mut self, tree: &Tree, at: usize, dialect: properties::Dialect) {
        for (inner, property) in found(tree, at, dialect) {
            let key = match property {
                Property::Name => "name",
                Property::Position => "headline",
                Property::Email => "email",
                Property::Phone => "phone",
                Property::Address => {
                    let has_label = matches!(tree.name(block(tree, inner)), "dd" | "td");
                    if is_whole(tree, inner) && !has_label {
                        self.marks.insert(inner, Mark::Place("Location"));
                    }
                    continue;
                }
                _ => continue,
            };
            let text = value(tree, inner);
            let is_known = self.facts.iter().any(|fact| fact.key == key);
            if text.is_empty() || is_known || text.split_whitespace().count() > MAX_WORDS {
                continue;
            }
            let is_shown = matches!(property, Property::Email | Property::Phone);
            let span = span(tree, inner);
            let value = Line { text, span };
            let key = key.to_owned();
            // What is shown besides the links that it is in is read like any other text.
            if !is_shown {
                if is_whole(tree, inner) {
                    self.marks.insert(inner, Mark::Taken);
                }
                self.facts.push(Fact { key, outer: None, value, is_private: false });
            }
        }
    }
}

/// Returns the properties in an element, without those of what is in it.
fn found(tree: &Tree, at: usize, dialect: properties::Dialect) -> Vec<(usize, Property)> {
    let mut found = Vec::new();
    let (mut inner, end) = (at + 1, tree.end(at));
    while inner < end {
        let Some(tag) = tree.tag(inner) else {
            inner += 1;
            continue;
        };
        let names = property(tag, dialect);
        found.extend(names.map(|name| (inner, name)));
        let is_own = root(tag).is_none_or(|kind| kind.is_open(dialect));
        inner = if is_own { inner + 1 } else { tree.end(inner) };
    }
    found
}

/// Returns the value of a property: what a program is told, or the text.
fn value(tree: &Tree, at: usize) -> String {
    let Some(tag) = tree.tag(at) else { return String::new() };
    let told = match tag.name.as_str() {
        "data" | "input" => tag.attribute("value"),
        "time" | "ins" | "del" => tag.attribute("datetime"),
        "abbr" => tag.attribute("title"),
        "img" => tag.attribute("alt"),
        _ => tag.attribute("content"),
    };
    let told = told.map(str::trim).filter(|it| !it.is_empty());
    // The name within an organisation that has more than a name.
    let inner = || {
        let parts = (at + 1..tree.end(at)).filter(|inner| {
            tree.tag(*inner).is_some_and(|tag| {
                tag.attribute("itemprop") == Some("name")
                    || tag.attribute("property") == Some("name")
            })
        });
        parts.map(|inner| tree.text(inner)).find(|text| !text.is_empty())
    };
    told.map(str::to_owned).or_else(inner).unwrap_or_else(|| tree.text(at))
}

/// Returns the position of the text of an element, or of the element.
fn span(tree: &Tree, at: usize) -> Range<usize> {
    let texts =
        (at..tree.end(at)).filter_map(|at| match tree.nodes.get(at).map(|it| &it.content) {
            Some(Content::Text(text, span)) if !text.trim().is_empty() => {
                let start = span.start + text.len() - text.trim_start().len();
                Some(start.min(span.end)..span.end)
            }
            _ => None,
        });
    let own = || tree.tag(at).map(|tag| tag.span.clone()).unwrap_or_default();
    texts.into_iter().next().unwrap_or_else(own)
}

/// Returns the block that an element is in.
fn block(tree: &Tree, at: usize) -> usize {
    let is_inline = |at: &usize| {
        matches!(tree.name(*at), "span" | "a" | "b" | "strong" | "em" | "i" | "small" | "abbr")
            || matches!(tree.name(*at), "time" | "data" | "font")
    };
    std::iter::once(at).chain(tree.around(at)).find(|at| !is_inline(at)).unwrap_or(at)
}

/// Whether an element is the whole text of its block.
fn is_whole(tree: &Tree, at: usize) -> bool {
    let block = block(tree, at);
    block == at || tree.end(block) - block < 60 && tree.text(block) == tree.text(at)
}

fn is_left_out(tree: &Tree, chrome: &Chrome, at: usize) -> bool {
    root_like(tree, at)
        && std::iter::once(at).chain(tree.around(at)).any(|at| chrome.is_left_out(at))
}

fn root_like(tree: &Tree, at: usize) -> bool {
    tree.tag(at).and_then(root).is_some()
}
