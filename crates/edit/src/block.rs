//! Members and elements that have lines of their own, as YAML has them.

use crate::document::Document;
use crate::layout::{Kind, Part};
use crate::render::indented;
use crate::{Change, lines};

/// The members of an object or the elements of a list, one below the other.
pub(crate) struct Block<'a, 'b> {
    document: &'a Document<'b>,
    part: &'a Part<'b>,
    /// Where all of them start in their lines.
    column: usize,
}

impl<'a, 'b> Block<'a, 'b> {
    pub(crate) fn new(document: &'a Document<'b>, part: &'a Part<'b>) -> Self {
        let first = part.entries.first().map_or(part.content, |entry| entry.start);
        Self { document, part, column: lines::column(document.text, first) }
    }

    /// The end of an entry with the comments that belong to it: the one in its last line, and those
    /// below that are further to the right than the entry.
    pub(crate) fn end(&self, index: usize) -> usize {
        let text = self.document.text;
        let Some(entry) = self.part.entries.get(index) else { return self.part.end };
        let mut end = lines::end(text, entry.end());
        let mut at = end;
        while let Some(next) = lines::next(text, at) {
            let line = lines::line(text, next);
            let indent = line.len() - line.trim_start_matches(' ').len();
            if lines::is_comment(line) && indent > self.column {
                end = next + line.len();
            } else if !lines::is_blank(line) {
                break;
            }
            at = next;
        }
        end
    }

    /// Whether an entry is the first one in the line of the dash that all of them are below.
    fn is_compact(&self, index: usize) -> bool {
        let entry = self.part.entries.get(index);
        entry.is_some_and(|entry| !lines::is_first(self.document.text, entry.start))
    }

    /// Where an entry starts with the comment lines above it, after the indentation.
    fn start(&self, index: usize) -> usize {
        let text = self.document.text;
        let Some(entry) = self.part.entries.get(index) else { return self.part.end };
        if self.is_compact(index) {
            return entry.start;
        }
        let from = match index.checked_sub(1) {
            Some(before) => lines::next(text, self.end(before)),
            None if self.part.kind == Kind::BlockMap => Some(self.head_end(entry.start)),
            None => None,
        };
        let column = if index == 0 { usize::MAX } else { self.column };
        let start = self.document.lead_start(entry.start, from.unwrap_or_default(), column);
        if start == lines::start(text, entry.start) {
            return entry.start;
        }
        lines::skip_blanks(text, start)
    }

    /// The start of the first line of an entry that has lines of its own.
    pub(crate) fn line(&self, index: usize) -> usize {
        let line = lines::start(self.document.text, self.start(index));
        let mark = "\u{feff}".len();
        if self.document.slice(line, line + mark) == "\u{feff}" { line + mark } else { line }
    }

    /// The end of the comment that a file starts with, which is about the file and not about the
    /// key below it.
    fn head_end(&self, entry: usize) -> usize {
        let text = self.document.text;
        let mut at = 0;
        while at < entry {
            let line = lines::line(text, at);
            if !lines::is_comment(line) {
                break;
            }
            let Some(next) = lines::next(text, at) else { break };
            at = next;
        }
        at
    }

    /// The number of empty lines between an entry and the one before it.
    fn blank_lines(&self, index: usize) -> usize {
        let Some(before) = index.checked_sub(1) else { return 0 };
        let gap = self.document.slice(self.end(before), self.start(index));
        let lines: Vec<&str> = gap.split('\n').collect();
        lines.iter().skip(1).rev().skip(1).filter(|line| lines::is_blank(line)).count()
    }

    /// Adds an entry before the one with this index, or at the end.
    pub(crate) fn insert(&self, index: usize, entry: Vec<String>) -> Vec<Change> {
        let style = &self.document.style;
        let count = self.part.entries.len();
        let indent = " ".repeat(self.column);
        let entry = indented(entry, &indent).join(style.line_ending);
        let gaps = (1..count).map(|index| self.blank_lines(index)).min().unwrap_or_default();
        let gap = style.line_ending.repeat(1 + gaps);
        let change = if let Some(before) = index.checked_sub(1) {
            let at = self.end(before);
            Change { range: at..at, text: [gap, entry].concat() }
        } else if self.is_compact(0) {
            let at = self.start(0);
            let entry = entry.trim_start_matches(' ');
            Change { range: at..at, text: [entry, &gap, &indent].concat() }
        } else {
            let at = self.line(0);
            Change { range: at..at, text: [entry, gap].concat() }
        };
        vec![change]
    }

    /// Removes an entry that is not the only one.
    pub(crate) fn remove(&self, index: usize) -> Vec<Change> {
        let text = self.document.text;
        let (start, end) = (self.start(index), self.end(index));
        let is_last = index + 1 == self.part.entries.len();
        if self.is_compact(index) {
            return vec![deletion(start, self.start(index + 1))];
        }
        let mut first = self.line(index);
        let Some(mut next) = lines::next(text, end) else {
            // The file has no line ending at its end, and stays so.
            let above = lines::start(text, self.blanks_before(first).saturating_sub(1));
            return vec![deletion(lines::end(text, above), end)];
        };
        let is_blank_after = next == text.len() || lines::is_blank(lines::line(text, next));
        if index == 0 {
            while next < text.len() && lines::is_blank(lines::line(text, next)) {
                let Some(after) = lines::next(text, next) else { break };
                next = after;
            }
        } else if is_last || is_blank_after {
            first = self.blanks_before(first);
        }
        vec![deletion(first, next)]
    }

    /// The start of the empty lines before a line.
    fn blanks_before(&self, mut line: usize) -> usize {
        let text = self.document.text;
        while line > 0 {
            let above = lines::start(text, line - 1);
            if !lines::is_blank(lines::line(text, above)) {
                break;
            }
            line = above;
        }
        line
    }

    /// Moves an element, with its comments.
    pub(crate) fn reorder(&self, from: usize, to: usize) -> Vec<Change> {
        let (low, high) = (from.min(to), from.max(to));
        let indent = " ".repeat(self.column);
        let slots: Vec<(bool, usize, usize)> = (low..=high)
            .map(|index| {
                let is_compact = self.is_compact(index);
                let start = if is_compact { self.start(index) } else { self.line(index) };
                (is_compact, start, self.end(index))
            })
            .collect();
        let mut order: Vec<usize> = (0..slots.len()).collect();
        let moved = order.remove(from - low);
        order.insert(to - low, moved);
        let first = slots.first().map_or(0, |(_, start, _)| *start);
        let (mut written, mut at) = (String::new(), first);
        for ((is_compact, start, end), index) in slots.iter().zip(order) {
            written.push_str(self.document.slice(at, *start));
            if let Some((was_compact, from, to)) = slots.get(index) {
                let entry = self.document.slice(*from, *to);
                match (was_compact, is_compact) {
                    (false, true) => written.push_str(entry.trim_start_matches(' ')),
                    (true, false) => written.extend([&indent, entry]),
                    _ => written.push_str(entry),
                }
            }
            at = *end;
        }
        vec![Change { range: first..at, text: written }]
    }
}

fn deletion(from: usize, to: usize) -> Change {
    Change { range: from..to.max(from), text: String::new() }
}
