//! Puts glyphs together into segments: what is on one baseline, without a wide gap in it.

use super::glyphs::Glyph;
use super::words::{MIN_SPACED_GAP, middle};

/// A piece of a line.
#[derive(Clone, Debug)]
pub(super) struct Segment {
    /// Its glyphs, from left to right.
    pub(super) glyphs: Vec<Glyph>,
    pub(super) left: f64,
    pub(super) right: f64,
    pub(super) base: f64,
    pub(super) size: f64,
}

/// The least gap between columns, in sizes of the font.
const WIDE_GAP: f64 = 1.55;

/// The same, where no other gap in the line is nearly as wide.
const LONE_GAP: f64 = 0.78;

/// The least gaps by which text is told whose letters are set wide.
const MIN_GAPS: usize = 4;

/// How much larger one of two words of a line may be than the other.
const MAX_SIZES: f64 = 1.6;

/// How much the baselines of a line may differ, in sizes of the font.
const SAME_BASE: f64 = 0.2;

/// The maximum number of segments of a page that are compared with each other.
pub(super) const MAX_SEGMENTS: usize = 4_000;

/// The signs that are accents when they are drawn over a letter.
pub(super) const ACCENTS: [(char, char); 15] = [
    ('´', '\u{301}'),
    ('`', '\u{300}'),
    ('ˆ', '\u{302}'),
    ('^', '\u{302}'),
    ('˜', '\u{303}'),
    ('~', '\u{303}'),
    ('¨', '\u{308}'),
    ('¸', '\u{327}'),
    ('ˇ', '\u{30c}'),
    ('˘', '\u{306}'),
    ('˚', '\u{30a}'),
    ('¯', '\u{304}'),
    ('˙', '\u{307}'),
    ('˝', '\u{30b}'),
    ('˛', '\u{328}'),
];

impl Segment {
    pub(super) fn of(glyphs: Vec<Glyph>) -> Option<Self> {
        let shown = || glyphs.iter().filter(|glyph| !glyph.is_space());
        let left = shown().map(|glyph| glyph.left).reduce(f64::min)?;
        let right = shown().map(|glyph| glyph.right).reduce(f64::max)?;
        // The size of most of its width.
        let mut sizes: Vec<(f64, f64)> = Vec::new();
        for glyph in shown() {
            let width = glyph.right - glyph.left + 0.01;
            match sizes.iter_mut().find(|(size, _)| (*size - glyph.size).abs() < 0.3) {
                Some((_, total)) => *total += width,
                None => sizes.push((glyph.size, width)),
            }
        }
        let size = sizes.into_iter().max_by(|a, b| a.1.total_cmp(&b.1))?.0;
        let same = shown().find(|glyph| (glyph.size - size).abs() < 0.3)?;
        let base = same.base;
        Some(Self { glyphs, left, right, base, size })
    }

    pub(super) fn is_on_line_with(&self, other: &Self) -> bool {
        (self.base - other.base).abs() < 0.35 * self.size.min(other.size).max(2.0)
    }

    /// Returns the number of its characters.
    pub(super) fn length(&self) -> usize {
        self.glyphs.iter().filter(|glyph| !glyph.is_space()).count()
    }
}

/// Returns the segments of glyphs, from the top to the bottom and from left to right.
pub(super) fn segments(mut glyphs: Vec<Glyph>) -> Vec<Segment> {
    glyphs.retain(|glyph| !glyph.text.is_empty());
    glyphs.sort_by(|a, b| a.base.total_cmp(&b.base));
    let mut all = Vec::new();
    let mut row: Vec<Glyph> = Vec::new();
    for glyph in glyphs {
        let is_same = row.last().is_none_or(|last| {
            (glyph.base - last.base).abs() < SAME_BASE * glyph.size.min(last.size)
        });
        if !is_same {
            split(std::mem::take(&mut row), &mut all);
        }
        row.push(glyph);
    }
    split(row, &mut all);
    let mut all = at_columns(with_raised(all));
    all.sort_by(|a, b| a.base.total_cmp(&b.base).then(a.left.total_cmp(&b.left)));
    all
}

/// Splits a row at its wide gaps.
fn split(mut row: Vec<Glyph>, all: &mut Vec<Segment>) {
    row.sort_by(|a, b| a.left.total_cmp(&b.left));
    let row = without_doubles(row);
    let mut gaps: Vec<f64> = Vec::new();
    let mut end: Option<f64> = None;
    for glyph in row.iter().filter(|glyph| !glyph.is_space()) {
        gaps.extend(end.map(|end| ((glyph.left - end) / glyph.size.max(1.0)).max(0.0)));
        end = Some(end.map_or(glyph.right, |end| end.max(glyph.right)));
    }
    // Justified lines have wide spaces, and all of them are nearly as wide.
    let is_even = gaps.iter().filter(|gap| **gap > 0.6).count() > 2;
    let limit = if is_even { WIDE_GAP } else { (LONE_GAP + 2.0 * tracking(gaps)).min(WIDE_GAP) };
    let mut current: Vec<Glyph> = Vec::new();
    let mut end: Option<f64> = None;
    let mut size = 0.0;
    for glyph in row {
        if glyph.is_space() {
            current.push(glyph);
            continue;
        }
        // A large name ends where small text is beside it.
        let is_other = end.is_some_and(|end| {
            let (small, large) = (glyph.size.min(size), glyph.size.max(size));
            large > MAX_SIZES * small && glyph.left - end > 0.2 * large
        });
        size = glyph.size;
        let gap = end.map_or(0.0, |end| (glyph.left - end) / glyph.size.max(1.0));
        // A space between two names is as wide as a letter.
        let is_dense = glyph.text.chars().next().is_some_and(perfil_text::is_spaceless);
        if is_other || gap > if is_dense { limit.max(WIDE_GAP) } else { limit } {
            all.extend(Segment::of(std::mem::take(&mut current)));
            end = None;
        }
        end = Some(end.map_or(glyph.right, |end: f64| end.max(glyph.right)));
        current.push(glyph);
    }
    all.extend(Segment::of(current));
}

