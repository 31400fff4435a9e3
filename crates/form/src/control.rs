//! What a form consists of, as the page and the worker of an editor exchange it.

use perfil_source::shape::{Line, Text};
use perfil_source::{Path, Step};
use serde::de::{Error, Visitor};
use serde::{Deserialize, Deserializer, Serialize};
use std::fmt;

/// One step of a path, as JSON: a key or an index.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(untagged)]
pub enum PathStep {
    /// To an element of a list, counted from 0.
    Index(usize),
    /// To a member of an object.
    Key(String),
}

/// Reads a step without a copy of it, as `untagged` would make, because a form has thousands.
impl<'de> Deserialize<'de> for PathStep {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Reader;

        impl Visitor<'_> for Reader {
            type Value = PathStep;

            fn expecting(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
                formatter.write_str("a key or an index")
            }

            fn visit_u64<E: Error>(self, index: u64) -> Result<PathStep, E> {
                usize::try_from(index).map(PathStep::Index).map_err(E::custom)
            }

            fn visit_str<E: Error>(self, key: &str) -> Result<PathStep, E> {
                Ok(PathStep::Key(key.to_owned()))
            }
        }

        deserializer.deserialize_any(Reader)
    }
}

impl PathStep {
    /// Returns the steps as a path in a file.
    #[must_use]
    pub fn path(steps: &[Self]) -> Path {
        let step = |step: &Self| match step {
            Self::Index(index) => Step::Index(*index),
            Self::Key(key) => Step::Key(key.clone()),
        };
        Path(steps.iter().map(step).collect())
    }

    /// Returns the steps of a path.
    #[must_use]
    pub fn of(path: &Path) -> Vec<Self> {
        let step = |step: &Step| match step {
            Step::Index(index) => Self::Index(*index),
            Step::Key(key) => Self::Key(key.clone()),
        };
        path.0.iter().map(step).collect()
    }
}

/// The key of the sections.
pub(crate) const SECTIONS: &str = "sections";

/// A part of a document that an editor shows at once.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Part {
    /// All fields of the document but its sections.
    Head,
    /// The section with this index.
    Section(usize),
}

impl Part {
    /// Returns the part that has the value at a path.
    #[must_use]
    pub fn of(path: &[PathStep]) -> Self {
        match path {
            [PathStep::Key(key), PathStep::Index(index), ..] if key == SECTIONS => {
                Self::Section(*index)
            }
            _ => Self::Head,
        }
    }
}

/// A field of the form.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Control {
    /// The path of its value in the file, below all marks of privacy.
    pub path: Vec<PathStep>,
    /// The key of the field; that of the list for an element.
    pub key: String,
    /// Whether the value is private, so that it is in no output.
    pub is_private: bool,
    /// Whether the value may be private at all.
    pub may_be_private: bool,
    /// Whether the object that the field belongs to cannot be read without it.
    pub is_required: bool,
    /// What can be written.
    pub input: Input,
}

/// What can be written in a field.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Input {
    /// A text that may differ in each language.
    Text {
        /// How it is written.
        writing: Writing,
        /// The text of each language that it is written in. A plain string is in the language of the
        /// document; that of a name is in the language `""`, because it is the same in every language.
        texts: Vec<(String, String)>,
    },
    /// A string, or a number, without languages.
    Line {
        /// What it has to be.
        kind: Kind,
        /// The value; empty if it is absent.
        value: String,
    },
    /// Yes or no.
    Flag {
        /// Whether it is set.
        is_on: bool,
    },
    /// One of some words.
    Choice {
        /// The words.
        options: Vec<String>,
        /// The one that is chosen; empty if none is.
        value: String,
    },
    /// An object.
    Record {
        /// Its fields.
        fields: Vec<Control>,
    },
    /// A list of values that are shown whole, such as texts.
    Values {
        /// The values.
        values: Vec<Control>,
        /// How a new one is written.
        writing: Writing,
    },
    /// A list of objects, of which only some are shown whole.
    Items {
        /// The objects.
        items: Vec<Item>,
        /// The kinds that a new one can have; empty if all are of one kind.
        kinds: Vec<String>,
    },
    /// A value that the form does not show, because it is not what the format has at this place.
    Other,
}

/// How a text is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Writing {
    /// On a line, the same in every language unless it is given for each.
    Name,
    /// On a line.
    Line,
    /// In paragraphs of Markdown (`CommonMark`).
    Prose,
}

impl From<Text> for Writing {
    fn from(text: Text) -> Self {
        match text {
            Text::Name => Self::Name,
            Text::Plain => Self::Line,
            Text::Prose => Self::Prose,
        }
    }
}

/// What a string has to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Kind {
    /// Any text.
    Any,
    /// A year, a month or a day (ISO 8601).
    Date,
    /// A duration (ISO 8601).
    Duration,
    /// The tag of a language (BCP 47).
    Language,
    /// An address with a scheme (RFC 3986).
    Url,
    /// An e-mail address.
    Email,
    /// A name in addresses.
    Id,
    /// The path of an image in the content folder.
    Image,
    /// A hue, in degrees from 0 to 360.
    Hue,
}

impl From<Line> for Kind {
    fn from(line: Line) -> Self {
        match line {
            Line::Any => Self::Any,
            Line::Date => Self::Date,
            Line::Duration => Self::Duration,
            Line::Language => Self::Language,
            Line::Url => Self::Url,
            Line::Email => Self::Email,
            Line::Id => Self::Id,
            Line::Image => Self::Image,
            Line::Hue => Self::Hue,
        }
    }
}

/// An object of a list.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Item {
    /// Its path in the file, below the mark of its own privacy.
    pub path: Vec<PathStep>,
    /// Its first text, by which people recognise it.
    pub title: String,
    /// The field that may stand for the whole object, if it has one.
    pub text: Option<Control>,
    /// Its kind, if objects of the list have kinds.
    pub kind: Option<String>,
    /// Whether it is private.
    pub is_private: bool,
    /// Its fields, if it is shown whole.
    pub fields: Option<Vec<Control>>,
}
