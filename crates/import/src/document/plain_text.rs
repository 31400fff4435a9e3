//! Reads plain text into blocks: paragraphs are separated by blank lines, lists have bullets or
//! numbers, and headings are underlined lines, lines in capitals, lines that name a section of a CV,
//! or else short lines of their own.

use super::blocks::Block;
use super::plain_lines::{
    Written, bullet, is_alone, is_capital, is_heading, is_known, is_rule, is_word, numbered,
    paragraphs, underlined,
};

use super::period::Dates;
use super::spoken;
use super::text::Text;
use std::ops::RangeInclusive;
use unicode_width::UnicodeWidthStr;

/// The width in columns, at its widest line, of a text with hard line breaks.
const WRAPPED_WIDTHS: RangeInclusive<usize> = 72..=100;

/// The least length of a line that was broken only because it was long.
const MIN_WRAPPED_CHARACTERS: usize = 38;

/// How a document marks its headings.
#[derive(Clone, Copy, PartialEq)]
enum Headings {
    /// By a line below them.
    Underlined,
    /// By capitals, or by words that every CV has.
    Marked,
    /// Not at all: headings are short lines.
    Short,
}

/// A document while it is read.
struct Reader<'a> {
    blocks: Vec<Block>,
    headings: Headings,
    /// The maximum width of its lines, in columns; `None` if they are not wrapped.
    width: Option<usize>,
    dates: &'a Dates,
    has_heading: bool,
}

/// Reads a document. Its first line is the name.
pub(super) fn read(source: &str) -> Vec<Block> {
    let paragraphs = paragraphs(source);
    // What is a heading depends on dates, and how they are written on the language.
    let lines: Vec<String> = paragraphs.iter().flatten().map(|line| line.plain.clone()).collect();
    let dates = Dates::of(&lines, spoken::languages(&lines, &lines));
    let widest = source.lines().map(|line| line.trim_end().width()).max().unwrap_or_default();
    let mut reader = Reader {
        blocks: Vec::new(),
        headings: Headings::of(&paragraphs),
        width: WRAPPED_WIDTHS.contains(&widest).then_some(widest),
        dates: &dates,
        has_heading: false,
    };
    for (index, lines) in paragraphs.iter().enumerate() {
        let next = paragraphs.get(index + 1);
        if index == 0 {
            reader.first(lines);
        } else if let Some((level, below)) = reader.heading(index, lines, next) {
            reader.open(level, lines);
            reader.lines(lines.get(below..).unwrap_or_default());
        } else {
            reader.lines(lines);
        }
    }
    reader.blocks
}

impl Headings {
    fn of(paragraphs: &[Vec<Written>]) -> Self {
        let below = paragraphs.get(1..).unwrap_or_default();
        if below.iter().any(|lines| underlined(lines).is_some()) {
            Self::Underlined
        } else if (1..).zip(below).any(|(at, lines)| is_capital(at, lines) || is_known(lines)) {
            Self::Marked
        } else {
            Self::Short
        }
    }
}

