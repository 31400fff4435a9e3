//! Pairs the labels in one cell with the values in the cell beside it, line by line: `Name`, `Phone`, `E-mail` in a
//! column, and what they are in another.

use super::super::person::can_be_name;
use super::super::vocabulary::{Kind, label};
use super::looks::known;
use super::pieces::{Cell, Paragraph, Piece, Row, any};
use super::rows::lines;

/// The longest label, in characters.
const MAX_LABEL: usize = 40;

/// Returns a row for each label and its value, and the heading above them, if a row has two cells with these.
pub(super) fn paired(row: &Row) -> Option<Vec<Row>> {
    let mut filled = row.cells.iter().filter(|cell| any(&cell.pieces, |it| !it.is_empty()));
    let (Some(left), Some(right), None) = (filled.next(), filled.next(), filled.next()) else {
        return None;
    };
    let (mut labels, values) = (written(left)?, written(right)?);
    let is_titled = labels.len() == values.len() + 1;
    let title = (is_titled && known(labels.first()?).is_some()).then(|| labels.remove(0));
    let kinds: Vec<Option<Kind>> = labels.iter().map(kind).collect();
    let reaches = [Kind::NameLabel, Kind::Email, Kind::Phone];
    let count = kinds.iter().flatten().count();
    // One label is enough beside what can be its value.
    let is_named = kinds
        .iter()
        .zip(&values)
        .any(|(kind, value)| *kind == Some(Kind::NameLabel) && can_be_name(value.plain().trim()));
    let is_many = count > 1 && count * 2 > labels.len();
    let is_form = labels.len() == values.len()
        && labels.len() > 1
        && (is_named || is_many && kinds.iter().flatten().any(|kind| reaches.contains(kind)))
        && labels.iter().all(|line| line.plain().chars().count() <= MAX_LABEL)
        && !values.iter().any(|line| kind(line).is_some());
    if !is_form {
        return None;
    }
    let cell = |line: Paragraph| Cell { columns: 1, pieces: vec![Piece::Paragraph(line)] };
    // The looks of a label make it no heading.
    let bare = |line: Paragraph| cell(Paragraph { level: None, is_name: false, ..line });
    let title = title.map(|title| Row { cells: vec![cell(title)], is_head: false });
    let pairs = labels.into_iter().zip(values);
    let rows =
        pairs.map(|(label, value)| Row { cells: vec![bare(label), bare(value)], is_head: false });
    Some(title.into_iter().chain(rows).collect())
}

fn kind(line: &Paragraph) -> Option<Kind> {
    label(line.plain().trim_end_matches([':', '：', ' ']))
}

/// Returns the lines of a cell that say something: a picture of a rule is beside nothing.
fn written(cell: &Cell) -> Option<Vec<Paragraph>> {
    let mut all = lines(cell)?;
    all.retain(|line| {
        let mut spans = line.lines.iter().flatten();
        spans.any(|it| !it.is_picture && it.text.contains(char::is_alphanumeric))
    });
    Some(all)
}
