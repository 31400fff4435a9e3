//! Reads the tables of a letterhead: labels with values, or parts beside each other.

use super::{Opening, has_contact};
use crate::document::blocks::{Block, Table};
use crate::document::contacts::is_contact;
use crate::document::person::{is_reading_label, strip_symbols};
use crate::document::tables::is_blank_head;
use crate::document::text::Text;
use crate::document::vocabulary::{Kind, label};

impl Opening {
    pub(in crate::document) fn table(&mut self, table: &Table, block: &Block) {
        if !has_contact(block) {
            return self.rest.push(block.clone());
        }
        let has_label = |cell: &Text| label(&cell.plain()).is_some();
        let is_pair = matches!(table.head.as_slice(), [_, value] if !has_label(value));
        let has_head = !is_pair
            && table.head.iter().any(has_label)
            && !table.rows.iter().any(|row| row.first().is_some_and(has_label));
        let are_names = table.rows.iter().any(|row| row.first().is_some_and(has_label));
        match table.head.as_slice() {
            // The first of the pairs may be where a table has to have the names of its columns.
            [name, value]
                if has_label(name) && !has_label(value) && !is_blank_head(&table.head) =>
            {
                self.labelled(name, value);
            }
            head if !has_head && !are_names => {
                head.iter().filter(|cell| !cell.is_empty()).for_each(|cell| self.informing(cell));
            }
            _ => {}
        }
        let labels = if has_head { Vec::new() } else { label_columns(&table.rows) };
        for row in &table.rows {
            match row.as_slice() {
                _ if !labels.is_empty() => self.form_row(row, &labels),
                [name, value]
                    if !has_head
                        && !name.plain().trim().is_empty()
                        && !value.is_empty()
                        && !is_contact(name) =>
                {
                    self.labelled(name, value);
                }
                _ if !has_head && self.named_row(row) => {}
                _ => {
                    for (index, cell) in row.iter().enumerate().filter(|(_, it)| !it.is_empty()) {
                        match table.head.get(index).filter(|_| has_head) {
                            Some(name) if !name.is_empty() => self.labelled(name, cell),
                            _ => self.informing(cell),
                        }
                    }
                }
            }
        }
    }

    /// Reads a row of a form, in which each value is beside its label.
    fn form_row(&mut self, row: &[Text], labels: &[usize]) {
        let mut at = 0;
        while let Some(cell) = row.get(at) {
            let is_label = labels.contains(&at) && !cell.is_empty() && !is_contact(cell);
            match row.get(at + 1).filter(|value| is_label && !value.is_empty()) {
                Some(value) => {
                    self.labelled(cell, &value.spaced());
                    at += 1;
                }
                None if cell.is_empty() => {}
                None if is_label => self.keep(cell),
                None => self.informing(cell),
            }
            at += 1;
        }
    }

    /// Reads a row of a form, in which the name or how it is pronounced is beside its label; returns whether it
    /// is one.
    fn named_row(&mut self, row: &[Text]) -> bool {
        let mut filled = row.iter().filter(|cell| !cell.is_empty());
        let (Some(first), Some(value)) = (filled.next(), filled.next()) else { return false };
        let said = first.plain();
        let is_reading = is_reading_label(&said);
        if label(&said) != Some(Kind::NameLabel) && !is_reading {
            return false;
        }
        if is_reading {
            self.fact(first, &value.spaced());
        } else {
            self.labelled(first, &value.spaced());
        }
        filled.for_each(|cell| self.informing(cell));
        true
    }
}

/// Returns the columns of a form that have labels, each left of a column with their values: a label that no
/// list knows is one among others.
fn label_columns(rows: &[Vec<Text>]) -> Vec<usize> {
    let columns = rows.iter().map(Vec::len).max().unwrap_or_default();
    if columns < 3 {
        return Vec::new();
    }
    let count = |column: usize| {
        let cells = rows.iter().filter_map(|row| row.get(column));
        cells.filter(|cell| label(strip_symbols(&cell.plain())).is_some()).count()
    };
    let beside = |at: &usize| count(*at) > 0 && count(at + 1) == 0;
    let found: Vec<usize> = (0..columns - 1).filter(beside).collect();
    if found.iter().any(|at| count(*at) > 1) { found } else { Vec::new() }
}
