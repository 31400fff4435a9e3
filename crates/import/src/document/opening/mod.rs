//! Reads the text above the first section of a document: who the person is, and how to reach them.

mod address_words;
mod asides;
mod by_email;
mod by_file;
mod contact_section;
mod email_elsewhere;
pub(super) mod headline;
mod images;
mod labelled_names;
mod last_resort;
mod lines;
mod name;
mod name_pieces;
mod reach;
mod tables;

use super::address::address;
use super::blocks::Block;
use super::contacts::is_contact;
use super::front_matter::FrontMatter;
use super::headings::is_about_document;
use super::letterhead::{Segment, segments};
use super::outline::Outline;
use super::period::Dates;
use super::person::is_likely_name;
use super::stated_names::Named;
use super::text::{Text, joined};
use super::vocabulary::{self, Kind, label};
use crate::tree::{list, member, object};
use contact_section::place;
pub(super) use last_resort::named_by_file;
use lines::pair;
use perfil_source::privacy::PRIVATE;
use perfil_source::{Member, Node, Problem, Value};

/// Separators between a name and the headline.
const SEPARATORS: [&str; 8] = [" - ", " – ", " — ", " | ", " · ", " • ", " /", "\t"];

/// The maximum length of a short line, in characters, that can be a headline.
const MAX_HEADLINE_CHARACTERS: usize = 80;

/// The number of lines in which a label for the name is looked for.
const MAX_LABELLED: usize = 40;

/// The beginning of a profile.
#[derive(Default)]
pub(super) struct Opening {
    /// The fields.
    pub(super) fields: Vec<Member>,
    /// The problems to report to the owner.
    pub(super) report: Vec<Problem>,
    /// The blocks that are not fields.
    pub(super) rest: Vec<Block>,
    pub(super) facts: Vec<Node>,
    pub(super) links: Vec<Node>,
    pub(super) dates: Dates,
    /// Whether the name is only that of the file.
    pub(super) lacks_name: bool,
    /// The first and the last name, each after a label of its own.
    pub(super) names: [Option<Segment>; 2],
    /// A street whose town may follow.
    pub(super) street: Option<Text>,
}

impl Opening {
    /// Reads the facts, the title and the blocks above the first section, and takes the sections
    /// that say how to reach the person.
    pub(in crate::document) fn of(
        front: &FrontMatter,
        outline: &mut Outline,
        name: &Named,
        dates: &Dates,
    ) -> Self {
        let mut opening = Self { dates: dates.clone(), ..Self::default() };
        opening.front_matter(front);
        // A heading that is no name is one only if there is nothing better.
        let title = outline.title.take();
        let is_form = !title.as_ref().is_some_and(is_named)
            && !has_named(&outline.opening)
            && opening.name_of_form(outline);
        let is_sure = |title: &Text| {
            is_named(title) || (is_likely_name(title) && !has_named(&outline.opening))
        };
        let (sure, mut unsure) = match title {
            Some(title) if !is_form && is_sure(&title) => (Some(title), None),
            other => (None, other),
        };
        opening.title(sure.map(|title| opening.spaced(title)).as_ref());
        opening.front_matter_title(front);
        opening.lacks_name = !opening.has("name");
        let blocks = std::mem::take(&mut outline.opening);
        if let Some(title) = unsure.take_if(|title| is_contact(title)) {
            opening.line(&title);
        }
        let first = blocks.iter().position(|block| is_entry(block, dates));
        let (head, entries) = blocks.split_at(first.unwrap_or(blocks.len()));
        for block in head {
            opening.block(block);
        }
        for block in entries {
            match block {
                // Ways to reach the person may follow a study in the letterhead.
                Block::Paragraph(lines) if lines.iter().all(reaches) => opening.block(block),
                _ => opening.rest.push(block.clone()),
            }
        }
        for section in &mut outline.sections {
            opening.section(section);
        }
        match unsure.filter(|title| !is_about_document(&title.plain())) {
            Some(title) if !opening.has("name") => opening.title(Some(&opening.spaced(title))),
            Some(title)
                if vocabulary::has(&title.plain(), Kind::Job)
                    && !opening.set("headline", title.plain_node()) =>
            {
                opening.keep(&title);
            }
            Some(title) => opening.keep(&title),
            None => {}
        }
        opening.join_names();
        opening.elsewhere(outline);
        opening.email_elsewhere(outline);
        opening.name_at_last(outline, name, dates);
        if !opening.has("location") {
            let place = outline.sections.iter().find_map(place);
            opening.fields.extend(place.map(|place| member("location", address(&place))));
        }
        opening.finish(front.is_private);
        opening
    }

    pub(in crate::document) fn finish(&mut self, is_private: bool) {
        if is_private {
            let mark = Node { value: Value::Bool(true), span: 0..0 };
            self.fields.push(member(PRIVATE, mark));
        }
        for (key, items) in [("facts", &mut self.facts), ("links", &mut self.links)] {
            if let (Some(first), Some(last)) = (items.first(), items.last()) {
                let span = first.span.start..last.span.end.max(first.span.start);
                self.fields.push(member(key, list(std::mem::take(items), span)));
            }
        }
    }

