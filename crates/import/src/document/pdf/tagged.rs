//! Follows the tags of a document (ISO 32000-1, 14.7): which content is a heading, an item, a cell.
//!
//! Tags say the order, the headings and the items. What is beside each other on one line, and which
//! line breaks have a meaning, is read of the positions as without tags.

use super::glyphs::{Glyph, Page};
use super::heading_styles::is_known;
use super::lines::{self, Line, Tag};
use super::segments::segments;
use super::tag_tree::{Key, Tree};
use crate::document::person::can_be_name;
use hayro_syntax::Pdf;
use hayro_syntax::object::Dict;
use std::collections::{HashMap, HashSet};
use std::sync::Arc;

/// The part of the text that has to be tagged, in hundredths.
const MIN_TAGGED: usize = 94;

/// The least size of another word of a name, in sizes of the largest one.
const SAME_SIZE: f64 = 0.95;

/// The part of a page that the tallest letterhead takes.
const TALL: f64 = 0.5;

/// The most lines of one paragraph.
const MAX_LINES: usize = 60;

/// Returns the lines of a document in the order of its tags, if they can be trusted.
pub(super) fn lines(
    pdf: &Pdf,
    catalog: &Dict,
    pages: &[Page],
    addresses: &[Arc<str>],
) -> Option<Vec<Line>> {
    let root = catalog.get::<Dict>("StructTreeRoot")?;
    let tree = Tree::of(pdf, &root);
    let mut glyphs = by_mark(pages);
    tree.say_actual(&mut glyphs);
    let total = pages.iter().flat_map(|page| &page.glyphs).filter(|glyph| is_text(glyph)).count();
    let tagged = tree.content.iter().filter_map(|(key, _)| glyphs.get(key));
    let tagged: usize = tagged.flatten().filter(|glyph| is_text(glyph)).count();
    if tagged * 100 < total * MIN_TAGGED || total == 0 {
        return None;
    }
    let mut lines: Vec<Line> = Vec::new();
    let mut content = tree.content.into_iter().peekable();
    while let Some(((page, stream, number), tag)) = content.next() {
        let mut own = glyphs.remove(&(page, stream, number)).unwrap_or_default();
        while let Some((next, other)) = content.peek()
            && next.0 == page
            && *other == tag
        {
            own.extend(glyphs.remove(next).unwrap_or_default());
            content.next();
        }
        let rules = pages.get(page).map(|page| page.rules.as_slice()).unwrap_or_default();
        let block = block(own, tag, page, rules, addresses);
        // A paragraph around everything says nothing.
        if block.len() > MAX_LINES {
            return None;
        }
        lines.extend(block);
    }
    let mut lines = without_layout(beside(lines));
    add_untagged(&mut lines, pages, addresses);
    let heights: Vec<f64> = pages.iter().map(|page| page.height).collect();
    let is_sane =
        says_something(&lines) && is_in_order(&lines, &heights) && begins_with_title(&lines);
    is_sane.then_some(lines)
}

/// Adds what has no tag: what is at the top of the first page is above all, for it is a letterhead
/// that a program takes for an ornament, and the rest of the text is at the end.
fn add_untagged(lines: &mut Vec<Line>, pages: &[Page], addresses: &[Arc<str>]) {
    for (at, page) in pages.iter().enumerate() {
        let end = letterhead_end(at, page);
        let is_untagged = |glyph: &&Glyph| {
            let is_shown = !glyph.is_hidden && (glyph.mark.is_none() || glyph.turn != 0);
            is_shown && (!glyph.is_artifact || is_letterhead(glyph, end))
        };
        let (above, rest): (Vec<Glyph>, Vec<Glyph>) = page
            .glyphs
            .iter()
            .filter(is_untagged)
            .cloned()
            .partition(|glyph| is_letterhead(glyph, end));
        for (glyphs, is_above) in [(above, true), (rest, false)] {
            let letters = glyphs.iter().filter(|glyph| is_text(glyph) || is_above).count();
            let zone = lines.iter().map(|line| line.zone + 1).max().unwrap_or_default();
            let part = super::columns::Zone { segments: segments(glyphs), is_side: false };
            if letters > 1 {
                let mut own = lines::lines(&part, (at, zone), &page.rules, addresses);
                own.retain(|line| line.plain().contains(char::is_alphanumeric));
                let place = if is_above { 0 } else { lines.len() };
                lines.splice(place..place, own);
            }
        }
    }
}

/// Returns where the letterhead at the top of a page ends; only the first page has one. In Word it may be a tall header
/// of the page, below which everything else is.
pub(super) fn letterhead_end(page: usize, of: &Page) -> f64 {
    if page > 0 {
        return 0.0;
    }
    let own = of.glyphs.iter().filter(|glyph| is_text(glyph) && glyph.turn == 0);
    let top = own.map(|glyph| glyph.base - glyph.size).fold(of.height * TALL, f64::min);
    top.max(of.height * 0.22)
}

/// Whether a glyph is above the end of a letterhead.
pub(super) fn is_letterhead(glyph: &Glyph, end: f64) -> bool {
    glyph.turn == 0 && glyph.base < end
}

/// Whether there are headings or lists among the tags.
fn says_something(lines: &[Line]) -> bool {
    let tags = || lines.iter().filter_map(|line| line.tag);
    let headings = tags().filter(|tag| tag.heading.is_some()).count();
    let items: HashSet<usize> = tags().filter_map(|tag| tag.item).collect();
    headings > 1 || items.len() > 1
}

