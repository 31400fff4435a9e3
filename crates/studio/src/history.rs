//! Undo and redo: what each step has changed in the files, before and after the state that is shown.

use serde::{Deserialize, Serialize};

/// How many steps are kept.
const MAX_STEPS: usize = 500;

/// How long a pause ends a step, in milliseconds.
const PAUSE: f64 = 1500.0;

/// The text of a file; `None` if there is no such file.
pub(crate) type Text = Option<String>;

/// How the text of a file begins that is none, such as a picture; a character follows for each byte.
const BYTES: char = '\0';

/// Returns the text of a file.
pub(crate) fn text(bytes: &[u8]) -> String {
    match std::str::from_utf8(bytes) {
        Ok(text) if !text.starts_with(BYTES) => text.to_owned(),
        _ => std::iter::once(BYTES).chain(bytes.iter().copied().map(char::from)).collect(),
    }
}

/// Returns the bytes of a file with this text.
pub(crate) fn bytes(text: &str) -> Vec<u8> {
    let Some(bytes) = text.strip_prefix(BYTES) else { return text.as_bytes().to_vec() };
    bytes.chars().filter_map(|byte| u8::try_from(byte).ok()).collect()
}

/// The difference of two texts of a file.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
struct Patch {
    path: String,
    /// The byte at which they begin to differ.
    at: usize,
    /// What was there before; `None` if there was no file.
    old: Text,
    /// What is there after; `None` if there is no file.
    new: Text,
}

impl Patch {
    fn between(path: &str, before: &Text, after: &Text) -> Self {
        let path = path.to_owned();
        let (Some(old), Some(new)) = (before, after) else {
            return Self { path, at: 0, old: before.clone(), new: after.clone() };
        };
        let same = |(a, b): &(char, char)| a == b;
        let at = old.chars().zip(new.chars()).take_while(same).map(|(it, _)| it.len_utf8()).sum();
        let (old, new) = (old.get(at..).unwrap_or_default(), new.get(at..).unwrap_or_default());
        let ends = old.chars().rev().zip(new.chars().rev()).take_while(same);
        let end: usize = ends.map(|(it, _)| it.len_utf8()).sum();
        let middle = |text: &str| Some(text.get(..text.len() - end).unwrap_or_default().to_owned());
        Self { path, at, old: middle(old), new: middle(new) }
    }

    /// Returns the difference in the other direction.
    fn inverse(&self) -> Self {
        let Self { path, at, old, new } = self.clone();
        Self { path, at, old: new, new: old }
    }

    /// Returns the text after, for the text before; as it is if it is another text.
    fn apply(&self, text: Text) -> Text {
        let (Some(old), Some(new), Some(before)) = (&self.old, &self.new, &text) else {
            return if self.old == text { self.new.clone() } else { text };
        };
        let end = self.at + old.len();
        match (before.get(..self.at), before.get(self.at..end), before.get(end..)) {
            (Some(start), Some(found), Some(rest)) if found == old => {
                Some([start, new, rest].concat())
            }
            _ => text,
        }
    }
}

/// The steps before and after the state that is shown.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub(crate) struct History {
    past: Vec<Vec<Patch>>,
    future: Vec<Vec<Patch>>,
    /// What the last change changed, and when, in milliseconds, so that typing in one field is one step.
    #[serde(skip)]
    last: Option<(String, f64)>,
}

impl History {
    pub(crate) fn has_past(&self) -> bool {
        !self.past.is_empty()
    }

    pub(crate) fn has_future(&self) -> bool {
        !self.future.is_empty()
    }

    /// Adds a change of some files, each with its text before and after.
    pub(crate) fn push(&mut self, changes: &[(String, Text, Text)], what: &str, now: f64) {
        let is_same = |(last, at): &(String, f64)| last == what && now - at < PAUSE;
        let is_continued = !what.is_empty() && self.last.as_ref().is_some_and(is_same);
        let last = if is_continued && self.future.is_empty() { self.past.pop() } else { None };
        let step = changes.iter().map(|(path, before, after)| {
            let earlier = last.iter().flatten().find(|it| it.path == *path);
            match earlier.map(|it| it.inverse().apply(before.clone())) {
                Some(before) => Patch::between(path, &before, after),
                None => Patch::between(path, before, after),
            }
        });
        self.past.push(step.collect());
        let excess = self.past.len().saturating_sub(MAX_STEPS);
        self.past.drain(..excess);
        self.future.clear();
        self.last = Some((what.to_owned(), now));
    }

    /// Returns the texts before the last step, for those of now.
    pub(crate) fn undo(&mut self, now: impl Fn(&str) -> Text) -> Option<Vec<(String, Text)>> {
        let step = self.past.pop()?;
        let texts = step.iter().map(|it| (it.path.clone(), it.inverse().apply(now(&it.path))));
        let texts = texts.collect();
        self.future.push(step);
        self.last = None;
        Some(texts)
    }

    /// Returns the texts after the step that was undone last, for those of now.
    pub(crate) fn redo(&mut self, now: impl Fn(&str) -> Text) -> Option<Vec<(String, Text)>> {
        let step = self.future.pop()?;
        let texts = step.iter().map(|it| (it.path.clone(), it.apply(now(&it.path)))).collect();
        self.past.push(step);
        self.last = None;
        Some(texts)
    }
}
