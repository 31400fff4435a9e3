//! Reads entries each of which is a form: rows or items with a label for the period, for the position and for the
//! organisation, as in the first template of Europass.

use crate::document::blocks::{Block, Table};
use crate::document::headings::normalized;
use crate::document::listed_entries::label_of;
use crate::document::tables::cell_of;
use crate::document::text::Text;
use crate::document::units::{ITEM, Splitter};
use crate::document::vocabulary::{Kind, is};

/// A label, and what it announces.
type Pair = (Text, Text);

impl Splitter<'_> {
    /// Splits rows of labels and values into entries; returns whether they are forms.
    pub(in crate::document) fn form_of_table(&mut self, table: &Table) -> bool {
        let pair = |row: &Vec<Text>| {
            let mut filled = row.iter().filter(|cell| !cell.is_empty());
            let pair = filled.next().zip(filled.next());
            let (label, value) = pair.filter(|_| filled.next().is_none())?;
            Some((cell_of(label), cell_of(value)))
        };
        let head = std::iter::once(&table.head).filter(|head| !head.is_empty());
        let pairs: Option<Vec<Pair>> = head.chain(&table.rows).map(pair).collect();
        pairs.is_some_and(|pairs| self.form(pairs))
    }

    /// Splits items that are labels and values into entries; returns whether they are forms.
    pub(in crate::document) fn form_of_items(&mut self, items: &[Vec<Block>]) -> bool {
        let pair = |item: &Vec<Block>| match item.as_slice() {
            [Block::Paragraph(lines)] => {
                let (label, value) = label_of(lines)?;
                Some((Text::of(&label, lines.first()?.span()), value))
            }
            _ => None,
        };
        let pairs: Option<Vec<Pair>> = items.iter().map(pair).collect();
        pairs.is_some_and(|pairs| self.form(pairs))
    }

    fn form(&mut self, pairs: Vec<Pair>) -> bool {
        let kind = |label: &Text| {
            let plain = label.plain();
            let label = plain.trim_matches(|c: char| c.is_whitespace() || ":：".contains(c));
            let kinds = [Kind::PeriodLabel, Kind::HeadlineLabel, Kind::FirmLabel];
            kinds.into_iter().find(|kind| is(label, *kind))
        };
        let Some((first, _)) = pairs.first().filter(|(label, _)| kind(label).is_some()) else {
            return false;
        };
        let first = normalized(&first.plain());
        // The label that begins the first entry begins each.
        let mut records: Vec<Vec<(Option<Kind>, Pair)>> = Vec::new();
        for pair in pairs {
            let own = kind(&pair.0);
            let begins = normalized(&pair.0.plain()) == first;
            match records.last_mut().filter(|_| !begins) {
                Some(record) => record.push((own, pair)),
                None => records.push(vec![(own, pair)]),
            }
        }
        let has = |record: &[(Option<Kind>, Pair)], wanted: Kind| {
            record.iter().any(|(kind, (_, value))| {
                *kind == Some(wanted) && (wanted != Kind::PeriodLabel || self.is_dated(value))
            })
        };
        let is_entry = |record: &Vec<(Option<Kind>, Pair)>| {
            has(record, Kind::PeriodLabel)
                && (has(record, Kind::HeadlineLabel) || has(record, Kind::FirmLabel))
        };
        if !records.iter().all(is_entry) {
            return false;
        }
        for record in records {
            let mut head = Vec::new();
            for wanted in [Kind::HeadlineLabel, Kind::FirmLabel, Kind::PeriodLabel] {
                let own = record.iter().filter(|(kind, _)| *kind == Some(wanted));
                head.extend(own.map(|(_, (_, value))| value.clone()));
            }
            self.head(ITEM, head, true);
            for (_, (label, value)) in record.into_iter().filter(|(kind, _)| kind.is_none()) {
                let mut line = label;
                line.append(": ", &value);
                self.body(Block::Paragraph(vec![line]));
            }
        }
        true
    }
}
