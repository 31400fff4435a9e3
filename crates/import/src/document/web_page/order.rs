//! Finds headings that stand after what belongs below them: pages set dates beside titles.

use super::chrome::Chrome;
use super::tree::Tree;
use std::collections::HashMap;

/// The most words before a heading that belong to it.
const MAX_WORDS: usize = 8;

/// How far around a heading what belongs to it is looked for.
const MAX_DEPTH: usize = 5;

/// Returns the elements in which a heading is read first, each with that heading.
pub(super) fn first_headings(tree: &Tree, chrome: &Chrome) -> HashMap<usize, usize> {
    let mut found = HashMap::new();
    let levels: Vec<(usize, u8)> =
        (0..tree.nodes.len()).filter_map(|at| Some((at, level(tree.name(at))?))).collect();
    for (index, (heading, own)) in levels.iter().enumerate().filter(|(_, (_, own))| *own > 1) {
        for outer in tree.around(*heading).take(MAX_DEPTH) {
            let before =
                chrome.words(outer).0.min(MAX_WORDS + 1) > 0 && (outer + 1..*heading).len() < 60;
            let is_cut = matches!(
                tree.name(outer),
                "tr" | "table" | "tbody" | "thead" | "ul" | "ol" | "dl" | "body" | "html" | "main"
            );
            let earlier = index.checked_sub(1).and_then(|at| levels.get(at));
            let later = levels.get(index + 1);
            let is_other = |other: Option<&(usize, u8)>, most: u8| {
                other.is_some_and(|(at, level)| {
                    *at > outer && *at < tree.end(outer) && *level <= most
                })
            };
            if !before || is_cut || is_other(earlier, 6) || is_other(later, *own) {
                break;
            }
            let text = tree.text_until(outer, *heading);
            if text.is_empty() {
                continue;
            }
            if text.split_whitespace().count() <= MAX_WORDS
                && (has_year(&text) || has_time(tree, outer, *heading))
            {
                found.insert(outer, *heading);
            }
            break;
        }
    }
    found
}

/// Whether there is a date for programs between two elements.
fn has_time(tree: &Tree, from: usize, to: usize) -> bool {
    (from..to).any(|at| {
        tree.tag(at).is_some_and(|it| it.name == "time" && it.attribute("datetime").is_some())
    })
}

/// Whether a text has a year.
pub(super) fn has_year(text: &str) -> bool {
    let mut numbers = text.split(|c: char| !c.is_ascii_digit());
    numbers.any(|it| it.len() == 4 && (it.starts_with("19") || it.starts_with("20")))
}

fn level(name: &str) -> Option<u8> {
    match name.as_bytes() {
        [b'h', digit @ b'1'..=b'6'] => Some(digit - b'0'),
        _ => None,
    }
}
