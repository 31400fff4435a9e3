//! The people who match a query, with their ranks.

use super::decode;
use crate::Word;
use std::ops::Range;

/// The people who match a query, with their ranks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Matches {
    /// For each person: 0 if they do not match, otherwise 1 plus the number of query words found in
    /// their name.
    ranks: Vec<u8>,
}

impl Matches {
    /// Everybody matches.
    pub fn all(total: u32) -> Self {
        Self { ranks: vec![1; total as usize] }
    }

    /// Keeps the people who have a word with this prefix. `terms` are the terms of the word's
    /// shards.
    pub fn keep_word(&mut self, word: &str, terms: &[Word]) {
        let mut found = vec![0; self.ranks.len()];
        for term in terms.iter().filter(|term| term.word.starts_with(word)) {
            for (people, worth) in [(&term.others, 1), (&term.names, 2)] {
                for number in decode(people) {
                    if let Some(best) = found.get_mut(number as usize)
                        && *best < worth
                    {
                        *best = worth;
                    }
                }
            }
        }
        for (rank, found) in self.ranks.iter_mut().zip(found) {
            *rank = if found == 0 || *rank == 0 { 0 } else { *rank + found - 1 };
        }
    }

    /// Keeps the people of an encoded set.
    pub fn keep(&mut self, people: &str) {
        let mut next = 0;
        for number in decode(people) {
            self.clear(next..number as usize);
            next = number as usize + 1;
        }
        self.clear(next..self.ranks.len());
    }

    fn clear(&mut self, range: Range<usize>) {
        if let Some(ranks) = self.ranks.get_mut(range) {
            ranks.fill(0);
        }
    }

    /// Returns the number of people who match.
    pub fn count(&self) -> usize {
        self.ranks.iter().filter(|rank| **rank > 0).count()
    }

    /// Returns the number of people of an encoded set who match: the count that would remain if the
    /// set were chosen too.
    pub fn count_in(&self, people: &str) -> usize {
        decode(people).filter(|number| self.rank(*number) > 0).count()
    }

    fn rank(&self, number: u32) -> u8 {
        self.ranks.get(number as usize).copied().unwrap_or_default()
    }

    /// Returns the first people who match: matches in names before others, then in the order of the
    /// directory.
    pub fn first(&self, limit: usize) -> Vec<usize> {
        let best = self.ranks.iter().copied().fold(0, u8::max);
        let mut people = Vec::new();
        for rank in (1..=best).rev() {
            let ranked = self.ranks.iter().enumerate().filter(|(_, other)| **other == rank);
            people.extend(ranked.map(|(number, _)| number).take(limit - people.len()));
        }
        people
    }
}

/// Returns the shards that contain the terms with this prefix; `starts` are the first terms of all
/// shards.
pub fn shards(starts: &[String], word: &str) -> Range<usize> {
    let first = starts.partition_point(|start| start.as_str() <= word).saturating_sub(1);
    let end = starts.partition_point(|start| start.as_str() <= word || start.starts_with(word));
    first..end
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::search::encode;

    fn term(word: &str, names: &[u32], others: &[u32]) -> Word {
        let set = |people: &[u32]| encode(people.iter().copied());
        Word { word: word.to_owned(), names: set(names), others: set(others) }
    }

    #[test]
    fn every_word_has_to_match_and_names_come_first() {
        let terms =
            [term("mara", &[3], &[]), term("marketing", &[], &[0, 3]), term("go", &[], &[0, 3, 4])];
        let mut matches = Matches::all(5);
        matches.keep_word("mar", &terms);
        assert_eq!(matches.first(9), [3, 0]);
        assert_eq!(matches.first(1), [3]);
        matches.keep_word("go", &terms);
        assert_eq!((matches.count(), matches.first(9)), (2, vec![3, 0]));
        assert_eq!(matches.count_in(&encode([1, 3, 4])), 1);
        matches.keep(&encode([0, 1]));
        assert_eq!(matches.first(9), [0]);
        matches.keep_word("x", &terms);
        assert_eq!((matches.count(), matches.first(9)), (0, vec![]));
    }

    #[test]
    fn numbers_out_of_range_are_ignored() {
        let mut matches = Matches::all(2);
        matches.keep_word("a", &[term("a", &[1, 70_000], &[])]);
        matches.keep(&encode([1, 90_000]));
        assert_eq!((matches.first(9), matches.count_in(&encode([1, 7]))), (vec![1], 1));
    }

    #[test]
    fn only_the_shards_that_can_contain_a_word_are_loaded() {
        let starts = ["ada", "mar", "mara", "marz", "zoe"].map(str::to_owned);
        for (word, expected) in
            [("mar", 1..4), ("mara", 2..3), ("a", 0..1), ("b", 0..1), ("z", 3..5), ("zz", 4..5)]
        {
            assert_eq!(shards(&starts, word), expected, "{word}");
        }
        assert_eq!(shards(&starts, ""), 0..5);
        assert_eq!(shards(&[], "a"), 0..0);
    }
}
