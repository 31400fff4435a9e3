//! How native trees are put together from what another format holds.

use perfil_source::{Member, Node, Value, privacy};
use std::ops::Range;

/// A text at a place.
pub(super) fn text(text: impl Into<String>, span: Range<usize>) -> Node {
    Node { value: Value::String(text.into()), span }
}

/// A list at a place.
pub(super) fn list(elements: Vec<Node>, span: Range<usize>) -> Node {
    Node { value: Value::Array(elements), span }
}

/// An object at a place.
pub(super) fn object(members: Vec<Member>, span: Range<usize>) -> Node {
    Node { value: Value::Object(members), span }
}

/// A member whose key stands where its value does.
pub(super) fn member(key: &str, value: Node) -> Member {
    Member { key: key.to_owned(), key_span: value.span.clone(), value }
}

/// The version of the native format, which every profile tells.
pub(super) fn version(span: Range<usize>) -> Member {
    member("version", Node { value: Value::Number(1.0), span })
}

/// Whether there is nothing to show. Many files keep empty texts and lists for what is not told.
pub(super) fn is_empty(node: &Node) -> bool {
    match &node.value {
        Value::Null => true,
        Value::String(text) => text.trim().is_empty(),
        Value::Array(elements) => elements.iter().all(is_empty),
        Value::Object(members) => {
            members.iter().all(|member| privacy::is_mark(member) || is_empty(&member.value))
        }
        Value::Bool(_) | Value::Number(_) => false,
    }
}

/// Whether two values say the same, wherever they stand.
pub(super) fn same(a: &Node, b: &Node) -> bool {
    match (&a.value, &b.value) {
        (Value::Array(a), Value::Array(b)) => {
            a.len() == b.len() && a.iter().zip(b).all(|(a, b)| same(a, b))
        }
        (Value::Object(a), Value::Object(b)) => {
            let pairs = || a.iter().zip(b);
            a.len() == b.len() && pairs().all(|(a, b)| a.key == b.key && same(&a.value, &b.value))
        }
        (a, b) => a == b,
    }
}

/// The value without what is empty in it, so that only what was told is read.
pub(super) fn filled(node: &Node) -> Node {
    let value = match &node.value {
        Value::Array(elements) => {
            let told = elements.iter().filter(|element| !is_empty(element));
            Value::Array(told.map(filled).collect())
        }
        Value::Object(members) => {
            let told = members
                .iter()
                .filter(|member| privacy::is_mark(member) || !is_empty(&member.value));
            let told = told.map(|member| Member { value: filled(&member.value), ..member.clone() });
            Value::Object(told.collect())
        }
        other => other.clone(),
    };
    Node { value, span: node.span.clone() }
}
