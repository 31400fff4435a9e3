//! A build of a site that is already there: what it changes is known before it is written.

use crate::folder::{Changes, Folder};
use crate::record::spare;
use perfil_site::{Output, Tree, Watch};
use rayon::prelude::*;
use std::fs;
use std::io;
use std::path::Path;
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError};

/// The number of bytes of changed files that are kept in memory at most, in a build.
const MAX_SIZE: usize = 64 << 20;

/// With this many files or more, the folders of a site are kept for the next build.
const MANY: usize = 1000;

/// The number of bytes of changed files that are announced before all of them are known, at most.
const MAX_BEGINNING: usize = 4 << 20;

/// The files of a site, of which only those that differ from the site in its folder are kept in memory.
///
/// Writing a large site takes long even if hardly anything has changed, because the folder is replaced
/// whole. If too much has changed to be kept, everything is written at once.
pub(crate) struct Patch<'a> {
    out: &'a Path,
    watch: &'a dyn Watch,
    /// The number of bytes of changed files that are kept at most.
    max_size: usize,
    /// Receives what has changed of people, before the rest is known.
    begin: &'a (dyn Fn(&Arc<Tree>) + Sync),
    state: Mutex<State>,
    /// The new folder, as soon as there is too much to keep.
    folder: OnceLock<Folder<'a>>,
}

#[derive(Default)]
struct State {
    /// The files that the folder has already.
    kept: Vec<String>,
    changed: Tree,
    /// The size of those that have changed, in bytes.
    size: usize,
    error: Option<io::Error>,
}

impl<'a> Patch<'a> {
    /// Begins a build of the site in a folder, which nobody else has changed since it was built.
    pub(crate) fn new(
        out: &'a Path,
        watch: &'a dyn Watch,
        begin: &'a (dyn Fn(&Arc<Tree>) + Sync),
    ) -> Self {
        let (state, folder) = (Mutex::default(), OnceLock::new());
        Self { out, watch, max_size: MAX_SIZE, begin, state, folder }
    }

    /// Passes what has changed to `announce`, unless it was too much to be kept, and writes the site.
    ///
    /// # Errors
    ///
    /// As [`Folder::finish`].
    pub(crate) fn finish(self, announce: impl FnOnce(&Arc<Tree>)) -> io::Result<Changes> {
        if self.watch.is_stopped() {
            return Err(io::ErrorKind::Interrupted.into());
        }
        let State { kept, changed, error, .. } = std::mem::take(&mut *self.state());
        error.map_or(Ok(()), Err)?;
        if let Some(folder) = self.folder.into_inner() {
            return folder.finish();
        }
        // Whoever serves it keeps it as long as it takes to write it.
        let changed = Arc::new(changed);
        announce(&changed);
        let spare = (kept.len() >= MANY).then(|| spare(self.out)).flatten();
        let folder = Folder::create_with(self.out, self.watch, spare)?;
        fill(&folder, &kept, &changed)?;
        folder.finish()
    }

    fn state(&self) -> MutexGuard<'_, State> {
        // Files are added one by one, so a poisoned lock is usable.
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Adds files, of which those without bytes are in the folder already; or writes them, if there is
    /// too much to keep.
    fn put<'b>(&self, files: impl IntoIterator<Item = (&'b str, Option<Vec<u8>>)>) -> bool {
        let mut state = self.state();
        // Another thread may have begun to write meanwhile.
        if let Some(folder) = self.folder.get() {
            drop(state);
            return files.into_iter().all(|(path, bytes)| match bytes {
                Some(bytes) => {
                    folder.put(path, &bytes);
                    true
                }
                None => folder.keep_one(path),
            });
        }
        for (path, bytes) in files {
            // The owner's own file may replace a generated one.
            let replaced = state.changed.remove(path).map_or(0, |bytes| bytes.len());
            state.size -= replaced;
            match bytes {
                Some(bytes) => {
                    state.size += bytes.len();
                    state.changed.add(path, bytes);
                }
                None => state.kept.push(path.to_owned()),
            }
        }
        if state.size > self.max_size {
            let State { kept, changed, .. } = std::mem::take(&mut *state);
            state.error = self.spill(&kept, &changed).err();
        }
        true
    }

    /// Writes the files that were kept so far; others follow as they are added.
    fn spill(&self, kept: &[String], changed: &Tree) -> io::Result<()> {
        let folder = Folder::create(self.out, self.watch)?;
        fill(&folder, kept, changed)?;
        // Only one thread at a time comes here, and none after it.
        let _ = self.folder.set(folder);
        Ok(())
    }
}

/// Adds files to a new folder: those of the old one that are kept, and those that have changed.
fn fill(folder: &Folder, kept: &[String], changed: &Tree) -> io::Result<()> {
    kept.par_iter().try_for_each(|path| {
        let message = || format!("{path} has vanished meanwhile");
        let error = || io::Error::new(io::ErrorKind::NotFound, message());
        if folder.keep_one(path) { Ok(()) } else { Err(error()) }
    })?;
    for (path, bytes) in changed.iter() {
        folder.put(path, bytes);
    }
    Ok(())
}