/// Returns the space that is between all letters of a row that is set wide, in sizes of the font: a space between words
/// has it on both sides.
fn tracking(mut gaps: Vec<f64>) -> f64 {
    let middle = middle(&mut gaps);
    if gaps.len() > MIN_GAPS && middle > MIN_SPACED_GAP { middle } else { 0.0 }
}

/// Removes glyphs that are drawn twice, to look bold or to have a shadow.
fn without_doubles(row: Vec<Glyph>) -> Vec<Glyph> {
    let mut kept: Vec<Glyph> = Vec::with_capacity(row.len());
    for glyph in row {
        let is_double = |other: &&mut Glyph| {
            other.text == glyph.text
                && (other.left - glyph.left).abs() < 0.12 * glyph.size
                && (other.right - other.left) > 0.2 * glyph.size
                && (other.base - glyph.base).abs() < 0.12 * glyph.size
        };
        match kept.iter_mut().rev().take(3).find(is_double) {
            Some(other) => other.look.is_bold = true,
            None => kept.push(glyph),
        }
    }
    kept
}

/// Puts raised and lowered signs, and accents, into the segments that they belong to.
fn with_raised(segments: Vec<Segment>) -> Vec<Segment> {
    if segments.len() > MAX_SEGMENTS {
        return segments;
    }
    let is_small = |segment: &Segment| {
        let is_accent =
            |glyph: &Glyph| ACCENTS.iter().any(|(accent, _)| glyph.text.starts_with(*accent));
        (segment.length() <= 14, segment.glyphs.iter().all(|it| is_accent(it) || it.is_space()))
    };
    let (mut kept, mut raised): (Vec<Segment>, Vec<(Segment, bool)>) = (Vec::new(), Vec::new());
    for segment in segments {
        match is_small(&segment) {
            (_, true) => raised.push((segment, true)),
            (true, false) => raised.push((segment, false)),
            _ => kept.push(segment),
        }
    }
    // Small segments may belong to others that are hardly longer, and accents to short words.
    raised.sort_by(|(a, is_accent), (b, is_other)| {
        is_accent.cmp(is_other).then(b.size.total_cmp(&a.size))
    });
    for (segment, is_accent) in raised {
        let is_home = |home: &&mut Segment| {
            let is_larger = home.size > segment.size * 1.2 || is_accent;
            let above = home.base - segment.base;
            let is_near = above < 0.6 * home.size && above > -0.35 * home.size;
            let is_beside = segment.left < home.right + 0.5 * home.size
                && segment.right > home.left - 0.2 * home.size;
            is_larger && is_near && is_beside && above.abs() > 0.01 * home.size
        };
        match kept.iter_mut().find(is_home) {
            Some(home) => {
                home.right = home.right.max(segment.right);
                home.glyphs.extend(segment.glyphs);
                home.glyphs.sort_by(|a, b| a.left.total_cmp(&b.left));
            }
            None => kept.push(segment),
        }
    }
    kept
}

/// The least gap at which a segment is divided where others begin, in sizes of the font.
const ALIGNED_GAP: f64 = 0.42;

/// The fewest segments that begin at one position, and those that are divided there.
const MIN_ALIGNED: usize = 3;

/// Divides segments at gaps that are hardly wider than those between words, but at which the next
/// column begins: other segments begin there too.
fn at_columns(segments: Vec<Segment>) -> Vec<Segment> {
    if segments.len() > MAX_SEGMENTS {
        return segments;
    }
    let mut lefts: Vec<f64> = segments.iter().map(|segment| segment.left).collect();
    lefts.sort_by(f64::total_cmp);
    let mut starts: Vec<(f64, usize)> = Vec::new();
    for left in lefts {
        match starts.last_mut() {
            Some((start, count)) if left - *start < 1.0 => *count += 1,
            _ => starts.push((left, 1)),
        }
    }
    starts.retain(|(_, count)| *count >= MIN_ALIGNED);
    let mut segments = segments;
    for (start, _) in starts.into_iter().take(40) {
        let places: Vec<Option<usize>> =
            segments.iter().map(|segment| gap_before(segment, start)).collect();
        if places.iter().flatten().count() < MIN_ALIGNED {
            continue;
        }
        let mut divided = Vec::with_capacity(segments.len());
        for (mut segment, place) in segments.into_iter().zip(places) {
            let rest = place.map(|place| segment.glyphs.split_off(place)).unwrap_or_default();
            divided.extend(Segment::of(segment.glyphs));
            divided.extend(Segment::of(rest));
        }
        segments = divided;
    }
    segments
}

/// Returns the index of the glyph that begins at a position after a gap.
fn gap_before(segment: &Segment, start: f64) -> Option<usize> {
    if start < segment.left + 2.0 || start > segment.right {
        return None;
    }
    let mut end = segment.left;
    for (at, glyph) in segment.glyphs.iter().enumerate() {
        if glyph.is_space() {
            continue;
        }
        if (glyph.left - start).abs() < 1.0 && glyph.left - end > ALIGNED_GAP * glyph.size {
            return Some(at);
        }
        if glyph.left > start + 1.0 {
            return None;
        }
        end = end.max(glyph.right);
    }
    None
}
