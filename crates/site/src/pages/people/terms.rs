//! The inverted index: every term, and who has it, in files of limited size.

use super::words::beginnings;
use super::{Files, put};
use perfil_view::Word;
use perfil_view::search::encode;
use std::collections::HashMap;

/// The size at which a file of terms is complete, in bytes. A single term may be larger.
const MAX_FILE_BYTES: usize = 12_000;

/// The terms of all people.
#[derive(Default)]
pub(super) struct Terms(HashMap<String, Owners>);

/// The people who have a term.
#[derive(Default)]
struct Owners {
    names: Vec<u32>,
    others: Vec<u32>,
}

impl Terms {
    /// Adds the terms of a word of a person's name.
    pub(super) fn name(&mut self, person: u32, word: &str) {
        self.add(word, |owners| owners.names.push(person));
    }

    /// Adds the terms of a word of a person's other texts.
    pub(super) fn other(&mut self, person: u32, word: &str) {
        self.add(word, |owners| owners.others.push(person));
    }

    fn add(&mut self, word: &str, note: impl Fn(&mut Owners)) {
        for beginning in beginnings(word) {
            // Most are known, and need no copy.
            match self.0.get_mut(beginning) {
                Some(owners) => note(owners),
                None => note(self.0.entry(beginning.to_owned()).or_default()),
            }
        }
    }

    /// Adds the files, and returns the first term of each.
    pub(super) fn files(self, files: &mut Files) -> Vec<String> {
        let mut starts = Vec::new();
        let mut shard: Vec<Word> = Vec::new();
        let mut size = 0;
        let mut sorted: Vec<_> = self.0.into_iter().collect();
        sorted.sort_unstable_by(|a, b| a.0.cmp(&b.0));
        for (word, owners) in sorted {
            let names = encode(in_order(owners.names));
            let others = encode(in_order(owners.others));
            let length = word.len() + names.len() + others.len();
            if size > 0 && size + length > MAX_FILE_BYTES {
                put(files, format!("terms-{}", starts.len() - 1), &shard);
                shard.clear();
            }
            if shard.is_empty() {
                starts.push(word.clone());
                size = 0;
            }
            size += length;
            shard.push(Word { word, names, others });
        }
        if !shard.is_empty() {
            put(files, format!("terms-{}", starts.len() - 1), &shard);
        }
        starts
    }
}

/// Sorts people, each of whom may be there several times.
fn in_order(mut people: Vec<u32>) -> Vec<u32> {
    people.sort_unstable();
    people.dedup();
    people
}
