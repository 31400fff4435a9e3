//! Writes a tree as plain text.

use super::{Block, Inline};

/// Returns the lines of a text that are not empty, with single spaces between their words.
pub(super) fn lines(all: &[Block]) -> Vec<String> {
    let mut lines = vec![String::new()];
    blocks(all, &mut lines);
    let lines = lines.iter().map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "));
    lines.filter(|line| !line.is_empty()).collect()
}

fn blocks(blocks: &[Block], lines: &mut Vec<String>) {
    for block in blocks {
        lines.push(String::new());
        match block {
            Block::Paragraph(content) | Block::Plain(content) => inlines(content, lines),
            Block::BlockQuote(content) => self::blocks(content, lines),
            Block::List(list) => list.items.iter().for_each(|item| self::blocks(item, lines)),
            Block::CodeBlock(code) => push(code, lines),
            Block::ThematicBreak => {}
        }
    }
}

fn inlines(content: &[Inline], lines: &mut Vec<String>) {
    for inline in content {
        match inline {
            Inline::Text(text) | Inline::Code(text) => push(text, lines),
            Inline::SoftBreak => push(" ", lines),
            Inline::HardBreak => lines.push(String::new()),
            Inline::Emphasis(content)
            | Inline::Strong(content)
            | Inline::Strikethrough(content) => inlines(content, lines),
            Inline::Link(link) => inlines(&link.content, lines),
        }
    }
}

fn push(text: &str, lines: &mut [String]) {
    if let Some(line) = lines.last_mut() {
        line.push_str(text);
    }
}
