//! Private values, which the owner keeps in the file and which no published file contains.
//!
//! `{ "private": VALUE }` replaces a value anywhere, and `"private": true` makes the whole object
//! that contains it private. Both are resolved on the tree before it is decoded, so that no later
//! part of Perfil can publish them.
//!
//! Only this module decides what is private, and when in doubt a value is private: any mark except
//! a plain `false` hides, even if it is one of several, is merged by YAML (`<<`), is an element of
//! a list, or is under a duplicate key. An importer receives a tree whose marks are [`normalize`]d,
//! so it only has to know the two forms above.

use super::node::{Member, Node, Value};
use super::problem::{Path, Problem, Step};
use std::collections::BTreeSet;

/// The key of private values, and of the mark of private objects.
pub const PRIVATE: &str = "private";

/// The key that merges other objects into one in YAML 1.1.
const MERGE: &str = "<<";

/// Returns the tree without its private values, for publishing.
#[must_use]
pub fn redact(node: Node) -> Node {
    let span = node.span.start..node.span.start;
    public(node).unwrap_or(Node { value: Value::Null, span })
}

fn public(node: Node) -> Option<Node> {
    if hides(&node) {
        return None;
    }
    let value = match node.value {
        Value::Object(members) => {
            let written = members.len();
            let hidden = hidden_keys(&members);
            let left: Vec<Member> = members
                .into_iter()
                .filter(|member| member.key != PRIVATE && !hidden.contains(&member.key))
                .filter_map(|member| Some(Member { value: public(member.value)?, ..member }))
                .collect();
            // An object or list that contained only private values is removed too.
            if left.is_empty() && written > 0 {
                return None;
            }
            Value::Object(left)
        }
        Value::Array(elements) => Value::Array(elements.into_iter().filter_map(public).collect()),
        other => other,
    };
    Some(Node { value, span: node.span })
}

/// Returns the tree with its private values as if they were public, for validation. A mark that has
/// neither form remains, so that it is reported to the owner.
#[must_use]
pub fn reveal(node: Node) -> Node {
    let Node { value, span } = node;
    let value = match value {
        Value::Object(mut members) if is_wrapper(&members) => {
            let inner = members.pop().map(|member| reveal(member.value));
            return inner.unwrap_or(Node { value: Value::Null, span });
        }
        Value::Object(members) => {
            let left = members.into_iter().filter(|member| !is_mark(member));
            let left = left.map(|member| Member { value: reveal(member.value), ..member });
            Value::Object(left.collect())
        }
        Value::Array(elements) => Value::Array(elements.into_iter().map(reveal).collect()),
        other => other,
    };
    Node { value, span }
}

/// Returns the tree with every private value in one of the two forms, with one mark of `true` per
/// private object, and a warning for each value that was written otherwise. The same values are
/// hidden, and `false` is removed.
#[must_use]
pub fn normalize(node: Node) -> (Node, Vec<Problem>) {
    let mut normalizer = Normalizer::default();
    let node = normalizer.normalize(node);
    (node, normalizer.report)
}

/// Returns the private value, if the node is one: `{ "private": VALUE }`.
pub fn wrapped(node: &Node) -> Option<&Node> {
    node.members().first().filter(|_| is_wrapper(node.members())).map(|member| &member.value)
}

/// Wraps the value as a private one.
#[must_use]
pub fn wrap(node: Node) -> Node {
    let span = node.span.clone();
    let member = Member { key: PRIVATE.to_owned(), key_span: span.clone(), value: node };
    Node { value: Value::Object(vec![member]), span }
}

/// Whether a member is the mark of the object that contains it.
pub fn is_mark(member: &Member) -> bool {
    member.key == PRIVATE && matches!(member.value.value, Value::Bool(_))
}

/// Returns the mark that makes the whole object private, if it has one and is [`normalize`]d.
pub fn mark(node: &Node) -> Option<Member> {
    node.members().iter().find(|member| is_mark(member)).cloned()
}

/// Whether a whole value is private, in any form.
pub fn hides(node: &Node) -> bool {
    node.members().iter().any(hides_parent) || node.elements().iter().any(is_stray_mark)
}

/// Whether any part of a value is private, in any form.
pub fn has_private(node: &Node) -> bool {
    hides(node)
        || node.members().iter().any(|member| has_private(&member.value))
        || node.elements().iter().any(has_private)
}

/// Whether a member makes the object that contains it private.
fn hides_parent(member: &Member) -> bool {
    match member.key.as_str() {
        PRIVATE => member.value.value != Value::Bool(false),
        MERGE => hides(&member.value) || member.value.elements().iter().any(hides),
        _ => false,
    }
}

fn is_wrapper(members: &[Member]) -> bool {
    matches!(members, [only] if only.key == PRIVATE && !is_mark(only))
}

