//! Ids for what its owner gave none.

use super::checks::RESERVED;
use std::collections::{BTreeMap, BTreeSet};

/// Ids of which each is given once, however many are asked for.
#[derive(Clone, Debug, Default)]
pub struct Ids {
    taken: BTreeSet<String>,
    /// The number to try next after each word.
    next: BTreeMap<String, usize>,
}

impl Ids {
    /// Ids for the sections of a profile: none that the page itself has.
    #[must_use]
    pub fn of_sections() -> Self {
        RESERVED.into_iter().map(str::to_owned).collect()
    }

    /// Takes an id, if it is free.
    pub fn take(&mut self, id: &str) -> bool {
        self.taken.insert(id.to_owned())
    }

    /// The word, or the first of `word-2`, `word-3` and so on that is free.
    pub fn free(&mut self, word: &str) -> String {
        if self.take(word) { word.to_owned() } else { self.numbered(word, 2) }
    }

    /// The first of `word-{first}` and those after it that is free.
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

    /// An id for a section that is called so: small letters, digits and hyphens, beginning with a
    /// letter.
    pub fn section(&mut self, word: &str) -> String {
        let is_id = word.starts_with(|c: char| c.is_ascii_lowercase());
        let word = match word {
            _ if is_id => word.to_owned(),
            "" => "section".to_owned(),
            _ => format!("section-{word}"),
        };
        // The page gives the heading of `work` the id `work-title`.
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
    fn each_id_is_given_once() {
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
