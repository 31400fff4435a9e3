//! Reads plain text: paragraphs separated by blank lines, lists with bullets or numbers, and
//! headings, which are underlined lines, else lines in capitals, else short lines of their own.

use super::outline::{Block, Line, Outline};
use std::ops::RangeInclusive;
use unicode_width::UnicodeWidthStr;

/// The characters that begin an item of a list.
const BULLETS: [char; 7] = ['•', '-', '*', '–', '▪', '◦', '‣'];

/// The characters that underline headings, from the highest level to the lowest.
const UNDERLINES: [char; 3] = ['=', '-', '~'];

/// The maximum length of a heading, in characters.
const MAX_HEADING_CHARACTERS: usize = 60;

/// The width in columns, at its widest line, of a text with hard line breaks.
const WRAPPED_WIDTHS: RangeInclusive<usize> = 72..=100;

/// How a document marks its headings.
#[derive(Clone, Copy, PartialEq)]
enum Headings {
    /// By a line below them.
    Underlined,
    /// By capitals. Short lines above a list are headings of the next level.
    Capitals,
    /// Not at all: headings are short lines.
    Short,
}

/// A document while it is read.
struct Reader {
    outline: Outline,
    headings: Headings,
    /// The maximum width of its lines, in columns; `None` if they are not wrapped.
    width: Option<usize>,
}

/// Reads a document. Its first line is the name.
pub(super) fn outline(source: &str) -> Outline {
    let paragraphs = paragraphs(source);
    let widest = source.lines().map(|line| line.trim_end().width()).max().unwrap_or_default();
    let mut reader = Reader {
        outline: Outline::default(),
        headings: Headings::of(&paragraphs),
        width: WRAPPED_WIDTHS.contains(&widest).then_some(widest),
    };
    for (index, lines) in paragraphs.iter().enumerate() {
        let next = paragraphs.get(index + 1);
        if index == 0 {
            let below = if underlined(lines).is_some() { 2 } else { 1 };
            reader.outline.title = lines.first().cloned();
            reader.paragraph(lines.get(below..).unwrap_or_default());
        } else if let Some((level, below)) = reader.heading(index, lines, next) {
            reader.open(level, &lines[0]);
            reader.blocks(&lines[below..]);
        } else {
            reader.blocks(lines);
        }
    }
    reader.outline
}

impl Headings {
    fn of(paragraphs: &[Vec<Line>]) -> Self {
        let below = paragraphs.get(1..).unwrap_or_default();
        if below.iter().any(|lines| underlined(lines).is_some()) {
            Self::Underlined
        } else if (1..).zip(below).any(|(index, lines)| is_capital(index, lines)) {
            Self::Capitals
        } else {
            Self::Short
        }
    }
}

impl Reader {
    /// Returns the level of the heading that begins a paragraph, and its number of lines, if there
    /// is one.
    fn heading(
        &self,
        index: usize,
        lines: &[Line],
        next: Option<&Vec<Line>>,
    ) -> Option<(u8, usize)> {
        match self.headings {
            // The name is above all sections.
            Headings::Underlined => underlined(lines).map(|level| (level.max(2), 2)),
            Headings::Capitals => is_capital(index, lines).then_some((2, 1)),
            Headings::Short => {
                let has_text_below = next.is_some_and(|next| !is_heading(next));
                (index > 1 && is_heading(lines) && has_text_below).then_some((2, 1))
            }
        }
    }

    fn open(&mut self, level: u8, line: &Line) {
        self.outline.open(level, line.part(0..line.text.trim_end_matches(':').len()));
    }

    /// Adds the lists and the texts of a paragraph; a heading may be directly above a list.
    fn blocks(&mut self, lines: &[Line]) {
        let mut text: Vec<Line> = Vec::new();
        let mut items: Vec<Line> = Vec::new();
        let mut is_numbered = false;
        for line in lines {
            let number = u32::try_from(items.len()).ok().and_then(|done| step(line, done + 1));
            let is_step = number.is_some() && (items.is_empty() || is_numbered);
            match number.filter(|_| is_step).or_else(|| item(line)) {
                Some(item) => {
                    let is_below = self.headings == Headings::Capitals;
                    let can_be = self.headings != Headings::Underlined && items.is_empty();
                    if can_be && is_heading(&text) {
                        self.open(if is_below { 3 } else { 2 }, &text.remove(0));
                    } else {
                        self.paragraph(&std::mem::take(&mut text));
                    }
                    is_numbered = is_step;
                    items.push(item);
                }
                // A line below an item continues it.
                None => match items.last_mut() {
                    Some(item) => continue_line(item, line),
                    None => text.push(line.clone()),
                },
            }
        }
        if !items.is_empty() {
            self.outline.add(if is_numbered { Block::Steps(items) } else { Block::Bullets(items) });
        }
        self.paragraph(&text);
    }

