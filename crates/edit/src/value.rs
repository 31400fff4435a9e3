//! A value to write, which has no place in a file yet.

use crate::Format;
use perfil_source::Node;

/// A value to write.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// `null`, which is read as an absent value.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// Any number.
    Number(f64),
    /// A text.
    Text(String),
    /// An ordered list.
    List(Vec<Value>),
    /// The members in the order in which they are written.
    Object(Vec<(String, Value)>),
}

impl Value {
    /// Whether this is a list or an object that has something in it.
    pub(crate) fn is_filled(&self) -> bool {
        match self {
            Self::List(elements) => !elements.is_empty(),
            Self::Object(members) => !members.is_empty(),
            _ => false,
        }
    }

    /// Whether a file has this value at a node. YAML reads most numbers as texts, so a number is
    /// also equal to its text.
    pub(crate) fn is_at(&self, node: &Node, format: Format) -> bool {
        use perfil_source::Value as Source;
        match (self, &node.value) {
            (Self::Null, Source::Null) => true,
            (Self::Bool(one), Source::Bool(other)) => one == other,
            (Self::Number(one), Source::Number(other)) => one.to_bits() == other.to_bits(),
            (Self::Number(one), Source::String(other)) => {
                format == Format::Yaml && one.to_string() == *other
            }
            (Self::Text(one), Source::String(other)) => one == other,
            (Self::List(elements), Source::Array(nodes)) => {
                elements.len() == nodes.len()
                    && elements.iter().zip(nodes).all(|(element, node)| element.is_at(node, format))
            }
            (Self::Object(members), Source::Object(nodes)) => {
                members.len() == nodes.len()
                    && members.iter().zip(nodes).all(|((key, value), node)| {
                        *key == node.key && value.is_at(&node.value, format)
                    })
            }
            _ => false,
        }
    }
}

impl From<&Node> for Value {
    fn from(node: &Node) -> Self {
        use perfil_source::Value as Source;
        match &node.value {
            Source::Null => Self::Null,
            Source::Bool(value) => Self::Bool(*value),
            Source::Number(value) => Self::Number(*value),
            Source::String(text) => Self::Text(text.clone()),
            Source::Array(elements) => Self::List(elements.iter().map(Self::from).collect()),
            Source::Object(members) => {
                let pair = |member: &perfil_source::Member| {
                    (member.key.clone(), Self::from(&member.value))
                };
                Self::Object(members.iter().map(pair).collect())
            }
        }
    }
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}
