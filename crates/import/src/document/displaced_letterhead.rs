//! Moves a letterhead above the first heading: in Word, a box at the top of the page may belong to a paragraph below
//! it.

use super::blocks::Block;
use super::contacts::is_contact;
use super::headings::{Topic, matched};
use super::person::can_be_name;

/// How many blocks a letterhead has at most.
const MAX_BLOCKS: usize = 6;

/// Moves the name and the ways to reach the person that are directly below the first heading, if nothing is above it.
pub(super) fn moved(mut blocks: Vec<Block>) -> Vec<Block> {
    let Some(Block::Heading { text, .. }) = blocks.first() else { return blocks };
    let is_list = |topic: Topic| matches!(topic, Topic::List(_));
    let is_section =
        matched(&text.plain()).is_some_and(|found| found.is_exact && is_list(found.topic));
    let Some(Block::Paragraph(lines)) = blocks.get(1) else { return blocks };
    let name = match lines.as_slice() {
        [line] if is_section && can_be_name(&line.plain()) => line.clone(),
        _ => return blocks,
    };
    let reaches = |block: &Block| match block {
        Block::Paragraph(lines) => lines.iter().any(is_contact),
        _ => false,
    };
    let is_paragraph = |block: &&Block| matches!(block, Block::Paragraph(_));
    let near = blocks.iter().skip(2).take(MAX_BLOCKS).take_while(is_paragraph);
    let last = near.enumerate().filter(|(_, block)| reaches(block)).map(|(at, _)| at + 2).last();
    let Some(last) = last else { return blocks };
    let section = blocks.remove(0);
    if let Some(first) = blocks.first_mut() {
        *first = Block::Heading { level: 1, text: name };
    }
    let section = match section {
        // The name is above all sections, whatever level theirs is.
        Block::Heading { text, .. } => Block::Heading { level: 2, text },
        other => other,
    };
    blocks.insert(last, section);
    for block in blocks.iter_mut().skip(last + 1) {
        if let Block::Heading { level, .. } = block {
            *level = (*level + 1).min(6);
        }
    }
    blocks
}