/// Whether the largest text, if it can be a name, is above the first section.
fn begins_with_title(lines: &[Line]) -> bool {
    let first_page = || lines.iter().enumerate().filter(|(_, line)| line.page == 0);
    let largest = first_page().map(|(_, line)| line.size).fold(0.0, f64::max);
    let mut names = first_page().filter(|(_, line)| line.size > SAME_SIZE * largest).peekable();
    let section = lines.iter().position(is_known).unwrap_or(lines.len());
    let is_above = names.peek().is_none_or(|(at, _)| *at < section);
    // Each word of a name may be a heading.
    let words: Vec<String> = names.map(|(_, line)| line.plain()).collect();
    is_above || !(words.first().is_some_and(|it| can_be_name(it)) || can_be_name(&words.join(" ")))
}

/// Whether the order is one in which a page may be read. Some programs write tags in the order in
/// which things were placed on the page.
fn is_in_order(lines: &[Line], heights: &[f64]) -> bool {
    let is_jump = |pair: &&[Line]| {
        let [a, b] = pair else { return false };
        let height = heights.get(a.page).copied().unwrap_or(800.0);
        a.page == b.page && b.base < a.base - height * 0.12
    };
    // Nobody goes up within one column.
    let is_column = |pair: &&[Line]| {
        let [a, b] = pair else { return false };
        let shared = a.right.min(b.right) - a.left.max(b.left);
        shared > 0.6 * (a.right - a.left).min(b.right - b.left)
    };
    let jumps = || lines.windows(2).filter(is_jump);
    jumps().count() <= 3 * heights.len().max(1) && jumps().filter(is_column).count() < 2
}

fn block(
    glyphs: Vec<Glyph>,
    tag: Tag,
    page: usize,
    rules: &[super::geometry::Area],
    addresses: &[Arc<str>],
) -> Vec<Line> {
    let zone = super::columns::Zone { segments: segments(glyphs), is_side: false };
    let mut lines = lines::lines(&zone, (page, tag.block), rules, addresses);
    for line in &mut lines {
        line.tag = Some(tag);
    }
    lines
}

/// Joins what is beside each other on one line, though it has several tags.
fn beside(lines: Vec<Line>) -> Vec<Line> {
    let mut all: Vec<Line> = Vec::with_capacity(lines.len());
    for mut line in lines {
        if let Some(last) = all.last_mut() {
            let is_row = last.page == line.page
                && (last.base - line.base).abs() < 0.35 * last.size.min(line.size)
                && line.left > last.right + 0.15 * line.size
                && last.tag.and_then(|tag| tag.heading) == line.tag.and_then(|tag| tag.heading);
            if is_row {
                let is_label = last.tag.is_some_and(|tag| tag.is_label);
                let plain = last.plain();
                if is_label && plain.chars().filter(|c| c.is_alphabetic()).count() > 2 {
                    // A term before its explanation.
                    if let Some(span) = last.spans.last_mut().filter(|_| !plain.ends_with(':')) {
                        span.text.push(':');
                    }
                }
                let is_wide = line.left - last.right > 0.8 * line.size;
                if let Some(span) = last.spans.last_mut() {
                    span.text.push(if is_wide { '\t' } else { ' ' });
                }
                if is_wide {
                    last.columns.push(line.left);
                }
                last.columns.append(&mut line.columns);
                last.right = line.right;
                last.is_bold &= line.is_bold;
                if last.tag.is_some_and(|tag| tag.is_label) {
                    last.tag = line.tag;
                    last.zone = line.zone;
                }
                last.spans.append(&mut line.spans);
                continue;
            }
        }
        all.push(line);
    }
    all
}

/// The most paragraphs of an item; with more, a list only places things below each other.
const MAX_PARAGRAPHS: usize = 3;

/// Removes the marks of items that are no items of a list but parts of a page.
fn without_layout(mut lines: Vec<Line>) -> Vec<Line> {
    let mut items: HashMap<usize, (HashSet<usize>, bool)> = HashMap::new();
    for tag in lines.iter().filter_map(|line| line.tag) {
        if let Some(item) = tag.item {
            let (blocks, has_heading) = items.entry(item).or_default();
            blocks.insert(tag.block);
            *has_heading |= tag.heading.is_some();
        }
    }
    for tag in lines.iter_mut().filter_map(|line| line.tag.as_mut()) {
        let item = tag.item.and_then(|item| items.get(&item));
        if item.is_some_and(|(blocks, heading)| *heading || blocks.len() > MAX_PARAGRAPHS) {
            tag.item = None;
        }
    }
    lines
}

fn is_text(glyph: &Glyph) -> bool {
    !glyph.is_hidden && !glyph.is_artifact && !glyph.is_space() && !glyph.is_icon()
}

/// Returns the visible glyphs of all pages by their marks.
fn by_mark(pages: &[Page]) -> HashMap<Key, Vec<Glyph>> {
    let mut all: HashMap<Key, Vec<Glyph>> = HashMap::new();
    for (at, page) in pages.iter().enumerate() {
        for glyph in page.glyphs.iter().filter(|glyph| !glyph.is_hidden && glyph.turn == 0) {
            if let Some((stream, number)) = glyph.mark {
                all.entry((at, stream, number)).or_default().push(glyph.clone());
            }
        }
    }
    all
}
