//! Finds the ends of texts that have quotation marks or lines of their own.

use super::Part;
use super::builder::Builder;
use crate::lines;

impl Builder<'_> {
    /// The place after the quotation mark that closes a text.
    pub(super) fn quoted_end(&self, start: usize) -> Option<usize> {
        let quote = self.byte(start);
        let mut at = start + 1;
        while at < self.text.len() {
            match self.byte(at) {
                b'\\' if quote == b'"' => at += 2,
                byte if byte == quote && quote == b'\'' && self.byte(at + 1) == quote => at += 2,
                byte if byte == quote => return Some(at + 1),
                _ => at += 1,
            }
        }
        None
    }

    /// Finds the end of a text in lines: that of its last line, or of the empty lines that it keeps.
    pub(super) fn block_text(&self, part: &mut Part) {
        let header = self.text.get(part.content + 1..).unwrap_or_default();
        let length = header.len()
            - header
                .trim_start_matches(['+', '-'])
                .trim_start_matches(|c: char| c.is_ascii_digit())
                .trim_start_matches(['+', '-'])
                .len();
        part.header_end = part.content + 1 + length;
        let keeps = header.get(..length).unwrap_or_default().contains('+');
        let body_start = lines::end(self.text, part.header_end);
        let mut body = self.text.get(body_start..part.node.span.end).unwrap_or_default();
        while let Some((before, last)) = body.rsplit_once('\n') {
            if !lines::is_blank(last) {
                break;
            }
            body = before.strip_suffix('\r').unwrap_or(before);
            if keeps {
                break;
            }
        }
        let is_only_line = body.is_empty();
        // The tree has the place of the first letter, or that of an anchor before the mark.
        part.body_column = if part.node.span.start > part.header_end {
            lines::column(self.text, part.node.span.start)
        } else {
            let first = body.lines().find(|line| !lines::is_blank(line)).unwrap_or_default();
            first.len() - first.trim_start_matches(' ').len()
        };
        part.end = if is_only_line { part.header_end } else { body_start + body.len() };
    }
}
