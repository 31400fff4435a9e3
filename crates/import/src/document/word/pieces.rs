//! The pieces of a document as they are written: paragraphs with their looks, tables and text boxes.

use super::super::text::Style;
use super::styles::Role;
use std::collections::BTreeMap;
use std::sync::Arc;

/// A piece of a document.
#[derive(Debug)]
pub(super) enum Piece {
    Paragraph(Paragraph),
    Table(Table),
    /// What is beside the text.
    TextBox(Vec<Piece>),
}

/// Some text in one style.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Span {
    pub(super) text: String,
    pub(super) style: Style,
    pub(super) link: Option<Arc<str>>,
    /// Whether it describes a picture.
    pub(super) is_picture: bool,
}

/// A paragraph, line by line.
#[derive(Clone, Debug, Default)]
pub(super) struct Paragraph {
    /// How many paragraphs were read before it.
    pub(super) number: usize,
    pub(super) lines: Vec<Vec<Span>>,
    /// Whether an empty paragraph is above it.
    pub(super) is_apart: bool,
    pub(super) look: Look,
    pub(super) role: Role,
    /// Its level in the outline, from 1, as its style or it itself states it.
    pub(super) outline: Option<u8>,
    /// Its level as a heading, from 1.
    pub(super) level: Option<u8>,
    /// Whether it is the name of the person.
    pub(super) is_name: bool,
    pub(super) list: Option<Item>,
    /// The schemes of its links that are not safe to publish.
    pub(super) unsafe_links: Vec<String>,
    /// Whether the next paragraph continues it, because the mark between them was deleted.
    pub(super) is_open: bool,
    /// Whether it is in the header or the footer of pages.
    pub(super) margin: Option<Margin>,
}

/// Where text is that is repeated on pages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Margin {
    Header,
    Footer,
    Note,
}

/// An item of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Item {
    /// The identifier of its list.
    pub(super) list: String,
    /// Its level, from 0.
    pub(super) level: u8,
    /// The number of the first item, if it has numbers.
    pub(super) start: Option<u64>,
}

/// What a paragraph looks like.
#[expect(clippy::struct_excessive_bools, reason = "a paragraph can have each of these looks")]
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub(super) struct Look {
    pub(super) style: String,
    /// The size of most of its letters, in half points.
    pub(super) size: u32,
    pub(super) is_strong: bool,
    pub(super) is_emphasized: bool,
    pub(super) is_capital: bool,
    pub(super) is_underlined: bool,
    pub(super) has_rule: bool,
    pub(super) is_shaded: bool,
    pub(super) is_centered: bool,
    pub(super) color: String,
}

/// A table.
#[derive(Debug, Default)]
pub(super) struct Table {
    pub(super) rows: Vec<Row>,
}

/// A row of a table.
#[derive(Debug, Default)]
pub(super) struct Row {
    pub(super) cells: Vec<Cell>,
    /// Whether it is repeated above the rows on each page.
    pub(super) is_head: bool,
}

/// A cell of a table.
#[derive(Debug, Default)]
pub(super) struct Cell {
    /// How many columns it covers.
    pub(super) columns: usize,
    pub(super) pieces: Vec<Piece>,
}

/// How many letters of a paragraph have each look.
#[derive(Debug, Default)]
pub(super) struct Letters {
    pub(super) all: usize,
    pub(super) strong: usize,
    pub(super) emphasized: usize,
    pub(super) capital: usize,
    pub(super) alphabetic: usize,
    pub(super) underlined: usize,
    pub(super) sizes: BTreeMap<u32, usize>,
    pub(super) colors: BTreeMap<String, usize>,
}

impl Letters {
    /// Gives a paragraph the look that all of its letters have, or else most of them.
    pub(super) fn describe(self, look: &mut Look) {
        let all = self.all;
        let is_whole = |count: usize| all > 0 && count == all;
        look.is_strong = is_whole(self.strong);
        look.is_emphasized = is_whole(self.emphasized);
        look.is_capital = is_whole(self.capital) && self.alphabetic > 1;
        look.is_underlined = is_whole(self.underlined);
        let largest = self.sizes.into_iter().max_by_key(|(_, count)| *count);
        look.size = largest.map(|(size, _)| size).unwrap_or_default();
        let color = self.colors.into_iter().max_by_key(|(_, count)| *count);
        look.color = color.map(|(color, _)| color).unwrap_or_default();
    }
}

