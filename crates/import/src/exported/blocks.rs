//! The headings and blocks of Markdown, each with its original text.

use crate::document::outline::Line;
use crate::document::pairs::Pair;
use pulldown_cmark::{Event, HeadingLevel, Parser, Tag, TagEnd};
use std::ops::Range;

/// A heading or a block of the text.
pub(super) enum Block {
    Heading(HeadingLevel, Line),
    Bullets(Vec<Line>),
    Steps(Vec<Line>),
    Quote(Line),
    Text(Line),
}

impl Block {
    /// Its position.
    pub(super) fn line(&self) -> Range<usize> {
        match self {
            Self::Heading(_, line) | Self::Quote(line) | Self::Text(line) => line.span.clone(),
            Self::Bullets(lines) | Self::Steps(lines) => {
                let start = lines.first().map_or(0, |line| line.span.start);
                start..lines.last().map_or(start, |line| line.span.end)
            }
        }
    }
}

/// Joins consecutive lists that differ only in their marks into one text, because two sections of
/// lines would become one list.
pub(super) fn join_lists(source: &str, blocks: Vec<Block>) -> Vec<Block> {
    let mut all: Vec<Block> = Vec::new();
    for block in blocks {
        let is_again = match (all.last(), &block) {
            (Some(Block::Bullets(a)), Block::Bullets(b)) => are_terms(a) == are_terms(b),
            (Some(Block::Text(text)), Block::Bullets(_)) => is_list(&text.text),
            _ => false,
        };
        match all.pop_if(|_| is_again) {
            Some(before) => {
                let span = before.line().start..block.line().end;
                all.push(Block::Text(with_mark(source, span)));
            }
            None => all.push(block),
        }
    }
    all
}

fn is_list(text: &str) -> bool {
    text.starts_with("- ") || text.starts_with("* ")
}

/// Returns the text of a range that may begin after the mark of its first line.
pub(super) fn with_mark(source: &str, range: Range<usize>) -> Line {
    let start = source.get(..range.start).and_then(|before| before.rfind('\n'));
    trimmed(source, start.map_or(0, |newline| newline + 1)..range.end)
}

/// Whether all lines are `**Term** - text`.
pub(super) fn are_terms(lines: &[Line]) -> bool {
    lines.iter().all(|line| matches!(Pair::of(line), Pair::Dash(..)))
}

/// Returns the headings and blocks of a document from a position on.
pub(super) fn blocks(source: &str, body: usize) -> Vec<Block> {
    let mut blocks = Vec::new();
    let mut depth = 0_usize;
    let mut items: Vec<Range<usize>> = Vec::new();
    let text = source.get(body..).unwrap_or_default();
    for (event, range) in Parser::new_ext(text, perfil_prose::MARKDOWN).into_offset_iter() {
        let range = body + range.start..body + range.end;
        let whole = trimmed(source, range.clone());
        match event {
            Event::Start(tag) => {
                match (depth, tag) {
                    (0, Tag::Heading { level, .. }) => {
                        // The owner may have underlined the heading.
                        let text = if whole.text.starts_with('#') {
                            whole.text.get(level as usize..)
                        } else {
                            whole.text.rsplit_once('\n').map(|(title, _)| title)
                        };
                        let text = text.unwrap_or_default().trim().to_owned();
                        if !text.is_empty() {
                            blocks.push(Block::Heading(level, Line { text, span: whole.span }));
                        }
                    }
                    (0, Tag::List(_)) => items.clear(),
                    (0, Tag::BlockQuote(_)) => {
                        blocks.push(Block::Quote(without_quote_marks(&whole)));
                    }
                    (0, _) => blocks.push(Block::Text(whole)),
                    (1, Tag::Item) => items.push(range),
                    _ => {}
                }
                depth += 1;
            }
            Event::End(end) => {
                depth = depth.saturating_sub(1);
                if let (0, TagEnd::List(is_ordered)) = (depth, end) {
                    blocks.push(listed(source, &whole, &items, is_ordered));
                }
            }
            Event::Rule | Event::Html(_) if depth == 0 => blocks.push(Block::Text(whole)),
            _ => {}
        }
    }
    blocks
}

/// Returns a list: as items if its lines are tight, as in a section, else as text.
fn listed(source: &str, whole: &Line, items: &[Range<usize>], is_ordered: bool) -> Block {
    let is_tight = items.iter().rev().skip(1).all(|item| !source[item.clone()].ends_with("\n\n"));
    let lines: Vec<Line> = items.iter().map(|item| without_mark(source, item.clone())).collect();
    let is_step = |line: &Line| matches!(Pair::of(line), Pair::Dash(..) | Pair::Alone(_));
    let has_text = lines.iter().all(|line| !line.text.is_empty());
    match is_ordered {
        true if is_tight && lines.iter().all(is_step) && whole.text.starts_with("1.") => {
            Block::Steps(lines)
        }
        false if is_tight && has_text => Block::Bullets(lines),
        _ => Block::Text(whole.clone()),
    }
}

/// Returns an item without its bullet or number, and its lines without their indentation.
fn without_mark(source: &str, range: Range<usize>) -> Line {
    let whole = trimmed(source, range);
    let mark = whole.text.trim_start_matches(|c: char| c.is_ascii_digit());
    let mark = mark.get(1..).unwrap_or_default().trim_start();
    let width = whole.text.len() - mark.len();
    let line = |line: &str| {
        let blank = line.len() - line.trim_start_matches(' ').len();
        line.get(blank.min(width)..).unwrap_or_default().to_owned()
    };
    let text = mark.lines().map(line).collect::<Vec<_>>().join("\n");
    Line { text, span: whole.span.start + width..whole.span.end }
}

/// Returns a quotation without its marks.
fn without_quote_marks(whole: &Line) -> Line {
    let line = |line: &str| {
        let line = line.trim_start();
        let rest = line.strip_prefix('>').unwrap_or(line);
        rest.strip_prefix(' ').unwrap_or(rest).to_owned()
    };
    let text = whole.text.lines().map(line).collect::<Vec<_>>().join("\n");
    Line { text, span: whole.span.clone() }
}

fn trimmed(source: &str, range: Range<usize>) -> Line {
    let text = source.get(range.clone()).unwrap_or_default();
    Line { text: text.to_owned(), span: range }.part(0..text.len())
}
