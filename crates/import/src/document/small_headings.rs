//! Makes headings of the lines that name what every CV has, where only the titles of entries look like headings.

use super::blocks::Block;
use super::headings::{Topic, matched};
use perfil_model::profile::ResumeList;

/// The least number of lines that name sections.
const MIN_LINES: usize = 2;

/// Puts the headings that stand out below the lines that name sections, if none of them names one and such a line
/// stands above one of them.
pub(super) fn raised(mut blocks: Vec<Block>) -> Vec<Block> {
    let is_named = |block: &Block| match block {
        Block::Heading { level, text } if *level > 1 => topic(&text.plain()).is_some(),
        _ => false,
    };
    let is_line = |at: &usize| topic_of_line(&blocks, *at).is_some();
    let lines: Vec<usize> = (0..blocks.len()).filter(is_line).collect();
    let is_above = |at: &usize| {
        let is_work = topic_of_line(&blocks, *at) == Some(Topic::List(ResumeList::Work));
        is_work && matches!(blocks.get(at + 1), Some(Block::Heading { level: 2.., .. }))
    };
    if lines.len() < MIN_LINES || !lines.iter().any(is_above) || blocks.iter().any(is_named) {
        return blocks;
    }
    for (at, block) in blocks.iter_mut().enumerate() {
        match block {
            Block::Heading { level, .. } if *level > 1 => *level = (*level + 1).min(6),
            Block::Paragraph(texts) if lines.binary_search(&at).is_ok() => {
                if let Some(text) = texts.pop() {
                    *block = Block::Heading { level: 2, text };
                }
            }
            _ => {}
        }
    }
    blocks
}

/// Returns the topic of a block that is one line and names a section.
fn topic_of_line(blocks: &[Block], at: usize) -> Option<Topic> {
    match blocks.get(at)? {
        Block::Paragraph(lines) => match lines.as_slice() {
            [line] => topic(&line.plain()),
            _ => None,
        },
        _ => None,
    }
}

/// Returns the topic that a text names with all its words.
fn topic(text: &str) -> Option<Topic> {
    matched(text).filter(|found| found.is_exact).map(|found| found.topic)
}
