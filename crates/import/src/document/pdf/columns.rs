//! Divides a page into zones that are read one after the other: columns and what is above and below.

use super::dated_columns::{are_dates_beside, are_notes, is_dated};
use super::names_above::without_name;
use super::segments::{MAX_SEGMENTS, Segment};
use super::words;
use crate::document::headings::matched;

/// A part of a page without columns.
pub(super) struct Zone {
    pub(super) segments: Vec<Segment>,
    /// Whether it is beside what the page is about.
    pub(super) is_side: bool,
}

/// The least width of the space between columns, in points.
const MIN_GUTTER: f64 = 7.0;

/// The fewest lines of a column.
pub(super) const MIN_LINES: usize = 3;

/// The part of the lines of a column beside each of which is a line of the other, if both are only
/// parts of lines.
const MAX_BESIDE: f64 = 0.72;

/// How often a page is divided.
const MAX_DEPTH: usize = 5;

/// How many places for the space between columns are tried.
const MAX_CANDIDATES: usize = 48;

/// The best place to divide so far.
struct Cut {
    rows: std::ops::Range<usize>,
    x: f64,
    gutter: f64,
    score: f64,
}

/// Divides segments, which are in the order of their baselines.
pub(super) fn zones(segments: Vec<Segment>) -> Vec<Zone> {
    let mut zones = Vec::new();
    divide(segments, false, 0, &mut zones);
    zones
}

fn divide(segments: Vec<Segment>, is_side: bool, depth: usize, zones: &mut Vec<Zone>) {
    if segments.is_empty() {
        return;
    }
    let is_small = segments.len() < 2 * MIN_LINES || segments.len() > MAX_SEGMENTS;
    let rows = rows(segments);
    let cut = if is_small || depth >= MAX_DEPTH { None } else { best_cut(&rows) };
    let Some(cut) = cut else {
        return zones.push(Zone { segments: rows.into_iter().flatten().collect(), is_side });
    };
    let (mut above, mut left, mut right, mut below) = (vec![], vec![], vec![], vec![]);
    for (at, row) in rows.into_iter().enumerate() {
        for segment in row {
            if at < cut.rows.start {
                above.push(segment);
            } else if at >= cut.rows.end {
                below.push(segment);
            } else if segment.right <= cut.x - cut.gutter / 2.0 {
                left.push(segment);
            } else {
                right.push(segment);
            }
        }
    }
    let length = |segments: &[Segment]| segments.iter().map(Segment::length).sum::<usize>();
    let (in_left, in_right) = (length(&left), length(&right));
    // A column with much less text is beside the page's own.
    let is_left_side = in_left * 100 < (in_left + in_right) * 42;
    let is_right_side = in_right * 100 < (in_left + in_right) * 42;
    divide(above, is_side, depth + 1, zones);
    divide(left, is_side || is_left_side, depth + 1, zones);
    divide(right, is_side || is_right_side, depth + 1, zones);
    divide(below, is_side, depth + 1, zones);
}

fn rows(segments: Vec<Segment>) -> Vec<Vec<Segment>> {
    let mut rows: Vec<Vec<Segment>> = Vec::new();
    for segment in segments {
        match rows.last_mut() {
            Some(row) if row.iter().any(|other| other.is_on_line_with(&segment)) => {
                row.push(segment);
            }
            _ => rows.push(vec![segment]),
        }
    }
    rows
}

fn best_cut(rows: &[Vec<Segment>]) -> Option<Cut> {
    let mut best: Option<Cut> = None;
    for x in candidates(rows) {
        let mut start = 0;
        while start < rows.len() {
            let free = |row: &Vec<Segment>| free_before(row, x);
            let length = rows.iter().skip(start).take_while(|row| free(row).is_some()).count();
            let run = without_others(rows, start..start + length, x);
            start =
                if run.is_empty() { start + 1 } else { run.end + usize::from(run.len() == length) };
            let run = without_name(rows, without_next(rows, run, x), &|it| is_right(it, x));
            let Some(cut) = cut(rows, run, x) else { continue };
            if best.as_ref().is_none_or(|best| cut.score > best.score) {
                best = Some(cut);
            }
        }
    }
    best
}

/// The distance after which what is at the right is no longer the same column, in points.
const FAR: f64 = 45.0;

/// Returns the rows until something at the right of a line is far below the column, and begins
/// elsewhere.
fn without_others(
    rows: &[Vec<Segment>],
    run: std::ops::Range<usize>,
    x: f64,
) -> std::ops::Range<usize> {
    let mut last: Option<(usize, f64)> = None;
    for at in run.clone() {
        let Some(row) = rows.get(at) else { break };
        let right = row.iter().filter(|segment| is_right(segment, x)).map(|it| it.left);
        let Some(left) = right.reduce(f64::min) else { continue };
        let base = row.first().map_or(0.0, |segment| segment.base);
        let has_left = row.iter().any(|segment| !is_right(segment, x));
        if let Some((before, bottom)) = last
            && has_left
            && left > x + 40.0
            && base - bottom > FAR
        {
            return run.start..before + 1;
        }
        last = Some((at, base));
    }
    run
}

