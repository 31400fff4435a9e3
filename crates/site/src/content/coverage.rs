//! Translation coverage: how much of a profile is written in each language of the site.

use perfil_import::Kind;
use perfil_model::language::Tag;
use perfil_source::{Problem, TextCoverage};
use std::path::{Path, PathBuf};

/// The translation coverage of a profile.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Coverage {
    /// The profile's file.
    pub file: PathBuf,
    /// The format of the file.
    pub kind: Kind,
    /// The share of each language of the site, in its order.
    pub shares: Vec<Share>,
}

/// The share of one language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Share {
    /// The language.
    pub language: Tag,
    /// The number of texts written in this language.
    pub written: usize,
    /// The total number of texts.
    pub all: usize,
}

impl Share {
    /// The share in percent, rounded down, so that 100 means complete.
    #[must_use]
    pub fn percent(&self) -> usize {
        (self.written * 100).checked_div(self.all).unwrap_or(100)
    }
}

/// Counts the texts of a document whose plain strings are in the language `own`.
pub(crate) fn count(
    file: &Path,
    kind: Kind,
    texts: &[TextCoverage],
    languages: &[Tag],
    own: Option<&Tag>,
) -> Coverage {
    let shares = languages
        .iter()
        .map(|language| Share {
            language: language.clone(),
            written: texts.iter().filter(|text| has(text, language, own)).count(),
            all: texts.len(),
        })
        .collect();
    Coverage { file: file.to_owned(), kind, shares }
}

/// Returns a warning for each text that lacks a language.
pub(crate) fn missing(
    texts: &[TextCoverage],
    languages: &[Tag],
    own: Option<&Tag>,
) -> Vec<Problem> {
    texts
        .iter()
        .filter_map(|text| {
            let absent: Vec<&str> = languages
                .iter()
                .filter(|language| !has(text, language, own))
                .map(Tag::as_str)
                .collect();
            (!absent.is_empty()).then(|| warning(text, &absent, own))
        })
        .collect()
}

fn has(text: &TextCoverage, language: &Tag, own: Option<&Tag>) -> bool {
    let same = |written: &Tag| written.is_same_language(language);
    if text.languages.is_empty() {
        return own.is_some_and(same);
    }
    text.languages.iter().filter_map(|written| Tag::parse(written)).any(|tag| same(&tag))
}

fn warning(text: &TextCoverage, absent: &[&str], own: Option<&Tag>) -> Problem {
    let list = absent.join(", ");
    let members = own.map(Tag::as_str).into_iter().chain(absent.iter().copied());
    let members: Vec<_> = members.map(|tag| format!("{tag:?}: \"…\"")).collect();
    let message = format!("the text is not written in {list}");
    let remedy = if text.languages.is_empty() {
        format!("Write it for each language: {{ {} }}.", members.join(", "))
    } else {
        format!("Add \"{}\"; until then the page borrows it.", absent.join("\" and \""))
    };
    Problem::warning(Some(text.span.clone()), message, remedy).at(text.path.clone())
}
