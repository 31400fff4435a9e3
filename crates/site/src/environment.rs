//! What a build asks of whatever it runs on: files to read, help with many tasks, and word to whoever
//! waits. It has no files, threads or clock of its own, so it runs in a command and in a browser alike.

use crate::progress::Watch;
use std::collections::BTreeMap;
use std::ffi::OsString;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

/// What a build runs in.
#[derive(Clone, Copy)]
pub struct Environment<'a> {
    /// Where the owner's files are.
    pub files: &'a dyn Files,
    /// Who does several things at once.
    pub workers: &'a dyn Workers,
    /// Who is told how far the build has come.
    pub watch: &'a dyn Watch,
}

/// What there is at a path.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileKind {
    /// A file.
    File,
    /// A folder.
    Folder,
    /// Anything else, such as a link in the list of a folder.
    Other,
}

/// The files that an owner brings.
pub trait Files: Sync {
    /// The bytes of a file, from its beginning, and no more than `limit` of them.
    ///
    /// # Errors
    ///
    /// Says why it cannot be read; [`io::ErrorKind::NotFound`] where there is no such file.
    fn read_at_most(&self, path: &Path, limit: u64) -> io::Result<Vec<u8>>;

    /// What is in a folder, in the order of the names.
    ///
    /// # Errors
    ///
    /// Says why it cannot be listed; [`io::ErrorKind::NotFound`] where there is no such folder.
    fn list(&self, folder: &Path) -> io::Result<Vec<(OsString, FileKind)>>;

    /// What there is at a path, if there is anything.
    fn kind(&self, path: &Path) -> Option<FileKind>;

    /// The bytes of a file.
    ///
    /// # Errors
    ///
    /// As [`Self::read_at_most`].
    fn read(&self, path: &Path) -> io::Result<Vec<u8>> {
        self.read_at_most(path, u64::MAX)
    }

    /// Whether there is anything at a path.
    fn exists(&self, path: &Path) -> bool {
        self.kind(path).is_some()
    }

    /// Whether there is a file at a path.
    fn is_file(&self, path: &Path) -> bool {
        self.kind(path) == Some(FileKind::File)
    }
}

/// Files in memory, by their paths.
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

/// Who does the tasks of a build, one after the other or several at once.
pub trait Workers: Sync {
    /// Calls `task` once with each number below `count`, in any order, and returns when all are done.
    fn each(&self, count: usize, task: &(dyn Fn(usize) + Sync));

    /// The same for tasks that nest deeply, and that may themselves use several threads. A task that
    /// panics is no reason to panic: what it should have made is then missing.
    fn each_deep(&self, count: usize, task: &(dyn Fn(usize) + Sync)) {
        self.each(count, task);
    }
}

/// One task after the other.
#[derive(Clone, Copy, Debug, Default)]
pub struct InTurn;

impl Workers for InTurn {
    fn each(&self, count: usize, task: &(dyn Fn(usize) + Sync)) {
        (0..count).for_each(task);
    }
}

/// Makes one value from each item, in the order of the items.
pub(crate) fn map<I: Sync, T: Send>(
    workers: &dyn Workers,
    items: &[I],
    make: impl Fn(&I) -> T + Sync,
) -> Vec<T> {
    let made = gather(items, &make, |count, task| workers.each(count, task));
    made.into_iter().flatten().collect()
}

/// The same by [`Workers::each_deep`]; `None` where a task panicked.
pub(crate) fn map_deep<I: Sync, T: Send>(
    workers: &dyn Workers,
    items: &[I],
    make: impl Fn(&I) -> T + Sync,
) -> Vec<Option<T>> {
    gather(items, &make, |count, task| workers.each_deep(count, task))
}

fn gather<I: Sync, T: Send>(
    items: &[I],
    make: &(impl Fn(&I) -> T + Sync),
    each: impl FnOnce(usize, &(dyn Fn(usize) + Sync)),
) -> Vec<Option<T>> {
    let made: Vec<Mutex<Option<T>>> = items.iter().map(|_| Mutex::new(None)).collect();
    each(items.len(), &|number| {
        if let (Some(item), Some(place)) = (items.get(number), made.get(number)) {
            let value = make(item);
            *place.lock().unwrap_or_else(PoisonError::into_inner) = Some(value);
        }
    });
    let values =
        made.into_iter().map(|value| value.into_inner().unwrap_or_else(PoisonError::into_inner));
    values.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_in_memory_have_folders() {
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
