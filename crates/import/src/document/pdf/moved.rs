//! Moves what is not on the line that it belongs to: a name between the columns of a letterhead, and a period below the
//! place at the end of the line that it belongs to.

use super::columns::plain;
use super::dated_columns::is_date;
use super::segments::{MAX_SEGMENTS, Segment};
use crate::dates::is_now;

/// The least size of a name between columns, in sizes of what is beside it.
const MIN_NAME: f64 = 1.4;

/// The most pieces of a name.
const MAX_PIECES: usize = 4;

/// How far below its line a period may be, in sizes of the font.
const MAX_BELOW: f64 = 3.2;

/// How much the ends of a period and of its line may differ, in points.
const SAME_END: f64 = 8.0;

/// The part of the page in which the name is.
const TOP: f64 = 0.2;

/// Returns the name at the top of a page with this height that has something else at its left, and the
/// other segments.
pub(super) fn name_apart(segments: Vec<Segment>, height: f64) -> (Vec<Segment>, Vec<Segment>) {
    let is_top = |segment: &&Segment| segment.base < TOP * height && segment.length() > 1;
    let top: Vec<&Segment> = segments.iter().filter(is_top).collect();
    let size = top.iter().map(|segment| segment.size).fold(0.0, f64::max);
    let is_name = |segment: &Segment| segment.size > 0.95 * size && is_top(&segment);
    let names = || top.iter().filter(|it| is_name(it));
    if names().count() > MAX_PIECES {
        return (Vec::new(), segments);
    }
    let is_between = names().any(|name| {
        top.iter().any(|other| {
            let is_beside = (other.base - name.base).abs() < name.size && other.right < name.left;
            is_beside && other.size * MIN_NAME < size
        })
    });
    let is_one = names().zip(names().skip(1)).all(|(one, next)| next.base - one.base < 1.7 * size);
    if !is_between || !is_one {
        return (Vec::new(), segments);
    }
    segments.into_iter().partition(is_name)
}

/// Puts the ends of periods that are broken for want of room after their beginnings: `Sep 2013 – January`
/// and `2016` below it, in a narrow column of dates.
pub(super) fn with_ends(mut segments: Vec<Segment>) -> Vec<Segment> {
    if segments.len() > MAX_SEGMENTS {
        return segments;
    }
    let mut at = 0;
    while at < segments.len() {
        let found = segments.get(at).and_then(|end| {
            let text = plain(end);
            let is_year = text.trim().len() == 4 && is_date(&text);
            let near = segments.iter().enumerate().take(at).rev();
            let mut near = near.take_while(|(_, it)| end.base - it.base < 1.9 * end.size);
            let first = near.find(|(_, start)| {
                let is_edge = (start.right - end.right).abs() < SAME_END
                    || (start.left - end.left).abs() < SAME_END;
                end.base - start.base > 0.9 * end.size
                    && (start.size - end.size).abs() < 0.5
                    && is_edge
                    && is_open(&plain(start), is_year)
            });
            first.filter(|_| is_date(&text)).map(|(first, _)| first)
        });
        let Some(first) = found else {
            at += 1;
            continue;
        };
        let end = segments.remove(at);
        if let Some(start) = segments.get_mut(first) {
            let right = start.right;
            start.glyphs.extend(end.glyphs.into_iter().map(|mut glyph| {
                // What is read in a line is at its right, on its baseline.
                let shift = right + 0.3 * start.size - end.left;
                glyph.left += shift;
                glyph.right += shift;
                glyph.base = start.base;
                glyph
            }));
        }
    }
    segments
}

/// Whether a text begins a period, and has no end, or one whose year is missing.
fn is_open(text: &str, is_year: bool) -> bool {
    let Some((start, end)) = text.trim().rsplit_once(['–', '—', '-']) else { return false };
    let (start, end) = (start.trim(), end.trim());
    let is_word = end.chars().count() > 2 && end.chars().all(char::is_alphabetic);
    is_date(start) && (end.is_empty() || (is_year && is_word && !is_now(end)))
}

/// Puts periods at the end of the lines above them: below a place, and beside the text of the entry.
pub(super) fn with_periods(mut segments: Vec<Segment>) -> Vec<Segment> {
    if segments.len() > MAX_SEGMENTS {
        return segments;
    }
    for at in 0..segments.len() {
        let Some(period) = segments.get(at).filter(|it| is_date(&plain(it))) else { continue };
        let is_near = |other: &&Segment| period.base - other.base < MAX_BELOW * period.size;
        let mut before = segments.iter().take(at).rev().take_while(is_near);
        let others = segments.iter().filter(|other| !std::ptr::eq(*other, period));
        let on_line: Vec<&Segment> = others.filter(|other| period.is_on_line_with(other)).collect();
        let indent = on_line.iter().map(|other| other.left).reduce(f64::min);
        let is_end = |other: &&Segment| (other.right - period.right).abs() < SAME_END;
        let place = before.find(is_end).filter(|place| {
            period.base - place.base > 1.2 * period.size && !is_date(&plain(place))
        });
        let is_moved = |place: &Segment| {
            let text = segments.iter().any(|other| {
                let is_beside = other.base > place.base + 1.0 && other.base < period.base;
                is_beside && other.right < period.left
            });
            let titles: Vec<&Segment> =
                segments.iter().filter(|other| other.is_on_line_with(place)).collect();
            let has_title = titles.iter().any(|other| other.right < place.left - 2.0 * place.size);
            let start = titles.iter().map(|title| title.left).fold(f64::INFINITY, f64::min);
            // An item of a list may be on the same line by chance.
            let is_item = indent.is_some_and(|left| {
                left > start + 0.5 * place.size
                    && titles.iter().all(|title| (title.left - left).abs() > 2.0)
                    && on_line.iter().all(|other| other.right < period.left)
            });
            has_title && if on_line.is_empty() { text } else { is_item }
        };
        let Some(base) = place.filter(|it| is_moved(it)).map(|place| place.base) else {
            continue;
        };
        if let Some(period) = segments.get_mut(at) {
            period.base = base;
        }
    }
    segments.sort_by(|a, b| a.base.total_cmp(&b.base).then(a.left.total_cmp(&b.left)));
    segments
}
