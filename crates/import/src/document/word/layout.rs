//! Puts what stands beside each other into one order: text boxes, and the cells of tables that only
//! place text. Tables of data stay tables.

use super::super::period::Dates;
use super::super::text::Style;
use super::lines::{is_of_head, is_short};
use super::pieces::{Cell, Paragraph, Piece, Row, Span, Table, any, framed};
use super::{row_ends, row_headings, rows};

/// The most text of a cell of data, in characters.
const MAX_CELL: usize = 240;
/// The longest label or date beside text, in characters.
const MAX_LABEL: usize = 40;

/// A piece of text in its order.
#[derive(Debug)]
pub(super) enum Flow {
    Paragraph(Paragraph),
    /// A table of data, and its number in the document.
    Table(Vec<Row>, usize),
    /// Begins another column, which no list reaches into.
    Break,
}

/// The order so far.
#[derive(Default)]
pub(super) struct Layout {
    pub(super) flow: Vec<Flow>,
    /// Text boxes with sections of their own, which wait for the next heading.
    waiting: Vec<Vec<Piece>>,
    /// How many text boxes this is in.
    boxes: usize,
    tables: usize,
    dates: Dates,
}

/// Returns pieces in one order.
pub(super) fn flow(pieces: Vec<Piece>) -> Vec<Flow> {
    let mut layout = Layout::default();
    layout.add(pieces);
    layout.release();
    name_first(layout.flow)
}

/// Moves the name, and what follows it, before the sections of a column that is beside it.
fn name_first(mut flow: Vec<Flow>) -> Vec<Flow> {
    let level = |it: &Flow| match it {
        Flow::Paragraph(it) => it.level,
        _ => None,
    };
    let is_name = |it: &Flow| matches!(it, Flow::Paragraph(it) if it.is_name);
    let Some(name) = flow.iter().position(is_name) else { return flow };
    let is_below = flow.iter().take(name).any(|it| level(it).is_some());
    if is_below {
        let after = flow
            .iter()
            .skip(name + 1)
            .position(|it| level(it).is_some() || matches!(it, Flow::Break));
        let end = after.map_or(flow.len(), |after| name + 1 + after);
        let head: Vec<Flow> = flow.drain(name..end).chain([Flow::Break]).collect();
        flow.splice(0..0, head);
    }
    with_whole_name(flow)
}

/// Joins a name whose parts are paragraphs of their own.
fn with_whole_name(mut flow: Vec<Flow>) -> Vec<Flow> {
    let word = |paragraph: &Paragraph| paragraph.plain().split_whitespace().count() == 1;
    let first = flow.iter().position(|it| matches!(it, Flow::Paragraph(it) if it.is_name));
    let Some(at) = first else { return flow };
    let is_split = matches!(
        (flow.get(at), flow.get(at + 1)),
        (Some(Flow::Paragraph(one)), Some(Flow::Paragraph(two)))
            if word(one) && word(two) && one.look == two.look
    );
    if is_split
        && let Flow::Paragraph(second) = flow.remove(at + 1)
        && let Some(Flow::Paragraph(first)) = flow.get_mut(at)
    {
        join(&mut first.lines, second.lines, " ");
    }
    flow
}

/// Adds lines to others, the first of them on the same line.
pub(super) fn join(lines: &mut Vec<Vec<Span>>, more: Vec<Vec<Span>>, between: &str) {
    let mut more = more.into_iter();
    let Some(mut first) = more.next() else { return };
    match lines.last_mut() {
        Some(last) => {
            last.push(Span {
                text: between.to_owned(),
                style: Style::default(),
                link: None,
                is_picture: false,
            });
            last.append(&mut first);
        }
        None => lines.push(first),
    }
    lines.extend(more);
}

impl Layout {
    fn add(&mut self, pieces: Vec<Piece>) {
        for piece in pieces {
            match piece {
                Piece::Paragraph(paragraph) => {
                    if self.boxes == 0 && paragraph.level.is_some_and(|level| level > 1) {
                        self.release();
                    }
                    self.flow.push(Flow::Paragraph(paragraph));
                }
                Piece::TextBox(pieces) => {
                    let has_heading = |it: &Paragraph| it.level.is_some_and(|level| level > 1);
                    let is_section = any(&pieces, has_heading);
                    if is_section && let Some(heading) = framed(&pieces) {
                        // A frame around a heading belongs to the text below it.
                        self.add(vec![Piece::Paragraph(heading.clone())]);
                    } else if self.boxes == 0 && is_section {
                        self.waiting.push(pieces);
                    } else {
                        self.apart(pieces);
                    }
                }
                Piece::Table(table) => self.table(table),
            }
        }
    }

    /// Adds the text boxes that wait.
    fn release(&mut self) {
        while !self.waiting.is_empty() {
            for pieces in std::mem::take(&mut self.waiting) {
                self.apart(pieces);
            }
        }
    }

    fn apart(&mut self, pieces: Vec<Piece>) {
        self.boxes += 1;
        self.flow.push(Flow::Break);
        self.add(pieces);
        self.flow.push(Flow::Break);
        self.boxes -= 1;
    }