    pub(in crate::document) fn has(&self, key: &str) -> bool {
        self.fields.iter().any(|field| field.key == key)
    }

    /// Sets a field that was not set before; returns whether it was set.
    pub(in crate::document) fn set(&mut self, key: &str, value: Node) -> bool {
        let is_free = !self.has(key) && value.as_str().is_none_or(|text| !text.trim().is_empty());
        if is_free {
            self.fields.push(member(key, value));
        }
        is_free
    }

    pub(in crate::document) fn fact(&mut self, label: &Text, value: &Text) {
        let fact = vec![member("label", label.plain_node()), member("text", value.plain_node())];
        let span = label.span().start..value.span().end.max(label.span().start);
        self.facts.push(object(fact, span));
    }

    pub(in crate::document) fn block(&mut self, block: &Block) {
        match block {
            Block::Paragraph(lines) => self.paragraph(lines, block),
            Block::List { items, .. } if items.iter().flatten().any(has_contact) => {
                for inner in items.iter().flatten() {
                    match inner {
                        Block::Paragraph(lines) => self.informing(&joined(lines)),
                        other => self.block(other),
                    }
                }
            }
            Block::Table(table) => self.table(table, block),
            Block::Terms(terms) => {
                for (term, blocks) in terms {
                    let mut texts = Vec::new();
                    for block in blocks {
                        block.texts(&mut texts);
                    }
                    let value = joined(&texts.into_iter().cloned().collect::<Vec<_>>());
                    self.labelled(term, &value);
                }
            }
            Block::Quote(inner) if matches!(inner.as_slice(), [Block::Paragraph(lines)] if lines.iter().any(is_contact)) => {
                for block in inner {
                    self.block(block);
                }
            }
            Block::Rule => {}
            _ => self.rest.push(block.clone()),
        }
    }

    pub(in crate::document) fn paragraph(&mut self, lines: &[Text], block: &Block) {
        let lines: Vec<Text> = lines.iter().filter_map(|line| self.without_images(line)).collect();
        if lines.is_empty() {
            return;
        }
        let length = |line: &Text| line.plain().chars().count();
        let is_short = |line: &Text| length(line) <= MAX_HEADLINE_CHARACTERS;
        let has_any = lines.iter().any(is_contact);
        // Lines that were broken only because they were long are one text.
        let is_wrapped = lines.len() > 1
            && !has_any
            && lines.iter().rev().skip(1).all(|line| !line.is_broken && length(line) > 55);
        if has_any || (lines.len() > 1 && lines.iter().all(is_short) && !is_wrapped) {
            for line in &lines {
                self.line(line);
            }
            return;
        }
        match lines.as_slice() {
            [line] if length(line) <= MAX_HEADLINE_CHARACTERS * 2 => self.line(line),
            _ if lines.len() > 1 && lines.iter().any(|line| pair(line).is_some()) => {
                for line in &lines {
                    self.line(line);
                }
            }
            _ => self.summary(&lines, block),
        }
    }

    pub(in crate::document) fn summary(&mut self, lines: &[Text], block: &Block) {
        if !self.set("summary", joined(lines).node()) {
            self.rest.push(block.clone());
        }
    }

    /// Keeps what is not a field.
    pub(in crate::document) fn keep(&mut self, text: &Text) {
        self.rest.push(Block::Paragraph(vec![text.clone()]));
    }
}

/// Whether a block begins the entries of a document without a heading above them.
fn is_entry(block: &Block, dates: &Dates) -> bool {
    let mut texts = Vec::new();
    block.texts(&mut texts);
    let is_range = |text: &&&Text| dates.find(&text.plain()).is_some_and(|it| it.is_range);
    texts
        .iter()
        .take(3)
        .any(|text| is_range(&text) && !is_contact(text) && text.plain().len() < 160)
}

/// Whether a line has an e-mail address, or nothing but a number.
fn reaches(line: &Text) -> bool {
    let plain = line.plain();
    is_contact(line) && (plain.contains('@') || !plain.contains(char::is_alphabetic))
}

/// Whether a line has a label for the name, so a heading above it is something else.
fn has_named(blocks: &[Block]) -> bool {
    let mut texts = Vec::new();
    blocks
        .iter()
        .filter(|it| matches!(it, Block::Paragraph(_) | Block::List { .. }))
        .for_each(|it| it.texts(&mut texts));
    texts.into_iter().take(MAX_LABELLED).any(is_named)
}

fn is_named(text: &Text) -> bool {
    matches!(segments(text).as_slice(), [Segment { kind: Some(Kind::NameLabel), text, label: Some(_) }] if !text.is_empty())
}

fn has_contact(block: &Block) -> bool {
    if let Block::Table(table) = block
        && table.rows.iter().any(|row| row.first().is_some_and(|it| label(&it.plain()).is_some()))
    {
        return true;
    }
    let mut texts = Vec::new();
    block.texts(&mut texts);
    texts.iter().any(|text| is_informing(text))
}

/// Whether a line tells how to reach the person, or has a label of a letterhead.
fn is_informing(text: &Text) -> bool {
    is_contact(text) || segments(text).iter().any(Segment::is_informing)
}
