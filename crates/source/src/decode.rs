//! Decodes a tree into typed values, and collects every problem found on the way.
//!
//! A decoder that stops at the first mistake makes its user run it once for each. This one
//! continues: a value that cannot be read is reported and becomes `None`, and its siblings are
//! still read.

use super::node::Node;
use super::privacy::PRIVATE;
use super::problem::{Path, Problem, Step};
use super::shape::Shape;
use std::ops::Range;

/// The remedy for a mark that remains after private values are resolved: it has neither valid form.
pub(super) const PRIVATE_REMEDY: &str = "Write true, or make it the only key of its object.";

/// A type that can be decoded from a [`Node`].
pub trait Decode: Sized {
    /// Reads the value, or reports to the context why it cannot be read.
    fn decode(node: &Node, context: &mut Context) -> Option<Self>;

    /// Returns the value of a missing field; `None` if the field is required.
    fn absent() -> Option<Self> {
        None
    }

    /// Returns what the value is made of.
    #[must_use]
    fn shape() -> Shape {
        Shape::Other
    }
}

/// The current path, and what was found so far.
#[derive(Debug, Default)]
pub struct Context {
    languages: Vec<String>,
    path: Path,
    problems: Vec<Problem>,
    texts: Vec<TextCoverage>,
}

/// A text that was read, with the languages in which it is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TextCoverage {
    /// Its path in the data.
    pub path: Path,
    /// Its position in the file, in bytes.
    pub span: Range<usize>,
    /// The language tags that are its keys; empty if it is a plain string.
    pub languages: Vec<String>,
}

impl Context {
    /// Starts to read a file of a site that is offered in these languages.
    #[must_use]
    pub fn new(languages: Vec<String>) -> Self {
        Self { languages, ..Self::default() }
    }

    /// Reports an error at a position in the file.
    pub fn error(
        &mut self,
        span: Range<usize>,
        message: impl Into<String>,
        remedy: impl Into<String>,
    ) {
        self.problems.push(Problem::error(Some(span), message, remedy).at(self.path.clone()));
    }

    /// Reports a warning at a position in the file.
    pub fn warn(
        &mut self,
        span: Range<usize>,
        message: impl Into<String>,
        remedy: impl Into<String>,
    ) {
        self.problems.push(Problem::warning(Some(span), message, remedy).at(self.path.clone()));
    }

    /// Reports a value of the wrong type: `expected` completes "expected …".
    pub fn mismatch<T>(&mut self, node: &Node, expected: &str, remedy: &str) -> Option<T> {
        let message = format!("expected {expected}, found {}", node.value);
        self.error(node.span.clone(), message, remedy);
        None
    }

    /// Returns the choice that a text names; otherwise reports what there is to choose from.
    /// `expected` completes "expected …".
    pub fn one_of<T>(
        &mut self,
        node: &Node,
        expected: &str,
        choices: impl IntoIterator<Item = (&'static str, T)>,
    ) -> Option<T> {
        let (mut names, mut found) = (Vec::new(), None);
        for (name, choice) in choices {
            if node.as_str() == Some(name) {
                found = Some(choice);
            }
            names.push(name);
        }
        found.or_else(|| {
            let written = node.as_str().unwrap_or_default();
            let quoted: Vec<String> = names.iter().map(|name| format!("{name:?}")).collect();
            let remedy = suggestion(written, names).unwrap_or_else(|| match quoted.split_last() {
                Some((last, [])) => format!("Write {last}."),
                Some((last, others)) => format!("Write {} or {last}.", others.join(", ")),
                None => String::new(),
            });
            self.mismatch(node, expected, &remedy)
        })
    }

    /// Reports a tag that is not a known language.
    pub fn unknown_language(&mut self, span: Range<usize>, written: &str) {
        let languages = || self.languages.iter().map(String::as_str);
        // Tags are so short that a suggestion must differ by one edit only.
        let is_typo = |tag: &&str| strsim::damerau_levenshtein(written, tag) == 1;
        let remedy = match written {
            PRIVATE => PRIVATE_REMEDY.to_owned(),
            _ => suggestion(written, languages())
                .or_else(|| Some(format!("Did you mean {:?}?", languages().find(is_typo)?)))
                .unwrap_or_else(|| {
                    r#"Write a BCP 47 language tag, such as "en", "es" or "pt-BR"."#.to_owned()
                }),
        };
        self.error(span, format!("{written:?} is not the tag of a known language"), remedy);
    }

    /// Warns about a language in which the site is not offered.
    pub fn check_is_offered(&mut self, span: Range<usize>, tag: &str) {
        let base = |tag: &str| tag.split('-').next().map(str::to_owned);
        let is_offered = self.languages.iter().any(|offered| base(offered) == base(tag));
        // A file that belongs to no site can use any language.
        if is_offered || self.languages.is_empty() {
            return;
        }
        let remedy = suggestion(tag, self.languages.iter().map(String::as_str)).map_or_else(
            || {
                let offered = self.languages.join(", ");
                format!("Add it to the languages in site.json, or use one of: {offered}.")
            },
            |meant| format!("{meant} If not, add it to the languages in site.json."),
        );
        self.warn(span, format!("the site is not offered in {tag:?}"), remedy);
    }

    /// Records the languages of a text, from which the coverage is computed.
    pub fn record_text(&mut self, node: &Node, languages: Vec<String>) {
        self.texts.push(TextCoverage {
            path: self.path.clone(),
            span: node.span.clone(),
            languages,
        });
    }

    /// Extends the path by one step for the duration of a call.
    pub fn within<T>(&mut self, step: Step, read: impl FnOnce(&mut Self) -> T) -> T {
        self.path.0.push(step);
        let value = read(self);
        self.path.0.pop();
        value
    }

    /// Returns everything that was found, in the order of the file.
    pub fn finish(mut self) -> (Vec<Problem>, Vec<TextCoverage>) {
        self.problems.sort_by_key(|problem| problem.span.as_ref().map(|span| span.start));
        (self.problems, self.texts)
    }
}

/// Returns "Did you mean …?" if one of the other words is similar to what was written.
pub fn suggestion<'a>(written: &str, words: impl IntoIterator<Item = &'a str>) -> Option<String> {
    let lower = written.to_lowercase();
    words
        .into_iter()
        .filter(|word| *word != written)
        .map(|word| (strsim::jaro_winkler(&lower, &word.to_lowercase()), word))
        .filter(|(likeness, _)| *likeness > 0.8)
        .min_by(|a, b| b.0.total_cmp(&a.0))
        .map(|(_, word)| format!("Did you mean {word:?}?"))
}

