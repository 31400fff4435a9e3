//! Understands the head of an entry: its dates, and which of its parts is the organisation, the
//! position, the place.

use super::head_parts::{at_words, commas, split};
use super::period::{Dates, Period};
use super::text::{Part, Text};
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
    /// How long it took, if that is marked: `P4Y`.
    pub(super) duration: Option<Text>,
    /// Whether the position is marked as what was studied.
    pub(super) is_degree: bool,
    pub(super) url: Option<Arc<str>>,
    /// What none of these is.
    pub(super) others: Vec<Text>,
}

impl Head {
    /// Understands the lines of a head of this list.
    pub(super) fn of(lines: &[Text], dates: &Dates, list: ResumeList) -> Self {
        if let Some(at) = lines.iter().position(|line| !line.parts.is_empty()) {
            let mut others = lines.to_vec();
            let mut head = Self::marked(&others.remove(at), dates);
            head.merge(Self::of(&others, dates, list));
            return head;
        }
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
            parts.retain(|part| !is(&part.plain(), Kind::PeriodLabel));
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

    /// Returns the head whose parts are marked in a line.
    fn marked(line: &Text, dates: &Dates) -> Self {
        let mut head = Self::default();
        for (part, text) in &line.parts {
            let field = match part {
                Part::Name => &mut head.name,
                Part::Position | Part::Degree => {
                    head.is_degree = *part == Part::Degree;
                    &mut head.position
                }
                Part::Place => &mut head.place,
                Part::Duration => &mut head.duration,
                Part::Period => {
                    head.period = dates.find(&text.plain());
                    &mut head.written
                }
            };
            match field {
                None => *field = Some(text.clone()),
                Some(_) => head.others.push(text.clone()),
            }
        }
        if head.period.is_none() {
            head.others.extend(head.written.take());
        }
        let mut links = line.parts.iter().flat_map(|(_, text)| text.links());
        head.url = links.find(|(address, _)| is_page(address)).map(|(address, _)| address);
        head
    }

    /// Whether it has nothing but dates, or a place with them.
    pub(super) fn is_only_date(&self) -> bool {
        self.name.is_none() && self.position.is_none()
    }

    fn work(&mut self, mut parts: Vec<Text>) {
        let is_job = |part: &Text| has(&part.plain(), Kind::Job);
        if parts.len() == 1 || !parts.iter().any(is_job) {
            parts = parts.iter().flat_map(at_words).collect();
        }
        let is_split = parts.iter().filter(|part| !is_town(part)).count() < 2;
        if is_split {
            parts = parts.iter().flat_map(at_words).flat_map(|part| commas(&part)).collect();
        }
        let job = parts.iter().position(|part| is_job(part) && !is_firm(part));
        let job = job.or_else(|| parts.iter().position(is_job)).or_else(|| {
            // Of two parts without a known word, the second is the position.
            (1..parts.len()).find(|at| parts.get(*at).is_some_and(|part| !is_town(part)))
        });
        self.position = job.map(|at| parts.remove(at));
        let name = parts.iter().position(|part| !is(&part.plain(), Kind::Place)).filter(|at| {
            *at == 0 || parts.get(*at).is_some_and(|part| !is_town(part) || parts.len() == 1)
        });
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
        let place = parts.iter().position(is_town).or_else(|| {
            let is_short = |part: &Text| part.plain().split_whitespace().count() <= 3;
            let is_plain =
                |part: &Text| !part.plain().contains(|c: char| c.is_ascii_digit() || c == ':');
            (parts.len() == 1)
                .then_some(0)
                .filter(|_| parts.iter().all(|it| is_short(it) && is_plain(it)))
        });
        self.place = place.map(|at| parts.remove(at));
        self.others = parts;
    }

    /// Takes what follows the dates on their line as the place, if the title is elsewhere.
    pub(super) fn place_after_dates(&mut self, line: &Text) {
        let Some(written) = &self.written else { return };
        let is_first = line.plain().find(written.plain().as_str()).is_some_and(|at| at < 8);
        let parts = usize::from(self.name.is_some()) + usize::from(self.position.is_some());
        let is_one = parts + self.others.len() == 1 && self.place.is_none();
        let is_short = |part: &Text| {
            part.plain().split_whitespace().count() <= 3
                && !is_firm(part)
                && !has(&part.plain(), Kind::Job)
        };
        if is_first && is_one && self.name.as_ref().is_some_and(is_short) {
            self.place = self.name.take();
        }
    }

    /// Takes over what another head says that this one does not.
    pub(super) fn merge(&mut self, other: Self) {
        if self.period.is_none() {
            self.period = other.period;
            self.written = other.written;
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
        self.duration = self.duration.take().or(other.duration);
        self.others.extend(other.others);
    }
}

fn is_page(address: &str) -> bool {
    let is_page = address.starts_with("http://") || address.starts_with("https://");
    is_page && url::Url::parse(address).is_ok()
}

fn is_firm(part: &Text) -> bool {
    let plain = part.plain();
    let last = plain.split_whitespace().next_back().unwrap_or_default();
    is(last, Kind::Firm)
}

/// Whether a part of a head is a place: `Porto, Portugal`, `Remote`.
pub(super) fn is_town(part: &Text) -> bool {
    let plain = part.plain();
    let text = plain.trim_matches(|c: char| "()（）[]. ".contains(c));
    if is(text, Kind::Place) {
        return true;
    }
    let words = text.split_whitespace().count();
    let is_other = has(text, Kind::Job) || has(text, Kind::School) || has(text, Kind::Degree);
    let is_firm = text.rsplit([',', ' ']).next().is_some_and(|last| is(last, Kind::Firm));
    let is_upper = |word: &str| word.chars().next().is_some_and(|c| !c.is_lowercase());
    let parts: Vec<&str> = text.split(',').map(str::trim).collect();
    (2..=3).contains(&parts.len())
        && parts.iter().all(|part| is_upper(part) && part.split_whitespace().count() <= 3)
        && words <= 7
        && !is_other
        && !is_firm
        && !text.contains(|c: char| c.is_ascii_digit())
}
