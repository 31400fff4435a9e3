//! Finds which items of a profile prove which skills.
//!
//! A skill is named as one by the profile, or is a well-known technology that its texts mention. An
//! item proves a skill by naming, listing or mentioning it.

mod catalogue;
mod fold;
mod forms;
mod vocabulary;

pub use vocabulary::Vocabulary;

use perfil_model::language::{Date, End, Name, Text};
use std::collections::BTreeMap;
use vocabulary::Number;

/// An item of a profile: everything that readers see as one entry.
#[derive(Clone, Debug, Default)]
pub struct Item<'a> {
    /// Its number, from 0, in the order of the page.
    pub number: u32,
    /// Its parts. A position within an organisation is a part with its own period.
    pub parts: Vec<Part<'a>>,
}

/// A part of an item.
#[derive(Clone, Debug, Default)]
pub struct Part<'a> {
    /// Its visible texts, in the language of the page.
    pub texts: Vec<String>,
    /// The skills that it lists.
    pub skills: Vec<&'a Text>,
    /// Its period.
    pub time: Time,
}

/// A period, as far as it is known. A period with a start and no end is ongoing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Time {
    /// The start.
    pub start: Option<Date>,
    /// The end.
    pub end: Option<Date>,
}

/// A skill, and the items that prove it.
#[derive(Clone, Debug)]
pub struct Proof {
    /// The skill's slug in addresses.
    pub id: String,
    /// Its name.
    pub name: Name,
    /// All its written forms.
    pub written: Vec<String>,
    /// The numbers of the items that prove it.
    pub items: Vec<u32>,
    /// First use.
    pub start: Option<Date>,
    /// Last use; absent if it is still in use.
    pub end: End,
}

/// What was found about one skill so far.
#[derive(Default)]
struct Usage {
    items: Vec<u32>,
    start: Option<Date>,
    end: Option<Date>,
    is_ongoing: bool,
}

impl Vocabulary {
    /// Returns every skill that at least one item proves.
    #[must_use]
    pub fn prove(&self, items: &[Item]) -> Vec<Proof> {
        let mut found: BTreeMap<Number, Usage> = BTreeMap::new();
        for item in items {
            for part in &item.parts {
                for skill in self.skills_in(part) {
                    found.entry(skill).or_default().add(item.number, part.time);
                }
            }
        }
        found.into_iter().map(|(skill, found)| self.proof(skill, found)).collect()
    }

    /// Whether a part's texts prove a skill, so that it need not be listed.
    #[must_use]
    pub fn is_shown(&self, texts: &[String], skill: &Name) -> bool {
        let skills = self.resolve(&skill.0);
        let found: Vec<_> = texts.iter().flat_map(|text| self.found(text)).collect();
        skills.iter().all(|skill| found.contains(skill))
    }

    fn skills_in(&self, part: &Part) -> Vec<Number> {
        let mut skills: Vec<_> = part.skills.iter().flat_map(|name| self.resolve(name)).collect();
        skills.extend(part.texts.iter().flat_map(|text| self.found(text)));
        skills.sort_unstable();
        skills.dedup();
        skills
    }

    fn proof(&self, skill: Number, found: Usage) -> Proof {
        Proof {
            id: self.id_of(skill),
            name: self.name_of(skill),
            written: self.written(skill),
            items: found.items,
            start: found.start,
            end: End(found.end.filter(|_| !found.is_ongoing)),
        }
    }
}

impl Usage {
    fn add(&mut self, item: u32, time: Time) {
        if self.items.last() != Some(&item) {
            self.items.push(item);
        }
        let [first, last] = [time.start.or(time.end), time.end.or(time.start)];
        self.start = self.start.into_iter().chain(first).min_by_key(|date| first_day(*date));
        self.end = self.end.into_iter().chain(last).max_by_key(|date| last_day(*date));
        self.is_ongoing |= time.start.is_some() && time.end.is_none();
    }
}

impl Time {
    /// Returns the period of a single date.
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
