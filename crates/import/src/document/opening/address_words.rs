//! Compares the words of names with those of addresses.

use super::name_pieces::MAX_ADDED;
use crate::document::contacts::MAX_LINE;
use crate::document::headings::normalized;
use crate::document::vocabulary::{self, Kind};
use perfil_text::{is_dense, transliterate};

/// The least length of a word of a name that an address has, in characters.
pub(super) const MIN_WORD: usize = 4;

/// Words of addresses that are no part of a name.
pub(super) const OFFICES: [&str; 24] = [
    "contact", "contacto", "contato", "kontakt", "info", "mail", "email", "hello", "resume",
    "office", "jobs", "work", "sales", "team", "web", "design", "admin", "support", "career",
    "careers", "dev", "studio", "the", "official",
];

/// Whether a word of a name is in the part of an address before `@`, in lower case.
pub(super) fn is_of_address(word: &str, user: &str) -> bool {
    let is_own = |part: &str| {
        part.chars().count() >= MIN_WORD && user.contains(part) && !OFFICES.contains(&part)
    };
    normalized(word).split(' ').any(is_own) || is_sound_of(word, user)
}

/// Whether a word in another alphabet may be written in an address as it sounds: `Крылова` is `krylova` or `krilova`.
fn is_sound_of(word: &str, user: &str) -> bool {
    let is_other =
        |c: char| !c.is_ascii() && c.is_alphabetic() && !is_dense(c) && !c.to_lowercase().eq([c]);
    if !word.starts_with(is_other) {
        return false;
    }
    let sound = |text: &str| text.replace(['y', 'i', 'j', 'h', '\''], "");
    let own = sound(&transliterate(word).to_lowercase());
    own.len() >= MIN_WORD && sound(user).contains(&own)
}

/// Whether each of the few words of a text is in one of these, which are folded.
pub(super) fn is_whole_in(text: &str, handles: &[String]) -> bool {
    let has = |handle: &String| {
        let mut words = text.split_whitespace().map(normalized);
        words.all(|word| word.chars().count() + 1 >= MIN_WORD && handle.contains(&word))
    };
    text.len() <= MAX_LINE
        && text.split_whitespace().count() > 1
        && text.split_whitespace().all(|word| word.starts_with(char::is_uppercase))
        && handles.iter().any(has)
}

/// Returns the capitalised words before one that names a position: `Mira Solano Engineer since 2019`.
pub(super) fn before_position(text: &str) -> &str {
    let starts = text.match_indices(' ').map(|(at, _)| at);
    let mut ends = starts.take(MAX_ADDED + 1).filter(|at| {
        let next = text.get(at + 1..).unwrap_or_default().split(' ').next().unwrap_or_default();
        vocabulary::has(next, Kind::Job)
    });
    let name = ends.next().and_then(|at| text.get(..at)).unwrap_or_default();
    let is_capital = |word: &str| word.starts_with(char::is_uppercase);
    if name.split(' ').count() > 1 && name.split(' ').all(is_capital) { name } else { "" }
}
