//! Separates the pieces of lines that only style sheets separate, and adds what only programs are
//! told.

use super::Walk;
use crate::document::markup::Tag;
use crate::document::text::GAP;
use crate::document::vocabulary::{self, Kind};
use crate::document::web_page::order::has_year;
use crate::document::web_page::tree::INLINE;

impl Walk<'_> {
    /// Adds the space between two elements that no space separates, unless a word goes on.
    pub(super) fn space_before(&mut self, before: usize, at: usize) {
        let text = self.tree.text(at);
        let Some((last, next)) = self.elements.builder.last().zip(text.chars().next()) else {
            return;
        };
        let class = |at: usize| self.tree.tag(at).and_then(|tag| tag.attribute("class"));
        // Programs name the classes of the pieces of a text with numbers.
        let is_numbered = |name: &str| name.chars().any(|c| c.is_ascii_digit());
        let is_text = class(before).is_some_and(is_numbered) && class(at).is_some_and(is_numbered);
        let is_same = class(before).is_some() && class(before) == class(at);
        let is_end = last.is_alphanumeric() || last == ')';
        let is_word = next.is_alphanumeric() || matches!(next, '+' | '(' | '@');
        let is_begin =
            next.is_numeric() && !last.is_numeric() || next.is_uppercase() || next == '+';
        let is_address = text.contains('@') || self.tree.text(before).contains('@');
        let is_other = is_begin && !last.is_uppercase();
        if is_end && is_word && !is_text && (is_same || is_other || is_address) {
            self.elements.builder.text("\t", 0..0);
        }
    }

    /// Whether an element has nothing but pieces of a line, of which one is a date.
    pub(super) fn is_dated_row(&self, at: usize) -> bool {
        let mut count = 0;
        let mut is_dated = false;
        for child in self.tree.children(at) {
            match self.tree.tag(child) {
                Some(tag) if matches!(tag.name.as_str(), "span" | "time" | "small") => {
                    count += 1;
                    is_dated |= tag.name == "time" || has_year(&self.tree.text(child));
                }
                None if self.chrome.words(child).0 == 0 => {}
                Some(tag) if !INLINE.contains(&tag.name.as_str()) => {}
                _ => return false,
            }
        }
        count > 1 && is_dated
    }

    /// Adds the gap between two pieces of a line.
    pub(super) fn gap_before(&mut self) {
        if self.elements.builder.last().is_some_and(|last| last != GAP) {
            self.elements.builder.text("\t", 0..0);
        }
    }

    /// Adds the comma between two names that are set apart from each other.
    pub(super) fn comma_before(&mut self, at: usize) {
        let builder = &mut self.elements.builder;
        let is_first = builder.last().is_none();
        if !is_first && self.chrome.words(at).0 > 0 && !self.chrome.is_left_out(at) {
            builder.text(", ", 0..0);
        }
    }

    /// Separates what follows the name in the title of a page.
    pub(super) fn part_of_title(&mut self, at: usize, name: &str) {
        let title = self.tree.around(at).find(|outer| self.tree.name(*outer) == "h1");
        let before = title.map(|title| self.tree.text_until(title, at)).unwrap_or_default();
        let is_name = before.split_whitespace().count() > 1;
        let is_other = match name {
            "span" => vocabulary::has(&self.tree.text(at), Kind::Job),
            _ => true,
        };
        if is_name && is_other && self.elements.builder.last().is_some_and(|c| c != GAP) {
            self.elements.builder.text("\t", 0..0);
        } else if name == "br" && !self.elements.builder.is_spaced() {
            self.elements.builder.text(" ", 0..0);
        }
    }

    /// Adds the date of an element whose text has none.
    pub(super) fn date(&mut self, at: usize, tag: &Tag) -> bool {
        let stated = tag.attribute("datetime").unwrap_or_default().trim();
        let day: String = stated.chars().take_while(|c| c.is_ascii_digit() || *c == '-').collect();
        let text = self.tree.text(at);
        let digits = text.chars().filter(|c| c.is_numeric()).count();
        let is_date = day.len() >= 4 && !stated.starts_with('P');
        if !is_date || digits >= 4 || (!text.is_empty() && crate::dates::is_now(&text)) {
            return false;
        }
        let words = text.split_whitespace().count();
        if words > 3 {
            self.children(at);
            self.elements.builder.text(" ", tag.span.clone());
        }
        self.elements.builder.text(&day, tag.span.clone());
        true
    }
}
