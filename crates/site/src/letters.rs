//! The letters that the pages of a site can show, collected while its content is read.

use crate::stored::{Reader, Stored};
use icu_normalizer::ComposingNormalizer;
use perfil_model::language::{Date, End, Locale, format_date, format_period};
use perfil_prose::Document;
use perfil_source::Node;
use std::collections::BTreeSet;

/// What any page can show, whatever its content: the interface writes some of it, stylesheets and
/// quotations the rest, and visitors type into the search.
const ALWAYS: &str = "\u{a0}«·»×–—‘’“”„•…";

/// A set of letters, and of any other characters.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Letters(BTreeSet<char>);

impl Stored for Letters {
    fn store(&self, to: &mut Vec<u8>) {
        self.0.iter().collect::<String>().store(to);
    }

    fn restore(from: &mut Reader) -> Option<Self> {
        Some(Self(String::restore(from)?.chars().collect()))
    }
}

impl Letters {
    /// Adds the letters of a text.
    fn add(&mut self, text: &str) {
        if text.is_ascii() {
            return;
        }
        self.0.extend(text.chars().filter(|c| !c.is_ascii()));
        // Browsers show a letter and its mark as one letter if the font has it.
        if text.chars().any(|c| ('\u{300}'..='\u{36f}').contains(&c)) {
            self.0.extend(ComposingNormalizer::new_nfc().normalize(text).chars());
        }
    }

    /// Adds the letters of every text in a tree.
    pub(crate) fn add_texts(&mut self, node: &Node) {
        if let Some(text) = node.as_str() {
            self.add(text);
            // Markdown has names for letters: `&eacute;`.
            if text.contains('&') {
                self.add(&Document::parse(text).to_text());
            }
        }
        node.elements().iter().for_each(|element| self.add_texts(element));
        node.members().iter().for_each(|member| self.add_texts(&member.value));
    }

    /// Adds the letters of dates in a language, whose words are in no file of the site.
    pub(crate) fn add_dates(&mut self, locale: &Locale) {
        let month = |month| Date { year: 2000, month: Some(month), day: None };
        for date in (1..=12).map(month) {
            let day = Date { day: Some(1), ..date };
            for date in [date, day] {
                self.add(&format_date(date, &locale.tag));
            }
            let next = Date { year: date.year + 1, ..date };
            let period = format_period(Some(date), End(Some(next)), &locale.dates, &locale.tag);
            if let Some(period) = &period {
                self.add(period);
            }
        }
    }

    /// Adds other letters.
    pub(crate) fn extend(&mut self, other: Self) {
        self.0.extend(other.0);
    }

    /// Returns all of them, with those that any page can show.
    pub(crate) fn all(&self) -> BTreeSet<char> {
        self.0.iter().copied().chain(' '..='~').chain(ALWAYS.chars()).collect()
    }
}
