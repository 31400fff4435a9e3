//! Reads plain text into blocks: paragraphs are separated by blank lines, lists have bullets or
//! numbers, and headings are underlined lines, lines in capitals, lines that name a section of a CV,
//! or else short lines of their own.

use super::blocks::Block;
use super::builder::with_gaps;
use super::headings::{Match, matched};
use super::period::Dates;
use super::text::Text;
use std::ops::RangeInclusive;
use unicode_width::UnicodeWidthStr;

/// The characters that begin an item of a list.
const BULLETS: [char; 31] = [
    '•', '-', '*', '–', '—', '▪', '◦', '‣', '●', '○', '·', '∙', '→', '➢', '➤', '►', '▶', '▸', '✓',
    '✔', '✅', '■', '□', '◆', '♦', '❖', '★', '+', 'o', '§', '\u{f0b7}',
];

/// The characters that underline headings, from the highest level to the lowest.
const UNDERLINES: [char; 3] = ['=', '-', '~'];

/// The maximum length of a heading, in characters.
const MAX_HEADING_CHARACTERS: usize = 60;

/// The width in columns, at its widest line, of a text with hard line breaks.
const WRAPPED_WIDTHS: RangeInclusive<usize> = 72..=100;

/// The least length of a line that was broken only because it was long.
const MIN_WRAPPED_CHARACTERS: usize = 38;

