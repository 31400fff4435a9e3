//! Tells dates that are a part of a sentence from those that stand in the head of an entry.

use super::towns::is_legal;
use std::ops::Range;

/// Words before the dates of a sentence.
const FROM: &[&str] = &[
    "from", "since", "between", "during", "in", "seit", "von", "ab", "desde", "depuis", "dal",
    "od", "sedan", "vanaf", "с",
];

/// Words at the beginning of sentences about work.
const VERBS: &[&str] =
    &["worked", "working", "employed", "served", "i", "was", "trabajé", "arbeitete"];

/// What is before and after the dates of a sentence in Japanese.
const BEFORE: &[&str] = &["として", "は", "に", "、"];
const AFTER: &[&str] = &["の間", "まで", "から", "より", "に", "以降"];

/// Words before the date of a birth.
const BIRTHS: [&str; 20] = [
    "born",
    "birth",
    "birthday",
    "date of birth",
    "dob",
    "geburtsdatum",
    "geboren",
    "geboren am",
    "fecha de nacimiento",
    "nacimiento",
    "data de nascimento",
    "nascimento",
    "date de naissance",
    "naissance",
    "data di nascita",
    "geboortedatum",
    "data urodzenia",
    "дата рождения",
    "生年月日",
    "생년월일",
];

/// Words before the date of a birth, after other facts about a person.
const BORN: [&str; 12] = [
    "born",
    "born on",
    "geboren",
    "geboren am",
    "geb",
    "geb. am",
    "né le",
    "née le",
    "nacido el",
    "nacida el",
    "родился",
    "родилась",
];

/// Whether a label announces the date of a birth.
pub(super) fn is_birth(label: &str) -> bool {
    let label = label.trim().trim_end_matches([':', '：', '.']).trim().to_lowercase();
    // `Woman, 30 years, born on`
    let last = label.rsplit(',').next().unwrap_or_default().trim();
    BIRTHS.contains(&label.as_str()) || BORN.contains(&last)
}

/// Whether the words beside dates make a sentence with them: `worked there from … to …`.
pub(super) fn is_in_sentence(line: &str, dates: &Range<usize>) -> bool {
    let before = line.get(..dates.start).unwrap_or_default().trim_end();
    let after = line.get(dates.end..).unwrap_or_default().trim_start();
    let own = line.get(dates.clone()).unwrap_or_default().split_whitespace().next();
    let last = before.split_whitespace().next_back();
    let is_from = |word: &str| FROM.contains(&word.to_lowercase().as_str());
    let is_long = before.split_whitespace().count() > 3;
    let is_ended = AFTER.iter().any(|word| after.starts_with(word));
    let is_begun = BEFORE.iter().any(|word| before.ends_with(word));
    // A line that ends with its dates is a sentence only if it looks like one.
    let first = before.split_whitespace().next().unwrap_or_default().to_lowercase();
    let goes_on = after.starts_with(char::is_alphabetic) || VERBS.contains(&first.as_str());
    (is_long && goes_on && own.into_iter().chain(last).any(is_from))
        || (is_ended && (is_begun || after.chars().count() > 4))
}

/// Whether a text names two things, as a position and its organisation: `Pilot – Kestrel`.
pub(super) fn has_parts(text: &str) -> bool {
    let signs = [" – ", " — ", " - ", " | ", " @ "];
    let mut parts = signs.iter().filter_map(|sign| text.trim().split_once(sign));
    parts.any(|(first, second)| !first.is_empty() && !second.is_empty())
}

/// Whether a sentence ends within a text: `of the area. What I know:`.
pub(super) fn has_end(text: &str) -> bool {
    text.match_indices(". ").any(|(at, _)| {
        let word = text.get(..at).unwrap_or_default().rsplit(' ').next().unwrap_or_default();
        word.chars().count() > 3 && word.chars().all(char::is_lowercase)
    })
}

/// Whether a text ends with a full stop that is no part of the name of a company: `Kestrel Inc.`
pub(super) fn is_ended(text: &str) -> bool {
    let last = text.split_whitespace().next_back().unwrap_or_default();
    let is_company = last.starts_with(char::is_uppercase) && is_legal(last.trim_end_matches('.'));
    text.ends_with('.') && !is_company
}