    /// Adds a paragraph, without the line breaks that only keep its lines short.
    fn paragraph(&mut self, lines: &[Line]) {
        let mut joined: Vec<Line> = Vec::new();
        let mut before = 0;
        for line in lines {
            let word = line.text.split_whitespace().next().unwrap_or_default();
            let is_wrapped = self.width.is_some_and(|width| before + 1 + word.width() > width);
            match joined.last_mut().filter(|_| is_wrapped) {
                Some(last) => continue_line(last, line),
                None => joined.push(line.clone()),
            }
            before = line.text.width();
        }
        if let Some((_, others)) = joined.split_last_mut() {
            // Above the sections, each line is separate information; below, the line breaks are
            // kept.
            let is_text = !self.outline.parts.is_empty();
            others.iter_mut().filter(|_| is_text).for_each(|line| line.text.push('\\'));
            self.outline.add(Block::Paragraph(joined));
        }
    }
}

/// Whether lines are an unmarked heading: one short line that is not a sentence.
fn is_heading(lines: &[Line]) -> bool {
    let [line] = lines else { return false };
    let text = line.text.as_str();
    text.chars().count() <= MAX_HEADING_CHARACTERS
        && item(line).is_none()
        && !text.ends_with(['.', ',', ';', '!', '?'])
        && !text.contains(['•', '·', '|', '@'])
}

/// Whether a paragraph begins with a heading in capitals. Alone below the name, such a line is the
/// headline.
fn is_capital(index: usize, lines: &[Line]) -> bool {
    let Some(line) = lines.first() else { return false };
    let letters = || line.text.chars().filter(|c| c.is_alphabetic());
    let is_plain = |c: char| c.is_alphabetic() || c.is_whitespace() || "&/-:'’".contains(c);
    (index > 1 || lines.len() > 1)
        && line.text.chars().count() <= MAX_HEADING_CHARACTERS
        && letters().count() > 2
        && letters().all(char::is_uppercase)
        && line.text.chars().all(is_plain)
}

/// Returns the level of a heading that begins a paragraph, if it is underlined.
fn underlined(lines: &[Line]) -> Option<u8> {
    let [_, line, ..] = lines else { return None };
    let mut marks = line.text.chars();
    let mark = marks.next().filter(|_| line.text.len() > 2)?;
    let level = (1..).zip(UNDERLINES).find(|(_, underline)| *underline == mark)?.0;
    marks.all(|other| other == mark).then_some(level)
}

fn continue_line(line: &mut Line, next: &Line) {
    line.text.extend([" ", next.text.as_str()]);
    line.span.end = next.span.end;
}

fn item(line: &Line) -> Option<Line> {
    let rest = line.text.strip_prefix(BULLETS)?;
    let is_item = rest.starts_with(char::is_whitespace);
    is_item.then(|| line.part(line.text.len() - rest.len()..line.text.len()))
}

/// Returns an item with this number: `1. …` or `1) …`.
fn step(line: &Line, number: u32) -> Option<Line> {
    let rest = line.text.strip_prefix(&number.to_string())?.strip_prefix(['.', ')'])?;
    let is_item = rest.starts_with(char::is_whitespace);
    is_item.then(|| line.part(line.text.len() - rest.len()..line.text.len()))
}

fn paragraphs(source: &str) -> Vec<Vec<Line>> {
    let mut paragraphs = vec![Vec::new()];
    let mut at = 0;
    for text in source.split_inclusive('\n') {
        let joined = Line { text: text.to_owned(), span: at..at + text.len() };
        let line = joined.part(0..text.len());
        at += text.len();
        match paragraphs.last_mut() {
            Some(last) if !line.text.is_empty() => last.push(line),
            _ => paragraphs.push(Vec::new()),
        }
    }
    paragraphs.retain(|lines| !lines.is_empty());
    paragraphs
}
