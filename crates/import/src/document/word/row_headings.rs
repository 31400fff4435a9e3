//! Finds headings in the first cells of rows by those of the other rows.

use super::super::period::Dates;
use super::pieces::{Cell, Paragraph, Piece, Row, each, each_mut};

/// The longest heading beside a section, in characters.
const MAX_HEADING: usize = 40;

/// The least rows that begin with a heading.
const MIN_HEADINGS: usize = 2;

/// The least dates beside a heading that only its place makes one.
const MIN_DATES: usize = 2;

/// Makes headings of the first cells of rows that look like the headings in those of other rows and have
/// entries beside them: no table of words has every heading, and none has those with an error.
pub(super) fn agree(rows: &mut [Row], dates: &Dates) {
    let known: Vec<Paragraph> = rows.iter().filter_map(|row| heading(row).cloned()).collect();
    let Some(first) = known.first().filter(|_| known.len() >= MIN_HEADINGS) else { return };
    let level = first.level;
    for row in rows {
        let [cell, beside @ ..] = row.cells.as_slice() else { continue };
        let Some(title) = only(cell).filter(|it| it.level.is_none() && it.list.is_none()) else {
            continue;
        };
        let plain = title.plain();
        let is_title = plain.chars().count() <= MAX_HEADING && !plain.contains(char::is_numeric);
        let is_alike = known.iter().all(|it| it.look == title.look);
        let entries = beside.iter().map(|cell| dated(cell, dates)).sum::<usize>();
        if is_title
            && is_alike
            && entries >= MIN_DATES
            && let Some(cell) = row.cells.first_mut()
        {
            each_mut(&mut cell.pieces, &mut |it| it.level = level);
        }
    }
}

/// Returns the heading of a section that the first cell of a row is.
fn heading(row: &Row) -> Option<&Paragraph> {
    let [cell, beside @ ..] = row.cells.as_slice() else { return None };
    let is_filled = beside.iter().any(|cell| !cell.pieces.is_empty());
    only(cell).filter(|it| is_filled && it.level.is_some_and(|level| level > 1))
}

/// Returns the only paragraph of a cell.
fn only(cell: &Cell) -> Option<&Paragraph> {
    match cell.pieces.as_slice() {
        [Piece::Paragraph(it)] if !it.is_empty() => Some(it),
        _ => None,
    }
}

/// Counts the paragraphs of a cell that have a period.
fn dated(cell: &Cell, dates: &Dates) -> usize {
    let mut count = 0;
    each(&cell.pieces, &mut |it| {
        count += usize::from(dates.find(&it.plain()).is_some_and(|period| period.is_range));
    });
    count
}
