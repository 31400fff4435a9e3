//! Finds the entries in a list: its items have dates, or labels before what they say.

use super::blocks::Block;
use super::entries::record_forms::is_client;
use super::headings::normalized;
use super::tables::cell_of;
use super::text::Text;
use super::towns::is_town;
use super::units::{DATED, ITEM, Splitter, Unit};
use super::vocabulary::{Kind, has, is};
use super::wrapped_prose::is_prose;

/// The longest head of an item that goes on as a text, in bytes.
const MAX_HEAD: usize = 200;

impl Splitter<'_> {
    /// Splits a list in which most items are entries.
    pub(super) fn list(&mut self, items: &[Vec<Block>], start: Option<u64>) {
        if self.form_of_items(items) {
            return;
        }
        let (facts, items) = items.split_at(if start.is_none() { self.facts(items) } else { 0 });
        if !facts.is_empty() {
            let lines: Vec<Text> = facts.iter().flat_map(|item| first(item)).collect();
            self.head(DATED, lines, true);
            if items.is_empty() {
                return;
            }
        }
        let is_below_dated = self.is_below_dated;
        if !is_below_dated && (self.told_items(items) || self.labelled(items)) {
            return;
        }
        let is_entry = |item: &Vec<Block>| {
            let lines = first(item);
            let is_headed = lines.first().is_some_and(|line| self.dated(line, true));
            lines.iter().take(3).any(|line| self.dated(line, is_below_dated))
                && (!is_prose(&lines) || is_headed)
        };
        let cut: Vec<Vec<Block>> = items.iter().map(|item| self.with_head(item)).collect();
        let are_entries: Vec<bool> = cut.iter().map(is_entry).collect();
        let entries = are_entries.iter().filter(|is_entry| **is_entry).count();
        let is_many = entries * 2 >= items.len() && entries > usize::from(is_below_dated);
        let named = cut.iter().zip(&are_entries).filter(|(_, is_entry)| **is_entry);
        let are_works = is_below_dated && self.are_works(named.map(|(item, _)| first(item)));
        // Positions may be above what was done in all of them.
        let is_position = |it: &(&Vec<Block>, &bool)| *it.1 && self.names_position(&first(it.0));
        let lead = cut.iter().zip(&are_entries).take_while(is_position).count();
        if !is_many && !is_below_dated && lead > 1 {
            let (positions, rest) = items.split_at(lead);
            self.list(positions, start);
            return self.body(Block::List { start, items: rest.to_vec() });
        }
        if !is_many || are_works {
            return self.body(Block::List { start, items: items.to_vec() });
        }
        for ((item, written), is_entry) in cut.iter().zip(items).zip(are_entries) {
            if !is_entry {
                self.body(Block::List { start: None, items: vec![written.clone()] });
                continue;
            }
            self.item(&first(item));
            self.is_below_dated = true;
            for block in item.iter().skip(1) {
                self.block(block);
            }
            self.is_below_dated = is_below_dated;
        }
    }

    /// Returns how many of the first items are no items: a period and a place with pictures before them, which look as
    /// bullets do.
    fn facts(&self, items: &[Vec<Block>]) -> usize {
        let line = |item: &Vec<Block>| match item.as_slice() {
            [Block::Paragraph(lines)] => match lines.as_slice() {
                [line] => Some(line.clone()),
                _ => None,
            },
            _ => None,
        };
        let Some(first) = items.first().and_then(line) else { return 0 };
        let plain = first.plain();
        let is_period = self.is_period(&plain);
        let is_place = items.get(1).and_then(line).is_some_and(|second| is_town(&second));
        // Among other periods, one is an item.
        let is_one = items.get(1).and_then(line).is_none_or(|it| !self.dated(&it, true));
        // The section goes on as it begins: each entry has a bullet before its dates.
        let is_next = || {
            let is_bare = |unit: &Unit| matches!(unit, Unit::Head { rank: DATED, lines, .. } if matches!(lines.as_slice(), [line] if self.is_period(&line.plain())));
            let is_dated = |unit: &&Unit| matches!(unit, Unit::Head { is_dated: true, .. });
            items.len() == 1 && self.units.iter().find(is_dated).is_some_and(is_bare)
        };
        if is_period && is_one && (!self.is_below_dated || is_next()) {
            1 + usize::from(is_place)
        } else {
            0
        }
    }

    /// Whether a line is nothing but a period.
    fn is_period(&self, plain: &str) -> bool {
        self.dates.find(plain).is_some_and(|period| {
            period.is_range && period.range.start == 0 && period.range.end >= plain.trim_end().len()
        })
    }

    /// Whether items are what somebody did in the time of the entry above: none of them names a position or a
    /// degree.
    fn are_works(&self, items: impl Iterator<Item = Vec<Text>>) -> bool {
        let range = |lines: &[Text]| {
            lines.iter().find_map(|line| self.dates.find(&line.plain()).filter(|it| it.is_range))
        };
        let Some(Unit::Head { lines, .. }) =
            self.units.iter().rfind(|unit| matches!(unit, Unit::Head { is_dated: true, .. }))
        else {
            return false;
        };
        let Some(outer) = range(lines) else { return false };
        items.into_iter().all(|lines| {
            let is_named = |line: &Text| {
                let plain = line.plain();
                has(&plain, Kind::Job) || has(&plain, Kind::Degree)
            };
            range(&lines).is_some_and(|period| period.is_within(&outer))
                && !lines.iter().any(is_named)
        })
    }

    /// Takes lines that name a client in the job above, in its time, as a part of it; returns whether they do.
    pub(super) fn told_client(&mut self, lines: &[Text]) -> bool {
        let label = lines.first().and_then(label_of_line).map(|(label, _)| normalized(&label));
        let is_told = label.is_some_and(|label| is_client(&label))
            && self.are_works(std::iter::once(lines.to_vec()));
        if is_told {
            self.body(Block::Paragraph(lines.to_vec()));
        }
        is_told
    }

    /// Whether an item names a position before a sign, and a period: a sentence can have both, too.
    fn names_position(&self, lines: &[Text]) -> bool {
        lines.first().is_some_and(|line| {
            let plain = line.plain();
            let before = plain.split_once([',', '|', '–', '—', '\t']);
            before.is_some_and(|(position, _)| has(position, Kind::Job))
                && self.dates.find(&plain).is_some_and(|period| period.is_range)
        })
    }

    /// Splits the lines of an item. Several with periods below each other are positions in one organisation.
    pub(super) fn item(&mut self, lines: &[Text]) {
        let is_position = |line: &&Text| self.dated(line, true);
        let at = lines.iter().position(|line| self.dated(line, true)).unwrap_or_default();
        let (above, rest) = lines.split_at(at);
        let positions = rest.iter().take_while(is_position).count();
        if positions > 1 && (1..=2).contains(&at) && !above.iter().any(|line| self.is_dated(line)) {
            let (dated, below) = rest.split_at(positions);
            self.head(ITEM, above.to_vec(), false);
            for line in dated {
                self.head(ITEM + 1, vec![line.clone()], true);
            }
            if !below.is_empty() {
                self.body(Block::Paragraph(below.to_vec()));
            }
            return;
        }
        let count = self.units.len();
        self.dated_lines(lines, true);
        for unit in self.units.iter_mut().skip(count) {
            if let Unit::Head { rank, .. } = unit {
                *rank = ITEM;
            }
        }
    }

    /// Returns an item whose first line is a head, if a text follows it on the same line.
    fn with_head(&self, item: &[Block]) -> Vec<Block> {
        let cut = match item.first() {
            Some(Block::Paragraph(lines)) => self.run_in(lines, true),
            _ => None,
        };
        let Some((head, text)) = cut else { return item.to_vec() };
        let rest = item.iter().skip(1).cloned();
        [Block::Paragraph(vec![head]), text].into_iter().chain(rest).collect()
    }

    /// Returns the head that a period begins or ends, and the text that follows it after a colon:
    /// `2019 – 2021 – Kestrel – Pilot: steered the ships of the coast.`
    pub(super) fn run_in(&self, lines: &[Text], is_item: bool) -> Option<(Text, Block)> {
        let [line] = lines else { return None };
        let plain = line.plain();
        if self.dated(line, is_item) {
            return None;
        }
        let cuts = [": ", "："].iter().filter_map(|sign| Some((plain.find(sign)?, sign.len())));
        let (at, length) = cuts.min().filter(|(at, _)| *at <= MAX_HEAD)?;
        let head = line.part(0..at);
        let text = head.plain();
        let period = self.dates.find(&text)?;
        let is_end = !is_item && !text.get(period.range.end..)?.contains(char::is_alphanumeric);
        let is_edge = period.range.start == 0 || is_end;
        let is_whole = period.range.start == 0 && is_end;
        let is_head =
            is_edge && (period.is_range || is_whole) && self.dated(&head, period.is_range);
        is_head.then(|| (head, Block::Paragraph(vec![line.part(at + length..plain.len())])))
    }

    /// Splits a list whose items have a list of labels each, with a period among them; returns whether it is one.
    fn labelled(&mut self, items: &[Vec<Block>]) -> bool {
        let records: Vec<Vec<Record>> = items.iter().map(|item| self.records(item)).collect();
        let count = records.iter().filter(|records| !records.is_empty()).count();
        if count == 0 || count < items.len() {
            return false;
        }
        for record in records.into_iter().flatten() {
            self.head(ITEM, record.head, true);
            if !record.rest.is_empty() {
                self.body(Block::List { start: None, items: record.rest });
            }
        }
        true
    }

    /// Reads the entries of an item by their labels.
    fn records(&self, item: &[Block]) -> Vec<Record> {
        let [Block::Paragraph(lines), Block::List { items, .. }] = item else { return Vec::new() };
        let [title] = lines.as_slice() else { return Vec::new() };
        let plain = title.plain();
        let title = title.part(0..plain.trim_end().trim_end_matches([':', '：']).len());
        let mut records: Vec<Record> = Vec::new();
        let mut first_label = None;
        for inner in items {
            let pair = match inner.as_slice() {
                [Block::Paragraph(lines)] => label_of(lines),
                _ => None,
            };
            let label = pair.as_ref().map(|(label, _)| label.clone());
            if records.is_empty() || (label.is_some() && label == first_label) {
                records.push(Record { head: vec![cell_of(&title)], ..Record::default() });
                first_label.clone_from(&label);
            }
            let Some(record) = records.last_mut() else { continue };
            match pair {
                Some((label, value)) if is(&label, Kind::FirmLabel) => {
                    record.head.push(cell_of(&value));
                }
                Some((label, value)) if is(&label, Kind::PeriodLabel) && self.is_dated(&value) => {
                    record.head.push(cell_of(&value));
                    record.is_dated = true;
                }
                _ => record.rest.push(inner.clone()),
            }
        }
        if records.iter().all(|record| record.is_dated) { records } else { Vec::new() }
    }
}

/// An entry that labels describe.
#[derive(Default)]
struct Record {
    head: Vec<Text>,
    is_dated: bool,
    rest: Vec<Vec<Block>>,
}

/// Returns the label of the only line, and what follows it.
pub(super) fn label_of(lines: &[Text]) -> Option<(String, Text)> {
    let [line] = lines else { return None };
    label_of_line(line)
}

/// Returns the label of a line, and what follows it.
pub(super) fn label_of_line(line: &Text) -> Option<(String, Text)> {
    let plain = line.plain();
    let (at, sign) = plain.char_indices().find(|(_, c)| [':', '：'].contains(c))?;
    let label = plain.get(..at)?.trim().to_owned();
    let value = line.part(at + sign.len_utf8()..plain.len());
    (!label.is_empty() && !value.is_empty()).then_some((label, value))
}

/// Returns the lines that an item begins with.
pub(super) fn first(item: &[Block]) -> Vec<Text> {
    match item.first() {
        Some(Block::Paragraph(lines)) => lines.clone(),
        _ => Vec::new(),
    }
}
