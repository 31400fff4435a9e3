//! A document as it may be handed to anybody.

use crate::read::fields_of;
use perfil_source::shape::Line;
use perfil_source::{Member, Node, Shape, Value, privacy};

/// Returns a document without its private values, without what its type does not know, such as notes of its
/// owner, and without its pictures, which are other files.
#[must_use]
pub fn published(node: Node, shape: Shape) -> Node {
    let span = node.span.clone();
    known(privacy::redact(node), shape).unwrap_or(Node { value: Value::Null, span })
}

fn known(node: Node, shape: Shape) -> Option<Node> {
    let value = match (shape, node.value) {
        (Shape::Line(Line::Image), _) => return None,
        (Shape::Record { .. } | Shape::Kinds { .. }, Value::Object(members)) => {
            let object = Node { value: Value::Object(members), span: 0..0 };
            let fields = fields_of(&object, shape);
            let member = |member: Member| {
                // They say how the others are read.
                if ["version", "kind"].contains(&member.key.as_str()) {
                    return Some(member);
                }
                let field = fields.iter().find(|field| field.key() == member.key)?;
                let value = known(member.value, (field.shape)())?;
                Some(Member { value, ..member })
            };
            let Value::Object(members) = object.value else { return None };
            Value::Object(members.into_iter().filter_map(member).collect())
        }
        (Shape::List(element), Value::Array(elements)) => Value::Array(
            elements
                .into_iter()
                .filter_map(|element_node| known(element_node, element()))
                .collect(),
        ),
        (_, other) => other,
    };
    Some(Node { value, span: node.span })
}
