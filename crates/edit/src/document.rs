//! A file that is being edited.

use crate::Format;
use crate::layout::{self, Kind, Layout, Part};
use crate::lines;
use crate::style::Style;
use perfil_source::{Node, Problem};
use std::ops::Range;

/// A file that is being edited.
pub(crate) struct Document<'a> {
    pub(crate) text: &'a str,
    pub(crate) layout: Layout<'a>,
    pub(crate) style: Style,
}

/// Parses a text of either format.
pub(crate) fn parse(text: &str, format: Format) -> Result<Node, Problem> {
    match format {
        Format::Json => perfil_source::parse(text.as_bytes()),
        Format::Yaml => perfil_source::parse_yaml(text.as_bytes()),
    }
}

impl<'a> Document<'a> {
    pub(crate) fn new(text: &'a str, node: &'a Node, format: Format) -> Result<Self, Problem> {
        let is_yaml = format == Format::Yaml;
        let layout = layout::layout(text, node, is_yaml).ok_or_else(|| {
            let message = "the file is written in a way that cannot be edited here";
            Problem::error(Some(node.span.clone()), message, "Edit its text.")
        })?;
        let style = Style::of(text, &layout, is_yaml);
        Ok(Self { text, layout, style })
    }

    /// Whether the last value is a text in lines below `|` that ends with a line break, while the
    /// file has none at its end: readers disagree on how that text ends.
    pub(crate) fn ends_in_lines(&self) -> bool {
        let mut last = &self.layout.root;
        while let Some(entry) = last.entries.last() {
            last = &entry.value;
        }
        last.kind == Kind::Block
            && last.node.as_str().is_some_and(|text| text.ends_with('\n'))
            && !self.slice(last.end, self.text.len()).contains('\n')
    }

    pub(crate) fn slice(&self, from: usize, to: usize) -> &'a str {
        self.text.get(from..to).unwrap_or_default()
    }

    /// Returns an error if a value is repeated elsewhere: a change of it would be in both places.
    pub(crate) fn refuse_repeated(&self, part: &Part) -> Result<(), Problem> {
        let Some(anchor) = part.anchor.clone() else { return Ok(()) };
        let Some((name, line)) = self.alias_of(&anchor, 0..0) else { return Ok(()) };
        let message = format!(
            "the value is repeated in line {line} by the alias *{name}, so a change would be in \
             both places"
        );
        let remedy = format!("Write the value itself in line {line} first.");
        Err(Problem::error(Some(part.start..part.content), message, remedy))
    }

    /// Returns an error if something inside a value is repeated outside of it, so that the value
    /// cannot go.
    pub(crate) fn refuse_needed(&self, part: &Part) -> Result<(), Problem> {
        let inside = part.start..part.end;
        let mut anchors = self.layout.anchors.iter().filter(|it| inside.contains(&it.start));
        let alias = anchors.find_map(|anchor| self.alias_of(anchor, inside.clone()));
        let Some((name, line)) = alias else { return Ok(()) };
        let message = format!("the value has a part that line {line} repeats by the alias *{name}");
        let remedy = format!("Write that part itself in line {line} first.");
        Err(Problem::error(Some(inside), message, remedy))
    }

    /// The name of an anchor, and the line of an alias of it that is not within a range.
    fn alias_of(&self, anchor: &Range<usize>, outside: Range<usize>) -> Option<(&'a str, usize)> {
        let name = self.slice(anchor.start, anchor.end);
        let is_same = |other: &&Range<usize>| self.slice(other.start, other.end) == name;
        let next = self.layout.anchors.iter().filter(is_same).map(|other| other.start);
        let next = next.filter(|start| *start > anchor.start).min().unwrap_or(usize::MAX);
        let mut aliases = self.layout.aliases.iter().filter(is_same);
        let alias = aliases.find(|alias| {
            (anchor.end..next).contains(&alias.start) && !outside.contains(&alias.start)
        })?;
        Some((name, self.slice(0, alias.start).matches('\n').count() + 1))
    }

    /// Where the comment lines directly above a place start, at the earliest after `from`; the start
    /// of its own line if there are none. Comments to the right of `column` belong to what is before.
    pub(crate) fn lead_start(&self, at: usize, from: usize, column: usize) -> usize {
        let mut start = lines::start(self.text, at);
        if !self.style.is_yaml {
            return start;
        }
        while start > from {
            let above = lines::start(self.text, start.saturating_sub(1));
            let line = lines::line(self.text, above);
            let indent = line.len() - line.trim_start().len();
            if above < from || above == start || !lines::is_comment(line) || indent > column {
                break;
            }
            start = above;
        }
        start
    }

    /// The end of the comment that follows a place in its line; the place itself if there is none.
    pub(crate) fn comment_end(&self, at: usize) -> usize {
        let after = lines::skip_blanks(self.text, at);
        if self.style.is_yaml && self.slice(after, after + 1) == "#" {
            return lines::end(self.text, after);
        }
        at
    }
}
