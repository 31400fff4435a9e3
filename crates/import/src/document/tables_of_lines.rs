//! Makes tables of lines that were the rows of one, as in PDFs: a line that names the columns, and lines below it
//! each of which has a period.

use super::blocks::{Block, Table};
use super::column_names::names;
use super::headings::matched;
use super::period::Dates;
use super::text::Text;
use super::vocabulary::{Kind, is};

/// The fewest columns.
const MIN_COLUMNS: usize = 3;

/// Returns blocks in which such lines are tables.
pub(super) fn joined(blocks: Vec<Block>, dates: &Dates) -> Vec<Block> {
    let mut done: Vec<Block> = Vec::with_capacity(blocks.len());
    let mut open: Option<Table> = None;
    for block in blocks {
        let Block::Paragraph(lines) = block else {
            done.extend(open.take().map(closed));
            done.push(block);
            continue;
        };
        let mut rest = lines.into_iter().peekable();
        while let Some(line) = rest.peek() {
            if let Some(row) = open.as_ref().and_then(|table| row(line, table.head.len(), dates)) {
                open.get_or_insert_default().rows.push(row);
                rest.next();
            } else if let Some(head) = head(line) {
                done.extend(open.replace(Table { head, rows: Vec::new() }).map(closed));
                rest.next();
            } else {
                break;
            }
        }
        if rest.peek().is_some() {
            done.extend(open.take().map(closed));
            done.push(Block::Paragraph(rest.collect()));
        }
    }
    done.extend(open.map(closed));
    with_details(done, dates)
}

/// Puts the rows of a table where the jobs that they are an overview of are told at length: below a line that is
/// only the name of the organisation.
fn with_details(mut blocks: Vec<Block>, dates: &Dates) -> Vec<Block> {
    let mut table: Option<usize> = None;
    for at in 0..blocks.len() {
        let (above, below) = blocks.split_at_mut(at);
        let named = match below.first() {
            Some(Block::Table(_)) => {
                table = Some(at);
                continue;
            }
            Some(Block::Heading { text, .. }) if matched(&text.plain()).is_some() => {
                table = None;
                continue;
            }
            Some(Block::Heading { text, .. }) => text.plain(),
            Some(Block::Paragraph(lines)) if lines.len() == 1 => {
                lines.first().map(Text::plain).unwrap_or_default()
            }
            _ => continue,
        };
        let Some(Block::Table(all)) = table.and_then(|table| above.get_mut(table)) else {
            continue;
        };
        let Some(column) = all.head.iter().position(|name| names(name, Kind::FirmLabel)) else {
            continue;
        };
        let is_own = |row: &Vec<Text>| row.get(column).is_some_and(|it| it.plain() == named);
        let Some(own) = all.rows.iter().position(is_own) else { continue };
        let row = all.rows.remove(own);
        let own = Table { head: all.head.clone(), rows: vec![row.clone()] };
        let mut below = below.iter_mut();
        if let Some(block) = below.next() {
            *block = Block::Table(own);
        }
        if let Some(Block::Paragraph(lines)) = below.next() {
            lines.retain(|line| !is_said(line, &row, dates));
        }
    }
    let has_rows = |block: &Block| !matches!(block, Block::Table(table) if table.rows.is_empty());
    blocks.retain(|block| !block.is_empty() && has_rows(block));
    blocks
}

/// Whether a line says only again when the job of a row was: `Period: 2019/10 - 2021/12`.
fn is_said(line: &Text, row: &[Text], dates: &Dates) -> bool {
    let plain = line.plain();
    let said =
        plain.split_once([':', '：']).filter(|(label, _)| is(label.trim(), Kind::PeriodLabel));
    let Some(said) = said.and_then(|(_, said)| dates.find(said)) else { return false };
    let known = row.iter().filter_map(|cell| dates.find(&cell.plain())).find(|it| it.is_range);
    known.is_some_and(|known| known.is_within(&said) && said.is_within(&known))
}

