//! Adds texts with their positions.

use super::Walk;
use crate::document::containers::Container;
use crate::document::markup::Tag;
use crate::document::web_page::tree::Content;
use std::ops::Range;

impl Walk<'_> {
    /// Adds a text; returns whether it is blank.
    pub(super) fn text(&mut self, at: usize) -> bool {
        let Some(Content::Text(text, span)) = self.tree.nodes.get(at).map(|it| &it.content) else {
            return true;
        };
        let is_heading = |it: &Container| matches!(it, Container::Heading(_));
        if !text.trim().is_empty() && !self.elements.builder.is_in(is_heading) {
            self.begin_entry();
        }
        if self.is_preformatted {
            return self.lines(text, span);
        }
        let words = text.trim();
        let is_even = !words.contains("  ") && !words.contains(['\n', '\r', '\t', '\u{c}']);
        let start = span.start + text.len() - text.trim_start().len();
        let elements = &mut self.elements;
        if span.len() != text.len() {
            let text = text.replace(['\t', '\u{c}'], " ");
            elements.words(&text, span.clone());
        } else if is_even && !words.is_empty() {
            // The words alone are written as they are read.
            let (before, after) = text.split_once(words).unwrap_or_default();
            elements.words(&before.replace(['\t', '\u{c}'], " "), start..start);
            elements.words(words, start..start + words.len());
            elements.words(&after.replace(['\t', '\u{c}'], " "), span.end..span.end);
        } else {
            let text = text.replace(['\t', '\u{c}'], " ");
            elements.words(&text, start..start);
        }
        text.trim().is_empty()
    }

    /// Adds lines as they are.
    fn lines(&mut self, text: &str, span: &Range<usize>) -> bool {
        let mut start = span.start;
        for (index, line) in text.split('\n').enumerate() {
            if index > 0 {
                self.elements.builder.end_line(true);
            }
            if line.trim().is_empty() && index > 0 {
                self.elements.builder.flush();
            }
            let end = if span.is_empty() { start } else { start + line.len() };
            self.elements.builder.text(line, start..end);
            start = end + usize::from(!span.is_empty());
        }
        text.trim().is_empty()
    }

    pub(super) fn preformatted(&mut self, at: usize, tag: &Tag) {
        let outer = std::mem::replace(&mut self.is_preformatted, true);
        self.styled(at, tag, "pre");
        self.is_preformatted = outer;
    }
}
