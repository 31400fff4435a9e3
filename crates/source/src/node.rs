//! A tree of what the owner wrote, in which every value knows its place in the file.

use super::problem::{Path, Step};
use std::fmt;
use std::ops::Range;

/// A value and the bytes of the file that hold it.
#[derive(Clone, Debug, PartialEq)]
pub struct Node {
    /// What stands there.
    pub value: Value,
    /// Where it stands, in bytes from the start of the file.
    pub span: Range<usize>,
}

/// The six kinds of value that JSON (RFC 8259), and every format read into it, can hold.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// `null`, which reads as an absent value.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// Any number.
    Number(f64),
    /// A string, its escapes already resolved.
    String(String),
    /// An ordered list.
    Array(Vec<Node>),
    /// Members in the order of the file; a key can stand twice.
    Object(Vec<Member>),
}

/// One key and its value.
#[derive(Clone, Debug, PartialEq)]
pub struct Member {
    /// The key.
    pub key: String,
    /// Where the key stands, its quotation marks included.
    pub key_span: Range<usize>,
    /// The value.
    pub value: Node,
}

impl Node {
    /// The members of an object; nothing for any other value.
    pub fn members(&self) -> &[Member] {
        match &self.value {
            Value::Object(members) => members,
            _ => &[],
        }
    }

    /// The elements of an array; nothing for any other value.
    pub fn elements(&self) -> &[Node] {
        match &self.value {
            Value::Array(elements) => elements,
            _ => &[],
        }
    }

    /// The value of the first member with this key that is not `null`.
    pub fn get(&self, key: &str) -> Option<&Node> {
        let member = self.members().iter().find(|member| member.key == key)?;
        (member.value.value != Value::Null).then_some(&member.value)
    }

    /// The same tree, for a file that stands so many bytes further on.
    #[must_use]
    pub fn moved(self, by: usize) -> Self {
        let value = match self.value {
            Value::Array(elements) => {
                Value::Array(elements.into_iter().map(|element| element.moved(by)).collect())
            }
            Value::Object(members) => {
                let moved = |member: Member| Member {
                    key_span: member.key_span.start + by..member.key_span.end + by,
                    key: member.key,
                    value: member.value.moved(by),
                };
                Value::Object(members.into_iter().map(moved).collect())
            }
            other => other,
        };
        Self { value, span: self.span.start + by..self.span.end + by }
    }

    /// The way to the innermost value that holds a place in the file.
    #[must_use]
    pub fn path_at(&self, place: usize) -> Path {
        let (mut path, mut node) = (Path::default(), self);
        while let Some((step, inner)) = node.step_to(place) {
            path.0.push(step);
            node = inner;
        }
        path
    }

    fn step_to(&self, place: usize) -> Option<(Step, &Self)> {
        match &self.value {
            Value::Object(members) => {
                let after = members.partition_point(|member| member.key_span.start <= place);
                let member = members.get(after.checked_sub(1)?)?;
                let is_there = place < member.value.span.end;
                is_there.then(|| (Step::Key(member.key.clone()), &member.value))
            }
            Value::Array(elements) => {
                let after = elements.partition_point(|element| element.span.start <= place);
                let index = after.checked_sub(1)?;
                let element = elements.get(index)?;
                (place < element.span.end).then_some((Step::Index(index), element))
            }
            _ => None,
        }
    }

    /// The text, if this is a string.
    pub fn as_str(&self) -> Option<&str> {
        match &self.value {
            Value::String(text) => Some(text),
            _ => None,
        }
    }
}

impl fmt::Display for Value {
    /// Says what was found, short enough for one line of a message.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Null => f.write_str("null"),
            Self::Bool(value) => write!(f, "{value}"),
            Self::Number(value) => write!(f, "the number {value}"),
            Self::String(text) if text.chars().count() <= 40 => write!(f, "{text:?}"),
            Self::String(text) => {
                let start: String = text.chars().take(37).collect();
                write!(f, "{:?}", format!("{start}…"))
            }
            Self::Array(_) => f.write_str("a list"),
            Self::Object(_) => f.write_str("an object"),
        }
    }
}
