//! The files of a site: into memory, or into a folder in the place of those of the build before.

use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

/// Where the files of a site go as they are made, from several threads and in any order.
pub trait Output: Sync {
    /// Adds a file; one that was added before at the same path is replaced.
    ///
    /// What goes wrong is told at the end, so that those who make files need not know of it.
    fn add(&self, path: &str, bytes: Vec<u8>);

    /// Whether there is no use in further files: something went wrong, or nobody waits any more.
    fn is_closed(&self) -> bool {
        false
    }

    /// Adds a file below `assets/` whose name holds a hash of its bytes, and gives its path.
    fn add_hashed(&self, name: &str, extension: &str, bytes: Vec<u8>) -> String {
        let path = format!("assets/{name}.{}.{extension}", &hash(&bytes)[..12]);
        self.add(&path, bytes);
        path
    }
}

/// Every file of a site by its path, in the order of the paths.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tree {
    files: BTreeMap<String, Vec<u8>>,
}

impl Tree {
    /// Adds a file.
    pub fn add(&mut self, path: &str, bytes: Vec<u8>) {
        self.files.insert(path.to_owned(), bytes);
    }

    /// The bytes of a file.
    #[must_use]
    pub fn get(&self, path: &str) -> Option<&[u8]> {
        self.files.get(path).map(Vec::as_slice)
    }

    /// Every file with its path.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &[u8])> {
        self.files.iter().map(|(path, bytes)| (path.as_str(), bytes.as_slice()))
    }
}

impl Output for Mutex<Tree> {
    fn add(&self, path: &str, bytes: Vec<u8>) {
        // A tree is whole between any two files.
        self.lock().unwrap_or_else(PoisonError::into_inner).add(path, bytes);
    }
}

/// SHA-256 in hexadecimal digits.
pub(crate) fn hash(bytes: &[u8]) -> String {
    format!("{:x}", Sha256::digest(bytes))
}
