//! Byte positions for a parser that counts characters.

use saphyr_parser::{Marker, Span};
use std::ops::Range;

/// Converts character positions into byte positions, continuing from the previous position.
pub(super) struct Places<'a> {
    pub(super) text: &'a str,
    pub(super) offset: usize,
    pub(super) at: (usize, usize),
}

impl Places<'_> {
    pub(super) fn span(&mut self, span: Span) -> Range<usize> {
        let start = self.byte(span.start);
        start..self.byte(span.end).max(start)
    }

    pub(super) fn byte(&mut self, marker: Marker) -> usize {
        let (mut chars, mut bytes) = self.at;
        if marker.index() < chars {
            // The parser looks only a little ahead, so going back takes few steps.
            let back = chars - marker.index();
            let before = self.text.get(..bytes).unwrap_or_default().chars().rev().take(back);
            bytes -= before.map(char::len_utf8).sum::<usize>();
            chars = marker.index();
        }
        let rest = self.text.get(bytes..).unwrap_or_default().chars().take(marker.index() - chars);
        for c in rest {
            chars += 1;
            bytes += c.len_utf8();
        }
        self.at = (chars, bytes);
        bytes + self.offset
    }

    /// The position of a tab that indents the line at a position or the next one, if the tab is the
    /// error.
    pub(super) fn tab(&self, at: usize) -> Option<usize> {
        let at = at.checked_sub(self.offset)?;
        let start = self.text.get(..at)?.rfind('\n').map_or(0, |newline| newline + 1);
        let mut line = start;
        for text in self.text.get(start..)?.split_inclusive('\n').take(2) {
            let blank = text.len() - text.trim_start_matches([' ', '\t']).len();
            if let Some(tab) = text.get(..blank)?.find('\t') {
                return Some(line + tab + self.offset);
            }
            line += text.len();
        }
        None
    }
}
