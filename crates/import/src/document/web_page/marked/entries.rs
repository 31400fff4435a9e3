//! Finds the parts of an entry that is marked: its organisation, its position, its dates, its place.

use super::properties::{Dialect, Property, Root, root};
use super::{MAX_WORDS, Mark, Marked, block, found, span, value};
use crate::dates::is_now;
use crate::document::head_parts::{AT, clean};
use crate::document::text::{Part, Style, Text};
use crate::document::web_page::tree::Tree;
use std::sync::Arc;

/// The most words around dates that only show them.
const MAX_DATE_WORDS: usize = 12;

/// The most letters of words that only join the parts of a head: `at`, `in`, `bei`.
const MAX_JOINING_LETTERS: usize = 6;

/// The first element of each property.
#[derive(Default)]
struct Parts {
    organization: Option<usize>,
    position: Option<usize>,
    place: Option<usize>,
    start: Option<usize>,
    end: Option<usize>,
    duration: Option<usize>,
}

impl Parts {
    fn all(&self) -> impl Iterator<Item = usize> {
        [self.organization, self.position, self.place, self.start, self.end].into_iter().flatten()
    }
}

impl Marked {
    /// Reads an entry.
    pub(super) fn event(&mut self, tree: &Tree, at: usize, dialect: Dialect) {
        let mut parts = Parts::default();
        let mut name = None;
        for (inner, property) in found(tree, at, dialect) {
            let slot = match property {
                Property::Organization => &mut parts.organization,
                Property::Position => &mut parts.position,
                Property::Place | Property::Address => &mut parts.place,
                Property::Start => &mut parts.start,
                Property::End => &mut parts.end,
                Property::Duration => &mut parts.duration,
                Property::Name => &mut name,
                Property::Email | Property::Phone => continue,
            };
            slot.get_or_insert(inner);
        }
        parts.position = parts.position.or(name);
        parts.place = parts.place.filter(|place| Some(*place) != parts.organization);
        let (organization, position) = names(tree, &parts);
        if organization.is_none() && position.is_none() {
            return;
        }
        let mut head = Text::default();
        let mut add = |part: Part, text: Text| {
            head.append("\t", &text);
            head.parts.push((part, text));
        };
        let (mut taken, period) = dates(tree, &parts, at);
        let role = if is_of_education(tree, at) { Part::Degree } else { Part::Position };
        // Names come first, as in any head.
        for (part, text) in [(Part::Name, organization), (role, position)] {
            if let Some(text) = text {
                add(part, text);
            }
        }
        let period_is_none = period.is_none();
        if let Some(period) = period {
            let element = parts.start.or(parts.end).unwrap_or(at);
            add(Part::Period, Text::of(&period, span(tree, element)));
        }
        if let Some(at) = parts.duration.filter(|_| period_is_none)
            && let Some(duration) = Some(value(tree, at)).filter(|it| is_duration(it))
        {
            add(Part::Duration, Text::of(&duration, span(tree, at)));
            taken.push(at);
        }
        if let Some(place) = parts.place {
            let text = text(tree, place, |_| false);
            let is_place = !text.is_empty() && is_short(&text);
            if let Some(text) = clean(&text).filter(|_| is_place) {
                add(Part::Place, text);
                taken.push(place);
            }
        }
        taken.extend(parts.organization.into_iter().chain(parts.position));
        self.take(tree, at, &taken);
        self.marks.insert(at, Mark::Entry(head));
    }

    /// Leaves out what the head says, and the words that only join its parts.
    fn take(&mut self, tree: &Tree, at: usize, taken: &[usize]) {
        for inner in taken {
            self.marks.insert(*inner, Mark::Taken);
        }
        for inner in taken {
            let block = block(tree, *inner);
            let is_inside = block > at && tree.end(block) - block < 200;
            if !is_inside || taken.contains(&block) {
                continue;
            }
            let rest = tree.text_without(block, |inner| taken.contains(&inner));
            let words: Vec<&str> =
                rest.split_whitespace().filter(|it| it.contains(char::is_alphanumeric)).collect();
            let is_joining = |word: &&str| {
                word.chars().count() <= MAX_JOINING_LETTERS && word.chars().all(char::is_lowercase)
            };
            if words.len() <= 2 && words.iter().all(is_joining) {
                self.marks.insert(block, Mark::Taken);
            }
        }
    }
}

/// Whether an entry is marked as one of education.
fn is_of_education(tree: &Tree, at: usize) -> bool {
    let names = ["class", "itemprop", "property"];
    let values = names.iter().filter_map(|name| tree.tag(at)?.attribute(name));
    let known = ["p-education", "education", "alumniOf", "hasCredential"];
    values.flat_map(str::split_whitespace).any(|name| known.contains(&name))
}

