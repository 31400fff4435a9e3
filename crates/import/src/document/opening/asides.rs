//! Tells what is in brackets beside a name.

use crate::document::person::{can_be_name, is_pronoun};
use crate::document::towns::is_place;
use crate::document::vocabulary::{self, Kind};

/// The longest code of a country, in characters: short names look like one.
const MAX_CODE: usize = 3;

/// Words with which people begin to tell of themselves.
const OWN: [&str; 9] = ["i", "i'm", "i’m", "we", "ich", "je", "yo", "eu", "io"];

/// The longest age in brackets, in characters.
const MAX_AGE: usize = 12;

/// Whether the rest of an aside after a name is an age or a year of birth: `李雷（男，21）`.
pub(super) fn is_age(rest: &str) -> bool {
    let Some(inside) = rest.trim_end().strip_suffix([')', '）']) else { return false };
    let is_sign = |c: char| c.is_alphanumeric() || c.is_whitespace() || "，,.*".contains(c);
    let digits = inside.chars().filter(|c| c.is_numeric()).count();
    inside.chars().count() <= MAX_AGE
        && inside.chars().all(is_sign)
        && matches!(digits, 1 | 2 | 4)
        && !vocabulary::has(inside, Kind::Job)
}

/// Whether the rest of an aside after a name is what somebody says of themselves: `Mira Solano (I build bridges)`.
pub(super) fn is_saying(name: &str, rest: &str) -> bool {
    let inside = rest.trim_end().strip_suffix([')', '）']).unwrap_or_default();
    let mut words = inside.split_whitespace();
    // Some write their names in small letters.
    let is_name = (2..=4).contains(&name.split_whitespace().count())
        && name.chars().all(|c| c.is_alphabetic() || c.is_whitespace() || "-'’.".contains(c));
    is_name
        && !inside.contains(['(', ')'])
        && words.clone().count() > 2
        && words.next().is_some_and(|word| OWN.contains(&word.to_lowercase().as_str()))
}

/// Whether a short name is in brackets within a name: `Kasimira (Mira) Solano`.
pub(super) fn is_nickname(text: &str, at: usize) -> bool {
    let (given, rest) = (text.get(..at).unwrap_or_default(), text.get(at..).unwrap_or_default());
    let Some((short, family)) = rest.strip_prefix(" (").and_then(|it| it.split_once(") ")) else {
        return false;
    };
    let family = family.split(['\t', '|', ',']).next().unwrap_or_default();
    let is_other = vocabulary::has(short, Kind::Degree)
        || vocabulary::is(short, Kind::Status)
        || is_pronoun(short)
        || short.chars().count() > MAX_CODE && is_place(short);
    !given.contains(' ')
        && short.starts_with(char::is_uppercase)
        && short.chars().skip(1).all(|c| c.is_lowercase() || "-'’".contains(c))
        && !is_other
        && can_be_name(&format!("{given} {family}"))
}
