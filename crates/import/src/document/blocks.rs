//! The blocks of a document in any format.

use super::tables::is_blank_head;
use super::text::{Run, Style, Text};
use std::ops::Range;

/// A block.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Block {
    /// A heading, from the highest level, 1, downwards.
    Heading { level: u8, text: Text },
    /// A paragraph, line by line.
    Paragraph(Vec<Text>),
    /// A list, each item with all its content.
    List { start: Option<u64>, items: Vec<Vec<Block>> },
    /// A quotation.
    Quote(Vec<Block>),
    /// A table of data.
    Table(Table),
    /// Lines of code.
    Code { text: String, span: Range<usize> },
    /// Terms with their explanations.
    Terms(Vec<(Text, Vec<Block>)>),
    /// A line between two topics.
    Rule,
}

/// A table of data.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Table {
    /// The names of the columns, if it has any.
    pub(super) head: Vec<Text>,
    pub(super) rows: Vec<Vec<Text>>,
}

impl Block {
    /// Returns its position in the file.
    pub(super) fn span(&self) -> Range<usize> {
        match self {
            Self::Heading { text, .. } => text.span(),
            Self::Paragraph(lines) => around(lines.iter().map(Text::span)),
            Self::List { items, .. } => around(items.iter().flatten().map(Self::span)),
            Self::Quote(blocks) => around(blocks.iter().map(Self::span)),
            Self::Table(table) => {
                let cells = table.head.iter().chain(table.rows.iter().flatten());
                around(cells.map(Text::span))
            }
            Self::Code { span, .. } => span.clone(),
            Self::Terms(terms) => around(terms.iter().map(|(term, _)| term.span())),
            Self::Rule => 0..0,
        }
    }

    /// Whether it is a list or a paragraph of which nothing is left.
    pub(super) fn is_empty(&self) -> bool {
        match self {
            Self::List { items, .. } => items.is_empty(),
            Self::Paragraph(lines) => lines.is_empty(),
            _ => false,
        }
    }

    /// Adds its texts, in their order.
    pub(super) fn texts<'a>(&'a self, texts: &mut Vec<&'a Text>) {
        match self {
            Self::Heading { text, .. } => texts.push(text),
            Self::Paragraph(lines) => texts.extend(lines),
            Self::List { items, .. } => {
                items.iter().flatten().for_each(|block| block.texts(texts));
            }
            Self::Quote(blocks) => blocks.iter().for_each(|block| block.texts(texts)),
            Self::Table(table) => {
                texts.extend(&table.head);
                texts.extend(table.rows.iter().flatten());
            }
            Self::Code { .. } | Self::Rule => {}
            Self::Terms(terms) => {
                for (term, blocks) in terms {
                    texts.push(term);
                    for block in blocks {
                        block.texts(texts);
                    }
                }
            }
        }
    }
}

/// Returns the position around others.
pub(super) fn around(spans: impl Iterator<Item = Range<usize>>) -> Range<usize> {
    let spans = spans.filter(|span| span.end > 0);
    let whole = spans.reduce(|a, b| a.start.min(b.start)..a.end.max(b.end));
    whole.unwrap_or(0..0)
}

impl Table {
    /// Returns each row as one line: its first cell is a term if there are two, and otherwise each
    /// cell has the name of its column.
    pub(super) fn lines(&self) -> Vec<Text> {
        let has_names = self.head.iter().any(|name| !name.is_empty());
        let columns = self.rows.iter().map(Vec::len).max().unwrap_or_default();
        let mut lines = Vec::new();
        if columns < 3 && has_names && !is_blank_head(&self.head) {
            lines.push(line(&self.head, &[]));
        }
        let names = if columns > 2 { self.head.as_slice() } else { &[] };
        lines.extend(self.rows.iter().map(|row| line(row, names)));
        lines.retain(|line| !line.is_empty());
        lines
    }
}

fn line(cells: &[Text], names: &[Text]) -> Text {
    let mut line = Text::default();
    let filled = || cells.iter().filter(|cell| !cell.is_empty()).count();
    for (index, cell) in cells.iter().enumerate().filter(|(_, cell)| !cell.is_empty()) {
        let mut cell = cell.clone();
        if let Some(name) = names.get(index).filter(|name| !name.is_empty()) {
            let mut named = name.clone();
            named.append(": ", &cell);
            cell = named;
        } else if names.is_empty() && line.is_empty() && filled() == 2 {
            cell = as_strong(cell);
            let end = cell.span().end;
            let style = Style { strong: true, ..Style::default() };
            let colon = ":".to_owned();
            cell.runs.push(Run { text: colon, style, link: None, image: None, span: end..end });
            line = cell;
            continue;
        }
        let separator = if names.is_empty() && filled() == 2 { " " } else { " · " };
        line.append(separator, &cell);
    }
    line
}

fn as_strong(mut text: Text) -> Text {
    for run in &mut text.runs {
        run.style.strong = true;
        run.link = None;
    }
    text
}

/// Returns the texts of all lines.
pub(super) fn lines(blocks: &[Block]) -> Vec<String> {
    let mut texts = Vec::new();
    for block in blocks {
        block.texts(&mut texts);
    }
    texts.iter().map(|text| text.plain()).collect()
}
