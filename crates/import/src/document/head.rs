//! Understands the head of an entry: its dates, and which of its parts is the organisation, the
//! position, the place.

use super::head_parts::{at_words, clean, commas, split};
use super::lengths::is_length;
use super::period::{Dates, Period};
use super::text::Text;
use super::towns::{
    is_company, is_firm, is_known_town, is_place, is_town, join_towns, without_town,
};
use super::vocabulary::{Kind, has, is};
use perfil_model::profile::ResumeList;
use std::sync::Arc;

/// What is understood of a head.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Head {
    pub(super) period: Option<Period>,
    /// The dates as they are written.
    pub(super) written: Option<Text>,
    /// The organisation, or the title of a work.
    pub(super) name: Option<Text>,
    /// The position, or the degree.
    pub(super) position: Option<Text>,
    pub(super) place: Option<Text>,
    /// Whether the place is only what was left.
    pub(super) is_guess: bool,
    pub(super) url: Option<Arc<str>>,
    /// What none of these is.
    pub(super) others: Vec<Text>,
}

impl Head {
    /// Understands the lines of a head of this list.
    pub(super) fn of(lines: &[Text], dates: &Dates, list: ResumeList) -> Self {
        let mut head = Self::default();
        let mut parts: Vec<Text> = Vec::new();
        for line in lines {
            let plain = line.plain();
            let found = if head.period.is_none() { dates.find(&plain) } else { None };
            match found {
                Some(period) => {
                    let (before, after) = line.without(period.range.clone());
                    head.written = Some(line.part(period.range.clone()));
                    head.period = Some(period);
                    split(&before, &mut parts);
                    split(&after, &mut parts);
                }
                None => split(line, &mut parts),
            }
        }
        // The dates say themselves that they are dates.
        if head.period.is_some() {
            parts.retain(|part| !is(&part.plain(), Kind::PeriodLabel) && !is_length(&part.plain()));
        }
        let mut links = parts.iter().flat_map(Text::links).filter(|(address, _)| is_page(address));
        head.url = links.next().map(|(address, _)| address);
        match list {
            ResumeList::Work | ResumeList::Volunteer => head.work(parts),
            ResumeList::Education => head.education(parts),
            ResumeList::Certificates | ResumeList::Awards if parts.len() == 1 => {
                head.work_of_art(parts.iter().flat_map(commas).collect());
            }
            _ => head.work_of_art(parts),
        }
        head
    }

    /// Whether it has nothing but dates, or a place with them.
    pub(super) fn is_only_date(&self) -> bool {
        self.name.is_none() && self.position.is_none()
    }

    fn work(&mut self, mut parts: Vec<Text>) {
        if parts.len() == 1 || !parts.iter().any(is_job) {
            parts = parts.iter().flat_map(at_words).collect();
        }
        let is_split = parts.iter().filter(|part| !is_town(part)).count() < 2;
        if let [first, second] = parts.as_slice()
            && is_split
            && is_town(first)
            && !is_place(&first.plain())
            && !is_town(second)
        {
            // `Kestrel, Porto — Waiter`: the place is that of the organisation.
            let mut first = commas(first);
            first.insert(1, second.clone());
            parts = first;
        } else if is_split {
            let is_one = parts.len() == 1;
            let split = |part: Text| match !is_one && is_known_town(&part) {
                true => vec![part],
                false => commas(&part),
            };
            parts = parts.iter().flat_map(at_words).flat_map(split).collect();
        }
        join_towns(&mut parts);
        join_acronym(&mut parts);
        let is_company = |part: &Text| is_company(&part.plain());
        let job = parts.iter().position(|part| is_job(part) && !is_firm(&part.plain()));
        let job = job.or_else(|| parts.iter().position(is_job));
        let job = job.or_else(|| {
            // `Search team, Kestrel Inc.`: what is no company is the position.
            let is_first = parts.iter().skip(1).any(is_company);
            parts
                .first()
                .filter(|first| is_first && !is_company(first) && !is_town(first))
                .map(|_| 0)
        });
        let job = job.or_else(|| {
            // Of two parts without a known word, the second is the position.
            let is_word = |part: &Text| !is_town(part) && part.plain().chars().count() > 1;
            (1..parts.len()).find(|at| parts.get(*at).is_some_and(is_word))
        });
        self.position = job.map(|at| parts.remove(at));
        let can_be_name = |at: &usize| {
            let is_first = *at == 0 || parts.len() == 1;
            parts
                .get(*at)
                .is_some_and(|part| !is_place(&part.plain()) && (is_first || !is_town(part)))
        };
        let is_other = |at: &usize| parts.get(*at).is_some_and(|part| !is_job(part));
        let names = || (0..parts.len()).filter(can_be_name);
        // Two positions are beside each other only with an organisation after them.
        let name = names().find(is_other).or_else(|| names().next());
        if let (Some(position), Some(at)) = (&mut self.position, name) {
            let second = at.checked_sub(1).filter(|it| Some(*it) == job);
            if let Some(second) = second.filter(|it| parts.get(*it).is_some_and(is_job)) {
                position.append(" · ", &parts.remove(second));
                self.name = Some(parts.remove(at - 1));
                return self.rest(parts);
            }
        }
        self.name = name.map(|at| parts.remove(at));
        self.rest(parts);
    }

