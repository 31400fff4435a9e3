//! What values are made of, for programs that offer a form to write them in.

/// What a value is made of.
#[derive(Clone, Copy, Debug)]
pub enum Shape {
    /// A string of one line, with rules of its own, such as those of a date.
    Line(Line),
    /// A text that may differ in each language.
    Text(Text),
    /// `true` or `false`.
    Flag,
    /// One of these strings.
    Choice(fn() -> Vec<&'static str>),
    /// A list of values of one shape.
    List(fn() -> Shape),
    /// An object with these fields. `alone` names the field that may be written without the object.
    Record {
        /// What it is, with its article: "an award".
        what: &'static str,
        /// The name of the field that may stand for the whole object, as a text.
        alone: Option<&'static str>,
        /// The fields, in their usual order.
        fields: &'static [Field],
    },
    /// An object whose string under the key `kind` decides which fields it has in addition.
    Kinds {
        /// The fields of every kind.
        fields: &'static [Field],
        /// The kinds with their own fields.
        kinds: &'static [(&'static str, &'static [Field])],
    },
    /// A value that no form is offered for.
    Other,
}

/// A string that is the same in every language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Line {
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
    /// A name in addresses of pages.
    Id,
    /// The path of an image in the content folder.
    Image,
    /// A hue, in degrees from 0 to 360, which is a number.
    Hue,
}

/// A text that may differ in each language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Text {
    /// A proper name, which as a plain string is the same in every language.
    Name,
    /// A text without markup. As a plain string it is in the language of the document.
    Plain,
    /// A text in Markdown (`CommonMark`). As a plain string it is in the language of the document.
    Prose,
}

/// A field of an object.
#[derive(Clone, Copy, Debug)]
pub struct Field {
    /// The field as Rust names it.
    pub ident: &'static str,
    /// What its value is made of.
    pub shape: fn() -> Shape,
    /// Whether it may be absent.
    pub is_optional: fn() -> bool,
}

impl Field {
    /// Returns the key of the field in a file.
    #[must_use]
    pub fn key(&self) -> String {
        crate::key(self.ident)
    }
}
