//! Finds written forms of names in texts: whole words only, and the longest first.

use super::fold::{Folded, folded};
use std::collections::HashMap;

/// How strictly a text must match a form to name something.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum MatchStrictness {
    /// In any case.
    AnyCase,
    /// In this case: `REST` is not "rest".
    SameCase,
    /// In this case, and only if the profile lists the skill: "Go" is also a verb.
    ListedOnly,
}

/// One written form of a name.
#[derive(Clone, Debug)]
pub(super) struct Form {
    /// The number of the named item.
    pub(super) target: usize,
    pub(super) strictness: MatchStrictness,
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
    pub(super) fn add(&mut self, written: &str, target: usize, strictness: MatchStrictness) {
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
        let is_known = |form: &Form| form.written == written && form.strictness == strictness;
        if forms.iter().all(|form| form.target == target && !is_known(form)) {
            forms.push(Form { target, strictness, written: written.to_owned() });
        }
    }

    /// Returns what a whole text names, in any case.
    pub(super) fn find_whole(&self, text: &str) -> Option<usize> {
        let mut node = 0;
        for c in folded(text).chars() {
            node = *self.steps.get(&(node, c))?;
        }
        self.ends.get(node)?.first().map(|form| form.target)
    }

    /// Returns every name that starts at a position of a text: its end, and its number.
    pub(super) fn find_at(
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
            let is_match = |form: &&Form| matches(form, text, start, end, &is_listed);
            if let Some(forms) = self.ends.get(node).filter(|forms| !forms.is_empty())
                && text.ends(end)
                && let Some(form) = forms.iter().find(is_match)
            {
                found.push((end, form.target));
            }
        }
        found
    }
}

fn matches(
    form: &Form,
    text: &Folded,
    start: usize,
    end: usize,
    is_listed: impl Fn(usize) -> bool,
) -> bool {
    if form.strictness == MatchStrictness::AnyCase {
        return true;
    }
    // A word in capitals is not capitalized because it starts a sentence.
    let is_title = form.written.chars().skip(1).all(|c| !c.is_uppercase());
    let is_compound =
        form.strictness == MatchStrictness::ListedOnly && text.is_hyphenated(start, end);
    text.written(start, end) == form.written
        && !is_compound
        && !(is_title && text.begins_sentence(start, end))
        && (form.strictness == MatchStrictness::SameCase || is_listed(form.target))
}
