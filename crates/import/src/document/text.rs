//! The text of a block: pieces that have one style each, with their positions in the file.
//!
//! Markdown, plain text, Word and PDF all have such pieces, so nothing here knows about markup.
//! [`Text::markdown`] writes it where a profile has texts with markup, [`Text::plain`] elsewhere.

use super::outline::Line;
use crate::tree;
use perfil_source::Node;
use std::ops::Range;
use std::sync::Arc;

/// A wide gap in a line, which separates columns: several spaces, or a tab.
pub(super) const GAP: char = '\t';

/// How a piece of text is set.
#[expect(clippy::struct_excessive_bools, reason = "a text can have each of these styles")]
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Style {
    pub(super) strong: bool,
    pub(super) emphasis: bool,
    pub(super) strike: bool,
    pub(super) code: bool,
}

/// A piece of text in one style.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Run {
    pub(super) text: String,
    pub(super) style: Style,
    /// The address that it leads to.
    pub(super) link: Option<Arc<str>>,
    /// The address of the image that it describes.
    pub(super) image: Option<Arc<str>>,
    /// Its position in the file, in bytes.
    pub(super) span: Range<usize>,
}

/// A line of text, or several lines that were joined.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Text {
    pub(super) runs: Vec<Run>,
    /// Whether the line break after it has to be shown, unlike one that only keeps lines short.
    pub(super) is_broken: bool,
    /// Whether it is a cell of a table, which has no parts.
    pub(super) is_cell: bool,
    /// The parts of the head of an entry, if the format says which is what.
    pub(super) parts: Vec<(Part, Text)>,
}

/// What a part of the head of an entry is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    /// The organisation.
    Name,
    Position,
    /// What was studied.
    Degree,
    Place,
    Period,
    /// How long it took, as ISO 8601 writes it.
    Duration,
}

impl Text {
    /// Returns a text in one style.
    pub(super) fn of(text: &str, span: Range<usize>) -> Self {
        let mut it = Self::default();
        it.push(text, Style::default(), None, span);
        it
    }

    /// Adds a piece; pieces of the same style that follow each other become one.
    pub(super) fn push(
        &mut self,
        text: &str,
        style: Style,
        link: Option<&Arc<str>>,
        span: Range<usize>,
    ) {
        if text.is_empty() {
            return;
        }
        if let Some(last) = self.runs.last_mut()
            && last.style == style
            && last.link.as_ref() == link
            && last.image.is_none()
            && last.span.end == span.start
            && last.text.len() == last.span.len()
        {
            last.text.push_str(text);
            last.span.end = span.end;
            return;
        }
        let run = Run { text: text.to_owned(), style, link: link.cloned(), image: None, span };
        self.runs.push(run);
    }

    /// Adds another text after a separator.
    pub(super) fn append(&mut self, separator: &str, other: &Self) {
        let end = self.span().end;
        if !self.runs.is_empty() {
            let link = self.runs.last().and_then(|last| last.link.clone());
            let next = other.runs.first().and_then(|next| next.link.clone());
            let style = self.runs.last().map(|last| last.style);
            let same = style == other.runs.first().map(|next| next.style);
            let style = style.filter(|_| same).unwrap_or_default();
            let link = link.filter(|link| next.as_ref() == Some(link));
            let run = Run { text: separator.to_owned(), style, link, image: None, span: end..end };
            self.runs.push(run);
        }
        self.runs.extend(other.runs.iter().cloned());
        self.is_broken = other.is_broken;
    }

    /// Returns the characters alone.
    pub(super) fn plain(&self) -> String {
        self.runs.iter().map(|run| run.text.as_str()).collect()
    }

    pub(super) fn is_empty(&self) -> bool {
        self.runs.iter().all(|run| run.text.trim().is_empty() && run.image.is_none())
    }

    /// Whether it has more than space and images.
    fn has_text(&self) -> bool {
        self.runs.iter().any(|run| !is_blank(run))
    }

    /// Returns its position in the file.
    pub(super) fn span(&self) -> Range<usize> {
        let start = self.runs.first().map_or(0, |run| run.span.start);
        start..self.runs.last().map_or(start, |run| run.span.end.max(start))
    }

    /// Returns a part of it, by byte positions in [`Text::plain`], without space around it.
    pub(super) fn part(&self, range: Range<usize>) -> Self {
        let (is_broken, is_cell) = (self.is_broken, self.is_cell);
        let mut part = Self { is_broken, is_cell, ..Self::default() };
        let mut start = 0;
        for run in &self.runs {
            let end = start + run.text.len();
            let from = range.start.clamp(start, end) - start;
            let to = range.end.clamp(start, end) - start;
            start = end;
            let Some(text) = run.text.get(from..to).filter(|text| !text.is_empty()) else {
                continue;
            };
            let is_exact = run.text.len() == run.span.len();
            let exact = run.span.start + from..run.span.start + to;
            let span = if is_exact { exact } else { run.span.clone() };
            part.runs.push(Run { text: text.to_owned(), span, ..run.clone() });
        }
        part.trim();
        part
    }

