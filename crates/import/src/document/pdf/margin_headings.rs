//! Finds headings in the margin, beside the first line of what they are above in meaning: `Experience` at the left of
//! all jobs. They are no column, which would be read as a whole.

use super::columns::{is_heading, plain};
use super::segments::{MAX_SEGMENTS, Segment};
use crate::document::ornaments::is_ornament;

/// The fewest headings in the margin of a page that say what every CV says.
const MIN_KNOWN: usize = 2;

/// The least space between the margin and the text, in points.
const MIN_SPACE: f64 = 5.0;

/// How far headings in the margin reach into a page that is this wide at most, in points.
const MAX_INDENT: f64 = 260.0;

/// A heading in the margin: its lines are the segments with these indices.
struct Label {
    indices: Vec<usize>,
    text: String,
    /// The baseline of its first line, or of the ornament above that.
    top: f64,
    /// The baseline of its first line.
    base: f64,
    size: f64,
    is_bold: bool,
}

/// Divides the segments of a page into what is above such headings, each heading, and what is beside it.
pub(super) fn parts(segments: Vec<Segment>) -> Vec<Vec<Segment>> {
    let headings = if segments.len() > MAX_SEGMENTS { None } else { headings(&segments) };
    let Some(headings) = headings else { return vec![segments] };
    let left = text_left(&segments).unwrap_or_default();
    let mut parts: Vec<Vec<Segment>> = vec![Vec::new()];
    for heading in &headings {
        let own = heading.indices.iter().filter_map(|at| segments.get(*at).cloned());
        parts.extend([own.collect(), Vec::new()]);
    }
    for (at, segment) in segments.into_iter().enumerate() {
        if is_ornament(&plain(&segment))
            || headings.iter().any(|heading| heading.indices.contains(&at))
        {
            continue;
        }
        let above = headings.iter().filter(|it| it.is_above(&segment)).count();
        if let Some(part) = parts.get_mut(2 * above) {
            part.push(segment);
        }
    }
    let above = parts.drain(..1).flatten().collect();
    let mut divided = sides(above, left);
    divided.extend(parts);
    divided.retain(|part| !part.is_empty());
    divided
}

/// Divides what is above the headings into what is in the margin and what is beside that, if nothing is in both.
fn sides(segments: Vec<Segment>, left: f64) -> Vec<Vec<Segment>> {
    let is_in_margin = |segment: &Segment| segment.right < left - MIN_SPACE;
    let is_beside = |segment: &Segment| segment.left >= left - MIN_SPACE;
    if segments.iter().all(|it| is_in_margin(it) || is_beside(it)) {
        let (margin, text) = segments.into_iter().partition(is_in_margin);
        return vec![margin, text];
    }
    vec![segments]
}

impl Label {
    /// Whether a segment is beside the first line of the heading, or below that.
    fn is_above(&self, segment: &Segment) -> bool {
        segment.base > self.top - 0.7 * self.size.max(segment.size)
    }

    fn is_known(&self) -> bool {
        is_heading(&self.text)
    }

    fn is_like(&self, other: &Self) -> bool {
        (self.size - other.size).abs() < 0.06 * self.size && self.is_bold == other.is_bold
    }
}

/// Returns the headings in the margin of a page, from the top to the bottom.
fn headings(segments: &[Segment]) -> Option<Vec<Label>> {
    let left = text_left(segments)?;
    let is_in_margin = |segment: &Segment| segment.right < left - MIN_SPACE;
    let mut labels: Vec<Label> = Vec::new();
    let mut ornament: Option<f64> = None;
    for (at, segment) in segments.iter().enumerate().filter(|(_, it)| is_in_margin(it)) {
        if is_ornament(&plain(segment)) {
            ornament = Some(segment.base);
            continue;
        }
        let text = plain(segment).trim().to_owned();
        let is_bold = segment.glyphs.iter().all(|it| it.look.is_bold || it.is_space());
        let last = labels.last_mut().filter(|last| {
            let lines = last.indices.iter().filter_map(|at| segments.get(*at));
            let bottom = lines.map(|line| line.base).fold(0.0, f64::max);
            segment.base - bottom < 1.6 * segment.size && (last.size - segment.size).abs() < 0.5
        });
        match last {
            // A long heading goes on in the next line.
            Some(last) if !last.is_known() || !is_heading(&text) => {
                last.text = format!("{} {text}", last.text);
                last.indices.push(at);
            }
            _ => {
                // What is beside the ornament above it is beside the heading.
                let above = ornament.take().filter(|it| segment.base - it < 3.0 * segment.size);
                let (top, size) = (above.unwrap_or(segment.base), segment.size);
                let base = segment.base;
                labels.push(Label { indices: vec![at], text, top, base, size, is_bold });
            }
        }
    }
    let first = labels.iter().find(|label| label.is_known()).map(|label| label.top)?;
    labels.retain(|label| label.top >= first);
    let has_beside = |label: &Label| {
        segments.iter().any(|segment| {
            let near = 0.7 * label.size.max(segment.size);
            segment.left >= left - MIN_SPACE
                && (label.top - near..label.base + near).contains(&segment.base)
        })
    };
    let known = labels.iter().filter(|it| it.is_known() && has_beside(it)).count();
    // What is beside them has no headings of its own.
    let is_column = segments.iter().any(|segment| {
        let is_beside = segment.base > first && !is_in_margin(segment);
        is_beside
            && segment.length() > 3
            && is_heading(&plain(segment))
            && stands_out(segment, segments)
    });
    if known < MIN_KNOWN || known * 2 < labels.len() || is_column {
        return None;
    }
    let looks: Vec<usize> = (0..labels.len())
        .filter(|at| {
            labels.get(*at).is_some_and(|label| {
                label.is_known()
                    || labels.iter().any(|other| other.is_known() && other.is_like(label))
            })
        })
        .collect();
    let labels = labels.into_iter().enumerate();
    Some(labels.filter(|(at, _)| looks.contains(at)).map(|(_, label)| label).collect())
}

/// Returns where most lines of a page begin, if that is not at its left.
fn text_left(segments: &[Segment]) -> Option<f64> {
    let start = segments.iter().map(|segment| segment.left).reduce(f64::min)?;
    let mut groups: Vec<(f64, usize)> = Vec::new();
    let mut lefts: Vec<&Segment> = segments.iter().collect();
    lefts.sort_by(|a, b| a.left.total_cmp(&b.left));
    for segment in lefts {
        match groups.last_mut() {
            Some((left, length)) if segment.left - *left < 3.0 => *length += segment.length(),
            _ => groups.push((segment.left, segment.length())),
        }
    }
    // Items of lists begin a little further right than the lines with what they are about.
    let most = groups.iter().map(|(_, length)| *length).max()?;
    let (left, _) =
        groups.into_iter().find(|(left, length)| *length * 4 > most && *left > start + 20.0)?;
    (left < start + MAX_INDENT).then_some(left)
}

/// Whether a segment is larger than most of the text, or bold, or in capitals.
fn stands_out(segment: &Segment, all: &[Segment]) -> bool {
    let mut sizes: Vec<f64> = all.iter().map(|it| it.size).collect();
    sizes.sort_by(f64::total_cmp);
    let median = sizes.get(sizes.len() / 2).copied().unwrap_or_default();
    let text = plain(segment);
    segment.size > 1.1 * median
        || segment.glyphs.iter().all(|it| it.look.is_bold || it.is_space())
        || (text.to_uppercase() == text && text.to_lowercase() != text)
}
