//! Text in which names are searched: folded, with all kinds of spaces and hyphens made equal, and
//! with its word boundaries.

use icu_properties::props::{GeneralCategory, GeneralCategoryGroup, Script};
use icu_properties::{CodePointMapData, CodePointMapDataBorrowed};
use perfil_text::{fold_char, is_hangul, is_spaceless};

const CATEGORIES: CodePointMapDataBorrowed<GeneralCategory> = CodePointMapData::new();
const SCRIPTS: CodePointMapDataBorrowed<Script> = CodePointMapData::new();

/// Prefixes that Arabic and Hebrew write together with the next word: "and", "with", "the" and the
/// like.
const BEFORE: [&str; 19] = [
    "و", "ف", "ب", "ل", "ك", "ال", "وال", "بال", "فال", "كال", "لل", "وب", "ול", "ו", "ה", "ב",
    "ל", "כ", "ש",
];

/// The maximum length, in syllables, of a Korean particle that is attached to the word before it.
const AFTER: usize = 2;

/// A text folded for comparison.
#[derive(Clone, Debug)]
pub(super) struct Folded<'a> {
    /// The original text.
    written: &'a str,
    chars: Vec<char>,
    /// The start of each character in the original text, in bytes.
    starts: Vec<usize>,
}

impl<'a> Folded<'a> {
    pub(super) fn new(written: &'a str) -> Self {
        let mut folded = Self { written, chars: Vec::new(), starts: Vec::new() };
        for (start, c) in written.char_indices() {
            folded.push(start, c);
        }
        while folded.chars.last() == Some(&' ') {
            folded.chars.pop();
            folded.starts.pop();
        }
        folded
    }

    fn push(&mut self, start: usize, c: char) {
        if c.is_ascii() {
            let space = c.is_ascii_whitespace() || c == '-';
            return self.add(start, if space { ' ' } else { c.to_ascii_lowercase() });
        }
        // Korean particles are recognized by their syllables, which folding decomposes.
        if is_hangul(c) {
            return self.add(start, c);
        }
        for part in fold_char(c).chars() {
            let is_space = part.is_whitespace() || part == '-';
            self.add(start, if is_space { ' ' } else { part });
        }
    }

    /// Adds a character; several spaces become one, and leading spaces are removed.
    fn add(&mut self, start: usize, c: char) {
        if c != ' ' || self.chars.last().is_some_and(|last| *last != ' ') {
            self.chars.push(c);
            self.starts.push(start);
        }
    }

    pub(super) fn chars(&self) -> &[char] {
        &self.chars
    }

    pub(super) fn into_text(self) -> String {
        self.chars.into_iter().collect()
    }