impl Reader<'_> {
    /// Reads the first paragraph: the name, and what is below it.
    fn first(&mut self, lines: &[Written]) {
        let mut below = if underlined(lines).is_some() { 2 } else { 1 };
        if is_known(lines) {
            self.open(2, lines);
        } else if let Some(line) = lines.first() {
            let text = line.plain.trim_matches(['=', '-', '*', '#', '_', '~', ' ']);
            let start = line.plain.find(text).unwrap_or_default();
            let mut text = line.text.part(start..start + text.len());
            // The first and the last name may each have a line.
            if let Some(second) =
                lines.get(1).filter(|second| is_word(&text) && is_word(&second.text))
            {
                text.append(" ", &second.text);
                below = 2;
            }
            if !text.is_empty() {
                self.blocks.push(Block::Heading { level: 1, text });
            }
        }
        self.lines(lines.get(below..).unwrap_or_default());
    }

    /// Returns the level of the heading that begins a paragraph, and its number of lines, if there
    /// is one.
    fn heading(
        &self,
        index: usize,
        lines: &[Written],
        next: Option<&Vec<Written>>,
    ) -> Option<(u8, usize)> {
        if let Some(level) = underlined(lines) {
            // The name is above all sections.
            return Some((level.max(2), 2));
        }
        if is_known(lines) {
            return Some((2, 1));
        }
        match self.headings {
            Headings::Underlined => None,
            Headings::Marked => {
                // A line in capitals with nothing below it is text.
                let is_text = |next: &Vec<Written>| {
                    !is_capital(index + 1, next) && !is_known(next) && underlined(next).is_none()
                };
                let has_text_below = lines.len() > 1 || next.is_some_and(is_text);
                (is_capital(index, lines) && has_text_below).then_some((2, 1))
            }
            Headings::Short => {
                let has_text_below = next.is_some_and(|next| !is_heading(next));
                (index > 1 && is_heading(lines) && has_text_below).then_some((2, 1))
            }
        }
    }

    fn open(&mut self, level: u8, lines: &[Written]) {
        let Some(line) = lines.first() else { return };
        let end = line.plain.trim_end_matches([':', '：']).len();
        self.blocks.push(Block::Heading { level, text: line.text.part(0..end) });
        self.has_heading = true;
    }

    /// Adds the lists and the texts of a paragraph; a heading may be directly above a list.
    fn lines(&mut self, lines: &[Written]) {
        let mut text: Vec<Written> = Vec::new();
        let mut items: Vec<Item> = Vec::new();
        let mut before = 0;
        for (at, line) in lines.iter().enumerate() {
            if is_rule(&line.plain) {
                self.text(&std::mem::take(&mut text));
                self.list(std::mem::take(&mut items));
                continue;
            }
            let number = numbered(line).filter(|(number, _)| is_next(*number, &items));
            let found = number.map(|(number, item)| (Some(number), item));
            if let Some((number, item)) = found.or_else(|| Some((None, bullet(line)?))) {
                if items.is_empty() && self.is_title_of_list(&text) {
                    let level = if self.headings == Headings::Short { 2 } else { 3 };
                    self.open(level, &std::mem::take(&mut text));
                } else {
                    self.text(&std::mem::take(&mut text));
                }
                items.push(Item { number, indent: line.indent, lines: vec![item] });
            } else {
                let is_more = items.last().is_some_and(|item| self.continues(item, line, before));
                if let Some(item) = items.last_mut().filter(|_| is_more) {
                    item.lines.push(line.text.clone());
                } else {
                    self.list(std::mem::take(&mut items));
                    // A heading may follow a list without a blank line.
                    let rest = lines.get(at..at + 1).unwrap_or_default();
                    let is_exact = is_known(rest) && is_alone(line, lines.get(at + 1));
                    if is_exact {
                        self.text(&std::mem::take(&mut text));
                        self.open(2, rest);
                    } else {
                        text.push(line.clone());
                    }
                }
            }
            before = line.plain.chars().count();
        }
        self.list(items);
        self.text(&text);
    }

    /// Whether a line without a bullet belongs to the item above it.
    fn continues(&self, item: &Item, line: &Written, before: usize) -> bool {
        let is_lower = line.plain.chars().next().is_some_and(char::is_lowercase);
        let is_dated = self.dates.find(&line.plain).is_some();
        line.indent > item.indent
            || is_lower
            || (before >= MIN_WRAPPED_CHARACTERS && !is_dated && line.indent == item.indent)
    }

    fn is_title_of_list(&self, text: &[Written]) -> bool {
        let is_dated =
            |text: &[Written]| text.iter().any(|it| self.dates.find(&it.plain).is_some());
        self.headings != Headings::Underlined && is_heading(text) && !is_dated(text)
    }

    /// Adds a list, in which items that begin further to the right are below those before them.
    fn list(&mut self, items: Vec<Item>) {
        if !items.is_empty() {
            let mut rest = items.into_iter().peekable();
            let mut depth = 0;
            while rest.peek().is_some() {
                self.blocks.extend(nested(&mut rest, &mut depth));
            }
        }
    }

    /// Adds a paragraph. Line breaks that only keep its lines short are marked as such.
    fn text(&mut self, lines: &[Written]) {
        let mut texts: Vec<Text> = Vec::new();
        for (at, line) in lines.iter().enumerate() {
            let mut text = line.text.clone();
            let next = lines.get(at + 1);
            text.is_broken = next.is_none_or(|next| !self.is_wrapped(line, next));
            texts.push(text);
        }
        if !texts.is_empty() {
            self.blocks.push(Block::Paragraph(texts));
        }
    }

    /// Whether a line was broken only because the next word had no room.
    fn is_wrapped(&self, line: &Written, next: &Written) -> bool {
        let word = next.plain.split_whitespace().next().unwrap_or_default();
        let width = line.plain.width();
        if self.width.is_some_and(|most| width + 1 + word.width() > most) {
            return true;
        }
        let is_long = line.plain.chars().count() >= MIN_WRAPPED_CHARACTERS;
        let is_lower = next.plain.chars().next().is_some_and(char::is_lowercase);
        let is_ended = line.plain.ends_with(['.', ':', '!', '?', ';', '|']);
        let has_columns = |it: &Written| it.plain.contains(['\t', '@']);
        let is_close = line.indent.abs_diff(next.indent) < 3;
        // A full line goes on even if a name begins the next.
        let is_full = width > 60 && self.dates.find(&next.plain).is_none();
        is_long
            && (is_lower || is_full)
            && !is_ended
            && is_close
            && !has_columns(line)
            && !has_columns(next)
    }
}

/// An item of a list.
struct Item {
    number: Option<u64>,
    indent: usize,
    lines: Vec<Text>,
}

/// The deepest list in a list.
const DEEPEST: usize = 12;

/// Takes one list, with the lists below its items.
fn nested(
    rest: &mut std::iter::Peekable<std::vec::IntoIter<Item>>,
    depth: &mut usize,
) -> Option<Block> {
    let indent = rest.peek()?.indent;
    let start = rest.peek()?.number;
    let mut items: Vec<Vec<Block>> = Vec::new();
    while let Some(next) = rest.peek() {
        if next.indent > indent + 1 && !items.is_empty() && *depth < DEEPEST {
            *depth += 1;
            let inner = nested(rest, depth);
            *depth -= 1;
            if let Some(last) = items.last_mut() {
                last.extend(inner);
            }
            continue;
        }
        if next.indent + 1 < indent || next.number.is_some() != start.is_some() {
            break;
        }
        let Some(item) = rest.next() else { break };
        let mut lines = item.lines;
        for line in &mut lines {
            line.is_broken = false;
        }
        items.push(vec![Block::Paragraph(lines)]);
    }
    Some(Block::List { start, items })
}

/// Whether a number continues a list, or begins one.
fn is_next(number: u64, items: &[Item]) -> bool {
    let before = items.iter().rev().find_map(|item| item.number);
    number == before.map_or(1, |before| before + 1)
}
