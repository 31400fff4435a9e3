//! Puts what is beside the text of a document where it is understood.

use crate::document::blocks::Block;

/// Returns the blocks of the text with those beside it: what is above the first heading there belongs
/// to the letterhead, and the sections are at the end.
pub(super) fn merged(main: Vec<Block>, mut side: Vec<Block>) -> Vec<Block> {
    if side.is_empty() {
        return main;
    }
    let is_section = |block: &Block| matches!(block, Block::Heading { level, .. } if *level > 1);
    promote(&mut side);
    let rest = side.iter().position(is_section).map(|at| side.split_off(at)).unwrap_or_default();
    let mut blocks = main;
    let first = blocks.iter().position(is_section).unwrap_or(blocks.len());
    let sections = blocks.split_off(first);
    let has_title = |blocks: &[Block]| {
        blocks.iter().any(|block| matches!(block, Block::Heading { level: 1, .. }))
    };
    if has_title(&side) && !has_title(&blocks) {
        side.append(&mut blocks);
        blocks = side;
    } else {
        blocks.append(&mut side);
    }
    blocks.extend(sections);
    blocks.extend(rest);
    blocks
}

/// Makes the highest headings of sections as high as those of the text.
fn promote(side: &mut [Block]) {
    let level = |block: &Block| match block {
        Block::Heading { level, .. } if *level > 1 => Some(*level),
        _ => None,
    };
    let Some(highest) = side.iter().filter_map(level).min() else { return };
    for block in side {
        if let Block::Heading { level, .. } = block
            && *level > 1
        {
            *level -= highest - 2;
        }
    }
}
