//! What a build needs from its host: files to read, workers for parallel tasks, and progress
//! reports. The build has no files, threads or clock of its own, so it runs in a command and in a
//! browser alike.

use crate::progress::Watch;
use std::collections::BTreeMap;
use std::ffi::OsString;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

/// The host that a build runs in.
#[derive(Clone, Copy)]
pub struct Environment<'a> {
    /// Where the owner's files are.
    pub files: &'a dyn Files,
    /// Runs several tasks at once.
    pub workers: &'a dyn Workers,
    /// Receives progress reports, and can stop the build.
    pub watch: &'a dyn Watch,
}

/// The kind of entry at a path.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileKind {
    /// A file.
    File,
    /// A folder.
    Folder,
    /// Anything else, such as a link in a folder listing.
    Other,
}

/// Read access to the owner's files.
pub trait Files: Sync {
    /// Returns the first bytes of a file, `limit` at most.
    ///
    /// # Errors
    ///
    /// Returns why the file cannot be read; [`io::ErrorKind::NotFound`] if it does not exist.
    fn read_at_most(&self, path: &Path, limit: u64) -> io::Result<Vec<u8>>;

    /// Returns the entries of a folder, sorted by name.
    ///
    /// # Errors
    ///
    /// Returns why the folder cannot be listed; [`io::ErrorKind::NotFound`] if it does not exist.
    fn list(&self, folder: &Path) -> io::Result<Vec<(OsString, FileKind)>>;

    /// Returns the kind of entry at a path, or `None` if it does not exist.
    fn kind(&self, path: &Path) -> Option<FileKind>;

    /// Returns a path as it is after all links, if it exists and there can be links. Files in memory
    /// have none.
    fn without_links(&self, path: &Path) -> Option<PathBuf> {
        let _ = path;
        None
    }

    /// Returns the bytes of a file.
    ///
    /// # Errors
    ///
    /// As [`Self::read_at_most`].
    fn read(&self, path: &Path) -> io::Result<Vec<u8>> {
        self.read_at_most(path, u64::MAX)
    }

    /// Whether a path exists.
    fn exists(&self, path: &Path) -> bool {
        self.kind(path).is_some()
    }

    /// Whether a path is a file.
    fn is_file(&self, path: &Path) -> bool {
        self.kind(path) == Some(FileKind::File)
    }
}

/// Files in memory, by path.
impl Files for BTreeMap<PathBuf, Vec<u8>> {
    fn read_at_most(&self, path: &Path, limit: u64) -> io::Result<Vec<u8>> {
        let bytes = self.get(path).ok_or(io::ErrorKind::NotFound)?;
        let length = usize::try_from(limit).unwrap_or(usize::MAX).min(bytes.len());
        Ok(bytes[..length].to_vec())
    }

    fn list(&self, folder: &Path) -> io::Result<Vec<(OsString, FileKind)>> {
        let below = self.keys().filter_map(|path| path.strip_prefix(folder).ok());
        let mut names = BTreeMap::new();
        for path in below {
            let mut parts = path.iter();
            let Some(name) = parts.next() else { continue };
            let is_file = parts.next().is_none();
            names.insert(name.to_owned(), if is_file { FileKind::File } else { FileKind::Folder });
        }
        if names.is_empty() {
            Err(io::ErrorKind::NotFound.into())
        } else {
            Ok(names.into_iter().collect())
        }
    }

    fn kind(&self, path: &Path) -> Option<FileKind> {
        if self.contains_key(path) {
            return Some(FileKind::File);
        }
        self.keys().any(|file| file.starts_with(path)).then_some(FileKind::Folder)
    }
}

/// Runs the tasks of a build, one after the other or in parallel.
pub trait Workers: Sync {
    /// Calls `task` once with each number below `count`, in any order, and returns when all calls
    /// have returned.
    fn each(&self, count: usize, task: &(dyn Fn(usize) + Sync));

    /// The same for tasks that recurse deeply and may themselves use several threads. It does not
    /// panic if a task panics: the result of that task is then missing.
    fn each_deep(&self, count: usize, task: &(dyn Fn(usize) + Sync)) {
        self.each(count, task);
    }
}

/// Runs one task after the other.
#[derive(Clone, Copy, Debug, Default)]
pub struct InTurn;

impl Workers for InTurn {
    fn each(&self, count: usize, task: &(dyn Fn(usize) + Sync)) {
        (0..count).for_each(task);
    }
}

/// Runs tasks that recurse deeply, by [`Workers::each_deep`].
pub(crate) struct Deep<'a>(pub(crate) &'a dyn Workers);

impl Workers for Deep<'_> {
    fn each(&self, count: usize, task: &(dyn Fn(usize) + Sync)) {
        self.0.each_deep(count, task);
    }
}

/// Maps each item to a value, in the order of the items. There is no value where a deep task
/// panicked.
pub(crate) fn map<I: Sync, T: Send>(
    workers: &dyn Workers,
    items: &[I],
    value: impl Fn(&I) -> T + Sync,
) -> Vec<T> {
    let values: Vec<Mutex<Option<T>>> = items.iter().map(|_| Mutex::new(None)).collect();
    workers.each(items.len(), &|number| {
        if let (Some(item), Some(slot)) = (items.get(number), values.get(number)) {
            let value = value(item);
            *slot.lock().unwrap_or_else(PoisonError::into_inner) = Some(value);
        }
    });
    let values = values.into_iter();
    values.filter_map(|slot| slot.into_inner().unwrap_or_else(PoisonError::into_inner)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_in_memory_are_listed_by_folder() {
        let paths = ["site.json", "profiles/ada.json", "static/a/b.txt"];
        let files: BTreeMap<PathBuf, Vec<u8>> =
            paths.into_iter().map(|path| (path.into(), path.as_bytes().to_vec())).collect();
        assert_eq!(files.kind(Path::new("profiles")), Some(FileKind::Folder));
        assert_eq!(files.kind(Path::new("site.json")), Some(FileKind::File));
        assert_eq!(files.kind(Path::new("site")), None);
        let names: Vec<_> = files.list(Path::new("")).unwrap_or_default();
        let expected = [
            ("profiles", FileKind::Folder),
            ("site.json", FileKind::File),
            ("static", FileKind::Folder),
        ];
        assert_eq!(names, expected.map(|(name, kind)| (name.into(), kind)));
        assert!(files.list(Path::new("locales")).is_err());
        assert_eq!(files.read_at_most(Path::new("site.json"), 4).ok(), Some(b"site".to_vec()));
    }

    #[test]
    fn values_keep_the_order_of_their_items() {
        assert_eq!(map(&InTurn, &["a", "b", "c"], |item| item.to_uppercase()), ["A", "B", "C"]);
    }
}
