//! How the files of a site replace those of the previous build.

use crate::lock::Lock;
use crate::whole_folders::{is_folder, remove, remove_empty, remove_files, swap};
use perfil_site::{Output, Watch, folder_of};
use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};
use tempfile::TempDir;

/// The name of the file that marks a folder as one that Perfil made, and so may replace.
pub(crate) const MARK: &str = ".perfil-site";

/// What that file says to whoever finds it.
const MARK_TEXT: &str = "Perfil made this folder, and replaces it whole.\n";

/// The number of random letters at the end of the name of a new folder.
const RANDOM_LETTERS: usize = 6;

/// What a write changed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Changes {
    /// The files that are new or changed, in the order of their paths.
    pub written: Vec<String>,
    /// How many files are unchanged, including their modification time.
    pub unchanged: usize,
}

/// A new folder beside an old one, which it replaces when it is complete.
///
/// No file is kept in memory. An unchanged file is carried over, so that tools that compare
/// modification times see only what is new.
pub struct Folder<'a> {
    out: &'a Path,
    /// Holds the new folder; it is deleted with this, unless it was [finished](Folder::finish).
    fresh: TempDir,
    site: PathBuf,
    watch: &'a dyn Watch,
    state: Mutex<State>,
    /// Where the folders of the old site are kept for the next build.
    spare: Option<PathBuf>,
    /// Lets no other process build the same folder. The last field, so that it is released last.
    _lock: Lock,
}

#[derive(Default)]
struct State {
    written: BTreeSet<String>,
    unchanged: usize,
    error: Option<io::Error>,
}

impl<'a> Folder<'a> {
    /// The beginning of the names of new folders.
    pub(crate) const PREFIX: &'static str = ".perfil-new-";

    /// The beginning of the names of those that replace `out`.
    fn own_prefix(out: &Path) -> String {
        let name = out.file_name().unwrap_or_default().to_string_lossy();
        format!("{}{name}-", Self::PREFIX)
    }

    /// Removes the new folders that were created beside `out` and not finished: those of a process that
    /// was killed, or that ends without waiting for them. Only the process that builds `out` may do so.
    pub fn remove_unfinished(out: &Path) {
        let prefix = Self::own_prefix(out);
        for entry in fs::read_dir(folder_of(out)).into_iter().flatten().flatten() {
            let name = entry.file_name();
            let end = name.to_str().and_then(|name| name.strip_prefix(&prefix));
            // With a longer end, it belongs to another site whose name begins in the same way.
            if end.is_some_and(|end| end.len() == RANDOM_LETTERS) {
                // One that cannot be removed is in nobody's way.
                let _ = fs::remove_dir_all(entry.path());
            }
        }
    }

    /// Creates the new folder.
    ///
    /// # Errors
    ///
    /// Returns an error if `out` is something other than a site, or if no folder can be created
    /// beside it.
    pub fn create(out: &'a Path, watch: &'a dyn Watch) -> io::Result<Self> {
        Self::create_with(out, watch, None)
    }

    /// The same with the empty folders of an earlier site, which are at `spare`, and there again after the
    /// build. Creating thousands of folders right after removing as many takes long on some file systems.
    pub(crate) fn create_with(
        out: &'a Path,
        watch: &'a dyn Watch,
        spare: Option<PathBuf>,
    ) -> io::Result<Self> {
        let parent = folder_of(out);
        fs::create_dir_all(parent).map_err(|error| {
            io::Error::new(error.kind(), format!("{} is no folder: {error}", parent.display()))
        })?;
        let lock = Lock::take(out, watch)?;
        guard(out)?;
        Self::remove_unfinished(out);
        let prefix = Self::own_prefix(out);
        let mut builder = tempfile::Builder::new();
        let fresh = builder.prefix(&prefix).rand_bytes(RANDOM_LETTERS).tempdir_in(parent)?;
        let site = fresh.path().join("site");
        let is_spared = |spare: &PathBuf| is_folder(spare) && fs::rename(spare, &site).is_ok();
        if spare.as_ref().is_some_and(is_spared) {
            remove_files(&site);
        } else {
            fs::create_dir(&site)?;
        }
        let folder = Self { out, fresh, site, watch, state: Mutex::default(), spare, _lock: lock };
        // Carried over as any other file, because a change of its time would reload open pages.
        folder.write(MARK, MARK_TEXT.as_bytes())?;
        Ok(folder)
    }

    /// Replaces the old folder with the new one.
    ///
    /// # Errors
    ///
    /// Returns an error if something could not be written; the old folder is then unchanged. Its
    /// kind is [`io::ErrorKind::Interrupted`] if the build was stopped.
    pub fn finish(self) -> io::Result<Changes> {
        self.finish_then(|| ())
    }