    fn education(&mut self, mut parts: Vec<Text>) {
        let count = parts.iter().filter(|part| !is_town(part)).count();
        if count < 2 {
            parts = parts.iter().flat_map(commas).collect();
        }
        let school = parts.iter().position(|part| has(&part.plain(), Kind::School));
        let school = school.or_else(|| {
            let other = parts.iter().position(|part| !has(&part.plain(), Kind::Degree));
            other.filter(|at| parts.get(*at).is_some_and(|part| !is_town(part)) || parts.len() == 1)
        });
        self.name = school.map(|at| parts.remove(at));
        let degree = parts.iter().position(|part| has(&part.plain(), Kind::Degree));
        let degree = degree.or_else(|| parts.iter().position(|part| !is_town(part)));
        self.position = degree.map(|at| parts.remove(at));
        self.rest(parts);
    }

    /// A project, a publication: its name comes first.
    fn work_of_art(&mut self, mut parts: Vec<Text>) {
        if !parts.is_empty() {
            self.name = Some(parts.remove(0));
        }
        self.others = parts;
    }

    fn rest(&mut self, mut parts: Vec<Text>) {
        self.is_guess = false;
        let place = parts.iter().position(is_town).or_else(|| {
            let is_short = |part: &Text| part.plain().split_whitespace().count() <= 3;
            let is_plain = |part: &Text| {
                let plain = part.plain();
                !plain.contains(|c: char| c.is_ascii_digit() || c == ':') && !is_company(&plain)
            };
            self.is_guess = true;
            (parts.len() == 1)
                .then_some(0)
                .filter(|_| parts.iter().all(|it| is_short(it) && is_plain(it)))
        });
        self.place = place.map(|at| parts.remove(at));
        self.others = parts;
        let town = self.name.as_ref().filter(|_| self.place.is_none()).and_then(without_town);
        if let Some((name, town)) = town {
            (self.name, self.place) = (Some(name), Some(town));
        }
    }

    /// Takes what is beside the dates on their line as the place, if the title is elsewhere.
    pub(super) fn place_beside_dates(&mut self, line: &Text) {
        let Some(written) = self.written.as_ref().map(Text::plain) else { return };
        let plain = line.plain();
        let Some(at) = plain.find(&written) else { return };
        let (before, after) = line.without(at..at + written.len());
        let mut parts = Vec::new();
        if at < 8 {
            split(&after, &mut parts);
        } else if let Some(town) = clean(&before).filter(is_known_town) {
            parts.push(town);
            split(&after, &mut parts);
        }
        parts.retain(|part| !is_length(&part.plain()));
        let is_short = |part: &Text| {
            part.plain().split_whitespace().count() <= 3 && !is_firm(&part.plain()) && !is_job(part)
        };
        let [first, rest @ ..] = parts.as_slice() else { return };
        if is_town(first) || (rest.is_empty() && is_short(first)) {
            self.place = clean(first);
            self.is_guess = !is_town(first);
            self.name = None;
            self.position = None;
            self.others = rest.to_vec();
        }
    }

    /// Makes the name whole where several positions are below it: `TKG – The Kestrel Group`.
    pub(super) fn without_position(&mut self) {
        let is_known = self.position.as_ref().is_none_or(is_job);
        if let (Some(name), Some(position), false) = (&mut self.name, &self.position, is_known) {
            name.append(" – ", position);
            self.position = None;
        }
    }

    /// Takes over what another head says that this one does not.
    pub(super) fn merge(&mut self, other: Self) {
        if self.period.is_none() {
            self.period = other.period;
            self.written = other.written;
        }
        if self.is_guess && other.place.is_some() && !other.is_guess {
            self.others.extend(self.place.take());
            self.is_guess = false;
        }
        for (own, others) in [
            (&mut self.name, other.name),
            (&mut self.position, other.position),
            (&mut self.place, other.place),
        ] {
            match (own.is_some(), others) {
                (false, others) => *own = others,
                (true, others) => self.others.extend(others),
            }
        }
        self.url = self.url.take().or(other.url);
        self.others.extend(other.others);
    }
}

/// Joins `TKG` and `The Kestrel Group`.
fn join_acronym(parts: &mut Vec<Text>) {
    let is_acronym = |short: &Text, long: &Text| {
        let (short, long) = (short.plain(), long.plain());
        let mut letters = short.chars().peekable();
        let mut is_start = true;
        let mut starts = true;
        for c in long.chars() {
            let is_next = letters.peek().is_some_and(|letter| c.to_uppercase().eq([*letter]));
            if is_next {
                letters.next();
            } else if is_start && c.is_uppercase() {
                starts = false;
            }
            is_start = !c.is_alphanumeric();
        }
        (2..7).contains(&short.chars().count())
            && short.chars().all(char::is_uppercase)
            && long.chars().any(char::is_lowercase)
            && letters.peek().is_none()
            && starts
    };
    let found = (1..parts.len()).find(|at| {
        let pair = parts.get(at - 1).zip(parts.get(*at));
        pair.is_some_and(|(short, long)| is_acronym(short, long) && !is_job(long))
    });
    if let Some(at) = found {
        let long = parts.remove(at);
        if let Some(short) = parts.get_mut(at - 1) {
            short.append(" – ", &long);
        }
    }
}

/// Whether a part has a word for a position, outside of brackets and of the name of a field.
fn is_job(part: &Text) -> bool {
    let plain = part.plain();
    let end = plain.find(['(', '（']).filter(|at| *at > 0);
    let outside = plain.get(..end.unwrap_or(plain.len())).unwrap_or_default();
    has(&outside.replace("ngineering", ""), Kind::Job)
}

fn is_page(address: &str) -> bool {
    let is_page = address.starts_with("http://") || address.starts_with("https://");
    is_page && url::Url::parse(address).is_ok()
}
