//! Walks through the elements of a page and reads them into blocks.

mod links;
mod pieces;
mod texts;

use super::chips::are_chips;
use super::chrome::Chrome;
use super::mail;
use super::marked::{Mark, Marked};
use super::order::first_headings;
use super::styles::Styles;
use super::tree::{Content, INLINE, Tree};
use crate::document::blocks::Block;
use crate::document::containers::Container;
use crate::document::elements::Elements;
use crate::document::markup::Tag;
use crate::document::text::Text;
use std::collections::{HashMap, HashSet};
use url::Url;

/// Inline elements, between which pages that were made smaller have no space.
const PIECES: [&str; 11] =
    ["span", "a", "time", "small", "strong", "b", "em", "i", "data", "label", "abbr"];

/// The most words of an element that is bold as a whole.
const MAX_STRONG_WORDS: usize = 60;

/// A page while it is read.
pub(super) struct Walk<'a> {
    tree: &'a Tree,
    chrome: &'a Chrome<'a>,
    styles: &'a Styles,
    marked: &'a Marked,
    pub(super) elements: Elements,
    /// The level of the last heading.
    level: u8,
    /// The elements in which a heading is read first, each with that heading.
    first_headings: HashMap<usize, usize>,
    /// The headings that were read before what precedes them.
    done: HashSet<usize>,
    /// The head of an entry that has begun.
    begun: Option<Text>,
    /// Whether line breaks are shown as they are.
    is_preformatted: bool,
    /// The picture of the person.
    pub(super) portrait: Option<Vec<u8>>,
}

impl<'a> Walk<'a> {
    pub(super) fn new(
        tree: &'a Tree,
        chrome: &'a Chrome<'a>,
        styles: &'a Styles,
        marked: &'a Marked,
        base: Option<Url>,
    ) -> Self {
        Self {
            tree,
            chrome,
            styles,
            marked,
            elements: Elements::new(base),
            level: 1,
            first_headings: first_headings(tree, chrome),
            done: HashSet::new(),
            begun: None,
            is_preformatted: false,
            portrait: None,
        }
    }

    /// Reads what is in an element.
    pub(super) fn children(&mut self, at: usize) {
        let mut is_in_list = false;
        let mut is_after_break = false;
        let mut before: Option<usize> = None;
        let are_chips = self.level > 1 && are_chips(self.tree, at);
        let is_row = self.is_dated_row(at);
        let first = self.first_headings.get(&at).copied();
        if let Some((heading, tag)) = first.and_then(|at| Some((at, self.tree.tag(at)?))) {
            self.element(heading, tag);
            self.done.insert(heading);
        }
        for child in self.tree.children(at) {
            let Some(Content::Element(tag)) = self.tree.nodes.get(child).map(|it| &it.content)
            else {
                // Only style separates chips, so the space between them is none.
                let is_blank = are_chips || self.text(child);
                is_after_break &= is_blank;
                before = None;
                continue;
            };
            let is_item = is_list_paragraph(tag);
            if is_item != is_in_list && (is_item || !INLINE.contains(&tag.name.as_str())) {
                self.list_of_paragraphs(is_item);
                is_in_list = is_item;
            }
            if tag.name == "br" && is_after_break {
                self.elements.builder.flush();
            }
            is_after_break = tag.name == "br";
            if are_chips {
                self.comma_before(child);
            } else if is_row && PIECES.contains(&tag.name.as_str()) {
                self.gap_before();
            } else if let Some(before) = before.filter(|_| PIECES.contains(&tag.name.as_str())) {
                self.space_before(before, child);
            }
            before = PIECES.contains(&tag.name.as_str()).then_some(child);
            self.element(child, tag);
        }
        if is_in_list {
            self.list_of_paragraphs(false);
        }
    }

    /// Begins or ends the list that Word's paragraphs with bullets are.
    fn list_of_paragraphs(&mut self, is_start: bool) {
        let builder = &mut self.elements.builder;
        if is_start {
            builder.start(Container::List(None));
        } else {
            builder.end(|it| matches!(it, Container::List(_)));
        }
    }

