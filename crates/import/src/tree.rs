//! Builds native trees from the values of another format.

use perfil_source::{Member, Node, Value, privacy};
use std::ops::Range;

/// Returns a text at a position.
pub(super) fn text(text: impl Into<String>, span: Range<usize>) -> Node {
    Node { value: Value::String(text.into()), span }
}

/// Returns a list at a position.
pub(super) fn list(elements: Vec<Node>, span: Range<usize>) -> Node {
    Node { value: Value::Array(elements), span }
}

/// Returns an object at a position.
pub(super) fn object(members: Vec<Member>, span: Range<usize>) -> Node {
    Node { value: Value::Object(members), span }
}

/// Returns a member whose key has the position of its value.
pub(super) fn member(key: &str, value: Node) -> Member {
    Member { key: key.to_owned(), key_span: value.span.clone(), value }
}

/// Returns the version of the native format, which every profile states.
pub(super) fn version(span: Range<usize>) -> Member {
    member("version", Node { value: Value::Number(1.0), span })
}

/// Whether there is nothing to show. Many files have empty texts and lists for missing values.
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

/// Whether two values are equal, regardless of their positions.
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

/// Returns the value without its empty parts, so that only present values are read.
pub(super) fn filled(node: &Node) -> Node {
    let value = match &node.value {
        Value::Array(elements) => {
            let present = elements.iter().filter(|element| !is_empty(element));
            Value::Array(present.map(filled).collect())
        }
        Value::Object(members) => {
            let present = members
                .iter()
                .filter(|member| privacy::is_mark(member) || !is_empty(&member.value));
            let present =
                present.map(|member| Member { value: filled(&member.value), ..member.clone() });
            Value::Object(present.collect())
        }
        other => other.clone(),
    };
    Node { value, span: node.span.clone() }
}
