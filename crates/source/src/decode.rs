//! Decodes a tree into typed values, and collects every problem found on the way.
//!
//! A decoder that stops at the first mistake makes its user run it once for each. This one
//! continues: a value that cannot be read is reported and becomes `None`, and its siblings are
//! still read.

use super::node::{Member, Node, Value};
use super::privacy::PRIVATE;
use super::problem::{Path, Problem, Step};
use std::collections::BTreeSet;
use std::ops::Range;

/// The remedy for a mark that remains after private values are resolved: it has neither valid form.
const PRIVATE_REMEDY: &str = "Write true, or make it the only key of its object.";

/// A type that can be decoded from a [`Node`].
pub trait Decode: Sized {
    /// Reads the value, or reports to the context why it cannot be read.
    fn decode(node: &Node, context: &mut Context) -> Option<Self>;

    /// Returns the value of a missing field; `None` if the field is required.
    fn absent() -> Option<Self> {
        None
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

/// Reads an object field by field, and records which keys were read, so that unknown keys are
/// reported.
#[derive(Debug)]
pub struct Fields<'a> {
    node: &'a Node,
    members: &'a [Member],
    known: Vec<String>,
    /// The key of the field that is written alone, without an object around it.
    alone: Option<&'static str>,
}

impl<'a> Fields<'a> {
    /// Starts to read an object; reports any other type of value. `what` names it: "a profile".
    pub fn new(node: &'a Node, what: &str, context: &mut Context) -> Option<Self> {
        Self::of(node, what, None, false, context)
    }

    /// Starts to read an object of which one field may be written alone, as a text; `is_alone` says
    /// that it is, and that [`alone`] has made the object.
    pub fn of(
        node: &'a Node,
        what: &str,
        alone: Option<&'static str>,
        is_alone: bool,
        context: &mut Context,
    ) -> Option<Self> {
        let Value::Object(members) = &node.value else {
            let (expected, remedy) = match alone {
                None => (
                    format!("an object for {what}"),
                    format!("Write {what} as an object: {{ … }}."),
                ),
                Some(key) => (
                    format!("a text or an object for {what}"),
                    format!("Write {what} as a text, or as an object: {{ {key:?}: … }}."),
                ),
            };
            return context.mismatch(node, &expected, &remedy);
        };
        let mut seen = BTreeSet::new();
        for member in members {
            if !seen.insert(member.key.as_str()) {
                context.within(Step::Key(member.key.clone()), |context| {
                    context.error(
                        member.key_span.clone(),
                        format!("the key {:?} occurs twice in the same object", member.key),
                        "Keep one of the two.",
                    );
                });
            }
        }
        Some(Self { node, members, known: Vec::new(), alone: alone.filter(|_| is_alone) })
    }

    /// Reads one field. The outer `None` means that a problem was reported.
    pub fn field<T: Decode>(&mut self, key: &str, context: &mut Context) -> Option<T> {
        self.known.push(key.to_owned());
        match self.member(key) {
            Some(member) if self.alone == Some(key) => T::decode(&member.value, context),
            Some(member) if member.value.value != Value::Null => context
                .within(Step::Key(key.to_owned()), |context| T::decode(&member.value, context)),
            _ => T::absent().or_else(|| {
                let start = self.node.span.start;
                context.error(
                    start..start + 1,
                    format!("the key {key:?} is missing"),
                    format!("Add {key:?} to this object."),
                );
                None
            }),
        }
    }

    /// Marks a key as known without reading it, because it is read elsewhere.
    pub fn skip(&mut self, key: &str) {
        self.known.push(key.to_owned());
    }

    /// Returns the member with this key, unparsed.
    pub fn member(&self, key: &str) -> Option<&'a Member> {
        self.members.iter().find(|member| member.key == key)
    }

    /// Reports every key that was not read, and suggests the key that was probably meant.
    pub fn finish(self, context: &mut Context) {
        for member in self.members {
            if self.known.contains(&member.key) {
                continue;
            }
            let known = self.known.iter().map(String::as_str);
            let remedy = match member.key.as_str() {
                PRIVATE => PRIVATE_REMEDY.to_owned(),
                key => suggestion(key, known.clone()).unwrap_or_else(|| {
                    format!("Remove it, or use one of: {}.", known.collect::<Vec<_>>().join(", "))
                }),
            };
            context.within(Step::Key(member.key.clone()), |context| {
                let message = format!("the key {:?} is not known here", member.key);
                context.error(member.key_span.clone(), message, remedy);
            });
        }
    }
}

/// Returns the object for which a text stands whose other fields are left out: `"Led a team"` for
/// `{ "text": "Led a team" }`, in one language or in several.
#[must_use]
pub fn alone(node: &Node, key: &str) -> Option<Node> {
    let is_tag = |member: &Member| {
        let language = member.key.split('-').next().unwrap_or_default();
        matches!(language.len(), 2 | 3) && language.bytes().all(|byte| byte.is_ascii_lowercase())
    };
    let is_text = match &node.value {
        Value::String(_) => true,
        Value::Object(members) => !members.is_empty() && members.iter().all(is_tag),
        _ => false,
    };
    is_text.then(|| {
        let member =
            Member { key: key.to_owned(), key_span: node.span.clone(), value: node.clone() };
        Node { value: Value::Object(vec![member]), span: node.span.clone() }
    })
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
        }
    };
}