    fn element(&mut self, at: usize, tag: &Tag) {
        let mark = self.marked.marks.get(&at);
        let is_taken = matches!(mark, Some(Mark::Taken));
        if is_taken {
            self.begin_entry();
        }
        if is_taken || self.done.contains(&at) || self.chrome.is_left_out(at) {
            return;
        }
        match mark {
            Some(Mark::Place(label)) if self.elements.builder.last().is_none() => {
                self.elements.builder.text(&format!("{label}: "), tag.span.clone());
            }
            Some(Mark::Entry(title)) => return self.entry(at, title),
            _ => {}
        }
        let name = self.name(at, tag);
        let is_part = matches!(name.as_str(), "br" | "small" | "span");
        if is_part && self.elements.builder.is_in(|it| *it == Container::Heading(1)) {
            self.part_of_title(at, &name);
            if name == "br" {
                return;
            }
        }
        match name.as_str() {
            "img" => return self.image(at, tag),
            "a" => return self.link(at, tag),
            "pre" => return self.preformatted(at, tag),
            "time" if self.date(at, tag) => return,
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" if !self.tree.text(at).is_empty() => {
                self.level = name.as_bytes().get(1).map_or(2, |digit| digit - b'0');
            }
            _ => {}
        }
        if let Some(address) = tag.attribute("data-cfemail").and_then(mail::decode) {
            return self.elements.builder.text(&address, tag.span.clone());
        }
        self.styled(at, tag, &name);
    }

    /// Reads an element with the styles that it has.
    fn styled(&mut self, at: usize, tag: &Tag, name: &str) {
        let look = self.styles.look(tag);
        let is_short = self.chrome.words(at).0 <= MAX_STRONG_WORDS;
        let is_heading = self.elements.builder.is_in(|it| matches!(it, Container::Heading(_)));
        let is_set = is_short && !is_heading && !name.starts_with('h');
        let is_strong = look.strong.filter(|_| is_set);
        let is_emphasis = look.emphasis == Some(true) && is_set;
        // Some wrap a whole document in `<b style="font-weight:normal">`.
        let is_undone = look.strong == Some(false) && matches!(name, "b" | "strong");
        let tag = if name == tag.name { tag.clone() } else { tag.renamed(name) };
        if look.block {
            self.elements.builder.flush();
        }
        if !is_undone {
            self.elements.start(&tag);
        }
        if is_strong == Some(true) {
            self.elements.builder.set_style(0, true);
        }
        if is_emphasis {
            self.elements.builder.set_style(1, true);
        }
        self.children(at);
        if name == "summary" || look.block {
            self.elements.builder.flush();
        }
        if is_strong == Some(true) {
            self.elements.builder.set_style(0, false);
        }
        if is_emphasis {
            self.elements.builder.set_style(1, false);
        }
        if !is_undone && name != "br" && name != "hr" {
            self.elements.end(name);
        }
    }

    /// Returns the name of the element that an element is meant to be.
    fn name(&self, at: usize, tag: &Tag) -> String {
        let class = || tag.attribute("class").unwrap_or_default();
        if tag.attribute("role") == Some("heading") {
            let level = tag.attribute("aria-level").and_then(|it| it.parse::<u8>().ok());
            return format!("h{}", level.unwrap_or(2).clamp(1, 6));
        }
        if tag.name == "p" && self.chrome.words(at).0 > 0 {
            let is_title = class().split_whitespace().any(|it| matches!(it, "MsoTitle" | "title"));
            if is_title {
                return "h1".to_owned();
            }
            if is_list_paragraph(tag) {
                return "li".to_owned();
            }
        }
        tag.name.clone()
    }

    /// Reads an entry whose parts are marked.
    fn entry(&mut self, at: usize, title: &Text) {
        self.begin_entry();
        let outer = self.level;
        self.begun = Some(title.clone());
        self.children(at);
        self.begin_entry();
        self.elements.builder.flush();
        self.level = outer;
    }

    /// Adds the head of the entry that has begun: at its first part or text, because the heading of a
    /// section can precede it.
    fn begin_entry(&mut self) {
        let Some(text) = self.begun.take() else { return };
        self.level = self.level.clamp(1, 5) + 1;
        self.elements.builder.reset();
        // A heading in a list or in a table would be a part of it.
        while self.elements.builder.is_in(is_around) {
            self.elements.builder.end(is_around);
        }
        self.elements.builder.add(Block::Heading { level: self.level, text });
    }
}

/// Whether a container is not that of the document or of a heading.
fn is_around(kind: &Container) -> bool {
    !matches!(kind, Container::Document)
}

/// Whether a paragraph is an item of a list of Word.
fn is_list_paragraph(tag: &Tag) -> bool {
    let style = || tag.attribute("style").unwrap_or_default().to_ascii_lowercase();
    tag.name == "p" && (style().contains("mso-list:") && !style().contains("mso-list:ignore"))
}