/// Whether an element of a list is only a mark. It can only be meant for the list.
fn is_stray_mark(element: &Node) -> bool {
    let is_mark = |member: &Member| matches!(member.value.value, Value::Bool(true) | Value::Null);
    let members = element.members();
    members.iter().all(|member| member.key == PRIVATE) && members.iter().any(is_mark)
}

/// Returns the keys that hide a value. If such a key occurs twice, the other value is hidden too,
/// because it is unknown which of them was meant.
fn hidden_keys(members: &[Member]) -> BTreeSet<String> {
    let hidden = members.iter().filter(|member| hides(&member.value));
    hidden.map(|member| member.key.clone()).collect()
}

#[derive(Default)]
struct Normalizer {
    path: Path,
    report: Vec<Problem>,
}

impl Normalizer {
    fn normalize(&mut self, node: Node) -> Node {
        let Node { value, span } = node;
        match value {
            Value::Object(members) => Node { value: Value::Object(self.object(members)), span },
            Value::Array(elements) => self.list(elements, span),
            other => Node { value: other, span },
        }
    }

    fn within(&mut self, step: Step, node: Node) -> Node {
        self.path.0.push(step);
        let node = self.normalize(node);
        self.path.0.pop();
        node
    }

    fn list(&mut self, elements: Vec<Node>, span: std::ops::Range<usize>) -> Node {
        let stray = elements.iter().find(|element| is_stray_mark(element)).cloned();
        let elements =
            elements.into_iter().enumerate().filter(|(_, element)| !is_stray_mark(element));
        let elements: Vec<_> =
            elements.map(|(index, element)| self.within(Step::Index(index), element)).collect();
        let list = Node { value: Value::Array(elements), span };
        let Some(stray) = stray else { return list };
        let message = "a mark \"private\" is an element of a list, so the whole list is private";
        self.warn(&stray, message, "Move the mark into the object that it belongs to.");
        wrap(list)
    }

    fn object(&mut self, members: Vec<Member>) -> Vec<Member> {
        if is_wrapper(&members) {
            let inner = |member: Member| Member {
                value: self.within(Step::Key(PRIVATE.to_owned()), member.value),
                ..member
            };
            return members.into_iter().map(inner).collect();
        }
        let hidden = hidden_keys(&members);
        let count = |key: &str| members.iter().filter(|member| member.key == key).count();
        let twice: BTreeSet<_> = hidden.into_iter().filter(|key| count(key) > 1).collect();
        let (marks, others): (Vec<_>, Vec<_>) =
            members.into_iter().partition(|member| member.key == PRIVATE);
        let mark = self.mark(&marks, &others);
        let others = others.into_iter().map(|member| {
            let is_duplicate = twice.contains(&member.key) && !hides(&member.value);
            if is_duplicate {
                let message = format!(
                    "the key {:?} occurs twice and is private in one place, so it is in both",
                    member.key
                );
                self.warn(&member.value, message, "Keep one of the two.");
            }
            let value = self.within(Step::Key(member.key.clone()), member.value);
            Member { value: if is_duplicate { wrap(value) } else { value }, ..member }
        });
        let others: Vec<_> = others.collect();
        mark.into_iter().chain(others).collect()
    }

    /// Returns the single mark for an object with these marks, in one of the two forms.
    fn mark(&mut self, marks: &[Member], others: &[Member]) -> Option<Member> {
        let merged = others.iter().find(|member| hides_parent(member));
        let hiding = marks.iter().find(|member| hides_parent(member));
        let odd = marks.iter().find(|member| !is_mark(member));
        let found = odd.or(hiding).or(merged)?.clone();
        if let Some(odd) = odd {
            let found = &odd.value.value;
            let message =
                format!("the mark \"private\" is {found}; all but false hides its object");
            self.warn(&odd.value, message, "Write true, or remove the mark.");
        } else if hiding.is_none() {
            let message = "what is merged here is private, so the whole object is private";
            self.warn(
                &found.value,
                message,
                "Write \"private\": true, or take the mark away there.",
            );
        } else if marks.len() > 1 {
            let message = "the mark \"private\" occurs twice, and one of the two hides its object";
            self.warn(&found.value, message, "Keep one of the two.");
        }
        // The object contains only such marks: they hide the first value that is not a mark.
        if let Some(odd) = odd.filter(|_| others.is_empty()) {
            let value = self.within(Step::Key(PRIVATE.to_owned()), odd.value.clone());
            return Some(Member { value, ..odd.clone() });
        }
        let value = Node { value: Value::Bool(true), span: found.value.span };
        Some(Member { key: PRIVATE.to_owned(), key_span: found.key_span, value })
    }

    fn warn(&mut self, node: &Node, message: impl Into<String>, remedy: &str) {
        let problem = Problem::warning(Some(node.span.clone()), message, remedy);
        self.report.push(problem.at(self.path.clone()));
    }
}

#[cfg(test)]
mod tests;
