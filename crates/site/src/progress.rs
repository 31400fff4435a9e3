//! How far a build has come, for whoever waits for it.

use std::sync::atomic::{AtomicUsize, Ordering};

/// What a build or a check is at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// Profiles are read and checked.
    Profiles,
    /// The pages and other files of each person are made.
    People,
    /// Profiles are set on paper.
    Papers,
}

/// Somebody who is told how far a build has come, and can stop it. `()` is nobody.
pub trait Watch: Sync {
    /// So much of a stage is done; told from several threads, in no certain order.
    fn at(&self, stage: Stage, done: usize, all: usize);

    /// Whether nothing more is to be written.
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

    /// One more is done.
    pub(crate) fn step(&self) {
        let done = self.done.fetch_add(1, Ordering::Relaxed) + 1;
        self.watch.at(self.stage, done, self.all);
    }
}