/// Returns the key of a field in a file: `startDate` for `start_date`.
#[must_use]
pub fn key(field: &str) -> String {
    heck::AsLowerCamelCase(field.trim_start_matches("r#")).to_string()
}

/// Returns a key as a reader's label: `Team size` for `teamSize`.
#[must_use]
pub fn label(key: &str) -> String {
    let words = heck::AsSnakeCase(key).to_string();
    let words = words.split('_').map(|word| match word {
        "url" | "gpa" | "doi" | "isbn" | "cgpa" => word.to_uppercase(),
        _ => word.to_owned(),
    });
    let text = words.collect::<Vec<_>>().join(" ");
    let mut letters = text.chars();
    letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect()
}

/// Declares a struct that is decoded from an object whose keys are its fields in camel case.
///
/// `check` names a function that validates the object as it is written. It does not receive the
/// decoded value, because that does not exist if a field is invalid, and one mistake must not hide
/// another. `alone` names the field that may be written without the object, as a text. With the feature `schema` of the calling crate, the struct derives `JsonSchema`.
#[macro_export]
#[allow(clippy::crate_in_macro_def, reason = "only the calling crate may know schemas")]
macro_rules! record {
    (
        $(#[$meta:meta])*
        $visibility:vis struct $name:ident (
            $what:literal $(, alone = $alone:literal)? $(, skip = $skip:literal)? $(, check = $check:path)?
        ) {
            $($(#[$field_meta:meta])* $field:ident: $type:ty,)*
        }
    ) => {
        $(#[$meta])*
        #[derive(Clone, Debug, PartialEq)]
        #[cfg_attr(
            feature = "schema",
            derive(schemars::JsonSchema),
            schemars(rename_all = "camelCase", deny_unknown_fields)
        )]
        $(#[cfg_attr(
            feature = "schema",
            schemars(transform = |schema: &mut schemars::Schema| crate::schema::alone(schema, $alone))
        )])?
        $visibility struct $name {
            $($(#[$field_meta])* pub $field: $type,)*
        }

        impl $crate::Decode for $name {
            fn decode(node: &$crate::Node, context: &mut $crate::Context) -> Option<Self> {
                let alone: Option<&'static str> = None$(.or(Some($alone)))?;
                let object = alone.and_then(|key| $crate::alone(node, key));
                let written = object.as_ref().unwrap_or(node);
                let is_alone = object.is_some();
                let mut fields = $crate::Fields::of(written, $what, alone, is_alone, context)?;
                $(fields.skip($skip);)?
                $(let $field = fields.field(&$crate::key(stringify!($field)), context);)*
                fields.finish(context);
                $($check(node, context);)?
                Some(Self { $($field: $field?,)* })
            }

            fn shape() -> $crate::Shape {
                let alone: Option<&'static str> = None$(.or(Some($alone)))?;
                const FIELDS: &[$crate::shape::Field] = $crate::fields!($($field: $type,)*);
                $crate::Shape::Record { what: $what, alone, fields: FIELDS }
            }
        }
    };
}

/// Returns what fields are made of, for [`Decode::shape`].
#[macro_export]
macro_rules! fields {
    ($($field:ident: $type:ty,)*) => {
        &[$($crate::shape::Field {
            ident: stringify!($field),
            shape: <$type as $crate::Decode>::shape,
            is_optional: || <$type as $crate::Decode>::absent().is_some(),
        },)*]
    };
}