    fn table(&mut self, table: Table) {
        self.tables += 1;
        let number = self.tables;
        let mut data: Vec<Row> = Vec::new();
        let apart = |row| rows::apart(row, &self.dates);
        let mut rows: Vec<Row> = table.rows.into_iter().flat_map(apart).collect();
        row_headings::agree(&mut rows, &self.dates);
        let rows = row_ends::joined(rows, &self.dates);
        for row in rows {
            let filled = row.cells.iter().filter(|cell| !is_empty(cell)).count();
            let is_entry = !data.is_empty() && filled > 2 && rows::is_entry(&row, &self.dates);
            if filled > 1 && (is_data(&row) || is_entry) && !begins_section(&row) {
                data.push(row);
                continue;
            }
            self.data(std::mem::take(&mut data), number);
            self.row(row);
        }
        self.data(data, number);
        self.flow.push(Flow::Break);
    }

    /// Adds rows that are data.
    fn data(&mut self, mut rows: Vec<Row>, number: usize) {
        if rows.len() > 1 {
            self.flow.push(Flow::Table(rows, number));
            return;
        }
        let Some(row) = rows.pop() else { return };
        // Beside a date, two paragraphs of a cell are a part of the same head.
        let is_dated = row.cells.iter().any(|cell| self.is_date(&cell.pieces));
        let most = if is_dated { 2 } else { 1 };
        let is_head = |piece: &Piece| matches!(piece, Piece::Paragraph(it) if is_short(it));
        let is_line = row
            .cells
            .iter()
            .all(|cell| cell.pieces.len() <= most && cell.pieces.iter().skip(1).all(is_head))
            && !row.cells.iter().any(|cell| any(&cell.pieces, |it| it.level.is_some()));
        if !is_line {
            return self.row(row);
        }
        // One row only places the parts of a line.
        let mut line: Option<Paragraph> = None;
        for cell in row.cells {
            for (at, piece) in cell.pieces.into_iter().enumerate() {
                let Piece::Paragraph(paragraph) = piece else { continue };
                let between = if at > 0 { " " } else { "\t" };
                match &mut line {
                    Some(line) => join(&mut line.lines, paragraph.lines, between),
                    None => line = Some(paragraph),
                }
            }
        }
        self.flow.push(Flow::Break);
        self.flow.extend(line.map(Flow::Paragraph));
    }

    /// Adds the cells of a row that only places them.
    fn row(&mut self, row: Row) {
        let mut cells: Vec<Vec<Piece>> =
            row.cells.into_iter().filter(|cell| !is_empty(cell)).map(|cell| cell.pieces).collect();
        if let [left, right] = cells.as_mut_slice()
            && self.is_date(left)
        {
            let (left, right) = (std::mem::take(left), std::mem::take(right));
            return self.dated(&left, right);
        }
        let is_alone = cells.len() == 1;
        for cell in cells {
            if !is_alone {
                self.flow.push(Flow::Break);
            }
            self.add(cell);
        }
        if !is_alone {
            self.flow.push(Flow::Break);
        }
    }

    /// Whether a cell has only dates, and perhaps a place.
    fn is_date(&self, pieces: &[Piece]) -> bool {
        let mut text = Vec::new();
        super::pieces::each(pieces, &mut |paragraph| text.push(paragraph.plain()));
        let text = text.join(" ");
        text.chars().count() <= MAX_LABEL && self.dates.find(&text).is_some()
    }

    /// Adds dates and the text beside them: the dates are a line of the head of an entry.
    fn dated(&mut self, left: &[Piece], right: Vec<Piece>) {
        // Some programs draw the dates as text boxes.
        let mut dates = Vec::new();
        super::pieces::each(left, &mut |it| join(&mut dates, it.lines.clone(), " "));
        self.flow.push(Flow::Break);
        let mut right = right.into_iter().peekable();
        match right.next() {
            Some(Piece::Paragraph(mut head)) if head.list.is_none() => {
                let is_head = head.plain().chars().count() <= MAX_LABEL * 3;
                let at = if is_head { head.lines.len().min(1) } else { 0 };
                head.lines.splice(at..at, dates);
                let is_more = |it: &Piece| matches!(it, Piece::Paragraph(it) if is_of_head(it));
                while let Some(Piece::Paragraph(line)) = right.next_if(is_more) {
                    head.lines.extend(line.lines);
                }
                self.flow.push(Flow::Paragraph(head));
            }
            first => {
                self.flow.push(Flow::Paragraph(Paragraph { lines: dates, ..Paragraph::default() }));
                self.add(first.into_iter().collect());
            }
        }
        self.add(right.collect());
        self.flow.push(Flow::Break);
    }
}

fn is_empty(cell: &Cell) -> bool {
    !any(&cell.pieces, |paragraph| !paragraph.is_empty())
}

/// Whether each cell of a row holds one short text.
pub(super) fn is_data(row: &Row) -> bool {
    row.cells.iter().all(|cell| {
        let mut letters = 0;
        let are_texts = cell.pieces.iter().all(|piece| match piece {
            Piece::Paragraph(paragraph) => {
                letters += paragraph.plain().chars().count();
                paragraph.list.is_none() && paragraph.level != Some(1)
            }
            _ => false,
        });
        are_texts && cell.pieces.len() <= 2 && letters <= MAX_CELL
    })
}

/// Whether the first cell of a row is the heading of what is beside it.
fn begins_section(row: &Row) -> bool {
    let mut filled = row.cells.iter().filter(|cell| !is_empty(cell));
    let is_heading = |cell: &Cell| any(&cell.pieces, |paragraph| paragraph.level.is_some());
    let is_strong = |cell: &Cell| any(&cell.pieces, |paragraph| paragraph.look.is_strong);
    let is_first = !row.is_head && filled.next().is_some_and(is_heading);
    // Where all cells are strong, they name the columns.
    is_first && !filled.any(|cell| is_heading(cell) || is_strong(cell))
}
