//! Reads strong titles that are the only item of a list each, above a line that has nothing but the period.

use super::is_whole_range;
use crate::document::blocks::Block;
use crate::document::period::Dates;

/// The fewest such titles that are no accident.
const MIN_TITLES: usize = 2;

/// The longest title, in characters.
const MAX_TITLE: usize = 80;

/// Makes paragraphs of these titles.
pub(super) fn in_blocks(blocks: &mut [Block], dates: &Dates) {
    let is_title = |pair: &[Block]| match pair {
        [Block::List { items, start: None }, Block::Paragraph(below)] => {
            let title = match items.as_slice() {
                [item] => match item.as_slice() {
                    [Block::Paragraph(lines)] => lines.first().filter(|_| lines.len() == 1),
                    _ => None,
                },
                _ => None,
            };
            title.is_some_and(|title| {
                let plain = title.plain();
                title.is_strong()
                    && plain.chars().count() <= MAX_TITLE
                    && dates.find(&plain).is_none()
            }) && below.first().is_some_and(|line| is_whole_range(line.plain().trim(), dates))
        }
        _ => false,
    };
    let titles: Vec<usize> = blocks
        .windows(2)
        .enumerate()
        .filter(|(_, pair)| is_title(pair))
        .map(|(at, _)| at)
        .collect();
    if titles.len() < MIN_TITLES {
        return;
    }
    for at in titles {
        if let Some(block) = blocks.get_mut(at)
            && let Block::List { items, .. } = block
            && let Some(title) = items.pop().and_then(|item| item.into_iter().next())
        {
            *block = title;
        }
    }
}
