//! The output of a build: in memory, or in a folder where it replaces the previous build.

use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

/// Receives the files of a site as they are built, from several threads and in any order.
pub trait Output: Sync {
    /// Adds a file, replacing an earlier one at the same path.
    ///
    /// Errors are reported at the end, so that the code that makes files need not handle them.
    fn add(&self, path: &str, bytes: Vec<u8>);

    /// Adds files as the output before this one has them, and returns whether it has all of them.
    fn keep(&self, paths: &[String]) -> bool {
        let _ = paths;
        false
    }

    /// Is told that the files of all people were added, if those of some were kept: then nothing has changed
    /// that all pages need, and what follows shows many people at once.
    fn people_added(&self) {}

    /// Whether further files are useless, because writing failed or the build was cancelled.
    fn is_closed(&self) -> bool {
        false
    }

    /// Adds a file below `assets/` whose name contains a hash of its bytes, and returns its path.
    fn add_hashed(&self, name: &str, extension: &str, bytes: Vec<u8>) -> String {
        let path = format!("assets/{name}.{}.{extension}", &hash(&bytes)[..12]);
        self.add(&path, bytes);
        path
    }
}

/// Every file of a site, sorted by path.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tree {
    files: BTreeMap<String, Vec<u8>>,
}

impl Tree {
    /// Adds a file.
    pub fn add(&mut self, path: &str, bytes: Vec<u8>) {
        self.files.insert(path.to_owned(), bytes);
    }

    /// Removes a file, and returns its bytes.
    pub fn remove(&mut self, path: &str) -> Option<Vec<u8>> {
        self.files.remove(path)
    }

    /// Returns the bytes of a file.
    #[must_use]
    pub fn get(&self, path: &str) -> Option<&[u8]> {
        self.files.get(path).map(Vec::as_slice)
    }

    /// Iterates over every file with its path.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &[u8])> {
        self.files.iter().map(|(path, bytes)| (path.as_str(), bytes.as_slice()))
    }
}

impl Output for Mutex<Tree> {
    fn add(&self, path: &str, bytes: Vec<u8>) {
        // A poisoned lock is safe to use: a tree is consistent between any two additions.
        self.lock().unwrap_or_else(PoisonError::into_inner).add(path, bytes);
    }
}

/// An output that notes the paths of what is added to it.
pub(crate) struct Noting<'a> {
    output: &'a dyn Output,
    paths: Mutex<Vec<String>>,
}

impl<'a> Noting<'a> {
    pub(crate) fn new(output: &'a dyn Output) -> Self {
        Self { output, paths: Mutex::default() }
    }

    pub(crate) fn into_paths(self) -> Vec<String> {
        self.paths.into_inner().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Output for Noting<'_> {
    fn add(&self, path: &str, bytes: Vec<u8>) {
        self.paths.lock().unwrap_or_else(PoisonError::into_inner).push(path.to_owned());
        self.output.add(path, bytes);
    }

    fn is_closed(&self) -> bool {
        self.output.is_closed()
    }
}

/// Returns the SHA-256 hash in hexadecimal digits.
pub(crate) fn hash(bytes: &[u8]) -> String {
    format!("{:x}", Sha256::digest(bytes))
}
