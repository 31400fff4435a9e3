//! Joins the two rows of a form that hold the start and the end of one entry.

use super::super::period::Dates;
use super::layout::join;
use super::pieces::{Cell, Paragraph, Piece, Row};
use super::rows::{MAX_PERIOD, lines};
use crate::dates::is_now;

/// Returns rows in which each period is in one cell. A row with nothing but a date, below a row whose only date
/// is in the same column, ends what began there: the other cells reach over both rows.
pub(super) fn joined(rows: Vec<Row>, dates: &Dates) -> Vec<Row> {
    let mut all: Vec<Row> = Vec::with_capacity(rows.len());
    for mut row in rows {
        for cell in &mut row.cells {
            whole_period(cell, dates);
            narrow(cell, dates);
        }
        match all.last_mut().and_then(|above| Some((end_of(above, &row, dates)?, above))) {
            Some((at, above)) => extend(above, row, at),
            None => all.push(row),
        }
    }
    all
}

/// Returns the column of the date of a row that ends the period of the row above.
fn end_of(above: &Row, row: &Row, dates: &Dates) -> Option<usize> {
    let at = row.cells.iter().position(|cell| !cell.pieces.is_empty())?;
    let filled = |row: &Row| row.cells.iter().filter(|cell| !cell.pieces.is_empty()).count();
    let (start, end) = (line(above.cells.get(at)?)?.plain(), line(row.cells.get(at)?)?.plain());
    let is_alone = filled(row) == 1 && filled(above) > 1 && row.cells.len() == above.cells.len();
    let start = date(&start, dates)?;
    let is_end = is_now(&end) || date(&end, dates).is_some_and(|end| start <= end);
    (is_alone && is_end).then_some(at)
}

/// Returns the date that a text is.
fn date(text: &str, dates: &Dates) -> Option<String> {
    let period = dates.find(text).filter(|it| !it.is_range && it.range == (0..text.len()))?;
    period.end.map(|end| end.date)
}

fn extend(above: &mut Row, row: Row, at: usize) {
    let end = row.cells.into_iter().nth(at).and_then(|cell| cell.pieces.into_iter().next());
    if let Some(Piece::Paragraph(end)) = end
        && let Some(cell) = above.cells.get_mut(at)
        && let Some(Piece::Paragraph(start)) = cell.pieces.first_mut()
    {
        start.trim_end();
        join(&mut start.lines, end.lines, " – ");
    }
}

/// Returns the only paragraph of a cell.
fn line(cell: &Cell) -> Option<&Paragraph> {
    match cell.pieces.as_slice() {
        [Piece::Paragraph(it)] if it.lines.len() == 1 => Some(it),
        _ => None,
    }
}

/// Joins the lines of a cell that are one period together: `2014`, `–` and `2015`.
fn whole_period(cell: &mut Cell, dates: &Dates) {
    let Some(all) = lines(cell).filter(|all| (2..5).contains(&all.len())) else { return };
    let plain: Vec<String> = all.iter().map(|it| it.plain().trim().to_owned()).collect();
    let whole = plain.join(" ");
    let is_range = |text: &str| {
        dates.find(text).filter(|it| it.is_range).is_some_and(|it| it.range == (0..text.len()))
    };
    let is_open = |text: &String| text.ends_with(['-', '–', '—']) || !is_range(text);
    if whole.chars().count() > MAX_PERIOD || !is_range(&whole) || !plain.iter().all(is_open) {
        return;
    }
    let mut all = all.into_iter();
    let Some(mut first) = all.next() else { return };
    for mut line in all {
        first.trim_end();
        line.trim_start();
        join(&mut first.lines, line.lines, " ");
    }
    cell.pieces = vec![Piece::Paragraph(first)];
}

/// Removes the spaces that set the parts of a date below those of other dates: they are no columns.
fn narrow(cell: &mut Cell, dates: &Dates) {
    let Some(plain) = line(cell).map(Paragraph::plain) else { return };
    let own = plain.split_whitespace().collect::<Vec<_>>().join(" ");
    if own == plain || date(&own, dates).is_none() {
        return;
    }
    if let Some(Piece::Paragraph(it)) = cell.pieces.first_mut()
        && let Some(spans) = it.lines.first_mut()
    {
        spans.truncate(1);
        if let Some(span) = spans.first_mut() {
            own.clone_into(&mut span.text);
        }
    }
}
