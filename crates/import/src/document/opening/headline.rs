//! Tells a headline from the other short lines of a letterhead: streets, facts about the person, lost headings.

use super::Opening;
use crate::document::headings::{is_about_document, matched, normalized};
use crate::document::lengths::is_length;
use crate::document::period::Period;
use crate::document::towns;
use crate::document::vocabulary::{self, Kind, label};

/// What begins an item of a list, or a heading, as people type it.
const MARKS: &str = ".■□◆◇●○◎★☆▪▫•◦‣*+※→・・-–—_#[【［";

/// What ends the name of a street in German and its neighbours: `Lindenstraße 5`.
const STREETS: [&str; 12] = [
    "strasse", "straße", "str", "gasse", "platz", "weg", "allee", "laan", "straat", "gatan",
    "vagen", "gade",
];

/// The most digits of a street with its postal code.
const MAX_DIGITS: usize = 16;

/// The most words of a headline that names no position: what is longer is a sentence.
const MAX_WORDS: usize = 11;

impl Opening {
    /// Whether a short line can say what the person is.
    pub(super) fn can_be_headline(&self, plain: &str) -> bool {
        let plain = plain.trim();
        let is_marked = plain.starts_with(|c| MARKS.contains(c)) || plain.contains("__");
        let is_reach = plain.contains('@') || plain.contains("://");
        !is_marked
            && !is_reach
            && (vocabulary::has(plain, Kind::Job) || is_spoken(plain) && !self.is_other(plain))
    }

    /// Whether a text says something else about the person.
    fn is_other(&self, text: &str) -> bool {
        let is_label = |word| label(word).is_some();
        vocabulary::has(text, Kind::Personal)
            || is_odd(text)
            || self.dates.find(text).is_some_and(|it| it.is_range || is_exact(&it))
            || is_length(text)
            || has_street(text)
            || is_named_place(text)
            || towns::is_place(text)
            || is_town_of_place(text)
            || begins_with_code(text)
            || is_label(text)
            || text.split_whitespace().next().is_some_and(is_label)
            || matched(text).is_some_and(|found| found.is_exact)
            || self.beside_name(text).is_some()
    }

    /// Whether a line is only the name once more, perhaps with what the document is: `Mira Solano – CV`.
    pub(super) fn repeats_name(&self, text: &str) -> bool {
        self.beside_name(text).is_some_and(|rest| rest.is_empty() || is_about_document(&rest))
    }

    /// Returns the words beside the name in a short text, if it is there.
    fn beside_name(&self, text: &str) -> Option<String> {
        let name = self.fields.iter().find(|field| field.key == "name")?;
        let name = normalized(name.value.as_str()?);
        let text = normalized(text);
        let (name, mut words): (Vec<&str>, Vec<&str>) =
            (name.split(' ').collect(), text.split(' ').collect());
        let is_there = words.len() <= 6 && name.iter().all(|word| words.contains(word));
        words.retain(|word| !name.contains(word));
        is_there.then(|| words.join(" "))
    }
}

/// Whether a text has several words, most of them letters. A single word may be a town or a part of the name, and in
/// scripts without spaces a part of a form.
fn is_spoken(text: &str) -> bool {
    let count = |is: fn(&char) -> bool| text.chars().filter(is).count();
    let letters = count(|c| c.is_alphabetic());
    letters > count(char::is_ascii_digit)
        && count(|c| perfil_text::is_spaceless(*c)) * 2 < letters
        && text.split_whitespace().count() > 1
}

/// Whether a text looks like no headline: it begins or ends with a number or a bracket, goes on, has a postal code,
/// or names a school or a company.
fn is_odd(text: &str) -> bool {
    let digits = text.split(|c: char| !c.is_ascii_digit()).map(str::len);
    let last = text.split_whitespace().next_back().unwrap_or_default();
    last.starts_with(|c: char| c.is_ascii_digit()) && !last.contains('.')
        || text.starts_with(|c: char| c.is_numeric() || "([（［".contains(c))
        || text.ends_with([',', ';', '；', '，'])
        || digits.max().is_some_and(|most| most > 4)
        || text.split_whitespace().count() > MAX_WORDS
        || vocabulary::has(text, Kind::School) && !is_student(text)
        || towns::is_company(text)
}

/// Whether a text says that somebody studies, or studied, at the school that it names.
fn is_student(text: &str) -> bool {
    vocabulary::has(text, Kind::Status) || text.to_lowercase().contains("graduate")
}

/// Whether a period is one day or month, which no headline names; it may name a year.
fn is_exact(period: &Period) -> bool {
    [&period.start, &period.end].into_iter().flatten().any(|read| read.date.len() > 4)
}

/// Whether a text is a name or two before a place: `Ovar – Portugal`.
fn is_town_of_place(text: &str) -> bool {
    let Some((town, place)) = text.rsplit_once(['–', '—', '/', ',']) else { return false };
    let is_name = |part: &str| {
        (1..=4).contains(&part.split_whitespace().count())
            && part.trim().starts_with(char::is_uppercase)
            && !part.contains('&')
    };
    // Two letters may be a country, and are more often something else.
    place.trim().len() > 2
        && towns::is_place(place.trim())
        && town.split(['–', '—', '/', ',']).all(is_name)
}

/// Whether a text begins with a postal code.
pub(super) fn begins_with_code(text: &str) -> bool {
    let code = text.split_whitespace().next().unwrap_or_default();
    code.len() > 3 && code.chars().all(|c| c.is_ascii_digit() || c == '-')
}

/// Whether a text has a word for a street, and a number.
pub(in crate::document) fn has_street(text: &str) -> bool {
    let digits = text.chars().filter(char::is_ascii_digit).count();
    let ends = |word: &str| {
        let word = word.trim_end_matches(['.', ',']).to_lowercase();
        word.chars().count() > 4 && STREETS.iter().any(|end| word.ends_with(end))
    };
    let is_compound = || {
        let mut words = text.split_whitespace();
        words.any(ends)
            && words.next().is_some_and(|it| it.starts_with(|c: char| c.is_ascii_digit()))
    };
    let is_street = || vocabulary::has(text, Kind::Street) || is_compound() || has_districts(text);
    (1..MAX_DIGITS).contains(&digits) && is_street()
}

/// Whether a text names a province and a district, as addresses of East Asia begin.
fn has_districts(text: &str) -> bool {
    text.contains(['県', '都', '府', '省', '道', '市'])
        && text.contains(['市', '区', '區', '县', '町', '村', '郡'])
}

/// Whether a text has nothing but the name of a place that begins as many do: `São José`.
fn is_named_place(text: &str) -> bool {
    const SAINTS: [&str; 9] =
        ["sao", "san", "santa", "santo", "saint", "sankt", "los", "las", "new"];
    let words = text.split_whitespace().count();
    let first = normalized(text);
    let first = first.split(' ').next().unwrap_or_default();
    (2..=4).contains(&words) && SAINTS.contains(&first)
}
