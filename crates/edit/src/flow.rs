//! Members and elements between braces or brackets, with commas: all of JSON, and parts of YAML.

use crate::document::Document;
use crate::layout::{Entry, Part};
use crate::render::Level;
use crate::{Change, lines};
use std::ops::Range;

/// An object in braces, or a list in brackets.
pub(crate) struct Flow<'a, 'b> {
    document: &'a Document<'b>,
    part: &'a Part<'b>,
}

impl<'a, 'b> Flow<'a, 'b> {
    pub(crate) fn new(document: &'a Document<'b>, part: &'a Part<'b>) -> Self {
        Self { document, part }
    }

    fn entry(&self, index: usize) -> Option<&'a Entry<'b>> {
        self.part.entries.get(index)
    }

    /// Where the comma after an entry is, if there is one.
    fn comma(&self, index: usize) -> Option<usize> {
        let end = self.entry(index)?.end();
        let limit = self.entry(index + 1).map_or(self.part.end, |next| next.start);
        let mut at = end;
        loop {
            let rest = self.document.slice(at, limit);
            at += rest.len() - rest.trim_start().len();
            match self.document.slice(at, at + 1) {
                "#" => at = lines::end(self.document.text, at),
                "," => return Some(at),
                _ => return None,
            }
        }
    }

    /// Where the comma after an entry is, if it is on the line where the entry ends.
    fn comma_in_line(&self, index: usize) -> Option<usize> {
        let (end, comma) = (self.entry(index)?.end(), self.comma(index)?);
        (!self.document.slice(end, comma).contains('\n')).then_some(comma)
    }

    /// Whether the entries have lines of their own.
    fn is_tall(&self) -> bool {
        let first = self.entry(0).map_or(self.part.content, |entry| entry.start);
        self.document.slice(self.part.content, first).contains('\n')
    }

    fn has_comment(&self, from: usize, to: usize) -> bool {
        self.document.style.is_yaml && self.document.slice(from, to).contains('#')
    }

