//! The inverted index: every term, and who has it, in files of limited size.

use super::words::{beginnings, words};
use super::{Files, put};
use perfil_view::Word;
use perfil_view::search::encode;
use std::collections::{BTreeMap, BTreeSet};

/// The size at which a file of terms is complete, in bytes. A single term may be larger.
const MAX_FILE_BYTES: usize = 12_000;

/// The terms of all people.
#[derive(Default)]
pub(super) struct Terms(BTreeMap<String, Owners>);

/// The people who have a term.
#[derive(Default)]
struct Owners {
    names: BTreeSet<u32>,
    others: BTreeSet<u32>,
}

impl Terms {
    /// Adds the terms of a person's name.
    pub(super) fn name(&mut self, person: u32, text: &str) {
        self.add(text, |owners| owners.names.insert(person));
    }

    /// Adds the terms of a person's other texts.
    pub(super) fn other(&mut self, person: u32, text: &str) {
        self.add(text, |owners| owners.others.insert(person));
    }

    fn add(&mut self, text: &str, note: impl Fn(&mut Owners) -> bool) {
        for word in words(text) {
            for beginning in beginnings(&word) {
                note(self.0.entry(beginning.to_owned()).or_default());
            }
        }
    }

    /// Adds the files, and returns the first term of each.
    pub(super) fn files(self, files: &mut Files) -> Vec<String> {
        let mut starts = Vec::new();
        let mut shard: Vec<Word> = Vec::new();
        let mut size = 0;
        for (word, owners) in self.0 {
            let names = encode(owners.names);
            let others = encode(owners.others);
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
