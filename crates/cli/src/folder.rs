//! How the files of a site replace those of the previous build.

use perfil_site::{Output, Watch, folder_of};
use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};
use tempfile::TempDir;

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

    /// The same for those of this process.
    fn own_prefix() -> String {
        format!("{}{}-", Self::PREFIX, std::process::id())
    }

    /// Removes the new folders that this process has created beside `out` and not finished, for an
    /// end of the process that does not wait for them.
    pub fn remove_unfinished(out: &Path) {
        let prefix = Self::own_prefix();
        for entry in fs::read_dir(folder_of(out)).into_iter().flatten().flatten() {
            if entry.file_name().to_string_lossy().starts_with(&prefix) {
                // The process ends anyway; there is nothing else that it could do.
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
        guard(out)?;
        let parent = folder_of(out);
        fs::create_dir_all(parent).map_err(|error| {
            io::Error::new(error.kind(), format!("{} is no folder: {error}", parent.display()))
        })?;
        let fresh = tempfile::Builder::new().prefix(&Self::own_prefix()).tempdir_in(parent)?;
        let site = fresh.path().join("site");
        fs::create_dir(&site)?;
        Ok(Self { out, fresh, site, watch, state: Mutex::default() })
    }

    /// Replaces the old folder with the new one.
    ///
    /// # Errors
    ///
    /// Returns an error if something could not be written; the old folder is then unchanged. Its
    /// kind is [`io::ErrorKind::Interrupted`] if the build was stopped.
    pub fn finish(self) -> io::Result<Changes> {
        let State { written, unchanged, error } = std::mem::take(&mut *self.state());
        if self.watch.is_stopped() {
            return Err(io::ErrorKind::Interrupted.into());
        }
        error.map_or(Ok(()), Err)?;
        swap(&self.site, self.out, &self.fresh.path().join("old"))?;
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
        }
        let is_same = fs::read(&old).is_ok_and(|before| before == bytes);
        if is_same && fs::hard_link(&old, &new).is_ok() {
            return Ok(true);
        }
        fs::write(&new, bytes)?;
        Ok(false)
    }
}

impl Output for Folder<'_> {
    fn add(&self, path: &str, bytes: Vec<u8>) {
        if self.is_closed() {
            return;
        }
        let written = self.write(path, &bytes);
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

    fn is_closed(&self) -> bool {
        self.watch.is_stopped() || self.state().error.is_some()
    }
}

/// Replaces `out` by `new` and moves what was there away.
///
/// Where the system can exchange two folders in one step, readers find one site or the other at any
/// moment. Elsewhere there is none for an instant between two renames.
fn swap(new: &Path, out: &Path, old: &Path) -> io::Result<()> {
    let existed = out.exists();
    if existed && exchange(new, out) {
        return Ok(());
    }
    if existed {
        fs::rename(out, old)?;
    }
    fs::rename(new, out).inspect_err(|_| {
        if existed {
            // Report the first error; this only restores the old folder.
            let _ = fs::rename(old, out);
        }
    })
}

/// Exchanges two folders in one step; returns false if the system or the file system cannot.
#[cfg(any(target_os = "linux", target_os = "macos"))]
fn exchange(new: &Path, out: &Path) -> bool {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    renameat_with(CWD, new, CWD, out, RenameFlags::EXCHANGE).is_ok()
}

#[cfg(not(any(target_os = "linux", target_os = "macos")))]
fn exchange(_: &Path, _: &Path) -> bool {
    false
}

/// Refuses to replace a folder that is not a site: a mistake in `--out` must not delete other
/// files.
fn guard(out: &Path) -> io::Result<()> {
    let Ok(mut entries) = fs::read_dir(out) else {
        return if out.exists() { Err(refusal(out, "is not a folder")) } else { Ok(()) };
    };
    // Many projects have an index.html; a site also has a sitemap, and Trunk's own output, which
    // its hook replaces, has the WebAssembly.
    let has = |name: &str| out.join(name).is_file();
    let is_site = has("index.html") && (has("sitemap.xml") || has("app_bg.wasm"));
    let is_working = std::env::current_dir()
        .and_then(|current| Ok(current.starts_with(out.canonicalize()?)))
        .unwrap_or(false);
    if is_working || (!is_site && entries.next().is_some()) {
        return Err(refusal(out, "holds something else than a site"));
    }
    Ok(())
}

fn refusal(out: &Path, reason: &str) -> io::Error {
    let message = format!("{} {reason}, so it is not replaced", out.display());
    io::Error::new(io::ErrorKind::AlreadyExists, message)
}
