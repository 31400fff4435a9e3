//! Finds the name of the person among the paragraphs, and puts it above all sections.

use super::super::bulleted::is_bullet;
use super::super::contacts::is_contact;
use super::super::headings::is_about_document;
use super::super::introductions::in_heading;
use super::super::person::{can_be_name, first_part, is_likely_name, name_in, strip_symbols};
use super::super::text::{GAP, Text};
use super::super::vocabulary::{Kind, is, label};
use super::looks::{Finder, MAX_HEADING, SECTION, known};
use super::styles::Role;

impl Finder<'_> {
    /// Finds the name by its look, if no title states it.
    pub(super) fn name(&self) -> Option<usize> {
        let first = self.levels.iter().position(|it| it.is_some_and(|level| level <= SECTION));
        let has_name = self.paragraphs.iter().zip(&self.levels).take_while(|it| it.1.is_none());
        let has_name = has_name.take(8).any(|(it, _)| can_be_name(first_part(&it.line(0))));
        let is_name = |at: usize| {
            let Some(paragraph) = self.paragraphs.get(at) else { return false };
            // Below other headings and a name, a heading is none.
            let is_heading = self.levels.get(at).is_some_and(Option::is_some);
            if is_heading && has_name && paragraph.role != Role::Title && !self.is_first(at) {
                return false;
            }
            let line = paragraph.line(0);
            let line = line.split(GAP).next().unwrap_or_default();
            let text = Text::of(line, 0..0);
            let is_marked = paragraph.list.is_some() || line.trim_start().starts_with(is_bullet);
            let is_name = !is_marked
                && is_likely_name(&text)
                // The name is beside its label.
                && label(strip_symbols(line)).is_none()
                && !is(line, Kind::Personal)
                && !is_about_document(line)
                && !is_contact(&text);
            // `One-page CV` is no person of the name `One-page`.
            let whole = line.trim();
            let name = whole.get(name_in(whole)).unwrap_or_default();
            is_name && (name == whole || name.contains(' ') || is_dense(name))
        };
        let top = |level: &Option<u8>| *level == Some(1);
        let stated = self.levels.iter().position(top);
        if let Some(at) = self.titled().filter(|at| stated.is_none_or(|stated| *at < stated)) {
            return Some(at);
        }
        if stated.is_some_and(|at| is_name(at) && self.is_foremost(at)) {
            return stated;
        }
        // Names are not repeated: a heading can be one if no other has its level.
        let single = [1, SECTION]
            .map(|level| self.levels.iter().filter(|it| **it == Some(level)).count() == 1);
        let is_only = |level: Option<u8>| match level {
            None => true,
            Some(level) => single.get(usize::from(level) - 1) == Some(&true),
        };
        let larger = self.paragraphs.iter().enumerate().filter(|(at, it)| {
            let level = self.levels.get(*at).copied().flatten();
            if it.look.size <= self.size + 2 || !is_only(level) {
                return false;
            }
            let plain = it.plain();
            // A single word can be anything, but not before the first section.
            let is_sure = can_be_name(first_part(&plain)) || first.is_none_or(|first| *at < first);
            plain.chars().count() < MAX_HEADING * 2
                && is_sure
                && self.dates.find(&plain).is_none()
                && is_name(*at)
        });
        let largest = larger.max_by_key(|(at, it)| (it.look.size, std::cmp::Reverse(*at)));
        let largest = largest.map(|(at, _)| at);
        let head = self.paragraphs.iter().take(first.unwrap_or(8)).enumerate();
        let mut named = head.filter(|(_, it)| {
            let line = it.line(0);
            self.is_apart(it)
                && !line.trim_start().starts_with(is_bullet)
                && self.dates.find(&line).is_none()
                && label(strip_symbols(&line)).is_none()
                && can_be_name(first_part(line.split(GAP).next().unwrap_or_default()))
        });
        largest.or_else(|| named.next().map(|(at, _)| at))
    }

    /// Returns the paragraph that says whose document it is: `CV of Mira Solano`.
    fn titled(&self) -> Option<usize> {
        let mut head = self.paragraphs.iter().take(8).take_while(|it| known(it).is_none());
        head.position(|it| {
            let plain = it.plain();
            if it.margin.is_some() || it.list.is_some() || plain.chars().count() >= MAX_HEADING {
                return false;
            }
            let range = name_in(&plain);
            in_heading(&plain).is_none()
                && range.len() < plain.len()
                && plain.get(range).is_some_and(can_be_name)
        })
    }

    /// Whether a heading is a title, the first heading, or larger than all others: a name in a column
    /// can be below other headings.
    fn is_foremost(&self, at: usize) -> bool {
        let Some(paragraph) = self.paragraphs.get(at) else { return false };
        let others = || {
            let all = self.paragraphs.iter().zip(&self.levels).enumerate();
            all.filter(|(other, (_, level))| *other != at && level.is_some())
        };
        paragraph.role == Role::Title
            || self.is_first(at)
            || others().all(|(_, (it, _))| it.look.size < paragraph.look.size)
    }

    /// Whether no heading is above a paragraph.
    fn is_first(&self, at: usize) -> bool {
        self.levels.iter().position(Option::is_some).is_none_or(|first| first >= at)
    }

    /// Puts the name, and what the document is, above all sections.
    pub(super) fn raise(&mut self, name: Option<usize>) {
        let first = self.levels.iter().position(|it| it.is_some_and(|level| level <= SECTION));
        if let Some(level) = name.and_then(|at| self.levels.get_mut(at)) {
            *level = Some(1);
        }
        let head = self.paragraphs.iter().zip(&mut self.levels).take(first.unwrap_or(8));
        for (paragraph, level) in head.filter(|(it, level)| level.is_none() && it.lines.len() == 1)
        {
            if is_about_document(&paragraph.plain()) {
                *level = Some(1);
            }
        }
        let all = self.paragraphs.iter().zip(&mut self.levels).enumerate();
        let below = all.filter(|(at, (paragraph, level))| {
            level.is_some() && Some(*at) != name && !is_about_document(&paragraph.plain())
        });
        let mut below: Vec<&mut Option<u8>> = below.map(|(_, (_, level))| level).collect();
        if name.is_some() && below.iter().any(|level| **level == Some(1)) {
            for level in &mut below {
                **level = level.map(|level| (level + 1).min(6));
            }
        }
    }
}

fn is_dense(text: &str) -> bool {
    text.chars().any(perfil_text::is_spaceless)
}
