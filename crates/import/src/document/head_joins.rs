//! Joins what several lines say of one head of an entry.

use super::head::{Head, is_job};
use super::head_parts::{clean, is_upper, joined_with_comma, split};
use super::lengths::is_length;
use super::text::Text;
use super::towns::{is_company, is_firm, is_known_town, is_place, is_town, without_town};

impl Head {
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

    /// Takes the place from what is left of a head, and keeps the rest.
    pub(super) fn rest(&mut self, mut parts: Vec<Text>) {
        self.is_guess = false;
        // `Kestrel, Logan, Utah`
        if let [town, region] = parts.as_slice()
            && is_place(&region.plain())
            && is_upper(town)
            && is_name(&town.plain())
            && town.span().end + 2 == region.span().start
        {
            self.place = Some(joined_with_comma(town, region));
            return;
        }
        let place = parts.iter().position(is_town).or_else(|| {
            let is_short = |part: &Text| part.plain().split_whitespace().count() <= 3;
            let is_plain = |part: &Text| {
                let plain = part.plain();
                !has_sign(&plain) && !is_company(&plain)
            };
            self.is_guess = true;
            (parts.len() == 1)
                .then_some(0)
                .filter(|_| parts.iter().all(|it| is_short(it) && is_plain(it)))
        });
        self.place = place.map(|at| parts.remove(at));
        self.others.extend(parts);
        let town = self.name.as_ref().filter(|_| self.place.is_none()).and_then(without_town);
        if let Some((name, town)) = town {
            (self.name, self.place) = (Some(name), Some(town));
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

    /// Gives way to the position of another head: what had none of the known words was where it is.
    pub(super) fn yield_position(&mut self, other: &Self) {
        let is_named = |part: &Option<Text>| part.as_ref().is_some_and(is_job);
        let is_known = is_named(&self.position) || is_named(&self.name);
        if self.name.is_none() || is_known || !is_named(&other.position) {
            return;
        }
        let Some(position) = self.position.take() else { return };
        self.place = Some(match self.place.take() {
            Some(place) if place.span().start < position.span().start => {
                joined_with_comma(&place, &position)
            }
            Some(place) => joined_with_comma(&position, &place),
            None => position,
        });
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
        self.duration = self.duration.take().or(other.duration);
        self.others.extend(other.others);
    }
}

/// Whether a text can be the name of a place.
fn is_name(text: &str) -> bool {
    text.starts_with(char::is_uppercase) && !has_sign(text)
}

/// Whether a text has a digit, or a sign that names of places do not have.
fn has_sign(text: &str) -> bool {
    text.contains(|c: char| c.is_ascii_digit() || ":(（".contains(c))
}

/// Joins `TKG` and `The Kestrel Group`.
pub(super) fn join_acronym(parts: &mut Vec<Text>) {
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
