//! What open pages have to know: the revision of the site, and why a newer one could not be built.

use super::overlay::Overlay;
use perfil_site::Tree;
use serde_json::{Value, json};
use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};
use tokio::sync::watch;
use walkdir::WalkDir;

/// The state of a site, which open pages follow.
#[derive(Clone, Debug, Default)]
pub struct Updates {
    state: Arc<watch::Sender<State>>,
    overlay: Overlay,
    /// The revision before the change that is being announced.
    before: Arc<Mutex<Option<u64>>>,
}

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
        self.overlay.set(Arc::default());
        self.set(State { revision: Some(revision(folder)), problems: Vec::new() });
    }

    /// Announces a site without problems of which these files differ from those in its folder, and others
    /// are not known yet. Requests for others wait until all that have [changed](Self::changed) are known.
    pub fn begun(&self, files: &Arc<Tree>) {
        let before = self.state().revision;
        *self.before.lock().unwrap_or_else(PoisonError::into_inner) = before;
        self.overlay.begin(Arc::clone(files));
        self.set(State { revision: after(before, files), problems: Vec::new() });
    }

    /// Announces a site without problems that is not written yet, of which these files differ from those
    /// in its folder. They are served until it is [written](Self::written).
    pub fn changed(&self, files: &Arc<Tree>) {
        let now = self.state().revision;
        // Pages that have loaded what was announced first need not load again.
        let revision = if self.overlay.is_part() { now } else { after(now, files) };
        self.overlay.set(Arc::clone(files));
        self.set(State { revision, problems: Vec::new() });
    }

    /// Ends what [`changed`](Self::changed) has begun: the folder has the same files now.
    pub fn written(&self) {
        self.overlay.set(Arc::default());
    }

    /// Announces that the last build was stopped by these problems; the site is the one before.
    pub fn failed(&self, problems: Vec<Value>) {
        let mut revision = self.state().revision;
        if self.overlay.is_part() {
            revision = *self.before.lock().unwrap_or_else(PoisonError::into_inner);
            self.overlay.set(Arc::default());
        }
        self.set(State { revision, problems });
    }

    fn set(&self, new: State) {
        self.state.send_if_modified(|state| {
            let is_new = *state != new;
            *state = new;
            is_new
        });
    }

    /// Returns the files that are newer than those in the folder.
    pub(super) fn overlay(&self) -> &Overlay {
        &self.overlay
    }

    /// Returns the current state.
    pub(super) fn state(&self) -> State {
        self.state.borrow().clone()
    }

    /// Returns a receiver of the current state and of all that follow.
    pub(super) fn subscribe(&self) -> watch::Receiver<State> {
        let mut states = self.state.subscribe();
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

/// Returns the revision of a site after some of its files have changed.
fn after(before: Option<u64>, files: &Tree) -> Option<u64> {
    let mut hasher = DefaultHasher::new();
    before.hash(&mut hasher);
    for file in files.iter() {
        file.hash(&mut hasher);
    }
    let is_new = files.iter().next().is_some();
    if is_new { Some(hasher.finish()) } else { before }
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
