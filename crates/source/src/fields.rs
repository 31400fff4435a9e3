//! Reads the fields of an object, or the one that is written alone.

use super::decode::{Context, Decode, PRIVATE_REMEDY, suggestion};
use super::node::{Member, Node, Value};
use super::privacy::PRIVATE;
use super::problem::Step;
use std::collections::BTreeSet;

/// Reads an object field by field, and records which keys were read, so that unknown keys are
/// reported.
#[derive(Debug)]
pub struct Fields<'a> {
    node: &'a Node,
    members: &'a [Member],
    known: Vec<String>,
    /// The key of the field that is written alone, without an object around it.
    alone: Option<&'static str>,
}

impl<'a> Fields<'a> {
    /// Starts to read an object; reports any other type of value. `what` names it: "a profile".
    pub fn new(node: &'a Node, what: &str, context: &mut Context) -> Option<Self> {
        Self::of(node, what, None, false, context)
    }

    /// Starts to read an object of which one field may be written alone, as a text; `is_alone` says
    /// that it is, and that [`alone`] has made the object.
    pub fn of(
        node: &'a Node,
        what: &str,
        alone: Option<&'static str>,
        is_alone: bool,
        context: &mut Context,
    ) -> Option<Self> {
        let Value::Object(members) = &node.value else {
            let (expected, remedy) = match alone {
                None => (
                    format!("an object for {what}"),
                    format!("Write {what} as an object: {{ … }}."),
                ),
                Some(key) => (
                    format!("a text or an object for {what}"),
                    format!("Write {what} as a text, or as an object: {{ {key:?}: … }}."),
                ),
            };
            return context.mismatch(node, &expected, &remedy);
        };
        let mut seen = BTreeSet::new();
        for member in members {
            if !seen.insert(member.key.as_str()) {
                context.within(Step::Key(member.key.clone()), |context| {
                    context.error(
                        member.key_span.clone(),
                        format!("the key {:?} occurs twice in the same object", member.key),
                        "Keep one of the two.",
                    );
                });
            }
        }
        Some(Self { node, members, known: Vec::new(), alone: alone.filter(|_| is_alone) })
    }

    /// Reads one field. The outer `None` means that a problem was reported.
    pub fn field<T: Decode>(&mut self, key: &str, context: &mut Context) -> Option<T> {
        self.known.push(key.to_owned());
        match self.member(key) {
            Some(member) if self.alone == Some(key) => T::decode(&member.value, context),
            Some(member) if member.value.value != Value::Null => context
                .within(Step::Key(key.to_owned()), |context| T::decode(&member.value, context)),
            _ => T::absent().or_else(|| {
                let start = self.node.span.start;
                context.error(
                    start..start + 1,
                    format!("the key {key:?} is missing"),
                    format!("Add {key:?} to this object."),
                );
                None
            }),
        }
    }

    /// Marks a key as known without reading it, because it is read elsewhere.
    pub fn skip(&mut self, key: &str) {
        self.known.push(key.to_owned());
    }

    /// Returns the member with this key, unparsed.
    pub fn member(&self, key: &str) -> Option<&'a Member> {
        self.members.iter().find(|member| member.key == key)
    }

    /// Reports every key that was not read, and suggests the key that was probably meant.
    pub fn finish(self, context: &mut Context) {
        for member in self.members {
            if self.known.contains(&member.key) {
                continue;
            }
            let known = self.known.iter().map(String::as_str);
            let remedy = match member.key.as_str() {
                PRIVATE => PRIVATE_REMEDY.to_owned(),
                key => suggestion(key, known.clone()).unwrap_or_else(|| {
                    format!("Remove it, or use one of: {}.", known.collect::<Vec<_>>().join(", "))
                }),
            };
            context.within(Step::Key(member.key.clone()), |context| {
                let message = format!("the key {:?} is not known here", member.key);
                context.error(member.key_span.clone(), message, remedy);
            });
        }
    }
}

/// Returns the object for which a text stands whose other fields are left out: `"Led a team"` for
/// `{ "text": "Led a team" }`, in one language or in several.
#[must_use]
pub fn alone(node: &Node, key: &str) -> Option<Node> {
    let is_tag = |member: &Member| {
        let language = member.key.split('-').next().unwrap_or_default();
        matches!(language.len(), 2 | 3) && language.bytes().all(|byte| byte.is_ascii_lowercase())
    };
    let is_text = match &node.value {
        Value::String(_) => true,
        Value::Object(members) => !members.is_empty() && members.iter().all(is_tag),
        _ => false,
    };
    is_text.then(|| {
        let member =
            Member { key: key.to_owned(), key_span: node.span.clone(), value: node.clone() };
        Node { value: Value::Object(vec![member]), span: node.span.clone() }
    })
}
