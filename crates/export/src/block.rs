//! Blocks of text, one below the other, and their rendering to a file.

use perfil_text::line_breaks;
use unicode_width::UnicodeWidthStr;

/// A paragraph, a heading or a line of a list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Block {
    /// The prefix of its first line: `- `.
    first: String,
    /// The prefix of its other lines.
    rest: String,
    /// Its text; lines may be wrapped unless the block is exact.
    pub(super) text: String,
    /// Whether it follows the previous block without an empty line.
    pub(super) is_tight: bool,
    /// Whether its lines are never wrapped.
    is_exact: bool,
}

impl Block {
    pub(super) fn of(text: String) -> Self {
        Self { text, ..Self::default() }
    }

    /// Whether its lines have no prefix.
    pub(super) fn is_bare(&self) -> bool {
        self.first.is_empty() && !self.is_exact
    }

    pub(super) fn exact(self) -> Self {
        Self { is_exact: true, ..self }
    }

    pub(super) fn tight(self) -> Self {
        Self { is_tight: true, ..self }
    }
}

/// Prefixes blocks as the content of a list item or a quotation.
pub(super) fn within(blocks: Vec<Block>, first: &str, rest: &str) -> Vec<Block> {
    let prefix = |(index, block): (usize, Block)| Block {
        first: if index == 0 { first } else { rest }.to_owned() + &block.first,
        rest: rest.to_owned() + &block.rest,
        ..block
    };
    blocks.into_iter().enumerate().map(prefix).collect()
}

/// Returns the marker for a list below these blocks: a different one from that of a list right
/// above it, because otherwise the two would be one list.
pub(super) fn next_mark(blocks: &[Block]) -> &'static str {
    let above = blocks.iter().rev().take_while(|block| block.rest.starts_with("  "));
    match above.map(|block| &block.first).find(|first| !first.starts_with(' ')) {
        Some(first) if first.starts_with("- ") => "* ",
        _ => "- ",
    }
}

/// Renders all blocks, with lines no wider than this many columns where they can be wrapped.
pub(super) fn written(blocks: &[Block], width: Option<usize>) -> String {
    let mut file = String::new();
    let mut previous: Option<&Block> = None;
    for block in blocks.iter().filter(|block| !block.text.is_empty()) {
        if let Some(previous) = previous.filter(|_| !block.is_tight) {
            let both = previous.rest.chars().zip(block.rest.chars());
            let shared: String = both.take_while(|(a, b)| a == b).map(|(a, _)| a).collect();
            push(&mut file, "", &shared);
        }
        let mut start = &block.first;
        for line in block.text.split('\n') {
            let room = width.filter(|_| !block.is_exact);
            let room = room.map_or(usize::MAX, |width| width.saturating_sub(start.width()));
            for part in wrap(line, room) {
                push(&mut file, start, part);
                start = &block.rest;
            }
        }
        previous = Some(block);
    }
    file
}

fn push(file: &mut String, start: &str, text: &str) {
    let line = start.to_owned() + text;
    file.push_str(line.trim_end());
    file.push('\n');
}

/// Wraps a text to the available width, after words or where a script without spaces allows it (UAX
/// #14). A URL is never broken.
fn wrap(text: &str, room: usize) -> Vec<&str> {
    if text.width() <= room {
        return vec![text];
    }
    let mut lines = Vec::new();
    let (mut start, mut end) = (0, 0);
    for at in line_breaks(text) {
        let last = text[..at].chars().next_back();
        let is_break = last.is_some_and(|c| c.is_whitespace() || !c.is_ascii());
        if at < text.len() && !is_break {
            continue;
        }
        if text[start..at].trim_end().width() > room && end > start {
            lines.push(text[start..end].trim_end());
            start = end;
        }
        end = at;
    }
    lines.push(text[start..].trim_end());
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_break_after_words_and_never_in_urls() {
        assert_eq!(wrap("one two three", 8), ["one two", "three"]);
        assert_eq!(
            wrap("at https://a.example/b-c/d now", 9),
            ["at", "https://a.example/b-c/d", "now"]
        );
        assert_eq!(wrap("自然言語処理の研究者です", 9), ["自然言語", "処理の研", "究者です"]);
    }

    #[test]
    fn nested_blocks_start_with_their_prefix() {
        let inner = vec![Block::of("one two".into()), Block::of("three".into())];
        let blocks = within(within(inner, "- ", "  "), "> ", "> ");
        assert_eq!(written(&blocks, Some(7)), "> - one\n>   two\n>\n>   three\n");
    }
}