    /// How a new entry is written: by the indentation of the others.
    pub(crate) fn level(&self) -> Level<'b> {
        let at = match self.entry(0) {
            Some(first) if self.is_tall() => first.start,
            _ => self.part.content,
        };
        let indent = lines::indentation(self.document.text, at);
        Level { indent, may_be_tall: self.is_tall(), is_root: false }
    }

    /// What separates two entries, from the end of one to the start of the other.
    fn separator(&self, index: usize) -> String {
        let style = &self.document.style;
        let pair =
            index.checked_sub(1).and_then(|before| self.entry(before)).zip(self.entry(index));
        if let Some((before, after)) = pair {
            let (from, to) = (before.end(), after.start);
            if !self.has_comment(from, to) {
                return self.document.slice(from, to).to_owned();
            }
        }
        if self.is_tall() {
            return [",", style.line_ending, self.level().indent].concat();
        }
        style.comma.to_owned()
    }

    /// Adds an entry before the one with this index, or at the end.
    pub(crate) fn insert(&self, index: usize, entry: &str) -> Vec<Change> {
        let count = self.part.entries.len();
        let (Some(first), Some(last)) = (self.entry(0), self.entry(count.wrapping_sub(1))) else {
            let at = self.part.content + 1;
            let space = if self.has_comment(at, self.part.end) { " " } else { "" };
            return vec![insertion(at, [entry, space].concat())];
        };
        if index >= count {
            return self.append(entry, last);
        }
        let separator = self.separator(index.max(1).min(count - 1));
        let before = index.checked_sub(1).and_then(|before| self.entry(before));
        let from = before.map_or(self.part.content + 1, Entry::end);
        let at = self.entry(index).map_or(first.start, |next| next.start);
        if !self.has_comment(from, at) {
            return vec![match before {
                Some(_) => insertion(from, [&separator, entry].concat()),
                None => insertion(at, [entry, &separator].concat()),
            }];
        }
        let start = lines::skip_blanks(self.document.text, self.lead_start(index));
        vec![insertion(
            start,
            [entry, ",", self.document.style.line_ending, self.level().indent].concat(),
        )]
    }

    fn append(&self, entry: &str, last: &Entry) -> Vec<Change> {
        let index = self.part.entries.len() - 1;
        let separator = self.separator(index);
        let Some(comma) = self.comma(index) else {
            let end = self.document.comment_end(last.end());
            if end == last.end() {
                return vec![insertion(end, [&separator, entry].concat())];
            }
            let line = [self.document.style.line_ending, self.level().indent, entry].concat();
            return vec![insertion(last.end(), ",".to_owned()), insertion(end, line)];
        };
        let end = self.document.comment_end(comma + 1);
        let gap = separator.trim_start().trim_start_matches(',');
        let gap = if gap.is_empty() { " " } else { gap };
        vec![insertion(end, [gap, entry, ","].concat())]
    }

    /// Where the line of an entry starts, or the first of the comment lines above it.
    fn lead_start(&self, index: usize) -> usize {
        let Some(entry) = self.entry(index) else { return self.part.end };
        let before = index.checked_sub(1).and_then(|before| self.entry(before));
        let from = before.map_or(self.part.content, Entry::end);
        // Looking for the start of the line would be slow in a file of one line.
        let gap = self.document.slice(from, entry.start).trim_end_matches([' ', '\t']);
        if !gap.ends_with('\n') {
            return entry.start;
        }
        let from = lines::next(self.document.text, from).unwrap_or(from);
        self.document.lead_start(entry.start, from, usize::MAX)
    }

    /// The end of an entry with its comma and the comment after it.
    fn trail_end(&self, index: usize) -> usize {
        let Some(entry) = self.entry(index) else { return self.part.end };
        let end = entry.end();
        self.document.comment_end(self.comma_in_line(index).map_or(end, |comma| comma + 1))
    }

    /// Removes an entry.
    pub(crate) fn remove(&self, index: usize) -> Vec<Change> {
        let Some(entry) = self.entry(index) else { return Vec::new() };
        let (before, after) =
            (index.checked_sub(1).and_then(|before| self.entry(before)), self.entry(index + 1));
        let from = before.map_or(self.part.content + 1, Entry::end);
        let to = after.map_or(self.part.end - 1, |next| next.start);
        if !self.has_comment(from, entry.start) && !self.has_comment(entry.end(), to) {
            let range = match (before, after) {
                (None, None) => from..to,
                (_, Some(next)) => entry.start..next.start,
                (Some(_), None) => from..entry.end(),
            };
            return vec![Change { range, text: String::new() }];
        }
        self.remove_with_comments(index, entry)
    }

    fn remove_with_comments(&self, index: usize, entry: &Entry) -> Vec<Change> {
        let text = self.document.text;
        let (mut start, mut end) = (self.lead_start(index), self.trail_end(index));
        let line_end = lines::end(text, end);
        let has_lines = lines::is_first(text, entry.start)
            && lines::is_blank(self.document.slice(end, line_end));
        if has_lines {
            start = lines::start(text, start);
            end = lines::next(text, end).unwrap_or(line_end);
        } else {
            start = entry.start;
            end = lines::skip_blanks(text, end);
        }
        let own = Change { range: start..end, text: String::new() };
        let is_last = self.entry(index + 1).is_none() && self.comma(index).is_none();
        let comma = index.checked_sub(1).filter(|_| is_last).and_then(|before| self.comma(before));
        let comma = comma.filter(|comma| *comma < start);
        let comma = comma.map(|at| Change { range: at..at + 1, text: String::new() });
        comma.into_iter().chain([own]).collect()
    }

    /// Moves an element, with its comments.
    pub(crate) fn reorder(&self, from: usize, to: usize) -> Vec<Change> {
        let (low, high) = (from.min(to), from.max(to));
        let slots: Vec<Slot> = (low..=high).filter_map(|index| self.slot(index)).collect();
        let mut order: Vec<usize> = (0..slots.len()).collect();
        let moved = order.remove(from - low);
        order.insert(to - low, moved);
        let start = slots.first().map_or(0, |slot| slot.lead.start);
        let (mut written, mut at) = (String::new(), start);
        let slice = |range: &Range<usize>| self.document.slice(range.start, range.end);
        for (slot, index) in slots.iter().zip(order) {
            let Some(entry) = slots.get(index) else { continue };
            written.push_str(self.document.slice(at, slot.lead.start));
            written.extend([slice(&entry.lead), slice(&entry.body)]);
            let comma = slice(&slot.comma);
            let has_comment = !entry.trail.is_empty();
            written.push_str(if has_comment { comma } else { comma.trim_end() });
            if has_comment && !comma.ends_with([' ', '\t']) {
                written.push(' ');
            }
            written.push_str(slice(&entry.trail));
            at = slot.trail.end;
        }
        vec![Change { range: start..at, text: written }]
    }

    fn slot(&self, index: usize) -> Option<Slot> {
        let entry = self.entry(index)?;
        let lead = lines::skip_blanks(self.document.text, self.lead_start(index)).min(entry.start);
        let end = entry.end();
        let comma_end = self.comma_in_line(index).map_or(end, |comma| comma + 1);
        let trail_end = self.document.comment_end(comma_end);
        let trail_start = if trail_end > comma_end {
            lines::skip_blanks(self.document.text, comma_end)
        } else {
            comma_end
        };
        Some(Slot {
            lead: lead..entry.start,
            body: entry.start..end,
            comma: end..trail_start,
            trail: trail_start..trail_end,
        })
    }
}

/// The place of an entry: the comments above it, the entry, its comma, and the comment after it.
struct Slot {
    lead: Range<usize>,
    body: Range<usize>,
    comma: Range<usize>,
    trail: Range<usize>,
}

fn insertion(at: usize, text: String) -> Change {
    Change { range: at..at, text }
}
