//! Generates ids for sections to which the owner gave none.

use super::checks::RESERVED;
use std::collections::{BTreeMap, BTreeSet};

/// A set of ids, of which each is returned only once.
#[derive(Clone, Debug, Default)]
pub struct Ids {
    taken: BTreeSet<String>,
    /// The next number to try for each word.
    next: BTreeMap<String, usize>,
}

impl Ids {
    /// Returns ids for the sections of a profile, without those that the page itself uses.
    #[must_use]
    pub fn of_sections() -> Self {
        RESERVED.into_iter().map(str::to_owned).collect()
    }

    /// Takes an id and returns whether it was free.
    pub fn take(&mut self, id: &str) -> bool {
        self.taken.insert(id.to_owned())
    }

    /// Returns the word, or the first of `word-2`, `word-3` and so on that is free.
    pub fn free(&mut self, word: &str) -> String {
        if self.take(word) { word.to_owned() } else { self.numbered(word, 2) }
    }

    /// Returns the first of `word-{first}` and those after it that is free.
    pub fn numbered(&mut self, word: &str, first: usize) -> String {
        let mut number = self.next.get(word).copied().unwrap_or(first);
        loop {
            let id = format!("{word}-{number}");
            number += 1;
            if self.take(&id) {
                self.next.insert(word.to_owned(), number);
                return id;
            }
        }
    }

    /// Returns an id for a section with this title: lower-case letters, digits and hyphens,
    /// starting with a letter.
    pub fn section(&mut self, word: &str) -> String {
        let is_id = word.starts_with(|c: char| c.is_ascii_lowercase());
        let word = match word {
            _ if is_id => word.to_owned(),
            "" => "section".to_owned(),
            _ => format!("section-{word}"),
        };
        // The heading of `work` has the id `work-title` on the page.
        if word.ends_with("-title") { self.numbered(&word, 2) } else { self.free(&word) }
    }
}

impl FromIterator<String> for Ids {
    fn from_iter<T: IntoIterator<Item = String>>(taken: T) -> Self {
        Self { taken: taken.into_iter().collect(), next: BTreeMap::new() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_unique() {
        let mut ids = Ids::of_sections();
        let words = [
            "work",
            "work-2",
            "work",
            "work",
            "main",
            "job",
            "job-title",
            "2020",
            "202job-title",
            "",
        ];
        let given = words.map(|word| ids.section(word));
        let expected = [
            "work",
            "work-2",
            "work-3",
            "work-4",
            "main-2",
            "job",
            "job-title-2",
            "section-2020",
            "section-202job-title-2",
            "section",
        ];
        assert_eq!(given, expected);
        assert_eq!(ids.numbered("job", 1), "job-1");
    }
}
