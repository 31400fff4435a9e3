//! What open pages have to know: the revision of the site, and why a newer one could not be built.

use serde_json::{Value, json};
use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::path::Path;
use std::sync::Arc;
use tokio::sync::watch;
use walkdir::WalkDir;

/// The state of a site, which open pages follow.
#[derive(Clone, Debug, Default)]
pub struct Updates(Arc<watch::Sender<State>>);

/// The state of a site.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct State {
    /// A number for the site on disk, which is equal in two processes; `None` before there is one.
    pub(super) revision: Option<u64>,
    /// The problems that stopped the last build, as JSON.
    pub(super) problems: Vec<Value>,
}

impl Updates {
    /// Announces the site in a folder, which has no problems.
    pub fn built(&self, folder: &Path) {
        self.set(State { revision: Some(revision(folder)), problems: Vec::new() });
    }

    /// Announces that the last build was stopped by these problems; the site is the one before.
    pub fn failed(&self, problems: Vec<Value>) {
        let revision = self.0.borrow().revision;
        self.set(State { revision, problems });
    }

    fn set(&self, new: State) {
        self.0.send_if_modified(|state| {
            let is_new = *state != new;
            *state = new;
            is_new
        });
    }

    /// Returns the current state.
    pub(super) fn state(&self) -> State {
        self.0.borrow().clone()
    }

    /// Returns a receiver of the current state and of all that follow.
    pub(super) fn subscribe(&self) -> watch::Receiver<State> {
        let mut states = self.0.subscribe();
        states.mark_changed();
        states
    }
}

impl State {
    /// Returns the revision as pages compare it; empty if there is no site.
    pub(super) fn revision(&self) -> String {
        self.revision.map_or_else(String::new, |number| number.to_string())
    }

    /// Returns the state as pages receive it.
    pub(super) fn json(&self) -> String {
        json!({ "revision": self.revision(), "problems": self.problems }).to_string()
    }
}

/// Returns the revision of the site in a folder, from the paths and modification times of its
/// files. A build keeps the time of an unchanged file.
fn revision(folder: &Path) -> u64 {
    let mut hasher = DefaultHasher::new();
    for entry in WalkDir::new(folder).sort_by_file_name().into_iter().flatten() {
        if let Some(file) = entry.metadata().ok().filter(std::fs::Metadata::is_file) {
            entry.path().hash(&mut hasher);
            file.modified().ok().hash(&mut hasher);
        }
    }
    hasher.finish()
}
