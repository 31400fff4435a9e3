//! Every word that people are found by, and who has it, in files of a bearable size.

use super::words::{beginnings, words};
use super::{Files, put};
use perfil_view::Word;
use perfil_view::search::encode;
use std::collections::{BTreeMap, BTreeSet};

/// The size at which a file of terms ends, in bytes. A single word may be larger.
const MAX_FILE_BYTES: usize = 12_000;

/// The words of all people.
#[derive(Default)]
pub(super) struct Terms(BTreeMap<String, Owners>);

/// Who has a word.
#[derive(Default)]
struct Owners {
    names: BTreeSet<u32>,
    others: BTreeSet<u32>,
}

impl Terms {
    /// Notes what a person is called.
    pub(super) fn name(&mut self, person: u32, text: &str) {
        self.add(text, |owners| owners.names.insert(person));
    }

    /// Notes what is said of a person.
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

    /// Adds the files, and gives the first term of each.
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
