//! The file as a tree of its elements, which gives a position the path that its owner knows.

use super::element::Element;
use crate::tree;
use perfil_source::{Member, Node, Value};

/// Returns the elements as objects, without their texts. Elements of the same name that follow each
/// other are a list, so that a path has their numbers.
pub(super) fn of(element: Element) -> Node {
    let mut members: Vec<Member> = Vec::new();
    for child in element.children() {
        let node = of(child);
        let span = node.span.clone();
        match members.last_mut().filter(|last| last.key == child.name()) {
            Some(Member { value: Node { value: Value::Array(all), span: before }, .. }) => {
                before.end = span.end;
                all.push(node);
            }
            Some(last) => {
                let first = std::mem::replace(&mut last.value, tree::list(Vec::new(), span));
                last.value.span.start = first.span.start;
                last.value.value = Value::Array(vec![first, node]);
            }
            None => members.push(tree::member(child.name(), node)),
        }
    }
    let span = element.range();
    if members.is_empty() {
        return Node { value: Value::Null, span };
    }
    tree::object(members, span)
}
