//! Understands the head of an entry: its dates, and which of its parts is the organisation, the
//! position, the place.

use super::contacts::{Contact, word_contact};
use super::head_joins::join_acronym;
use super::head_parts::{
    at_words, before_colon, before_company, commas, is_address, labelled_position, split,
    within_one,
};
use super::lengths::is_length;
use super::period::{Dates, Period};
use super::sentences::is_birth;
use super::text::{Part, Text};
use super::towns::{is_company, is_firm, is_known_town, is_place, is_town, join_towns};
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
            let is_new = |period: &Period| {
                head.period.as_ref().is_none_or(|known| period.specifies(known))
                    && !plain.get(..period.range.start).is_some_and(is_birth)
            };
            let found = dates.find(&plain).filter(is_new);
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
        // So does a label, beside what it announces.
        if parts.len() > 1 {
            parts.retain(|part| !is(&part.plain(), Kind::HeadlineLabel));
        }
        let mut links = parts.iter().flat_map(Text::links).filter(|(address, _)| is_page(address));
        head.url = links.next().map(|(address, _)| address);
        head.take_address(&mut parts);
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

    /// Takes an address, which is no name.
    fn take_address(&mut self, parts: &mut Vec<Text>) {
        let address = |part: &Text| {
            let plain = part.plain();
            match word_contact(&plain, false) {
                Some(Contact::Url(url)) if !plain.contains(char::is_whitespace) => Some(url),
                _ => None,
            }
        };
        let found = parts.iter().enumerate().find_map(|(at, part)| Some((at, address(part)?)));
        let Some((at, own)) = found.filter(|_| parts.len() > 1) else { return };
        let part = parts.remove(at);
        let is_same = |url: &Arc<str>| url.trim_end_matches('/') == own.trim_end_matches('/');
        if self.url.as_ref().is_none_or(is_same) {
            self.url = Some(Arc::from(own));
        } else {
            self.others.push(part);
        }
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
        let position = |(at, part)| Some((at, labelled_position(part)?));
        if let Some((at, position)) = parts.iter().enumerate().find_map(position) {
            parts.remove(at);
            self.work(parts);
            let guessed = self.position.replace(position);
            match self.name {
                None => self.name = guessed,
                Some(_) => self.others.extend(guessed),
            }
            return;
        }
        let mut parts: Vec<Text> = within_one(parts).iter().flat_map(before_colon).collect();
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
            // Beside an organisation, a town may have a region that is not known.
            let has_job = parts.iter().any(is_job);
            let is_whole = |part: &Text| is_known_town(part) || (!has_job && is_town(part));
            let split =
                |part: Text| if !is_one && is_whole(&part) { vec![part] } else { commas(&part) };
            parts = parts.iter().flat_map(at_words).flat_map(split).collect();
        }
        if let [one] = parts.as_slice() {
            parts = before_company(one);
        }
        self.take_address(&mut parts);
        join_towns(&mut parts);
        join_acronym(&mut parts);
        let is_company = |part: &Text| is_company(&part.plain());
        let job = parts.iter().position(|part| is_job(part) && !is_firm(&part.plain()));
        // The name of a company may have the word for a field that is also that of a position.
        let is_alone = matches!(parts.as_slice(), [one] if is_company(one) && one.plain().contains(perfil_text::is_spaceless));
        let job = job.or_else(|| parts.iter().position(is_job).filter(|_| !is_alone));
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
            let is_long = |plain: &str| plain.chars().count() > 1 && !is_address(plain);
            let is_word = |part: &Text| !is_town(part) && is_long(&part.plain());
            (0..parts.len()).filter(|at| parts.get(*at).is_some_and(is_word)).nth(1)
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
        let is_firm = |at: &usize| parts.get(*at).is_some_and(is_company);
        let is_no_town = |at: &usize| parts.get(*at).is_some_and(|part| !is_known_town(part));
        let name = names().find(is_firm).or_else(|| names().filter(is_other).find(is_no_town));
        let name = name.or_else(|| names().find(is_other));
        let name = name.or_else(|| names().next());
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
        // How far it is, is not what it is.
        let is_status = |part: &Text| is(&part.plain(), Kind::Status);
        let is_many = parts.len() > 1;
        self.others.extend(parts.extract_if(.., |part| is_many && is_status(part)));
        let count = parts.iter().filter(|part| !is_town(part)).count();
        if count < 2 {
            let is_one = parts.len() == 1;
            let split = |part: &Text| {
                if !is_one && is_known_town(part) { vec![part.clone()] } else { commas(part) }
            };
            parts = parts.iter().flat_map(split).collect();
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
        self.others.extend(parts);
    }
}

/// Whether a part has a word for a position, outside of brackets and of the name of a field.
pub(super) fn is_job(part: &Text) -> bool {
    let plain = part.plain();
    let end = plain.find(['(', '（']).filter(|at| *at > 0);
    let outside = plain.get(..end.unwrap_or(plain.len())).unwrap_or_default();
    has(&outside.replace("ngineering", ""), Kind::Job)
}

/// Whether an address is that of a page.
pub(super) fn is_page(address: &str) -> bool {
    let is_page = address.starts_with("http://") || address.starts_with("https://");
    is_page && url::Url::parse(address).is_ok()
}
