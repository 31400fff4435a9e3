//! Puts dates that are written upwards or downwards beside an entry at the end of its first line.

use super::columns::{is_heading, plain};
use super::dated_columns::is_date;
use super::glyphs::Glyph;
use super::segments::{MAX_SEGMENTS, Segment, segments};
use std::collections::HashMap;

/// How far from a date its entry begins at most, in points.
const MAX_BESIDE: f64 = 90.0;

/// How far apart the lines of a title may be, in sizes of its font.
const MAX_GAP: f64 = 2.0;

/// Returns the glyphs of a page, of which those of dates that are turned are upright.
pub(super) fn upright(glyphs: Vec<&Glyph>) -> Vec<Glyph> {
    let of = |turn: u8| glyphs.iter().filter(move |it| it.turn == turn);
    let turned = of(1).chain(of(3)).filter(|glyph| !glyph.is_space()).count();
    if turned < 8 || turned > of(0).count() {
        return glyphs.into_iter().cloned().collect();
    }
    let lines = segments(of(0).map(|glyph| (*glyph).clone()).collect());
    let mut all: Vec<Glyph> =
        glyphs.iter().filter(|it| it.turn != 1 && it.turn != 3).map(|it| (*it).clone()).collect();
    // Several dates beside one entry are beside each other.
    let mut ends: HashMap<u64, f64> = HashMap::new();
    for turn in [1, 3] {
        for segment in segments(of(turn).map(|glyph| (*glyph).clone()).collect()) {
            let text = plain(&segment);
            let line = (is_date(&text) && lines.len() < MAX_SEGMENTS)
                .then(|| first_line(&lines, &segment, turn))
                .flatten();
            let Some(line) = line else {
                all.extend(segment.glyphs);
                continue;
            };
            let on_line = lines.iter().filter(|other| other.is_on_line_with(line));
            let end = on_line.map(|other| other.right).fold(line.right, f64::max);
            let own = ends.entry(line.base.to_bits()).or_insert(end);
            let shift = own.max(end) + 3.0 * line.size - segment.left;
            *own = segment.right + shift;
            all.extend(segment.glyphs.into_iter().map(|glyph| Glyph {
                left: glyph.left + shift,
                right: glyph.right + shift,
                base: line.base,
                turn: 0,
                ..glyph
            }));
        }
    }
    all
}

/// Returns the first line of the title of the entry beside the middle of a date.
fn first_line<'a>(lines: &'a [Segment], date: &Segment, turn: u8) -> Option<&'a Segment> {
    let (x, top, bottom) = match turn {
        1 => (-date.base, date.left, date.right),
        _ => (date.base, -date.right, -date.left),
    };
    let middle = f64::midpoint(top, bottom);
    let is_beside = |line: &&Segment| line.left > x && line.left < x + MAX_BESIDE;
    let beside: Vec<&Segment> = lines.iter().filter(is_beside).collect();
    let mut above = beside.iter().rev().filter(|line| line.base < middle + line.size).copied();
    let is_title = |line: &Segment| {
        let first = line.glyphs.iter().find(|glyph| !glyph.is_space());
        first.is_some_and(|glyph| glyph.look.is_bold) && !is_heading(&plain(line))
    };
    let mut first = above.find(|line| is_title(line))?;
    for line in above {
        if !is_title(line) || first.base - line.base > MAX_GAP * first.size {
            break;
        }
        first = line;
    }
    Some(first)
}
