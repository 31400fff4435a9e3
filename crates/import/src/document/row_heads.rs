//! Tells the head of an entry in the row of a table from what is told below it.

use super::tables::cell_of;
use super::text::{Text, joined};

/// The most words of a line that belongs to a head.
const MAX_HEAD_WORDS: usize = 14;

/// Returns the parts of a head in the cells of a row, and what is told below them, line by line: `Engineer, Kestrel`,
/// then what somebody did there. A cell that is alone beside dates has all the parts.
pub(super) fn head_and_told(
    cells: Vec<Text>,
    is_dated: impl Fn(&Text) -> bool,
) -> (Vec<Text>, Vec<Text>) {
    let is_told = |line: &Text| {
        let plain = line.plain();
        let words = plain.split_whitespace().count();
        words > MAX_HEAD_WORDS || (words > MAX_HEAD_WORDS / 2 && plain.trim_end().ends_with('.'))
    };
    let is_one = cells.iter().filter(|cell| !is_dated(cell)).count() == 1;
    let (mut head, mut told) = (Vec::new(), Vec::new());
    for cell in cells {
        let mut lines = lines_of(&cell);
        // However long the title is, it is one.
        let first = lines.iter().skip(1).position(is_told).map(|at| at + 1);
        if let Some(first) = first {
            told.extend(lines.split_off(first));
        }
        if is_one && !is_dated(&cell) && (first.is_some() || lines.len() > 1) {
            head.extend(lines);
        } else if first.is_some() {
            head.push(cell_of(&joined(&lines)));
        } else {
            head.push(cell);
        }
    }
    (head, told)
}

/// Returns the lines of a cell.
fn lines_of(cell: &Text) -> Vec<Text> {
    let plain = cell.plain();
    let mut start = 0;
    let ends = plain.match_indices('\n').map(|(at, _)| at).chain([plain.len()]);
    let line = |end: usize| cell.part(std::mem::replace(&mut start, end + 1)..end).trimmed();
    let lines = ends.map(line).filter(|line| !line.is_empty());
    lines.map(|line| Text { is_cell: false, ..line }).collect()
}

/// Returns how many lines above dates belong to their head: none above the highest strong one, and all where none is.
pub(super) fn below_strong(above: &[Text]) -> usize {
    let strong = above.iter().position(Text::is_strong);
    above.len() - strong.unwrap_or_default()
}
