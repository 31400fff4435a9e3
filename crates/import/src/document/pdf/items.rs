//! Makes lists of items by how far they are indented.

use super::bullets::Mark;
use crate::document::blocks::Block;
use crate::document::text::Text;

/// An item of a list.
pub(super) struct Item {
    pub(super) mark: Mark,
    pub(super) left: f64,
    /// Where its text begins.
    pub(super) text: f64,
    pub(super) lines: Vec<Text>,
}

/// The deepest list in a list.
const DEEPEST: usize = 8;

/// Takes one list, with the lists below its items.
pub(super) fn nested(
    rest: &mut std::iter::Peekable<std::vec::IntoIter<Item>>,
    depth: &mut usize,
) -> Option<Block> {
    let first = rest.peek()?;
    let (left, is_numbered) = (first.left, matches!(first.mark, Mark::Number(_)));
    let start = match first.mark {
        Mark::Number(number) => Some(number),
        Mark::Bullet => None,
    };
    let mut items: Vec<Vec<Block>> = Vec::new();
    while let Some(next) = rest.peek() {
        // Columns of a list are as far apart as no list is indented.
        let is_deeper = next.left > left + 5.0 && next.left < left + 60.0;
        if is_deeper && !items.is_empty() && *depth < DEEPEST {
            *depth += 1;
            let inner = nested(rest, depth);
            *depth -= 1;
            if let Some(last) = items.last_mut() {
                last.extend(inner);
            }
            continue;
        }
        let is_outer = next.left + 5.0 < left;
        if is_outer || matches!(next.mark, Mark::Number(_)) != is_numbered {
            break;
        }
        let Some(item) = rest.next() else { break };
        items.push(vec![Block::Paragraph(item.lines)]);
    }
    Some(Block::List { start, items })
}
