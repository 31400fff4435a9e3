//! Reads the tables of a letterhead: labels with values, or parts beside each other.

use super::{Opening, has_contact};
use crate::document::blocks::{Block, Table};
use crate::document::contacts::is_contact;
use crate::document::person::is_reading_label;
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
        for row in &table.rows {
            match row.as_slice() {
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
