//! Private values: the owner keeps them in the file, and no published file has them.
//!
//! `{ "private": VALUE }` stands for a private value anywhere a value can stand, and
//! `"private": true` makes the object that holds it private as a whole. Both are resolved on the
//! tree, before anything is typed, so that no later part of Perfil can publish what it never saw.

use super::node::{Member, Node, Value};

const KEY: &str = "private";

/// The tree without its private values: what is published.
#[must_use]
pub fn redact(node: Node) -> Node {
    walk(node, false).unwrap_or(Node { value: Value::Null, span: 0..0 })
}

/// The tree with its private values as if they were public: what is checked.
#[must_use]
pub fn reveal(node: Node) -> Node {
    walk(node, true).unwrap_or(Node { value: Value::Null, span: 0..0 })
}

fn walk(node: Node, show: bool) -> Option<Node> {
    let Node { value, span } = node;
    let value = match value {
        Value::Object(members) => match privacy(&members) {
            Privacy::Wrapper if show => {
                return members.into_iter().next().and_then(|member| walk(member.value, show));
            }
            Privacy::Wrapper => return None,
            Privacy::Whole if !show => return None,
            Privacy::Whole | Privacy::None => {
                let written = members.len();
                let left: Vec<Member> = members
                    .into_iter()
                    .filter(|member| !is_mark(member))
                    .filter_map(|member| {
                        let Member { key, key_span, value } = member;
                        Some(Member { key, key_span, value: walk(value, show)? })
                    })
                    .collect();
                // What held nothing but private values is not there either.
                if left.is_empty() && written > 0 && !show {
                    return None;
                }
                Value::Object(left)
            }
        },
        Value::Array(elements) => {
            Value::Array(elements.into_iter().filter_map(|node| walk(node, show)).collect())
        }
        other => other,
    };
    Some(Node { value, span })
}

enum Privacy {
    None,
    Wrapper,
    Whole,
}

fn privacy(members: &[Member]) -> Privacy {
    match members {
        [only] if only.key == KEY && !matches!(only.value.value, Value::Bool(_)) => {
            Privacy::Wrapper
        }
        _ if members
            .iter()
            .any(|member| is_mark(member) && member.value.value != Value::Bool(false)) =>
        {
            Privacy::Whole
        }
        _ => Privacy::None,
    }
}

fn is_mark(member: &Member) -> bool {
    member.key == KEY && matches!(member.value.value, Value::Bool(_))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::parse;

    fn check(text: &str, published: &str, checked: &str) {
        let tree = |text: &str| strip(parse(text.as_bytes()).expect("this is JSON"));
        let written = || parse(text.as_bytes()).expect("this is JSON");
        assert_eq!(strip(redact(written())), tree(published));
        assert_eq!(strip(reveal(written())), tree(checked));
    }

    fn strip(node: Node) -> Value {
        fn clear(node: &mut Node) {
            node.span = 0..0;
            match &mut node.value {
                Value::Array(elements) => elements.iter_mut().for_each(clear),
                Value::Object(members) => members.iter_mut().for_each(|member| {
                    member.key_span = 0..0;
                    clear(&mut member.value);
                }),
                _ => {}
            }
        }
        let mut node = node;
        clear(&mut node);
        node.value
    }

    #[test]
    fn a_wrapped_value_is_checked_and_not_published() {
        check(
            r#"{"name": "Ada", "phone": {"private": "+1"}}"#,
            r#"{"name": "Ada"}"#,
            r#"{"name": "Ada", "phone": "+1"}"#,
        );
    }

    #[test]
    fn a_marked_object_disappears_from_its_list() {
        check(
            r#"[{"a": 1, "private": true}, {"a": 2, "private": false}]"#,
            r#"[{"a": 2}]"#,
            r#"[{"a": 1}, {"a": 2}]"#,
        );
    }

    #[test]
    fn one_language_of_a_text_can_be_private() {
        check(
            r#"{"en": "open", "es": {"private": "cerrado"}}"#,
            r#"{"en": "open"}"#,
            r#"{"en": "open", "es": "cerrado"}"#,
        );
    }

    #[test]
    fn what_holds_only_private_values_is_private() {
        check(
            r#"{"a": {"en": {"private": "x"}}, "b": {}}"#,
            r#"{"b": {}}"#,
            r#"{"a": {"en": "x"}, "b": {}}"#,
        );
    }
}
