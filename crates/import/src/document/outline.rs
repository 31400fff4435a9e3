//! The outline of a document by its headings: the name, what is above the first section, and the
//! sections with those in them.

mod untitled_jobs;

use super::adopted::{adopted, is_career, with_goings_on};
use super::blocks::Block;
use super::contacts::is_contact;
use super::displaced_entries;
use super::headings::{Topic, is_about_document, matched, topic};
use super::period::Dates;
use super::person::{can_be_name, first_part, is_likely_name};
use super::repeated_titles;
use super::text::Text;
use super::units::Splitter;
use super::vocabulary::{self, Kind};
use perfil_model::profile::ResumeList;
use std::ops::Range;

/// A piece of the file: its text, as Markdown, and its position.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Line {
    /// The text.
    pub(crate) text: String,
    /// Its position in the file, in bytes.
    pub(crate) span: Range<usize>,
}

impl Line {
    /// Returns a part of the text without surrounding whitespace, with its position as far as it is
    /// known.
    pub(crate) fn part(&self, range: Range<usize>) -> Self {
        let text = self.text.get(range.clone()).unwrap_or_default();
        let before = text.len() - text.trim_start().len();
        let start = (self.span.start + range.start + before).min(self.span.end);
        let text = text.trim().to_owned();
        let end = (start + text.len()).min(self.span.end);
        Self { span: start..end, text }
    }
}

/// A heading and everything below it.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Section {
    pub(super) title: Text,
    pub(super) level: u8,
    /// The blocks between it and the next heading.
    pub(super) blocks: Vec<Block>,
    pub(super) sections: Vec<Section>,
}

/// A whole document.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Outline {
    /// The heading with the name.
    pub(super) title: Option<Text>,
    /// Whether a heading says what the document is, and nothing else.
    has_document: bool,
    /// The blocks above the first section.
    pub(super) opening: Vec<Block>,
    pub(super) sections: Vec<Section>,
}

impl Outline {
    /// Finds the sections of a document.
    pub(super) fn of(blocks: Vec<Block>, dates: &Dates) -> Self {
        let mut outline = Self::default();
        let mut path: Vec<Section> = Vec::new();
        let mut rest = blocks.into_iter().peekable();
        while let Some(block) = rest.next() {
            let Block::Heading { level, text } = block else {
                match path.last_mut() {
                    Some(section) => section.blocks.push(block),
                    None => outline.opening.push(block),
                }
                continue;
            };
            // A heading with dates begins the entries.
            let is_dated = dates.find(&text.plain()).is_some_and(|period| period.is_range);
            let is_entry = is_dated || !text.parts.is_empty();
            if path.is_empty() && !is_entry && outline.is_opening(level, &text, rest.peek()) {
                continue;
            }
            close(&mut path, level, &mut outline.sections);
            path.push(Section { title: text, level, blocks: Vec::new(), sections: Vec::new() });
        }
        close(&mut path, 0, &mut outline.sections);
        let sections = std::mem::take(&mut outline.sections);
        let sections = sections.into_iter().map(|it| repeated_titles::as_text(it, dates));
        let sections = sections.flat_map(Section::apart).collect();
        let sections = with_goings_on(adopted(sections, dates), dates);
        outline.sections = untitled_jobs::apart(sections, dates);
        displaced_entries::moved(&mut outline.opening, &mut outline.sections, dates);
        outline
    }

    /// Takes a heading that belongs to the opening: the name, what the document is, or a line below
    /// the name.
    fn is_opening(&mut self, level: u8, text: &Text, next: Option<&Block>) -> bool {
        let plain = text.plain();
        // `Résumé` below the name is a summary.
        let is_summary = self.title.is_some() && topic(&plain) == Some(Topic::Summary);
        if !self.has_document && is_about_document(&plain) && !is_summary {
            self.has_document = true;
            return true;
        }
        let found = matched(&plain);
        let is_topic = found.as_ref().is_some_and(|found| {
            let is_firm = found.is_whole || found.topic == Topic::Contact;
            is_firm && found.topic != Topic::Document
        });
        let is_name = match level {
            1 => !is_topic,
            _ => can_be_name(first_part(&plain)) && self.opening.iter().all(is_little),
        };
        if self.title.is_none() && is_name {
            self.title = Some(text.clone());
            return true;
        }
        // A heading above the name says what the document is, or what the person does.
        let is_first = self.sections.is_empty() && can_be_name(&plain);
        if let Some(title) = self.title.take_if(|title| is_first && !is_likely_name(title)) {
            self.opening.insert(0, Block::Paragraph(vec![title]));
            self.title = Some(text.clone());
            return true;
        }
        // A subtitle, or a letterhead that is set as a heading.
        let is_alone = matches!(next, None | Some(Block::Heading { .. } | Block::Rule));
        let is_first = self.title.is_some() && self.opening.iter().all(is_picture);
        let is_above_contact =
            matches!(next, Some(Block::Paragraph(lines)) if lines.iter().any(is_contact));
        let is_job = vocabulary::has(&plain, Kind::Job);
        let is_other = found.is_none_or(|found| is_job && !found.is_whole);
        let is_subtitle =
            is_other && is_first && (is_alone || level > 2 || is_job || is_above_contact);
        if self.title.is_some() && (is_contact(text) || is_subtitle) {
            self.opening.push(Block::Paragraph(vec![text.clone()]));
            return true;
        }
        false
    }
}

