//! The lines of a document in the order in which they are read, with what they look like.

use super::columns::Zone;
use super::geometry::Area;
use super::segments::Segment;
use super::typed_rules::without_rule;
use super::words::{self, Span};
use std::sync::Arc;

/// What the tags of a document say about a line.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Tag {
    /// The number of its paragraph.
    pub(super) block: usize,
    pub(super) heading: Option<u8>,
    /// The number of the item that it is in, and how many lists are around that.
    pub(super) item: Option<usize>,
    pub(super) depth: u8,
    /// Whether it is the bullet or the number of the item.
    pub(super) is_label: bool,
}

/// A line.
#[derive(Clone, Debug, Default)]
pub(super) struct Line {
    pub(super) page: usize,
    /// The part of the page that it is in; lines of several parts are never one paragraph.
    pub(super) zone: usize,
    pub(super) left: f64,
    pub(super) right: f64,
    pub(super) base: f64,
    pub(super) size: f64,
    pub(super) color: u32,
    pub(super) is_bold: bool,
    pub(super) is_italic: bool,
    /// Whether a line is drawn below it.
    pub(super) has_rule: bool,
    /// The width of its first word.
    pub(super) first_word: f64,
    pub(super) spans: Vec<Span>,
    /// Where the text after each wide gap begins.
    pub(super) columns: Vec<f64>,
    pub(super) tag: Option<Tag>,
}

impl Line {
    pub(super) fn plain(&self) -> String {
        let text: String = self.spans.iter().map(|span| span.text.as_str()).collect();
        text.trim().to_owned()
    }
}

/// Returns the lines of a zone.
pub(super) fn lines(
    zone: &Zone,
    (page, number): (usize, usize),
    rules: &[Area],
    addresses: &[Arc<str>],
) -> Vec<Line> {
    let mut rows: Vec<Vec<&Segment>> = Vec::new();
    for segment in &zone.segments {
        match rows.last_mut() {
            Some(row) if row.iter().any(|other| other.is_on_line_with(segment)) => {
                row.push(segment);
            }
            _ => rows.push(vec![segment]),
        }
    }
    let lines = rows.into_iter().filter_map(|mut row| {
        row.sort_by(|a, b| a.left.total_cmp(&b.left));
        line(&row, addresses)
    });
    let mut lines: Vec<Line> = lines.map(|line| Line { page, zone: number, ..line }).collect();
    for at in 0..lines.len() {
        let next = lines.get(at + 1).map(|next| next.base - next.size);
        let Some(line) = lines.get_mut(at) else { continue };
        let end = next.unwrap_or(f64::INFINITY).min(line.base + 1.2 * line.size);
        line.has_rule |= rules.iter().any(|rule| {
            let is_below =
                rule.bottom > line.base - 0.1 * line.size && rule.top <= end.max(line.base + 1.0);
            // A line below a few words only underlines them.
            let is_longer =
                rule.width() > (line.right - line.left) * 1.15 + 4.0 || rule.width() > 150.0;
            is_below && is_longer && rule.left < line.right && rule.right > line.left
        });
    }
    lines
}

fn line(row: &[&Segment], addresses: &[Arc<str>]) -> Option<Line> {
    let largest = row.iter().max_by_key(|segment| segment.length())?;
    let (mut spans, mut columns): (Vec<Span>, Vec<f64>) = (Vec::new(), Vec::new());
    let is_rtl = row.iter().any(|segment| {
        segment.glyphs.iter().any(|glyph| glyph.text.chars().any(words::is_right_to_left))
    });
    let mut segments: Vec<&&Segment> = row.iter().collect();
    if is_rtl {
        segments.reverse();
    }
    for segment in segments {
        let own = words::spans(&segment.glyphs, addresses);
        if let Some(last) = spans.last_mut() {
            last.text.push('\t');
            columns.push(segment.left);
        }
        spans.extend(own);
    }
    let (spans, has_rule) = without_rule(tidied(spans));
    if spans.iter().all(|span| span.text.trim().is_empty()) {
        return None;
    }
    let glyphs = || row.iter().flat_map(|segment| &segment.glyphs).filter(|it| !it.is_space());
    let letters = || glyphs().filter(|it| it.text.chars().any(char::is_alphanumeric));
    let count = letters().count().max(1);
    let color = letters().next().or_else(|| glyphs().next()).map_or(0, |glyph| glyph.color);
    Some(Line {
        left: row.first()?.left,
        right: row.iter().map(|segment| segment.right).fold(0.0, f64::max),
        base: largest.base,
        size: row.iter().map(|segment| segment.size).fold(0.0, f64::max),
        color,
        is_bold: letters().filter(|it| it.look.is_bold).count() * 10 > count * 8,
        is_italic: letters().filter(|it| it.look.is_italic).count() * 10 > count * 8,
        first_word: first_word(row.first()?),
        spans,
        columns,
        has_rule,
        ..Line::default()
    })
}

/// Returns the width of the first word of a segment.
fn first_word(segment: &Segment) -> f64 {
    let mut end = segment.left;
    for glyph in &segment.glyphs {
        if glyph.is_space() || glyph.left - end > 0.16 * glyph.size {
            break;
        }
        end = glyph.right;
    }
    end - segment.left
}

/// Joins gaps, and removes them at both ends.
fn tidied(spans: Vec<Span>) -> Vec<Span> {
    let mut tidied: Vec<Span> = Vec::with_capacity(spans.len());
    let (mut has_gap, mut has_space) = (false, false);
    for span in spans {
        let mut text = String::with_capacity(span.text.len());
        for c in span.text.chars() {
            match c {
                '\t' => has_gap = true,
                ' ' => has_space = true,
                _ => {
                    let is_first = text.is_empty() && tidied.is_empty();
                    if has_gap && !is_first {
                        text.push('\t');
                    } else if has_space && !is_first {
                        text.push(' ');
                    }
                    (has_gap, has_space) = (false, false);
                    text.push(c);
                }
            }
        }
        if !text.is_empty() {
            tidied.push(Span { text, ..span });
        }
    }
    tidied
}
