//! Keeps a name above both columns of a page that stands above the right one only, or whose words stand above one
//! each: the left one would be read before it.

use super::columns::{is_heading, plain};
use super::segments::Segment;
use std::ops::Range;

/// The most rows of a name and what is said of the person below it.
const MAX_ROWS: usize = 5;

/// The least size of a name, in sizes of what is below it.
const MIN_NAME: f64 = 1.4;

/// The longest line that may be a part of a name, in characters.
const MAX_NAME: usize = 40;

/// Returns the rows of two columns without those above the left one that are a name, and what is below it.
pub(super) fn without_name(
    rows: &[Vec<Segment>],
    run: Range<usize>,
    is_right: &dyn Fn(&Segment) -> bool,
) -> Range<usize> {
    let inside = rows.get(run.clone()).unwrap_or_default();
    if run.start == 0 && is_divided(inside) {
        return run.start + 1..run.end;
    }
    let is_title = |row: &[Segment]| row.iter().any(|segment| is_heading(&plain(segment)));
    let is_above = |row: &&Vec<Segment>| row.iter().all(is_right) && !is_title(row);
    let above: Vec<&Vec<Segment>> = inside.iter().take_while(is_above).collect();
    let below = largest(inside.get(above.len()..).unwrap_or_default());
    let is_name = |row: &[Segment]| {
        let [one] = row else { return false };
        one.size >= MIN_NAME * below && plain(one).chars().count() < MAX_NAME
    };
    let has_name = above.iter().any(|row| is_name(row));
    if run.start > 0 || above.len() > MAX_ROWS || !has_name {
        return run;
    }
    run.start + above.len()..run.end
}

/// Returns the size of the largest letters in rows.
fn largest(rows: &[Vec<Segment>]) -> f64 {
    rows.iter().flatten().map(|segment| segment.size).fold(0.0, f64::max)
}

/// Whether the first row has a name of two words, one above each column.
fn is_divided(rows: &[Vec<Segment>]) -> bool {
    let Some((first, below)) = rows.split_first() else { return false };
    let below = largest(below);
    let is_word = |segment: &Segment| {
        let word = plain(segment);
        let is_short = (2..MAX_NAME).contains(&word.chars().count());
        is_short
            && segment.size >= MIN_NAME * below
            && word.starts_with(char::is_uppercase)
            && word.chars().all(char::is_alphabetic)
            && !is_heading(&word)
    };
    matches!(first.as_slice(), [one, two] if is_word(one) && is_word(two))
}
