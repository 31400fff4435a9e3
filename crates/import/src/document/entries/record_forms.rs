//! Reads entries each of which is a form: rows, items or lines with a label for the period, for the position and for the
//! organisation, as in the first template of Europass.

use crate::document::blocks::{Block, Table};
use crate::document::headings::normalized;
use crate::document::listed_entries::{label_of, label_of_line};
use crate::document::tables::cell_of;
use crate::document::text::{Part, Text};
use crate::document::units::{ITEM, Splitter};
use crate::document::vocabulary::{Kind, is};

/// A label, and what it announces.
type Pair = (Text, Text);

/// What the labels of an entry announce, in the order of its head.
const LABELS: [Kind; 3] = [Kind::HeadlineLabel, Kind::FirmLabel, Kind::PeriodLabel];

/// Labels of those for whom somebody works in a job, folded.
const CLIENTS: [&str; 10] = [
    "client",
    "end client",
    "customer",
    "cliente",
    "kunde",
    "klient",
    "заказчик",
    "project",
    "proyecto",
    "projeto",
];

/// An entry: what its labels announce, and what is below.
#[derive(Default)]
struct Record {
    said: Vec<(Kind, Text)>,
    rest: Vec<Block>,
}

/// Whether a label announces for whom, or on which project, somebody works in a job.
pub(in crate::document) fn is_client(label: &str) -> bool {
    CLIENTS.contains(&normalized(label).as_str())
}

fn kind_of(label: &str) -> Option<Kind> {
    let label = label.trim_matches(|c: char| c.is_whitespace() || ":：".contains(c));
    LABELS.into_iter().find(|kind| is(label, *kind))
}

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

    /// Splits lines that are labels and values, with what is below them, into entries; returns whether they are forms.
    pub(in crate::document) fn form_of_lines(&mut self, blocks: &[Block]) -> bool {
        let Some(records) = self.records_of_lines(blocks) else { return false };
        let has =
            |record: &Record, wanted: Kind| record.said.iter().any(|(kind, _)| *kind == wanted);
        let is_period = |record: &Record| {
            let mut said = record.said.iter();
            said.any(|(kind, value)| *kind == Kind::PeriodLabel && self.is_dated(value))
        };
        let is_entry = |record: &Record| is_period(record) && has(record, Kind::HeadlineLabel);
        if records.is_empty() || !records.iter().all(is_entry) {
            return false;
        }
        for Record { said, rest } in records {
            let mut head = Vec::new();
            for wanted in LABELS {
                let own = said.iter().filter(|(kind, _)| *kind == wanted);
                head.extend(own.map(|(_, value)| value.clone()));
            }
            // Alone, a position that nobody knows would be taken for an organisation.
            if !said.iter().any(|(kind, _)| *kind == Kind::FirmLabel)
                && let Some(position) = head.first_mut()
            {
                position.parts = vec![(Part::Position, position.clone())];
            }
            self.head(ITEM, head, true);
            for block in rest {
                self.body(block);
            }
        }
        true
    }

    /// Returns the records that begin with the same label, if everything is in one, and nothing else has dates or is a title.
    fn records_of_lines(&self, blocks: &[Block]) -> Option<Vec<Record>> {
        let mut records: Vec<Record> = Vec::new();
        let mut first: Option<String> = None;
        for block in blocks {
            let Block::Paragraph(lines) = block else {
                let mut texts = Vec::new();
                block.texts(&mut texts);
                if texts.into_iter().any(|text| self.is_dated(text)) {
                    return None;
                }
                records.last_mut()?.rest.push(block.clone());
                continue;
            };
            let mut is_begun = false;
            for line in lines {
                let pair = label_of_line(line);
                if pair.as_ref().is_some_and(|(label, _)| is_client(label)) {
                    return None;
                }
                let is_title = pair.is_none()
                    && line.strong_start() > 0
                    && !line.plain().ends_with([':', '：']);
                let known = |(label, value): (String, Text)| Some((kind_of(&label)?, label, value));
                let Some((kind, label, value)) = pair.and_then(known) else {
                    let record =
                        records.last_mut().filter(|_| !is_title && !self.is_dated(line))?;
                    match record.rest.last_mut().filter(|_| is_begun) {
                        Some(Block::Paragraph(rest)) => rest.push(line.clone()),
                        _ => record.rest.push(Block::Paragraph(vec![line.clone()])),
                    }
                    is_begun = true;
                    continue;
                };
                let label = normalized(&label);
                if *first.get_or_insert_with(|| label.clone()) == label {
                    records.push(Record::default());
                }
                is_begun = false;
                records.last_mut()?.said.push((kind, cell_of(&value)));
            }
        }
        Some(records)
    }

    fn form(&mut self, pairs: Vec<Pair>) -> bool {
        let kind = |label: &Text| kind_of(&label.plain());
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
            for wanted in LABELS {
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