    /// The same, and calls a function while no other process can build the folder.
    pub(crate) fn finish_then(self, last: impl FnOnce()) -> io::Result<Changes> {
        let State { written, unchanged, error } = std::mem::take(&mut *self.state());
        if self.watch.is_stopped() {
            return Err(io::ErrorKind::Interrupted.into());
        }
        error.map_or(Ok(()), Err)?;
        let Self { out, fresh, site, spare, _lock, .. } = self;
        if spare.is_some() {
            remove_empty(&site);
        }
        let old = fresh.path().join("old");
        swap(&site, out, &old)?;
        if let Some(spare) = spare {
            let old = if is_folder(&old) { old } else { site };
            remove_files(&old);
            // On another file system, the folders are removed too.
            let _ = if is_folder(&old) { fs::rename(old, spare) } else { Ok(()) };
        }
        remove(fresh.path());
        drop(fresh);
        last();
        Ok(Changes { written: written.into_iter().collect(), unchanged })
    }

    fn state(&self) -> MutexGuard<'_, State> {
        // The counts are consistent between any two files, so a poisoned lock is usable.
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Writes a file, and returns whether it is unchanged.
    fn write(&self, path: &str, bytes: &[u8]) -> io::Result<bool> {
        let (old, new) = (self.out.join(path), self.site.join(path));
        if let Some(folder) = new.parent() {
            fs::create_dir_all(folder)?;
        }
        // A file that was added before may be a hard link to the old file: unlink it instead of
        // overwriting it.
        if fs::remove_file(&new).is_ok() {
            let mut state = self.state();
            if !state.written.remove(path) {
                state.unchanged -= 1;
            }
        } else if is_folder(&new) {
            // An earlier site had a folder there.
            remove(&new);
        }
        let is_same = fs::read(&old).is_ok_and(|before| before == bytes);
        if is_same && fs::hard_link(&old, &new).is_ok() {
            return Ok(true);
        }
        fs::write(&new, bytes)?;
        Ok(false)
    }
}

impl Folder<'_> {
    /// Adds a file as [`Output::add`] does.
    pub(crate) fn put(&self, path: &str, bytes: &[u8]) {
        if self.is_closed() {
            return;
        }
        let written = self.write(path, bytes);
        let mut state = self.state();
        match written {
            Ok(true) => state.unchanged += 1,
            Ok(false) => {
                state.written.insert(path.to_owned());
            }
            Err(error) => {
                state.error.get_or_insert(error);
            }
        }
    }

    /// Whether the new folder has a file already.
    pub(crate) fn has(&self, path: &str) -> bool {
        self.site.join(path).is_file()
    }

    /// Carries a file over, and returns whether there is one.
    pub(crate) fn keep_one(&self, path: &str) -> bool {
        let (old, new) = (self.out.join(path), self.site.join(path));
        let is_linked = match fs::hard_link(&old, &new) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                // Either the old file is missing, or the new folder.
                new.parent().is_some_and(|folder| fs::create_dir_all(folder).is_ok())
                    && fs::hard_link(&old, &new).is_ok()
            }
            linked => linked.is_ok(),
        };
        // Two people may share a portrait.
        let is_carried = is_linked || (!new.exists() && copy(&old, &new).is_ok());
        self.state().unchanged += usize::from(is_carried);
        is_carried || new.is_file()
    }
}

impl Output for Folder<'_> {
    fn add(&self, path: &str, bytes: Vec<u8>) {
        self.put(path, &bytes);
    }

    fn keep(&self, paths: &[String]) -> bool {
        paths.iter().all(|path| self.keep_one(path))
    }

    fn is_closed(&self) -> bool {
        self.watch.is_stopped() || self.state().error.is_some()
    }
}

/// Copies a file with its time, where files cannot have several names.
fn copy(old: &Path, new: &Path) -> io::Result<()> {
    fs::copy(old, new)?;
    let time = fs::metadata(old)?.modified()?;
    File::options().write(true).open(new)?.set_modified(time)
}

/// Refuses to replace a folder that is not a site: a mistake in `--out` must not delete other
/// files.
fn guard(out: &Path) -> io::Result<()> {
    let Ok(mut entries) = fs::read_dir(out) else {
        return if out.exists() { Err(refusal(out, "is not a folder")) } else { Ok(()) };
    };
    let is_site = out.join(MARK).is_file();
    let is_working = std::env::current_dir()
        .and_then(|current| Ok(current.starts_with(out.canonicalize()?)))
        .unwrap_or(false);
    if is_working || (!is_site && entries.next().is_some()) {
        return Err(refusal(out, "holds something that Perfil did not make"));
    }
    Ok(())
}

fn refusal(out: &Path, reason: &str) -> io::Error {
    let message = format!("{} {reason}, so it is not replaced", out.display());
    io::Error::new(io::ErrorKind::AlreadyExists, message)
}