    /// Removes space at both ends.
    fn trim(&mut self) {
        while let Some(first) = self.runs.first_mut() {
            let trimmed = first.text.trim_start();
            let cut = first.text.len() - trimmed.len();
            if trimmed.is_empty() && first.image.is_none() {
                self.runs.remove(0);
                continue;
            }
            if first.text.len() == first.span.len() {
                first.span.start += cut;
            }
            first.text.drain(..cut);
            break;
        }
        while let Some(last) = self.runs.last_mut() {
            let kept = last.text.trim_end().len();
            if kept == 0 && last.image.is_none() {
                self.runs.pop();
                continue;
            }
            if last.text.len() == last.span.len() {
                last.span.end -= last.text.len() - kept;
            }
            last.text.truncate(kept);
            break;
        }
    }

    /// Returns it without space at both ends.
    pub(super) fn trimmed(mut self) -> Self {
        self.trim();
        self
    }

    /// Returns its parts between wide gaps.
    pub(super) fn cells(&self) -> Vec<Self> {
        let mut start = 0;
        let mut cells = Vec::new();
        for part in self.plain().split(GAP) {
            cells.push(self.part(start..start + part.len()));
            start += part.len() + GAP.len_utf8();
        }
        cells
    }

    /// Returns it with single spaces for its wide gaps.
    pub(super) fn spaced(&self) -> Self {
        let mut all = Self::default();
        self.cells().iter().for_each(|part| all.append(" ", part));
        all
    }

    /// Returns the parts before and after a range of [`Text::plain`].
    pub(super) fn without(&self, range: Range<usize>) -> (Self, Self) {
        let end = self.runs.iter().map(|run| run.text.len()).sum();
        (self.part(0..range.start), self.part(range.end..end))
    }

    /// Returns the length in bytes of the strong text that it begins with.
    pub(super) fn strong_start(&self) -> usize {
        let strong = self.runs.iter().take_while(|run| run.style.strong || is_blank(run));
        strong.map(|run| run.text.len()).sum()
    }

    /// Whether all of it is strong.
    pub(super) fn is_strong(&self) -> bool {
        self.has_text() && self.runs.iter().all(|run| run.style.strong || is_blank(run))
    }

    /// Whether all of it is emphasized, or code.
    pub(super) fn is_emphasized(&self) -> bool {
        let is_set = |run: &Run| run.style.emphasis || run.style.code || run.style.strong;
        self.has_text() && self.runs.iter().all(|run| is_set(run) || is_blank(run))
    }

    /// Returns its links, each with its text.
    pub(super) fn links(&self) -> Vec<(Arc<str>, Self)> {
        let mut links: Vec<(Arc<str>, Self)> = Vec::new();
        let mut before: Option<&Arc<str>> = None;
        for run in &self.runs {
            if let Some(link) = &run.link {
                if let Some((_, text)) =
                    links.last_mut().filter(|_| before.is_some_and(|it| Arc::ptr_eq(it, link)))
                {
                    text.runs.push(run.clone());
                } else {
                    let text = Self { runs: vec![run.clone()], ..Self::default() };
                    links.push((link.clone(), text));
                }
            }
            before = run.link.as_ref();
        }
        links
    }

    /// Returns it as a text without markup.
    pub(super) fn plain_node(&self) -> Node {
        let plain = self.plain();
        let words: Vec<&str> = plain.split_whitespace().collect();
        tree::text(words.join(" "), self.span())
    }

    /// Returns it as Markdown.
    pub(super) fn line(&self) -> Line {
        Line { text: super::written::markdown(self), span: self.span() }
    }

    /// Returns its characters and its position.
    pub(super) fn plain_line(&self) -> Line {
        Line { text: self.plain(), span: self.span() }
    }

    /// Returns it as a text in Markdown.
    pub(super) fn node(&self) -> Node {
        tree::text(super::written::markdown(self), self.span())
    }
}

fn is_blank(run: &Run) -> bool {
    run.text.trim().is_empty()
}

/// Joins the lines of a paragraph; only breaks that have to be shown are kept.
pub(super) fn joined(lines: &[Text]) -> Text {
    let mut whole = Text::default();
    let mut separator = "";
    for line in lines {
        whole.append(separator, line);
        let is_dense = line.plain().chars().next_back().is_some_and(perfil_text::is_spaceless);
        separator = match (line.is_broken, is_dense) {
            (true, _) => "\n",
            (false, true) => "",
            (false, false) => " ",
        };
    }
    whole.is_broken = false;
    whole
}
