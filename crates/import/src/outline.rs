//! The outline of a document by its headings, in any format.

use super::front_matter::Fact;
use std::ops::Range;

/// A piece of the file: its text, as Markdown, and its position.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Line {
    /// The text.
    pub(super) text: String,
    /// Its position in the file, in bytes.
    pub(super) span: Range<usize>,
}

/// A block between two headings.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Block {
    /// A paragraph, line by line.
    Paragraph(Vec<Line>),
    /// A bulleted list.
    Bullets(Vec<Line>),
    /// A numbered list.
    Steps(Vec<Line>),
    /// A quotation.
    Quote(Line),
}

/// A heading and everything below it.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Part {
    /// The heading.
    pub(super) title: Line,
    /// Its depth: 2 below the name.
    pub(super) level: u8,
    /// The blocks between it and the next heading.
    pub(super) blocks: Vec<Block>,
    /// The headings below it.
    pub(super) parts: Vec<Part>,
}

/// A whole document.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Outline {
    /// The facts about the person, as keys and values.
    pub(super) facts: Vec<Fact>,
    /// Whether the whole document is private.
    pub(super) is_private: bool,
    /// The first heading.
    pub(super) title: Option<Line>,
    /// The blocks above the first section.
    pub(super) blocks: Vec<Block>,
    /// The sections.
    pub(super) parts: Vec<Part>,
}

impl Line {
    /// Returns a part of the text without surrounding whitespace, with its position as far as it is
    /// known.
    pub(super) fn part(&self, range: Range<usize>) -> Self {
        let text = self.text.get(range.clone()).unwrap_or_default();
        let before = text.len() - text.trim_start().len();
        let start = (self.span.start + range.start + before).min(self.span.end);
        let text = text.trim().to_owned();
        let end = (start + text.len()).min(self.span.end);
        Self { span: start..end, text }
    }
}

impl Outline {
    /// Adds a heading below the last one of a higher level; an empty heading is ignored.
    pub(super) fn open(&mut self, level: u8, title: Line) {
        if title.text.is_empty() {
            return;
        }
        let part = Part { title, level, blocks: Vec::new(), parts: Vec::new() };
        // Only two levels of sections are shown; a deeper heading becomes a section of the second
        // level.
        match self.parts.last_mut() {
            Some(above) if above.level < level => above.parts.push(part),
            _ => self.parts.push(part),
        }
    }

    /// Adds a block below the last heading, without its empty lines.
    pub(super) fn add(&mut self, mut block: Block) {
        let is_empty = match &mut block {
            Block::Paragraph(lines) | Block::Bullets(lines) | Block::Steps(lines) => {
                lines.retain(|line| !line.text.is_empty());
                lines.is_empty()
            }
            Block::Quote(line) => line.text.trim().is_empty(),
        };
        if is_empty {
            return;
        }
        let Some(last) = self.parts.last_mut() else {
            self.blocks.push(block);
            return;
        };
        match last.parts.last_mut() {
            Some(inner) => inner.blocks.push(block),
            None => last.blocks.push(block),
        }
    }
}