/// Returns the organisation and the position.
fn names(tree: &Tree, parts: &Parts) -> (Option<Text>, Option<Text>) {
    let others: Vec<usize> = parts.all().collect();
    let own = |at: usize| {
        let is_inner = |inner: usize| inner != at && others.contains(&inner);
        let found = text(tree, at, is_inner);
        let plain = found.plain();
        let mut end = plain.trim_end().len();
        for word in AT {
            let word = word.trim_end();
            if plain.get(..end).is_some_and(|it| it.ends_with(word)) {
                end -= word.len();
            }
        }
        clean(&found.part(0..end)).filter(is_short)
    };
    let organization = parts.organization.and_then(own);
    let position = parts.position.and_then(own);
    let same = organization.as_ref().map(Text::plain);
    (organization, position.filter(|text| Some(text.plain()) != same))
}

fn is_short(text: &Text) -> bool {
    text.plain().split_whitespace().count() <= MAX_WORDS
}

/// Returns the elements that show the dates, and the dates.
fn dates(tree: &Tree, parts: &Parts, event: usize) -> (Vec<usize>, Option<String>) {
    let date = |at: Option<usize>| at.map(|at| day(&value(tree, at))).filter(|it| !it.is_empty());
    let (start, end) = (date(parts.start), date(parts.end));
    let Some(first) = parts.start.or(parts.end) else { return (Vec::new(), None) };
    let shown = tree
        .around(first)
        .find(|outer| parts.end.is_none_or(|end| (*outer..tree.end(*outer)).contains(&end)));
    let others = [parts.organization, parts.position, parts.place];
    let is_only_dates = |outer: &usize| {
        *outer > event
            && tree.end(*outer) - *outer < 40
            && others.iter().flatten().all(|at| !(*outer..tree.end(*outer)).contains(at))
            && tree.text(*outer).split_whitespace().count() <= MAX_DATE_WORDS
            && tree.tag(*outer).and_then(root).is_none_or(|kind| kind == Root::Other)
    };
    let around = shown.filter(is_only_dates);
    let period = match (start, end) {
        (Some(start), Some(end)) if start == end => start,
        (Some(start), Some(end)) if !is_now(&end) => format!("{start} – {end}"),
        // What has begun and not ended goes on.
        (Some(start), _) => format!("{start} – present"),
        (None, Some(date)) => date,
        (None, None) => return (Vec::new(), None),
    };
    let own = parts.start.into_iter().chain(parts.end);
    (around.into_iter().chain(own).collect(), Some(period))
}

/// Whether a text is a duration in years and months (ISO 8601): `P3Y6M`.
fn is_duration(text: &str) -> bool {
    let Some(rest) = text.strip_prefix('P').filter(|rest| !rest.is_empty()) else { return false };
    let is_number = |it: &str| (1..4).contains(&it.len()) && it.bytes().all(|b| b.is_ascii_digit());
    let months = match rest.split_once('Y') {
        Some((years, months)) if is_number(years) => months,
        Some(_) => return false,
        None => rest,
    };
    months.is_empty() || months.strip_suffix('M').is_some_and(is_number)
}

/// Returns a date without its time.
fn day(value: &str) -> String {
    let value = value.trim();
    let is_iso = value.get(..4).is_some_and(|year| year.chars().all(|c| c.is_ascii_digit()));
    let day = value.split(['T', ' ']).next().unwrap_or_default();
    let is_day = is_iso && day.chars().all(|c| c.is_ascii_digit() || c == '-');
    if is_day && day.len() == 8 && !day.contains('-') {
        let part = |range| day.get(range).unwrap_or_default();
        return format!("{}-{}-{}", part(0..4), part(4..6), part(6..8));
    }
    if is_day { day.to_owned() } else { value.to_owned() }
}

/// Returns the text of an element with its link.
fn text(tree: &Tree, at: usize, is_left_out: impl Fn(usize) -> bool) -> Text {
    let told = value(tree, at);
    let is_told = told != tree.text(at);
    let plain = if is_told { told } else { tree.text_without(at, is_left_out) };
    let href = |at: usize| tree.tag(at).and_then(|tag| tag.attribute("href"));
    let inside = (at..tree.end(at)).find_map(href);
    let outside = || tree.around(at).take(2).find_map(href);
    let link = inside.or_else(outside).filter(|it| it.starts_with("http"));
    let link: Option<Arc<str>> = link.map(Arc::from);
    let mut text = Text::default();
    text.push(&plain, Style::default(), link.as_ref(), span(tree, at));
    text
}
