//! A document as its headings divide it, whatever it is written in.

use super::front_matter::Fact;
use std::ops::Range;

/// A piece of the file: its text, as Markdown, and where it stands.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Line {
    /// What it says.
    pub(super) text: String,
    /// Where it stands in the file, in bytes.
    pub(super) span: Range<usize>,
}

/// What stands between two headings.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Block {
    /// A paragraph, line by line.
    Paragraph(Vec<Line>),
    /// A list with bullets.
    Bullets(Vec<Line>),
    /// A list with numbers.
    Steps(Vec<Line>),
    /// A quotation.
    Quote(Line),
}

/// A heading and everything below it.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Part {
    /// The heading.
    pub(super) title: Line,
    /// How deep it stands: 2 below the name.
    pub(super) level: u8,
    /// What stands between it and the next heading.
    pub(super) blocks: Vec<Block>,
    /// The headings below it.
    pub(super) parts: Vec<Part>,
}

/// A whole document.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Outline {
    /// What is told of the person by name.
    pub(super) facts: Vec<Fact>,
    /// Whether the document is private as a whole.
    pub(super) is_private: bool,
    /// The first heading.
    pub(super) title: Option<Line>,
    /// What stands above the first section.
    pub(super) blocks: Vec<Block>,
    /// The sections.
    pub(super) parts: Vec<Part>,
}

impl Line {
    /// A part of the text, without the blanks around it, where it stands as far as that is known.
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
    /// Adds a heading below those that stand higher; one that says nothing divides nothing.
    pub(super) fn open(&mut self, level: u8, title: Line) {
        if title.text.is_empty() {
            return;
        }
        let part = Part { title, level, blocks: Vec::new(), parts: Vec::new() };
        // Two levels of sections are shown; what stands deeper is a section of the second.
        match self.parts.last_mut() {
            Some(above) if above.level < level => above.parts.push(part),
            _ => self.parts.push(part),
        }
    }

    /// Adds a block below the last heading, without what says nothing in it.
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
