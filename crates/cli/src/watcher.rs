//! Notices changes of a content folder.

use crate::folder::{Folder, MARK};
use crate::wake::Wake;
use std::collections::{BTreeSet, HashSet};
use std::fs::Metadata;
use std::path::{Path, PathBuf};
use std::thread::sleep;
use std::time::{Duration, Instant, SystemTime};
use walkdir::{DirEntry, WalkDir};

/// The shortest pause between two looks. After saving a file, the wait is no longer than for a page.
const POLL_INTERVAL: Duration = Duration::from_millis(200);

/// The longest pause between two looks, however many files there are.
const MAX_POLL_INTERVAL: Duration = Duration::from_secs(5);

/// How many times as long as a look the pause after it is: looking takes less than half a hundredth of
/// one processor.
const POLL_RATIO: u32 = 240;

/// How long the system may report nothing until a change counts as complete: editors write several
/// files, and version control writes thousands.
const QUIET: Duration = Duration::from_millis(15);

/// The same for a change that the system did not report.
const DEBOUNCE: Duration = Duration::from_millis(50);

/// How long the end of a change is awaited, so that a file that never rests holds nothing up.
const MAX_DEBOUNCE: Duration = Duration::from_secs(2);

/// The folders in which version control keeps its own files, which change without the content.
const VERSION_CONTROL: [&str; 3] = [".git", ".hg", ".jj"];

/// Notices changes of a content folder, by comparing names, sizes and times.
///
/// That works the same on every system, also on network shares and in containers, where systems
/// report no changes; and reading a file changes none of them. A report of the system is only the reason
/// to look at once.
#[derive(Debug)]
pub struct Watcher {
    content: PathBuf,
    out: PathBuf,
    seen: Snapshot,
    wake: Wake,
}

/// Files, each with what changes when it is written or replaced.
type Snapshot = Vec<(PathBuf, Stamp)>;

impl Watcher {
    /// Starts from the current state of the content; `out` is the folder of the site, which may be
    /// inside it.
    #[must_use]
    pub fn new(content: &Path, out: &Path) -> Self {
        let (content, out) = (content.to_owned(), out.to_owned());
        let mut watcher = Self { content, out, seen: Snapshot::new(), wake: Wake::new() };
        watcher.seen = watcher.look();
        watcher
    }

    /// Waits until the content differs from that of the last return, and has come to rest. Returns the
    /// files that differ, by their paths within the content.
    pub fn wait(&mut self) -> Vec<PathBuf> {
        let mut is_reported = false;
        loop {
            let start = Instant::now();
            let now = self.look();
            if now != self.seen {
                let now = if is_reported { now } else { self.settled(now) };
                let before = std::mem::replace(&mut self.seen, now);
                return differences(&before, &self.seen);
            }
            let pause = start.elapsed().saturating_mul(POLL_RATIO);
            is_reported = self.wake.wait(pause.clamp(POLL_INTERVAL, MAX_POLL_INTERVAL));
            let first = Instant::now();
            while is_reported && first.elapsed() < MAX_DEBOUNCE && self.wake.wait(QUIET) {}
        }
    }

    /// Returns the state of the content when it no longer changes.
    fn settled(&self, mut last: Snapshot) -> Snapshot {
        let start = Instant::now();
        while start.elapsed() < MAX_DEBOUNCE {
            sleep(DEBOUNCE);
            let now = self.look();
            if now == last {
                break;
            }
            last = now;
        }
        last
    }

    /// Returns the files of the content, without those of sites.
    fn look(&self) -> Snapshot {
        let canonical = |path: &Path| path.canonicalize().unwrap_or_else(|_| path.to_owned());
        let (content, out) = (canonical(&self.content), canonical(&self.out));
        let walk = WalkDir::new(&content).follow_links(true).sort_by_file_name();
        let entries =
            walk.into_iter().filter_entry(|entry| entry.depth() == 0 || has_content(entry, &out));
        entries
            .flatten()
            .inspect(|entry| {
                if entry.file_type().is_dir() {
                    self.wake.follow(entry.path());
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
}

/// Returns the files that are in only one of two states, or differ.
fn differences(before: &Snapshot, now: &Snapshot) -> Vec<PathBuf> {
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
struct Stamp {
    size: u64,
    modified: Option<SystemTime>,
    /// When its metadata changed, in seconds and nanoseconds, on Unix. A rename sets it, also if size and
    /// modification time are those of the file before. No inode: some network shares invent another
    /// one for each look.
    changed: (i64, i64),
}

impl Stamp {
    fn of(found: &Metadata) -> Self {
        Self { size: found.len(), modified: found.modified().ok(), changed: changed(found) }
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