/// A line of the file.
#[derive(Clone, Debug)]
pub(super) struct Written {
    pub(super) text: Text,
    pub(super) plain: String,
    /// The number of columns before it.
    indent: usize,
}

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
pub(super) fn read(source: &str, dates: &Dates) -> Vec<Block> {
    let paragraphs = paragraphs(source);
    let widest = source.lines().map(|line| line.trim_end().width()).max().unwrap_or_default();
    let mut reader = Reader {
        blocks: Vec::new(),
        headings: Headings::of(&paragraphs),
        width: WRAPPED_WIDTHS.contains(&widest).then_some(widest),
        dates,
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
        let below = if underlined(lines).is_some() { 2 } else { 1 };
        if is_known(lines) {
            self.open(2, lines);
        } else if let Some(line) = lines.first() {
            let text = line.plain.trim_matches(['=', '-', '*', '#', '_', '~', ' ']);
            let start = line.plain.find(text).unwrap_or_default();
            let text = line.text.part(start..start + text.len());
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
            Headings::Marked => is_capital(index, lines).then_some((2, 1)),
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
        is_long && is_lower && !is_ended && is_close && !has_columns(line) && !has_columns(next)
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

/// Whether lines are an unmarked heading: one short line that is not a sentence.
fn is_heading(lines: &[Written]) -> bool {
    let [line] = lines else { return false };
    let text = line.plain.as_str();
    text.chars().count() <= MAX_HEADING_CHARACTERS
        && bullet(line).is_none()
        && !text.ends_with(['.', ',', ';', '!', '?'])
        && !text.contains(['•', '·', '|', '@', '\t'])
}

/// Whether a paragraph begins with a line that names a section of a CV.
fn is_known(lines: &[Written]) -> bool {
    let Some(line) = lines.first() else { return false };
    let text = line.plain.trim_end_matches([':', '：']);
    text.chars().count() <= MAX_HEADING_CHARACTERS
        && !text.contains(['\t', '@', '|', ':', ',', '.'])
        && matched(text).is_some_and(|Match { is_whole, .. }| is_whole)
        && bullet(line).is_none()
}

/// Whether a line is a heading though other lines are beside it: it has one or two words.
fn is_alone(line: &Written, next: Option<&Written>) -> bool {
    let is_upper = line.plain.chars().next().is_some_and(|c| !c.is_lowercase());
    is_upper && line.plain.split_whitespace().count() <= 4 && next.is_some()
}

/// Whether a paragraph begins with a heading in capitals. Alone below the name, such a line is the
/// headline.
fn is_capital(index: usize, lines: &[Written]) -> bool {
    let Some(line) = lines.first() else { return false };
    let letters = || line.plain.chars().filter(|c| c.is_alphabetic());
    let is_plain = |c: char| c.is_alphabetic() || c.is_whitespace() || "&/-:'’,()".contains(c);
    (index > 1 || lines.len() > 1)
        && line.plain.chars().count() <= MAX_HEADING_CHARACTERS
        && letters().count() > 2
        && letters().all(char::is_uppercase)
        && line.plain.chars().all(|c| is_plain(c) && c != '\t')
}

/// Returns the level of a heading that begins a paragraph, if it is underlined.
fn underlined(lines: &[Written]) -> Option<u8> {
    let [_, line, ..] = lines else { return None };
    let mut marks = line.plain.chars();
    let mark = marks.next().filter(|_| line.plain.len() > 2)?;
    let level = (1..).zip(UNDERLINES).find(|(_, underline)| *underline == mark)?.0;
    marks.all(|other| other == mark).then_some(level)
}

/// Whether a line is only drawn.
fn is_rule(text: &str) -> bool {
    text.chars().count() > 2 && text.chars().all(|c| "-=_*~—–─━═#.• ".contains(c))
}

/// Returns the item of a line with a bullet.
fn bullet(line: &Written) -> Option<Text> {
    let rest = line.plain.strip_prefix(BULLETS)?;
    let is_item = rest.starts_with(char::is_whitespace) && !rest.trim().is_empty();
    is_item.then(|| line.text.part(line.plain.len() - rest.len()..line.plain.len()))
}

/// Returns the number of a line `1. …` or `1) …`, and its item.
fn numbered(line: &Written) -> Option<(u64, Text)> {
    let end = line.plain.find(|c: char| !c.is_ascii_digit()).filter(|end| (1..4).contains(end))?;
    let (number, rest) = line.plain.split_at(end);
    let after = rest.strip_prefix(['.', ')'])?;
    let is_item = after.starts_with(char::is_whitespace) && !after.trim().is_empty();
    let number = number.parse().ok().filter(|_| is_item)?;
    Some((number, line.text.part(end + 1..line.plain.len())))
}

/// Whether a number continues a list, or begins one.
fn is_next(number: u64, items: &[Item]) -> bool {
    let before = items.iter().rev().find_map(|item| item.number);
    number == before.map_or(1, |before| before + 1)
}

/// Returns a line without a rule at its end: `SKILLS -------`.
fn without_rule(line: &str) -> &str {
    let rest = line.trim_end_matches(['-', '=', '_', '*', '—', '─']);
    let is_rule = line.len() > rest.len() + 3 && rest.ends_with(char::is_whitespace);
    if is_rule { rest.trim_end() } else { line }
}

/// Splits a line into a heading in capitals and the text beside it.
fn beside(line: &Written) -> Option<(Written, Written)> {
    let at = line.plain.find('\t')?;
    let part = |from: usize, to: usize| {
        let text = line.text.part(from..to);
        Written { plain: text.plain(), text, indent: line.indent }
    };
    let (heading, rest) = (part(0, at), part(at, line.plain.len()));
    let is_upper = heading.plain.chars().all(|c| !c.is_lowercase());
    (is_upper && is_known(std::slice::from_ref(&heading))).then_some((heading, rest))
}

fn paragraphs(source: &str) -> Vec<Vec<Written>> {
    let mut paragraphs = vec![Vec::new()];
    let mut at = 0;
    for line in source.split_inclusive('\n') {
        // Lines around a text are drawn with signs of their own.
        let is_drawn = |c: char| c.is_whitespace() || ('\u{2500}'..='\u{257f}').contains(&c);
        let trimmed = line.trim_matches(is_drawn);
        let is_rule = trimmed.is_empty() && !line.trim().is_empty();
        let trimmed = if is_rule { "---" } else { without_rule(trimmed) };
        let start = at + (line.len() - line.trim_start_matches(is_drawn).len()).min(line.len() - 1);
        at += line.len();
        if trimmed.is_empty() {
            paragraphs.push(Vec::new());
            continue;
        }
        if is_rule {
            continue;
        }
        let indent = line.chars().take_while(|c| c.is_whitespace());
        let indent = indent.map(|c| if c == '\t' { 4 } else { 1 }).sum();
        let clean: String = trimmed.chars().filter(|c| !c.is_control() || *c == '\t').collect();
        let plain = with_gaps(&clean);
        let mut text = Text::of(&plain, start..start + trimmed.len());
        text.is_broken = true;
        let written = Written { text, plain, indent };
        // A heading may be in a column of its own, beside its text.
        let (heading, written) = match beside(&written) {
            Some((heading, rest)) => (Some(heading), rest),
            None => (None, written),
        };
        if let Some(heading) = heading {
            paragraphs.push(vec![heading]);
            paragraphs.push(Vec::new());
        }
        if let Some(last) = paragraphs.last_mut() {
            last.push(written);
        }
    }
    paragraphs.retain(|lines| !lines.is_empty());
    paragraphs
}
