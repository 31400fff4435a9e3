//! JSON whose members are in insertion order, and without empty members.

use serde::{Serialize, Serializer};
use std::borrow::Cow;

/// A JSON value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Json {
    Text(String),
    Number(u16),
    List(Vec<Json>),
    Object(Vec<(Cow<'static, str>, Json)>),
}

impl Json {
    /// Creates an object without members.
    pub(super) fn object() -> Self {
        Self::Object(Vec::new())
    }

    /// Adds a member to the object, unless the value is empty.
    pub(super) fn with(
        mut self,
        key: impl Into<Cow<'static, str>>,
        value: impl Into<Json>,
    ) -> Self {
        let value = value.into();
        if let Self::Object(members) = &mut self
            && !value.is_empty()
        {
            members.push((key.into(), value));
        }
        self
    }

    /// Whether the object has a member with this key.
    pub(super) fn has(&self, key: &str) -> bool {
        matches!(self, Self::Object(members) if members.iter().any(|(own, _)| own == key))
    }

    /// Returns the text of the member with this key.
    pub(super) fn text(&self, key: &str) -> Option<&str> {
        let Self::Object(members) = self else { return None };
        members.iter().find_map(|(own, value)| match value {
            Self::Text(text) if own == key => Some(text.as_str()),
            _ => None,
        })
    }

    fn is_empty(&self) -> bool {
        match self {
            Self::Text(text) => text.is_empty(),
            Self::Number(_) => false,
            Self::List(items) => items.is_empty(),
            Self::Object(members) => members.is_empty(),
        }
    }
}

impl From<String> for Json {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<u16> for Json {
    fn from(number: u16) -> Self {
        Self::Number(number)
    }
}

impl From<&str> for Json {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl<T: Into<Json>> From<Vec<T>> for Json {
    fn from(items: Vec<T>) -> Self {
        Self::List(items.into_iter().map(Into::into).collect())
    }
}

impl<T: Into<Json>> From<Option<T>> for Json {
    fn from(value: Option<T>) -> Self {
        value.map_or_else(Self::object, Into::into)
    }
}

impl Serialize for Json {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Text(text) => serializer.serialize_str(text),
            Self::Number(number) => serializer.serialize_u16(*number),
            Self::List(items) => serializer.collect_seq(items),
            Self::Object(members) => {
                serializer.collect_map(members.iter().map(|(key, value)| (key, value)))
            }
        }
    }
}
