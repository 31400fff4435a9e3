//! Undo and redo: the states of a file, before and after the one that is shown.

/// How many states are kept.
const MAX_STATES: usize = 200;

/// The states of a file.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct History {
    pub(crate) past: Vec<String>,
    pub(crate) future: Vec<String>,
    /// What the last change changed, and when, in milliseconds, so that typing in one field is one step.
    last: Option<(String, f64)>,
}

/// How long a pause ends a step, in milliseconds.
const PAUSE: f64 = 1500.0;

impl History {
    pub(crate) fn new(past: Vec<String>, future: Vec<String>) -> Self {
        Self { past, future, last: None }
    }

    /// Adds the state before a change.
    pub(crate) fn push(&mut self, before: String, what: &str, now: f64) {
        let is_same = |(last, at): &(String, f64)| last == what && now - at < PAUSE;
        let is_continued = !what.is_empty() && self.last.as_ref().is_some_and(is_same);
        if !is_continued || !self.future.is_empty() {
            self.past.push(before);
            let excess = self.past.len().saturating_sub(MAX_STATES);
            self.past.drain(..excess);
        }
        self.future.clear();
        self.last = Some((what.to_owned(), now));
    }

    /// Returns the state before, in exchange for this one.
    pub(crate) fn undo(&mut self, now: String) -> Option<String> {
        let before = self.past.pop()?;
        self.future.push(now);
        self.last = None;
        Some(before)
    }

    /// Returns the state after, in exchange for this one.
    pub(crate) fn redo(&mut self, now: String) -> Option<String> {
        let after = self.future.pop()?;
        self.past.push(now);
        self.last = None;
        Some(after)
    }
}
