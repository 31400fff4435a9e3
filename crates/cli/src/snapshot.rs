//! The state of a content folder, by names, sizes and times.

use crate::folder::{Folder, MARK};
use std::collections::{BTreeSet, HashSet};
use std::fs::Metadata;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};
use walkdir::{DirEntry, WalkDir};

/// The folders in which version control keeps its own files, which change without the content.
const VERSION_CONTROL: [&str; 3] = [".git", ".hg", ".jj"];

/// Files by their paths within the content, each with what changes when it is written or replaced.
pub(crate) type Snapshot = Vec<(PathBuf, Stamp)>;

/// Returns the files of a content folder, without those of sites, of which one may be in `out`. Each folder
/// is passed to `visit`.
pub(crate) fn snapshot(content: &Path, out: &Path, visit: impl Fn(&Path)) -> Snapshot {
    let canonical = |path: &Path| path.canonicalize().unwrap_or_else(|_| path.to_owned());
    let (content, out) = (canonical(content), canonical(out));
    let walk = WalkDir::new(&content).follow_links(true).sort_by_file_name();
    let entries =
        walk.into_iter().filter_entry(|entry| entry.depth() == 0 || has_content(entry, &out));
    entries
        .flatten()
        .inspect(|entry| {
            if entry.file_type().is_dir() {
                visit(entry.path());
            }
        })
        .filter(|entry| entry.file_type().is_file())
        .filter_map(|entry| {
            let stamp = Stamp::of(&entry.metadata().ok()?);
            let path = entry.path().strip_prefix(&content).ok()?;
            Some((path.to_owned(), stamp))
        })
        .collect()
}

/// Returns the files that are in only one of two states, or differ.
pub(crate) fn differences(before: &Snapshot, now: &Snapshot) -> Vec<PathBuf> {
    let [before, now] = [before, now].map(|it| it.iter().collect::<HashSet<_>>());
    let paths: BTreeSet<_> = before.symmetric_difference(&now).map(|(path, _)| path).collect();
    paths.into_iter().cloned().collect()
}

/// Returns whether an entry may belong to the content. Sites do not: two that are served from one
/// content folder, and are inside it, would otherwise rebuild each other for ever.
fn has_content(entry: &DirEntry, out: &Path) -> bool {
    if !entry.file_type().is_dir() {
        return true;
    }
    let name = entry.file_name().to_string_lossy();
    let is_site = || entry.path().join(MARK).is_file();
    !name.starts_with(Folder::PREFIX)
        && !VERSION_CONTROL.contains(&&*name)
        && entry.path() != out
        && !is_site()
}

/// What changes when a file is written, or another is renamed over it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Stamp {
    size: u64,
    modified: Option<SystemTime>,
    /// When its metadata changed, in seconds and nanoseconds, on Unix. A rename sets it, also if size and
    /// modification time are those of the file before. No inode: some network shares invent another
    /// one for each look.
    changed: (i64, i64),
}

impl Stamp {
    pub(crate) fn of(found: &Metadata) -> Self {
        Self { size: found.len(), modified: found.modified().ok(), changed: changed(found) }
    }

    /// Whether the file was last changed longer ago than this.
    pub(crate) fn is_older(&self, age: Duration, now: SystemTime) -> bool {
        let is_past = |time: SystemTime| now.duration_since(time).is_ok_and(|past| past > age);
        let (seconds, _) = self.changed;
        let changed = Duration::from_secs(seconds.try_into().unwrap_or_default());
        // The second may just have begun.
        let changed = SystemTime::UNIX_EPOCH.checked_add(changed + Duration::from_secs(1));
        self.modified.is_some_and(is_past) && changed.is_some_and(is_past)
    }
}

#[cfg(unix)]
fn changed(found: &Metadata) -> (i64, i64) {
    use std::os::unix::fs::MetadataExt as _;
    (found.ctime(), found.ctime_nsec())
}

#[cfg(not(unix))]
fn changed(_: &Metadata) -> (i64, i64) {
    (0, 0)
}