impl Output for Patch<'_> {
    fn add(&self, path: &str, bytes: Vec<u8>) {
        if self.is_closed() {
            return;
        }
        let is_same = fs::read(self.out.join(path)).is_ok_and(|before| before == bytes);
        self.put([(path, (!is_same).then_some(bytes))]);
    }

    fn keep(&self, paths: &[String]) -> bool {
        self.put(paths.iter().map(|path| (path.as_str(), None)))
    }

    fn people_added(&self) {
        if self.is_closed() || self.folder.get().is_some() {
            return;
        }
        let changed = {
            let state = self.state();
            (1..=MAX_BEGINNING).contains(&state.size).then(|| state.changed.clone())
        };
        if let Some(changed) = changed {
            (self.begin)(&Arc::new(changed));
        }
    }

    fn is_closed(&self) -> bool {
        self.watch.is_stopped()
            || self.state().error.is_some()
            || self.folder.get().is_some_and(Output::is_closed)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use tempfile::TempDir;

    /// Builds a site with two files, changes one of them, and returns what the folder has then and what
    /// was announced.
    fn changed(max_size: usize) -> (String, Option<Vec<String>>, Changes) {
        let parent = TempDir::new().unwrap();
        let out = parent.path().join("site");
        let first = Folder::create(&out, &()).unwrap();
        for name in ["same.txt", "kept.txt", "inner/changed.txt", "removed.txt"] {
            first.add(name, b"old".to_vec());
        }
        first.finish().unwrap();
        let mut patch = Patch::new(&out, &(), &|_| ());
        patch.max_size = max_size;
        patch.add("inner/changed.txt", b"new".to_vec());
        patch.add("same.txt", b"old".to_vec());
        assert!(patch.keep(&["kept.txt".to_owned()]));
        let read = |name: &str| fs::read_to_string(out.join(name)).unwrap_or_default();
        let mut announced = None;
        let changes = patch.finish(|files| {
            assert_eq!(read("inner/changed.txt"), "old");
            announced = Some(files.iter().map(|(path, _)| path.to_owned()).collect());
        });
        let names = ["same.txt", "kept.txt", "inner/changed.txt", "removed.txt"];
        (names.map(read).join(" "), announced, changes.unwrap())
    }

    #[test]
    fn what_has_changed_is_announced_before_it_is_written() {
        let (files, announced, changes) = changed(MAX_SIZE);
        assert_eq!(files, "old old new ");
        assert_eq!(announced, Some(vec!["inner/changed.txt".to_owned()]));
        assert_eq!(changes.written, ["inner/changed.txt"]);
    }

    #[test]
    fn what_has_changed_of_people_is_announced_before_the_rest() {
        let parent = TempDir::new().unwrap();
        let out = parent.path().join("site");
        let first = Folder::create(&out, &()).unwrap();
        for name in ["page.html", "own.html", "list.html"] {
            first.add(name, b"old".to_vec());
        }
        first.finish().unwrap();
        let announced = Mutex::new(Vec::new());
        let note = |files: &Arc<Tree>| {
            announced.lock().unwrap().push(files.iter().map(|(path, _)| path.to_owned()).collect());
        };
        let patch = Patch::new(&out, &(), &note);
        patch.people_added();
        patch.add("page.html", b"new".to_vec());
        patch.add("own.html", b"generated".to_vec());
        patch.people_added();
        patch.add("list.html", b"new".to_vec());
        // As it is in the folder.
        patch.add("own.html", b"old".to_vec());
        let changes = patch.finish(note).unwrap();
        assert_eq!(changes.written, ["list.html", "page.html"]);
        assert_eq!(fs::read(out.join("own.html")).unwrap(), b"old");
        let announced: Vec<Vec<String>> = announced.into_inner().unwrap();
        assert_eq!(announced, [["own.html", "page.html"], ["list.html", "page.html"]]);
    }

    #[test]
    fn too_much_to_be_kept_is_written_at_once() {
        let (files, announced, changes) = changed(2);
        assert_eq!(files, "old old new ");
        assert_eq!(announced, None);
        assert_eq!(changes, changed(MAX_SIZE).2);
    }

    #[test]
    fn a_file_that_has_vanished_is_not_left_out_silently() {
        let parent = TempDir::new().unwrap();
        let out = parent.path().join("site");
        Folder::create(&out, &()).unwrap().finish().unwrap();
        let patch = Patch::new(&out, &(), &|_| ());
        assert!(patch.keep(&["gone.txt".to_owned()]));
        let error = patch.finish(|_| ()).unwrap_err();
        assert!(error.to_string().contains("gone.txt"), "{error}");
    }
}
