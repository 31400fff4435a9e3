//! The tree of a file, in which every value knows its position in the file.

use super::problem::{Path, Step};
use std::fmt;
use std::ops::Range;

/// A value, and the byte range of the file that holds it.
#[derive(Clone, Debug, PartialEq)]
pub struct Node {
    /// The value.
    pub value: Value,
    /// Its position, in bytes from the start of the file.
    pub span: Range<usize>,
}

/// The six kinds of value of JSON (RFC 8259), which every other format is parsed into.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// `null`, which is read as an absent value.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// Any number.
    Number(f64),
    /// A string, with its escapes resolved.
    String(String),
    /// An ordered list.
    Array(Vec<Node>),
    /// The members in the order of the file; a key can occur twice.
    Object(Vec<Member>),
}

/// A key and its value.
#[derive(Clone, Debug, PartialEq)]
pub struct Member {
    /// The key.
    pub key: String,
    /// The position of the key, including its quotation marks.
    pub key_span: Range<usize>,
    /// The value.
    pub value: Node,
}

impl Node {
    /// Returns the members of an object; an empty slice for any other value.
    pub fn members(&self) -> &[Member] {
        match &self.value {
            Value::Object(members) => members,
            _ => &[],
        }
    }

    /// Returns the elements of an array; an empty slice for any other value.
    pub fn elements(&self) -> &[Node] {
        match &self.value {
            Value::Array(elements) => elements,
            _ => &[],
        }
    }

    /// Returns the value of the first member with this key that is not `null`.
    pub fn get(&self, key: &str) -> Option<&Node> {
        let member = self.members().iter().find(|member| member.key == key)?;
        (member.value.value != Value::Null).then_some(&member.value)
    }

    /// Returns the same tree with every position moved forward by this number of bytes.
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

    /// Returns the path to the innermost value that contains a position in the file.
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

    /// Returns the text, if this is a string.
    pub fn as_str(&self) -> Option<&str> {
        match &self.value {
            Value::String(text) => Some(text),
            _ => None,
        }
    }
}

impl fmt::Display for Value {
    /// Writes what was found, short enough for one line of a message.
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