    /// Returns the original text between two positions.
    pub(super) fn written(&self, start: usize, end: usize) -> &'a str {
        let at = |place: usize| self.starts.get(place).copied().unwrap_or(self.written.len());
        self.written[at(start)..at(end)].trim_end()
    }

    fn at(&self, place: usize) -> Option<char> {
        self.chars.get(place).copied()
    }

    fn before(&self, place: usize) -> Option<char> {
        self.at(place.checked_sub(1)?)
    }

    /// Whether a name can begin here. A full stop joins: `NET` does not begin within `ASP.NET`.
    pub(super) fn begins(&self, place: usize) -> bool {
        let is_joined = self.before(place) == Some('.')
            && place.checked_sub(2).and_then(|place| self.at(place)) != Some('.');
        !is_joined && (self.is_boundary(place) || self.follows_attached(place))
    }

    /// Whether a name can end here: `C` does not end within `C++`, nor `Vue` within `Vue.js`.
    pub(super) fn ends(&self, place: usize) -> bool {
        let is_word_next = self.at(place + 1).is_some_and(is_word);
        let goes_on = match self.at(place) {
            Some('+' | '#') => !is_word_next,
            Some('.') => is_word_next && !self.is_unspaced(place + 1),
            _ => false,
        };
        let is_boundary = self.is_boundary(place) || self.precedes_attached(place);
        is_boundary && (!goes_on || self.before(place).is_some_and(|c| !is_word(c)))
    }

    /// Whether there was a hyphen, now a space, next to a name: `C-level`, `Go-to-market`.
    pub(super) fn is_hyphenated(&self, start: usize, end: usize) -> bool {
        let is_hyphen = |place: usize| {
            let at = self.starts.get(place);
            at.and_then(|at| self.written[*at..].chars().next()).is_some_and(is_dash)
        };
        let is_inside = |place: usize| place > 0 && place < self.chars.len();
        let after = is_inside(end) && is_hyphen(end) && self.at(end + 1).is_some_and(is_word);
        let before = start.checked_sub(1).is_some_and(|place| is_inside(place) && is_hyphen(place));
        after || before
    }

    /// Whether a capital letter here may be due to the start of a sentence instead of a name.
    pub(super) fn begins_sentence(&self, start: usize, end: usize) -> bool {
        let before = self.written[..self.starts.get(start).copied().unwrap_or(0)].trim_end();
        let is_start = before.chars().next_back().is_none_or(|c| ".!?:;•–—*«“\"(".contains(c));
        let rest = &self.written[self.starts.get(end).copied().unwrap_or(self.written.len())..];
        let mut after = rest.chars();
        is_start
            && after.next().is_some_and(char::is_whitespace)
            && after.next().is_some_and(char::is_lowercase)
    }

    fn is_boundary(&self, place: usize) -> bool {
        let (Some(before), Some(after)) = (self.before(place), self.at(place)) else { return true };
        if is_mark(after) {
            return false;
        }
        if !is_word(before) || !is_word(after) {
            return true;
        }
        let differ = before.is_alphabetic()
            && after.is_alphabetic()
            && SCRIPTS.get(before) != SCRIPTS.get(after);
        differ || self.is_unspaced(place) || self.is_unspaced(place - 1)
    }

    fn is_unspaced(&self, place: usize) -> bool {
        self.at(place).is_some_and(is_spaceless)
    }

    fn follows_attached(&self, place: usize) -> bool {
        let starts = (place.saturating_sub(3)..place).rev();
        starts.filter(|start| self.is_boundary(*start)).any(|start| {
            let before: String = self.chars[start..place].iter().collect();
            BEFORE.contains(&before.as_str())
        })
    }

    fn precedes_attached(&self, place: usize) -> bool {
        let hangul = |place: usize| self.at(place).is_some_and(is_hangul);
        place > 0
            && hangul(place - 1)
            && hangul(place)
            && (1..=AFTER).any(|length| self.is_boundary(place + length))
    }
}

/// Folds a text on its own.
pub(super) fn folded(text: &str) -> String {
    Folded::new(text).into_text()
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_' || is_mark(c)
}

fn is_mark(c: char) -> bool {
    !c.is_ascii() && GeneralCategoryGroup::Mark.contains(CATEGORIES.get(c))
}

fn is_dash(c: char) -> bool {
    c == '-' || ('\u{2010}'..='\u{2012}').contains(&c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn case_accents_and_kinds_of_spaces_are_folded() {
        for (written, expected) in [
            ("  Événement\u{a0} Léger ", "evenement leger"),
            ("Event-Sourcing", "event sourcing"),
            ("ＫＡＦＫＡ", "kafka"),
            ("ΣΊΣΥΦΟΣ", "σισυφοσ"),
            ("كَافْكَا", "كافكا"),
            ("ガ", "カ\u{3099}"),
            ("쿠버", "쿠버"),
            ("Łódź, Øresund", "lodz, oresund"),
            ("", ""),
        ] {
            assert_eq!(folded(written), expected);
        }
    }

    #[test]
    fn the_original_text_can_be_recovered() {
        let text = Folded::new("Ünïted  Go-lang");
        assert_eq!(text.written(0, 6), "Ünïted");
        assert_eq!(text.written(7, 9), "Go");
        assert!(text.is_hyphenated(7, 9) && !text.is_hyphenated(0, 6));
    }
}
