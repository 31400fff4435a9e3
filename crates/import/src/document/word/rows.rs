//! Mends rows of tables before they are read: rows that are several, and headings that are dates.

use super::super::period::Dates;
use super::super::vocabulary::{Kind, label};
use super::label_cells;
use super::layout::is_data;
use super::looks::known;
use super::pieces::{Cell, Paragraph, Piece, Row, Span, any, each_mut};

/// The longest period in a cell, in characters.
pub(super) const MAX_PERIOD: usize = 40;

/// The most lines of a cell of data beside a period.
pub(super) const MAX_LINES: usize = 4;

/// Returns the rows that a row is: where lines of one cell are periods, and other cells have as many lines,
/// each line is one of an entry of its own.
pub(super) fn apart(row: Row, dates: &Dates) -> Vec<Row> {
    if let Some(pairs) = label_cells::paired(&row) {
        return pairs;
    }
    if is_form(&row) {
        return vec![bare(row, |_| true)];
    }
    if let Some(at) = title_at(&row)
        && row.cells.iter().any(|cell| periods(cell, dates).is_some())
    {
        let Row { mut cells, is_head } = row;
        let title = Row { cells: vec![cells.remove(at)], is_head };
        let rest = Row { cells, is_head: false };
        return std::iter::once(title).chain(apart(rest, dates)).collect();
    }
    let periods = row.cells.iter().filter_map(|cell| periods(cell, dates)).max();
    let Some(count) = periods else { return vec![row] };
    let sizes: Vec<Option<usize>> =
        row.cells.iter().map(|cell| lines(cell).map(|it| it.len())).collect();
    let is_each = sizes.iter().filter(|size| **size == Some(count)).count() > 1
        && sizes.iter().all(|size| size.is_some_and(|size| size < 2 || size == count));
    if count < 2 || !is_each {
        return vec![without_levels(row, dates)];
    }
    let cells: Vec<(usize, Vec<Paragraph>)> =
        row.cells.iter().map(|cell| (cell.columns, lines(cell).unwrap_or_default())).collect();
    let all = (0..count).map(|at| {
        // What stands once beside several periods is true of all of them.
        let cells = cells.iter().map(|(columns, lines)| {
            let line = lines.get(if lines.len() < 2 { 0 } else { at }).cloned();
            let pieces = line.into_iter().map(Piece::Paragraph).collect();
            Cell { columns: *columns, pieces }
        });
        Row { cells: cells.collect(), is_head: false }
    });
    all.collect()
}

/// Returns the first cell that is not empty, if it is the heading of a section beside its entries.
fn title_at(row: &Row) -> Option<usize> {
    let is_filled = |cell: &Cell| any(&cell.pieces, |it| !it.is_empty());
    let filled = row.cells.iter().filter(|cell| is_filled(cell)).count();
    let at = row.cells.iter().position(is_filled).filter(|_| filled > 2)?;
    let pieces = &row.cells.get(at)?.pieces;
    let is_title = |it: &Paragraph| it.level.is_some() && known(it).is_some();
    (any(pieces, is_title) && lines(row.cells.get(at)?)?.len() == 1).then_some(at)
}

/// Returns the lines of a cell that are not empty, as paragraphs, if it has nothing but text.
pub(super) fn lines(cell: &Cell) -> Option<Vec<Paragraph>> {
    let mut all = Vec::new();
    for piece in &cell.pieces {
        let Piece::Paragraph(it) = piece else { return None };
        if it.list.is_some() {
            return None;
        }
        let is_blank = |line: &&Vec<Span>| line.iter().all(|span| span.text.trim().is_empty());
        let filled = it.lines.iter().filter(|line| !is_blank(line));
        all.extend(filled.map(|line| Paragraph { lines: vec![line.clone()], ..it.clone() }));
    }
    Some(all)
}

/// Whether a row has a period beside cells of a few lines, so that it goes on with the rows of data above it.
pub(super) fn is_entry(row: &Row, dates: &Dates) -> bool {
    let is_range = |cell: &Cell| {
        periods(cell, dates) == Some(1)
            && any(&cell.pieces, |it| dates.find(&it.plain()).is_some_and(|it| it.is_range))
    };
    let is_short = |cell: &Cell| lines(cell).is_some_and(|all| all.len() <= MAX_LINES);
    row.cells.iter().any(is_range) && row.cells.iter().all(is_short)
}

/// Returns how many lines a cell has, if each is a period and nothing else. Two single dates can be
/// the start and the end of one.
fn periods(cell: &Cell, dates: &Dates) -> Option<usize> {
    let all = lines(cell)?;
    let mut ranges = 0;
    for line in &all {
        let plain = line.plain();
        let found = dates.find(&plain).filter(|_| plain.chars().count() <= MAX_PERIOD)?;
        let has_more = |part: Option<&str>| {
            part.is_some_and(|part| part.contains(|c: char| c.is_alphanumeric()))
        };
        if has_more(plain.get(..found.range.start)) || has_more(plain.get(found.range.end..)) {
            return None;
        }
        ranges += usize::from(found.is_range);
    }
    (ranges == all.len() || all.len() > 2).then_some(all.len()).filter(|count| *count > 0)
}

/// Removes the levels of headings that only place the parts of a head: a period is no heading, nor is
/// what stands beside it in a row of several parts.
fn without_levels(row: Row, dates: &Dates) -> Row {
    let filled = row.cells.iter().filter(|cell| any(&cell.pieces, |it| !it.is_empty())).count();
    let is_heading = |cell: &Cell| any(&cell.pieces, |it| it.level.is_some());
    let is_stated = row.cells.iter().any(|cell| periods(cell, dates).is_some() && is_heading(cell));
    if filled > 1 && (is_stated || filled > 2) && is_data(&row) {
        return bare(row, |it| known(it).is_none());
    }
    row
}

/// Removes the levels of some headings in a row.
fn bare(mut row: Row, is_so: impl Fn(&Paragraph) -> bool) -> Row {
    for cell in &mut row.cells {
        each_mut(&mut cell.pieces, &mut |it| it.level = it.level.filter(|_| !is_so(it)));
    }
    row
}

/// Whether a row has several labels of a letterhead or one after another label: `Career`, `None`, `Phone`.
fn is_form(row: &Row) -> bool {
    let plain = |cell: &Cell| match lines(cell)?.as_slice() {
        [line] => Some(line.plain()),
        _ => None,
    };
    let cells: Vec<String> = row.cells.iter().filter_map(plain).collect();
    let is_label = |cell: &String| {
        let text = cell.trim_end_matches([':', '：', ' ']);
        matches!(label(text), Some(Kind::Email | Kind::Phone))
    };
    cells.len() > 3 && cells.iter().skip(2).any(is_label)
}
