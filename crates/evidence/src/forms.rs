//! Ways to write names, found in texts: the longest first, and only as whole words.

use super::fold::{Folded, folded};
use std::collections::HashMap;

/// How strictly a text has to be written to name something.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum MatchStrictness {
    /// In any case.
    None,
    /// In this case: `REST` is no rest.
    Exact,
    /// In this case, and only where the profile lists it: one can `Go` without being a programmer.
    Listed,
}

/// One way to write a name.
#[derive(Clone, Debug)]
pub(super) struct Form {
    /// The number of what is named.
    pub(super) named: usize,
    pub(super) care: MatchStrictness,
    written: String,
}

/// Every way to write any of a number of names.
#[derive(Clone, Debug, Default)]
pub(super) struct Forms {
    /// The nodes of a tree of characters: from a node by a character to another.
    steps: HashMap<(usize, char), usize>,
    /// What is named at a node, if anything; several ways may differ in their case alone.
    ends: Vec<Vec<Form>>,
}

impl Forms {
    /// Adds a way to write a name; the first name that is written so keeps it.
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

    /// What a whole text names, however it is written.
    pub(super) fn named(&self, text: &str) -> Option<usize> {
        let mut node = 0;
        for c in folded(text).chars() {
            node = *self.steps.get(&(node, c))?;
        }
        self.ends.get(node)?.first().map(|form| form.named)
    }

    /// Every name that a text has from a place on: where it ends, and its number.
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
    // A word that is capital all through does not owe it to the sentence that it begins.
    let is_title = form.written.chars().skip(1).all(|c| !c.is_uppercase());
    let is_plain = form.care == MatchStrictness::Listed && text.is_hyphenated(start, end);
    text.written(start, end) == form.written
        && !is_plain
        && !(is_title && text.begins_sentence(start, end))
        && (form.care == MatchStrictness::Exact || is_listed(form.named))
}
