//! Finds written forms of names in texts: whole words only, and the longest first.

use super::fold::{Folded, folded};
use std::collections::HashMap;

/// How strictly a text must match a form to name something.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum MatchStrictness {
    /// In any case.
    None,
    /// In this case: `REST` is not "rest".
    Exact,
    /// In this case, and only if the profile lists the skill: "Go" is also a verb.
    Listed,
}

/// One written form of a name.
#[derive(Clone, Debug)]
pub(super) struct Form {
    /// The number of the named item.
    pub(super) named: usize,
    pub(super) care: MatchStrictness,
    written: String,
}

/// All written forms of a set of names.
#[derive(Clone, Debug, Default)]
pub(super) struct Forms {
    /// The edges of a trie: from a node, by a character, to another node.
    steps: HashMap<(usize, char), usize>,
    /// The forms that end at each node; several forms can differ in case alone.
    ends: Vec<Vec<Form>>,
}

impl Forms {
    /// Adds a form of a name; if several names share a form, the first keeps it.
    pub(super) fn add(&mut self, written: &str, named: usize, care: MatchStrictness) {
        if self.ends.is_empty() {
            self.ends.push(Vec::new());
        }
        let mut node = 0;
        let text = folded(written);
        if text.is_empty() {
            return;
        }
        for c in text.chars() {
            node = *self.steps.entry((node, c)).or_insert_with(|| {
                self.ends.push(Vec::new());
                self.ends.len() - 1
            });
        }
        let forms = &mut self.ends[node];
        let is_known = |form: &Form| form.written == written && form.care == care;
        if forms.iter().all(|form| form.named == named && !is_known(form)) {
            forms.push(Form { named, care, written: written.to_owned() });
        }
    }

    /// Returns what a whole text names, in any case.
    pub(super) fn named(&self, text: &str) -> Option<usize> {
        let mut node = 0;
        for c in folded(text).chars() {
            node = *self.steps.get(&(node, c))?;
        }
        self.ends.get(node)?.first().map(|form| form.named)
    }

    /// Returns every name that starts at a position of a text: its end, and its number.
    pub(super) fn from(
        &self,
        text: &Folded,
        start: usize,
        is_listed: impl Fn(usize) -> bool,
    ) -> Vec<(usize, usize)> {
        let mut found = Vec::new();
        let mut node = 0;
        for (index, c) in text.chars().iter().enumerate().skip(start) {
            let Some(next) = self.steps.get(&(node, *c)) else { break };
            node = *next;
            let end = index + 1;
            let is_meant = |form: &&Form| means(form, text, start, end, &is_listed);
            if let Some(forms) = self.ends.get(node).filter(|forms| !forms.is_empty())
                && text.ends(end)
                && let Some(form) = forms.iter().find(is_meant)
            {
                found.push((end, form.named));
            }
        }
        found
    }
}

fn means(
    form: &Form,
    text: &Folded,
    start: usize,
    end: usize,
    is_listed: impl Fn(usize) -> bool,
) -> bool {
    if form.care == MatchStrictness::None {
        return true;
    }
    // A word in capitals is not capitalized because it starts a sentence.
    let is_title = form.written.chars().skip(1).all(|c| !c.is_uppercase());
    let is_compound = form.care == MatchStrictness::Listed && text.is_hyphenated(start, end);
    text.written(start, end) == form.written
        && !is_compound
        && !(is_title && text.begins_sentence(start, end))
        && (form.care == MatchStrictness::Exact || is_listed(form.named))
}