impl Outline {
    /// Returns the sections, of which those that follow each other and are entries with dates
    /// become one without a title.
    pub(super) fn with_entries_together(&mut self, dates: &Dates) -> Vec<Section> {
        let splitter = Splitter::new(dates);
        let is_entry = |section: &Section| {
            let is_range = dates.find(&section.title.plain()).is_some_and(|it| it.is_range);
            !section.title.parts.is_empty()
                || is_range && splitter.is_dated(&section.title) && section.topic().is_none()
        };
        let mut all: Vec<Section> = Vec::new();
        let mut is_open = false;
        for section in std::mem::take(&mut self.sections) {
            let is_entry = is_entry(&section);
            match all.last_mut().filter(|_| is_entry && is_open) {
                Some(last) => last.sections.push(section),
                None if is_entry => all.push(Section {
                    title: Text::default(),
                    level: section.level,
                    blocks: Vec::new(),
                    sections: vec![section],
                }),
                None => all.push(section),
            }
            is_open = is_entry;
        }
        all
    }
}

/// Whether a block has nothing but pictures.
fn is_picture(block: &Block) -> bool {
    let Block::Paragraph(lines) = block else { return false };
    lines.iter().flat_map(|line| &line.runs).all(|run| run.image.is_some())
}

/// Whether a block above a heading leaves open whether the heading is the name.
fn is_little(block: &Block) -> bool {
    let mut texts = Vec::new();
    block.texts(&mut texts);
    let has_name = texts.iter().any(|text| can_be_name(&text.plain()));
    !has_name && texts.iter().map(|text| text.plain().len()).sum::<usize>() < 40
}

/// Ends the sections that are not above a heading of this level.
fn close(path: &mut Vec<Section>, level: u8, done: &mut Vec<Section>) {
    while let Some(section) = path.pop_if(|section| section.level >= level) {
        match path.last_mut() {
            Some(outer) => outer.sections.push(section),
            None => done.push(section),
        }
    }
}

impl Section {
    /// Returns it, and the sections in it that are about something else and that a wrong level put
    /// there: `# Work` above `## Education`.
    fn apart(mut self) -> Vec<Self> {
        let of = self.topic();
        let is_topic = matches!(of, Some(Topic::List(_) | Topic::Summary))
            && of != Some(Topic::List(ResumeList::Skills));
        let is_study = of == Some(Topic::List(ResumeList::Education));
        // A heading that says nothing known is only about the text directly below it.
        let is_text = of.is_none() && self.title.parts.is_empty() && !self.blocks.is_empty();
        let is_other = |inner: &Self| {
            matched(&inner.title.plain()).is_some_and(|found| {
                let is_career = (is_study || is_text) && is_career(&inner.title.plain(), &found);
                let is_list = found.is_exact && is_topic && matches!(found.topic, Topic::List(_));
                Some(found.topic) != of && (is_list || is_career)
            })
        };
        let first = self.sections.iter().position(is_other);
        let others = first.map(|at| self.sections.split_off(at)).unwrap_or_default();
        std::iter::once(self).chain(others).collect()
    }

    pub(super) fn topic(&self) -> Option<Topic> {
        if !self.title.parts.is_empty() {
            return None;
        }
        topic(&self.title.plain())
    }

    /// Whether its heading says that it is about jobs.
    pub(super) fn is_work(&self) -> bool {
        self.topic() == Some(Topic::List(ResumeList::Work))
    }

    /// Returns its own position with everything in it.
    pub(super) fn span(&self) -> Range<usize> {
        let own = std::iter::once(self.title.span()).chain(self.blocks.iter().map(Block::span));
        super::blocks::around(own.chain(self.sections.iter().map(Self::span)))
    }
}

/// Adds a section as blocks.
pub(super) fn flatten(section: &Section, blocks: &mut Vec<Block>) {
    blocks.push(Block::Heading { level: section.level, text: section.title.clone() });
    blocks.extend(section.blocks.iter().cloned());
    for inner in &section.sections {
        flatten(inner, blocks);
    }
}
