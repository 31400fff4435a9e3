//! Counts the pages of a file before the library follows its tree: a node may be named many times,
//! so that a small file has more pages than anything could hold.

use super::limits::find;
use std::collections::HashMap;

/// The most nodes below each other.
const MAX_DEPTH: usize = 60;

/// Returns how many pages the tree has, as far as its nodes are not in compressed objects; never more
/// than can be counted.
pub(super) fn count(bytes: &[u8]) -> usize {
    let nodes = nodes(bytes);
    let mut counts = HashMap::new();
    let numbers: Vec<u32> = nodes.keys().copied().collect();
    let all = numbers.into_iter().map(|node| pages(node, &nodes, &mut counts, 0));
    all.max().unwrap_or_default()
}

/// Returns the pages below a node, of which each counts as often as it is named.
fn pages(
    node: u32,
    nodes: &HashMap<u32, Vec<u32>>,
    counts: &mut HashMap<u32, usize>,
    depth: usize,
) -> usize {
    if let Some(count) = counts.get(&node) {
        return *count;
    }
    let Some(kids) = nodes.get(&node).filter(|_| depth < MAX_DEPTH) else { return 1 };
    // The library ends loops.
    counts.insert(node, 0);
    let mut count = 0_usize;
    for kid in kids {
        count = count.saturating_add(pages(*kid, nodes, counts, depth + 1));
    }
    counts.insert(node, count);
    count
}

/// Returns the nodes of trees, by their numbers: `2 0 obj << /Kids [3 0 R 4 0 R] >>`.
fn nodes(bytes: &[u8]) -> HashMap<u32, Vec<u32>> {
    let mut nodes = HashMap::new();
    let mut at = 0;
    while let Some(found) = bytes.get(at..).and_then(|rest| find(rest, b"/Kids")) {
        let start = at + found;
        at = start + b"/Kids".len();
        let head = bytes.get(start.saturating_sub(400)..start).unwrap_or_default();
        let object = head.windows(5).rposition(|window| {
            window == b" obj " || window == b" obj\n" || window == b" obj\r" || window == b" obj<"
        });
        let Some(number) = object.and_then(|end| number_before(head.get(..end)?)) else { continue };
        let rest = bytes.get(at..).unwrap_or_default();
        let Some(end) = find(rest.get(..rest.len().min(1 << 20)).unwrap_or_default(), b"]") else {
            continue;
        };
        // Fields of forms and trees of names have children too.
        let own = head.get(object.unwrap_or_default()..).unwrap_or_default();
        let after = rest.get(end..rest.len().min(end + 200)).unwrap_or_default();
        let after = after.get(..find(after, b"endobj").unwrap_or(after.len())).unwrap_or_default();
        if find(own, b"/Pages").is_none() && find(after, b"/Pages").is_none() {
            continue;
        }
        let list = String::from_utf8_lossy(rest.get(..end).unwrap_or_default());
        let words: Vec<&str> = list
            .split(|c: char| c.is_whitespace() || c == '[')
            .filter(|it| !it.is_empty())
            .collect();
        let kids = words.chunks(3).filter_map(|it| it.first()?.parse().ok()).collect();
        nodes.insert(number, kids);
    }
    nodes
}

/// Returns the number of an object, of which `12 0` was read.
fn number_before(head: &[u8]) -> Option<u32> {
    let text = String::from_utf8_lossy(head);
    let mut words = text.split_whitespace().rev();
    words.next()?;
    words.next()?.rsplit(|c: char| !c.is_ascii_digit()).next()?.parse().ok()
}
