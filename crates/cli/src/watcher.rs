//! Notices changes of a content folder.

use crate::snapshot::{Snapshot, differences, snapshot};
use crate::wake::Wake;
use std::path::{Path, PathBuf};
use std::thread::sleep;
use std::time::{Duration, Instant};

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

/// The same for one file, which is written at once: whoever has saved it waits.
const QUIET_FILE: Duration = Duration::from_millis(4);

/// The same for a change that the system did not report.
const DEBOUNCE: Duration = Duration::from_millis(50);

/// How long the end of a change is awaited, so that a file that never rests holds nothing up.
const MAX_DEBOUNCE: Duration = Duration::from_secs(2);

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
                let now = if is_reported { self.rested(now) } else { self.settled(now) };
                let before = std::mem::replace(&mut self.seen, now);
                return differences(&before, &self.seen);
            }
            let pause = start.elapsed().saturating_mul(POLL_RATIO);
            is_reported = self.wake.wait(pause.clamp(POLL_INTERVAL, MAX_POLL_INTERVAL));
            if is_reported {
                self.await_rest(QUIET_FILE);
            }
        }
    }

    /// Waits until the system reports nothing for some time, and returns whether it reported anything.
    fn await_rest(&self, quiet: Duration) -> bool {
        let start = Instant::now();
        let mut is_reported = false;
        while start.elapsed() < MAX_DEBOUNCE && self.wake.wait(quiet) {
            is_reported = true;
        }
        is_reported
    }

    /// Returns the state of the content when a change that the system reports is complete.
    fn rested(&self, now: Snapshot) -> Snapshot {
        let is_one = differences(&self.seen, &now).len() == 1;
        if !is_one && self.await_rest(QUIET) { self.look() } else { now }
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

    /// Returns the files of the content.
    fn look(&self) -> Snapshot {
        snapshot(&self.content, &self.out, |folder| self.wake.follow(folder))
    }
}