/// Returns a table, or its head as a line if nothing is below that.
fn closed(table: Table) -> Block {
    if !table.rows.is_empty() {
        return Block::Table(table);
    }
    let mut line = Text::default();
    table.head.iter().for_each(|cell| line.append("\t", cell));
    Block::Paragraph(vec![line])
}

/// Returns the names of columns of which one has organisations and one has periods.
fn head(line: &Text) -> Option<Vec<Text>> {
    let cells = line.cells();
    let has = |kind| cells.iter().any(|cell| names(cell, kind));
    let is_head = cells.len() >= MIN_COLUMNS && has(Kind::FirmLabel) && has(Kind::PeriodLabel);
    is_head.then_some(cells)
}

/// Returns the cells of a line with a period, beside which the gaps may be narrow, if they are as many as the columns.
fn row(line: &Text, columns: usize, dates: &Dates) -> Option<Vec<Text>> {
    let mut row = Vec::new();
    let mut is_dated = false;
    for cell in line.cells() {
        let plain = cell.plain();
        let Some(period) = dates.find(&plain).filter(|it| it.is_range && !is_dated) else {
            row.push(cell);
            continue;
        };
        is_dated = true;
        let range = period.range;
        let parts = [0..range.start, range.clone(), range.end..plain.len()];
        row.extend(parts.map(|part| cell.part(part).trimmed()));
    }
    row.retain(|cell| !cell.is_empty());
    (is_dated && row.len() == columns).then_some(row)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn paragraph(lines: &[&str]) -> Block {
        Block::Paragraph(lines.iter().map(|line| Text::of(line, 1..2)).collect())
    }

    #[test]
    fn lines_below_the_names_of_columns_are_rows() {
        let dates = Dates::of(&[], Vec::new());
        let blocks = vec![
            paragraph(&["Company\tPeriod\tPosition"]),
            paragraph(&["Kestrel\t2019/01 - 2021/12\tPilot"]),
            // The gap beside the period may be narrow.
            paragraph(&["Cometa\t2016/04 - 2018/12 Steward", "I like the sea."]),
        ];
        let done = joined(blocks, &dates);
        let [Block::Table(table), Block::Paragraph(rest)] = done.as_slice() else {
            panic!("{done:?}")
        };
        let rows: Vec<Vec<String>> =
            table.rows.iter().map(|row| row.iter().map(Text::plain).collect()).collect();
        assert_eq!(rows[1], ["Cometa", "2016/04 - 2018/12", "Steward"]);
        assert_eq!((rows.len(), rest.len()), (2, 1));
        // Without rows, they are lines.
        let lone = vec![paragraph(&["Company\tPeriod\tPosition"]), paragraph(&["Kestrel"])];
        assert_eq!(joined(lone.clone(), &dates).len(), lone.len());
    }

    #[test]
    fn rows_are_above_the_details_of_their_jobs() {
        let dates = Dates::of(&[], Vec::new());
        let blocks = vec![
            paragraph(&["会社名\t時期\t役割"]),
            paragraph(&["ケストレル株式会社\t2019/01 - 2021/12\tエンジニア"]),
            paragraph(&["合同会社コメタ\t2016/04 - 2018/12\t営業"]),
            paragraph(&["ケストレル株式会社"]),
            paragraph(&["時期: 2019/01 - 2021/12", "従業員数: 約90名"]),
        ];
        let done = joined(blocks, &dates);
        let rows = |at: usize| match done.get(at) {
            Some(Block::Table(table)) => table.rows.iter().flatten().map(Text::plain).collect(),
            _ => Vec::new(),
        };
        assert_eq!(rows(0), ["合同会社コメタ", "2016/04 - 2018/12", "営業"]);
        assert_eq!(rows(1), ["ケストレル株式会社", "2019/01 - 2021/12", "エンジニア"]);
        assert_eq!(done.get(2), Some(&paragraph(&["従業員数: 約90名"])));
    }
}