/// Returns the rows without those at the end that begin what is below both columns: the right one has
/// ended, a heading is at the left, and what follows is as wide as both.
fn without_next(
    rows: &[Vec<Segment>],
    run: std::ops::Range<usize>,
    x: f64,
) -> std::ops::Range<usize> {
    if run.end >= rows.len() {
        return run;
    }
    let inside = rows.get(run.clone()).unwrap_or_default();
    let has_right = |row: &Vec<Segment>| row.iter().any(|segment| is_right(segment, x));
    let Some(last) = inside.iter().rposition(has_right) else { return run };
    let is_title = |row: &Vec<Segment>| match row.as_slice() {
        [one] => stands_out(one) && matched(trimmed(&plain(one))).is_some_and(|it| it.is_whole),
        _ => false,
    };
    match inside.iter().skip(last + 1).position(is_title) {
        Some(at) => run.start..run.start + last + 1 + at,
        None => run,
    }
}

/// Whether a segment is in the column that begins at a position. Large letters begin a little before it.
fn is_right(segment: &Segment, x: f64) -> bool {
    segment.left >= x - (0.4 * segment.size - 3.0).clamp(1.0, 14.0)
}

/// Whether a segment is bold, or in capitals.
fn stands_out(segment: &Segment) -> bool {
    let text = plain(segment);
    segment.glyphs.iter().all(|glyph| glyph.look.is_bold || glyph.is_space())
        || (text.to_uppercase() == text && text.to_lowercase() != text)
}

/// Returns where columns may begin: where several segments do.
fn candidates(rows: &[Vec<Segment>]) -> Vec<f64> {
    let mut lefts: Vec<f64> = rows.iter().flatten().map(|segment| segment.left).collect();
    lefts.sort_by(f64::total_cmp);
    let first = lefts.first().copied().unwrap_or_default();
    let mut groups: Vec<(f64, usize)> = Vec::new();
    for left in lefts.into_iter().filter(|left| *left > first + 20.0) {
        match groups.last_mut() {
            Some((x, count)) if left - *x < 3.0 => *count += 1,
            _ => groups.push((left, 1)),
        }
    }
    groups.retain(|(_, count)| *count >= MIN_LINES.min(2));
    groups.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    groups.truncate(MAX_CANDIDATES);
    groups.into_iter().map(|(x, _)| x).collect()
}

/// Returns the width of the free space of a row before a position; `None` if there is none.
fn free_before(row: &[Segment], x: f64) -> Option<f64> {
    let before = row.iter().filter(|segment| !is_right(segment, x));
    let end = before.map(|segment| segment.right).reduce(f64::max);
    let gutter = end.map_or(f64::INFINITY, |end| x - end);
    (gutter >= MIN_GUTTER).then_some(gutter)
}

/// Returns a cut through rows, if the parts on its sides are columns.
fn cut(rows: &[Vec<Segment>], run: std::ops::Range<usize>, x: f64) -> Option<Cut> {
    let is_right = |segment: &Segment| is_right(segment, x);
    let has_right = |row: &Vec<Segment>| row.iter().any(is_right);
    let inside = || rows.get(run.clone()).unwrap_or_default().iter();
    let has_left = |row: &Vec<Segment>| row.iter().any(|segment| !is_right(segment));
    let (left, right) = (
        inside().filter(|row| has_left(row)).count(),
        inside().filter(|row| has_right(row)).count(),
    );
    if left < MIN_LINES || right < MIN_LINES {
        return None;
    }
    let both = inside().filter(|row| has_left(row) && has_right(row)).count();
    let part = |count: usize| ratio(both, count);
    let parts = |is_wanted: &dyn Fn(&Segment) -> bool| -> Vec<String> {
        let wanted = inside().flatten().filter(|segment| is_wanted(segment));
        wanted.map(plain).collect()
    };
    let lefts = parts(&|segment| !is_right(segment));
    let rights = parts(&|segment| is_right(segment));
    let are_rows = part(left).max(part(right)) > MAX_BESIDE;
    let has_heading = |is_wanted: &dyn Fn(&Segment) -> bool| {
        let sizes = inside().flatten().filter(|it| is_wanted(it)).map(|it| it.size);
        let smallest = sizes.fold(f64::INFINITY, f64::min);
        inside()
            .flatten()
            .filter(|it| is_wanted(it))
            .any(|it| (stands_out(it) || it.size > smallest * 1.1) && is_heading(&plain(it)))
    };
    let has_headings =
        has_heading(&|segment| !is_right(segment)) && has_heading(&|segment| is_right(segment));
    if are_rows && !has_headings {
        return None;
    }
    let is_plain = !has_heading(&|segment| is_right(segment));
    if is_dated(&lefts)
        || is_dated(&rights)
        || (is_plain && are_notes(&rights))
        || are_dates_beside(inside(), &is_right)
    {
        return None;
    }
    let (top, bottom) = (rows.get(run.start)?.first()?.base, rows.get(run.end - 1)?.first()?.base);
    let gutter = inside().filter_map(|row| free_before(row, x)).reduce(f64::min)?;
    let score = (bottom - top) * ratio(left.min(right), 1).sqrt() * gutter.min(30.0).sqrt();
    Some(Cut { rows: run, x, gutter, score })
}

pub(super) fn plain(segment: &Segment) -> String {
    words::spans(&segment.glyphs, &[]).iter().map(|span| span.text.as_str()).collect()
}

fn trimmed(text: &str) -> &str {
    text.trim().trim_end_matches([':', '：'])
}

pub(super) fn is_heading(text: &str) -> bool {
    let text = trimmed(text);
    text.chars().count() < 40 && matched(text).is_some_and(|found| found.is_whole)
}

#[expect(clippy::cast_precision_loss, reason = "there are few lines on a page")]
fn ratio(part: usize, whole: usize) -> f64 {
    part as f64 / whole.max(1) as f64
}