impl Paragraph {
    /// Returns a line without its styles.
    pub(super) fn line(&self, at: usize) -> String {
        self.lines.get(at).map(|line| plain(line)).unwrap_or_default()
    }

    /// Returns all lines without their styles.
    pub(super) fn plain(&self) -> String {
        let lines: Vec<String> = self.lines.iter().map(|line| plain(line)).collect();
        lines.join("\n").trim().to_owned()
    }

    /// Removes space at the end of the last line.
    pub(super) fn trim_end(&mut self) {
        let Some(line) = self.lines.last_mut() else { return };
        while line.pop_if(|last| last.text.trim().is_empty()).is_some() {}
        if let Some(last) = line.last_mut() {
            last.text.truncate(last.text.trim_end().len());
        }
    }

    /// Removes space at the start of the first line.
    pub(super) fn trim_start(&mut self) {
        let Some(line) = self.lines.first_mut() else { return };
        for span in line {
            let kept = span.text.trim_start().len();
            span.text.drain(..span.text.len() - kept);
            if !span.text.is_empty() {
                break;
            }
        }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.lines.iter().flatten().all(|span| span.text.trim().is_empty())
    }
}

/// Removes the line that somebody has drawn with underscores beside a heading.
pub(super) fn without_rule(line: &mut Vec<Span>) {
    let is_drawn = |text: &str| text.ends_with("____");
    if !line.last().is_some_and(|last| is_drawn(last.text.trim_end())) {
        return;
    }
    let is_sign = |c: char| c == '_' || c.is_whitespace();
    if line.iter().all(|it| it.text.chars().all(is_sign)) {
        return;
    }
    while line.pop_if(|last| last.text.chars().all(is_sign)).is_some() {}
    if let Some(last) = line.last_mut() {
        last.text.truncate(last.text.trim_end_matches(is_sign).len());
    }
}

/// Returns the text of a line.
pub(super) fn plain(line: &[Span]) -> String {
    line.iter().map(|span| span.text.as_str()).collect()
}

/// Returns whether any paragraph of pieces has a property.
pub(super) fn any(pieces: &[Piece], is_so: impl Fn(&Paragraph) -> bool) -> bool {
    let mut found = false;
    each(pieces, &mut |paragraph| found |= is_so(paragraph));
    found
}

/// Calls a function with each paragraph of pieces, in their order.
pub(super) fn each<'a>(pieces: &'a [Piece], found: &mut dyn FnMut(&'a Paragraph)) {
    for piece in pieces {
        match piece {
            Piece::Paragraph(paragraph) => found(paragraph),
            Piece::TextBox(pieces) => each(pieces, found),
            Piece::Table(table) => {
                for cell in table.rows.iter().flat_map(|row| &row.cells) {
                    each(&cell.pieces, found);
                }
            }
        }
    }
}

/// Returns the only paragraph in a frame: some draw the frame as a table.
pub(super) fn framed(pieces: &[Piece]) -> Option<&Paragraph> {
    let mut found = Vec::new();
    match pieces {
        [Piece::Paragraph(only)] => return Some(only),
        [Piece::Table(_)] => each(pieces, &mut |it| found.push(it)),
        _ => return None,
    }
    let mut filled = found.into_iter().filter(|it| !it.is_empty());
    filled.next().filter(|_| filled.next().is_none())
}

/// Calls a function with each paragraph of pieces, in their order, to change it.
pub(super) fn each_mut(pieces: &mut [Piece], change: &mut dyn FnMut(&mut Paragraph)) {
    for piece in pieces {
        match piece {
            Piece::Paragraph(paragraph) => change(paragraph),
            Piece::TextBox(pieces) => each_mut(pieces, change),
            Piece::Table(table) => {
                for cell in table.rows.iter_mut().flat_map(|row| &mut row.cells) {
                    each_mut(&mut cell.pieces, change);
                }
            }
        }
    }
}
