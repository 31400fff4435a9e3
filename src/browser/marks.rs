//! Marks the words of a search in the text.

use super::document::{all_in_page as all, document};
use super::fold::fold;
use wasm_bindgen::JsCast;
use web_sys::{Element, Node, Text};

/// The current marks, and the elements besides the items that can be marked.
#[derive(Debug, Default)]
pub(super) struct Marks {
    /// The titles and the page's header, which are always visible, whatever is found.
    frame: Vec<Element>,
    /// The elements that have been searched for the current words.
    done: Vec<Element>,
    /// The text nodes that were split, their original text, and the nodes added after each.
    split: Vec<(Text, String, Vec<Node>)>,
}

impl Marks {
    pub(super) fn collect() -> Self {
        Self { frame: all(".hero, .section > .heading"), ..Self::default() }
    }

    /// Marks words in elements that are visible or close to it. `items` are in document order.
    pub(super) fn mark(&mut self, words: &[String], items: &[&Element]) {
        let height = web_sys::window().and_then(|window| window.inner_height().ok()?.as_f64());
        let height = height.unwrap_or_default();
        let is_below = |element: &Element| element.get_bounding_client_rect().top() > height * 1.5;
        let is_above = |element: &Element| element.get_bounding_client_rect().bottom() < -height;
        let first = items.partition_point(|item| is_above(item));
        let items = items[first..].iter().take_while(|item| !is_below(item)).copied();
        let frame = self.frame.iter().filter(|item| !is_above(item) && !is_below(item));
        let fresh: Vec<Element> =
            frame.chain(items).filter(|item| !self.done.contains(item)).cloned().collect();
        for element in fresh {
            self.mark_in(&element, words);
            self.done.push(element);
        }
    }

    /// Restores every text node.
    pub(super) fn clear(&mut self) {
        for (text, original, added) in self.split.drain(..) {
            for node in added {
                if let Some(parent) = node.parent_node() {
                    let _ = parent.remove_child(&node);
                }
            }
            text.set_data(&original);
        }
        self.done.clear();
    }

    fn mark_in(&mut self, element: &Element, words: &[String]) {
        const SHOW_TEXT: u32 = 4;
        let walker = document().and_then(|document| {
            document.create_tree_walker_with_what_to_show(element, SHOW_TEXT).ok()
        });
        let Some(walker) = walker else { return };
        // The texts are split only after the walk, so that it does not visit the new marks.
        let texts = std::iter::from_fn(|| walker.next_node().ok()?);
        let texts: Vec<Text> = texts.filter_map(|node| node.dyn_into().ok()).collect();
        for text in texts {
            let original = text.data();
            let ranges = find_ranges(&original, words);
            if !ranges.is_empty() {
                let added = split(&text, &ranges);
                self.split.push((text, original, added));
            }
        }
    }
}

/// Returns the ranges of words in a text, in UTF-16 code units as in the DOM, without overlaps.
fn find_ranges(text: &str, words: &[String]) -> Vec<(u32, u32)> {
    let mut folded = String::with_capacity(text.len());
    let mut origins = Vec::with_capacity(text.len());
    let mut origin = 0;
    let mut buffer = [0; 4];
    for c in text.chars() {
        folded.push_str(&fold(c.encode_utf8(&mut buffer)));
        origins.resize(folded.len(), origin);
        origin += if c > '\u{ffff}' { 2 } else { 1 };
    }
    origins.push(origin);
    // Matches are recorded for each byte, so that overlapping words become one range.
    let mut is_found = vec![false; folded.len() + 1];
    for word in words {
        let mut from = 0;
        while let Some(at) = folded.get(from..).and_then(|rest| rest.find(word.as_str())) {
            let end = from + at + word.len();
            is_found[from + at..end].fill(true);
            from = end;
        }
    }
    let mut ranges = Vec::new();
    let mut start = None;
    for (at, is_found) in is_found.into_iter().enumerate() {
        match start {
            None if is_found => start = Some(origins[at]),
            Some(first) if !is_found => {
                // A letter that folds to two can match by half, which makes an empty range.
                if first < origins[at] {
                    ranges.push((first, origins[at]));
                }
                start = None;
            }
            _ => {}
        }
    }
    ranges
}

/// Wraps each range of a text in its own `mark`; returns the nodes added after the text.
fn split(text: &Text, ranges: &[(u32, u32)]) -> Vec<Node> {
    let mut added = Vec::new();
    for (start, end) in ranges.iter().rev() {
        let (Ok(after), Ok(found)) = (text.split_text(*end), text.split_text(*start)) else {
            continue;
        };
        added.push(after.into());
        let mark = document().and_then(|document| document.create_element("mark").ok());
        if let Some(mark) = mark
            && let Some(parent) = found.parent_node()
            && parent.replace_child(&mark, &found).is_ok()
        {
            let _ = mark.append_child(&found);
            added.push(mark.into());
        }
    }
    added
}
