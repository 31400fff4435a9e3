//! Which items of a profile prove which skills.
//!
//! A skill is what the profile names as one, or a well-known technology that its texts mention.
//! An item proves it by naming it, by listing it, or by mentioning it.

mod catalogue;
mod fold;
mod forms;
mod vocabulary;

pub use vocabulary::Vocabulary;

use perfil_model::language::{Date, End, Name, Text};
use std::collections::BTreeMap;
use vocabulary::Number;

/// An item of a profile: everything that a reader sees as one thing.
#[derive(Clone, Debug, Default)]
pub struct Item<'a> {
    /// Its number, from 0, in the order of the page.
    pub number: u32,
    /// What it consists of. A position within an organisation has a time of its own.
    pub parts: Vec<Part<'a>>,
}

/// A part of an item.
#[derive(Clone, Debug, Default)]
pub struct Part<'a> {
    /// What is read in it, in the language of the page.
    pub texts: Vec<String>,
    /// The skills that it names.
    pub skills: Vec<&'a Text>,
    /// When it was.
    pub time: Time,
}

/// A time, as far as it is known. What has a beginning and no end goes on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Time {
    /// When it began.
    pub start: Option<Date>,
    /// When it ended.
    pub end: Option<Date>,
}

/// A skill and what proves it.
#[derive(Clone, Debug)]
pub struct Proof {
    /// The skill's name in addresses.
    pub id: String,
    /// What it is called.
    pub name: Name,
    /// Every way to write it.
    pub written: Vec<String>,
    /// The items that prove it, by their numbers.
    pub items: Vec<u32>,
    /// First use.
    pub start: Option<Date>,
    /// Last use; absent while it goes on.
    pub end: End,
}

/// What is known of one skill while the items are read.
#[derive(Default)]
struct Found {
    items: Vec<u32>,
    start: Option<Date>,
    end: Option<Date>,
    goes_on: bool,
}

impl Vocabulary {
    /// Every skill that at least one item proves.
    #[must_use]
    pub fn prove(&self, items: &[Item]) -> Vec<Proof> {
        let mut found: BTreeMap<Number, Found> = BTreeMap::new();
        for item in items {
            for part in &item.parts {
                for skill in self.shown(part) {
                    found.entry(skill).or_default().add(item.number, part.time);
                }
            }
        }
        found.into_iter().map(|(skill, found)| self.proof(skill, found)).collect()
    }

    /// Whether a part's texts show a skill, so that it need not be named.
    #[must_use]
    pub fn is_shown(&self, texts: &[String], skill: &Name) -> bool {
        let meant = self.meant(&skill.0);
        let found: Vec<_> = texts.iter().flat_map(|text| self.found(text)).collect();
        meant.iter().all(|skill| found.contains(skill))
    }

    fn shown(&self, part: &Part) -> Vec<Number> {
        let mut shown: Vec<_> = part.skills.iter().flat_map(|name| self.meant(name)).collect();
        shown.extend(part.texts.iter().flat_map(|text| self.found(text)));
        shown.sort_unstable();
        shown.dedup();
        shown
    }

    fn proof(&self, skill: Number, found: Found) -> Proof {
        Proof {
            id: self.id_of(skill),
            name: self.name_of(skill),
            written: self.written(skill),
            items: found.items,
            start: found.start,
            end: End(found.end.filter(|_| !found.goes_on)),
        }
    }
}

impl Found {
    fn add(&mut self, item: u32, time: Time) {
        if self.items.last() != Some(&item) {
            self.items.push(item);
        }
        let [first, last] = [time.start.or(time.end), time.end.or(time.start)];
        self.start = self.start.into_iter().chain(first).min_by_key(|date| first_day(*date));
        self.end = self.end.into_iter().chain(last).max_by_key(|date| last_day(*date));
        self.goes_on |= time.start.is_some() && time.end.is_none();
    }
}

impl Time {
    /// A day.
    #[must_use]
    pub fn at(date: Option<Date>) -> Self {
        Self { start: date, end: date }
    }
}

fn first_day(date: Date) -> (i32, u8, u8) {
    (date.year, date.month.unwrap_or(1), date.day.unwrap_or(1))
}

fn last_day(date: Date) -> (i32, u8, u8) {
    (date.year, date.month.unwrap_or(12), date.day.unwrap_or(31))
}

#[cfg(test)]
mod tests;
