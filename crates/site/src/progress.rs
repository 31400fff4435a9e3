//! Progress reports of a build.

use std::sync::atomic::{AtomicUsize, Ordering};

/// A stage of a build or a check.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// Reading and checking profiles.
    Profiles,
    /// Building the pages and other files of each person.
    People,
    /// Rendering profiles as PDF, and pictures for links.
    Papers,
}

/// Receives progress reports of a build, and can stop it. `()` ignores them.
pub trait Watch: Sync {
    /// Reports that `done` of `all` steps of a stage are done; called from several threads, in no
    /// particular order.
    fn at(&self, stage: Stage, done: usize, all: usize);

    /// Whether the build should stop writing.
    fn is_stopped(&self) -> bool {
        false
    }
}

impl Watch for () {
    fn at(&self, _: Stage, _: usize, _: usize) {}
}

/// Counts the steps of a stage.
pub(crate) struct Steps<'a> {
    watch: &'a dyn Watch,
    stage: Stage,
    done: AtomicUsize,
    all: usize,
}

impl<'a> Steps<'a> {
    pub(crate) fn new(watch: &'a dyn Watch, stage: Stage, all: usize) -> Self {
        Self { watch, stage, done: AtomicUsize::new(0), all }
    }

    /// Reports that one more step is done.
    pub(crate) fn step(&self) {
        let done = self.done.fetch_add(1, Ordering::Relaxed) + 1;
        self.watch.at(self.stage, done, self.all);
    }
}
