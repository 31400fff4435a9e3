//! The text of a document as it was read, in which positions are counted, and blocks with such
//! positions.

use super::lines::Line;
use super::words::Span;
use crate::document::text::{Style, Text};
use crate::places::Places;
use std::sync::Arc;

/// The text so far.
#[derive(Default)]
pub(super) struct Transcript {
    length: usize,
    pub(super) places: Places,
    /// The page of the last line, and its number on that page.
    last: (usize, usize),
    addresses: Vec<Arc<str>>,
}

impl Transcript {
    pub(super) fn new(addresses: Vec<Arc<str>>) -> Self {
        Self { length: 1, addresses, ..Self::default() }
    }

    /// Returns the length of the text.
    pub(super) fn length(&self) -> usize {
        self.length
    }

    /// Says that a line of a page begins.
    pub(super) fn begin(&mut self, line: &Line) {
        let page = line.page + 1;
        let (before, number) = self.last;
        self.last = if before == page { (page, number + 1) } else { (page, 1) };
        self.places.begin(self.length, format!("page {page}, line {}", self.last.1));
    }

    /// Adds a text to another.
    pub(super) fn write(&mut self, text: &mut Text, span: &Span) {
        self.write_part(text, span, &span.text);
    }

    /// Adds a part of a piece.
    pub(super) fn write_part(&mut self, text: &mut Text, span: &Span, part: &str) {
        let place = self.length..self.length + part.len();
        self.length = place.end;
        let style = Style { strong: span.is_bold, emphasis: span.is_italic, ..Style::default() };
        let link = span.link.and_then(|link| self.addresses.get(link)).cloned();
        text.push(part, style, link.as_ref(), place);
    }

    /// Ends a line.
    pub(super) fn end(&mut self) {
        self.length += 1;
    }
}
