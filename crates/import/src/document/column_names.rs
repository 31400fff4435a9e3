//! Reads what the columns of a table are: the names in its first row, the two halves of a period, and numbers
//! that only count its rows.

use super::blocks::{Block, Table};
use super::headings::normalized;
use super::period::Dates;
use super::tables::{cell_of, is_column};
use super::text::Text;
use super::vocabulary::{Kind, is};
use crate::dates::is_now;

/// Returns tables whose columns are known.
pub(super) fn known(blocks: Vec<Block>, dates: &Dates) -> Vec<Block> {
    let known = |block| match block {
        Block::Table(mut table) => {
            name_columns(&mut table, dates);
            without_numbers(&mut table);
            join_ends(&mut table, dates);
            Block::Table(table)
        }
        other => other,
    };
    blocks.into_iter().map(known).collect()
}

/// Whether the name of a column is one of a kind: `Company / institution (the last one first)`.
pub(super) fn names(cell: &Text, kind: Kind) -> bool {
    let plain = cell.plain();
    let own = plain.split(['(', '（', '\n']).next().unwrap_or_default();
    is(&plain, kind) || own.split(['/', '／']).any(|part| !part.trim().is_empty() && is(part, kind))
}

/// Takes the first row as the names of the columns if it is that.
fn name_columns(table: &mut Table, dates: &Dates) {
    let is_dated = |cell: &Text| dates.find(&cell.plain()).is_some();
    let Some(first) = table.rows.first().filter(|_| table.head.is_empty()) else { return };
    let known = first.iter().filter(|cell| is_column(cell)).count();
    let filled = first.iter().filter(|cell| !cell.is_empty()).count();
    let below = table.rows.get(1).is_some_and(|row| row.iter().any(is_dated));
    if filled > 2 && known > 1 && below && !first.iter().any(is_dated) {
        table.head = table.rows.remove(0);
    }
}

/// Removes a first column that counts the rows.
fn without_numbers(table: &mut Table) {
    let count = table.rows.len();
    let number = |row: &Vec<Text>| row.first()?.plain().trim().trim_end_matches('.').parse().ok();
    let numbers: Vec<usize> = table.rows.iter().filter_map(number).collect();
    let is_count =
        numbers.iter().copied().eq(1..=count) || numbers.iter().copied().eq((1..=count).rev());
    let is_wide = table.rows.iter().all(|row| row.len() > 2);
    if count > 1 && is_count && is_wide {
        std::iter::once(&mut table.head)
            .chain(&mut table.rows)
            .filter(|row| !row.is_empty())
            .for_each(|row| {
                row.remove(0);
            });
    }
}

/// Joins two columns of which one has the beginnings of periods, and the other their ends.
fn join_ends(table: &mut Table, dates: &Dates) {
    let is_date = |cell: &Text| {
        let plain = cell.plain();
        let length = plain.trim().len();
        dates.find(plain.trim()).is_some_and(|it| !it.is_range && it.range == (0..length))
    };
    let columns = table.rows.iter().map(Vec::len).max().unwrap_or_default();
    let is_pair = |at: usize| {
        let mut both = table.rows.iter().filter_map(|row| Some((row.get(at)?, row.get(at + 1)?)));
        let fits = |(start, end): (&Text, &Text)| {
            is_date(start) && (is_date(end) || is_now(&normalized(&end.plain())))
        };
        table.rows.iter().all(|row| row.len() > at + 1) && both.all(fits)
    };
    let Some(at) = (0..columns.saturating_sub(1)).find(|at| is_pair(*at)) else { return };
    for row in &mut table.rows {
        let end = row.remove(at + 1);
        if let Some(start) = row.get_mut(at) {
            start.append(" – ", &end);
            *start = cell_of(start);
        }
    }
    if table.head.len() > at + 1 {
        table.head.remove(at + 1);
    }
}
