//! The supported formats, and how they are recognized.

use super::{reactive_resume, yaml_resume};
use perfil_model::language::Tag;
use perfil_model::profile::ResumeList;
use perfil_source::{Node, Value};
use std::fmt;

/// A format of profiles.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Perfil's own format.
    Native,
    /// JSON Resume (<https://jsonresume.org/schema>), version 1.0.0 and earlier.
    JsonResume,
    /// `RenderCV` (<https://rendercv.com>).
    RenderCv,
    /// A document in Markdown (`CommonMark`).
    Markdown,
    /// A document in plain text.
    PlainText,
    /// A document of Word (Office Open XML, ECMA-376).
    Word,
    /// A PDF (ISO 32000).
    Pdf,
    /// A web page (HTML).
    WebPage,
    /// LinkedIn's export of a member's data: a ZIP of CSV files.
    LinkedIn,
    /// `YAMLResume` (<https://yamlresume.dev>).
    YamlResume,
    /// Reactive Resume (<https://rxresu.me>), versions 4 and 5.
    ReactiveResume,
    /// The XML of Europass (<https://europass.europa.eu>), of today and of before 2020.
    Europass,
}

/// The maximum size of a document with pictures, in bytes.
pub(super) const MAX_DOCUMENT_BYTES: usize = 24 << 20;

/// The keys in which other programs put a whole résumé.
const WRAPPERS: [&str; 4] = ["resume", "cv", "data", "jsonResume"];

/// Returns which program's file this is, and what to do, if it is a résumé in a form that is not
/// read.
pub(super) fn unreadable(node: &Node) -> Option<(String, &'static str)> {
    let has = |key: &str| node.get(key).is_some();
    if has("version") || has("kind") || has("basics") {
        return None;
    }
    let holds_basics = |key: &str| node.get(key).is_some_and(|inner| inner.get("basics").is_some());
    let wrapper = WRAPPERS.into_iter().find(|key| holds_basics(key))?;
    let message = format!("the résumé is inside the key {wrapper:?}");
    Some((message, "Put what is inside that key into a file of its own, and import that."))
}

/// Whether a key is one of JSON Resume's, none of which is a key of a native profile.
fn is_of_resume(key: &str) -> bool {
    matches!(key, "basics" | "meta") || ResumeList::of(key).is_some()
}

impl Kind {
    /// Whether a file of this format is a tree, with paths that its owner knows.
    pub(super) fn is_tree(self) -> bool {
        self.is_foreign_resume() || matches!(self, Self::JsonResume | Self::RenderCv)
    }

    /// Whether a file of this format is a text for people, whose structure has to be understood.
    #[must_use]
    pub fn is_document(self) -> bool {
        matches!(self, Self::Markdown | Self::PlainText | Self::Word | Self::Pdf | Self::WebPage)
    }

    /// Whether a file of this format is read as a JSON Resume with other names.
    pub(super) fn is_foreign_resume(self) -> bool {
        matches!(self, Self::YamlResume | Self::ReactiveResume | Self::Europass)
    }

    /// Returns what to write in a file of this format to state its language.
    pub(super) fn states(self, language: &Tag) -> String {
        let what = match self {
            Self::Native | Self::JsonResume => format!("\"language\": \"{language}\" at the top"),
            Self::ReactiveResume => return "Choose it in Reactive Resume.".to_owned(),
            Self::RenderCv | Self::YamlResume => {
                format!("\"language: {language}\" below \"locale:\"")
            }
            Self::Markdown => format!("\"language: {language}\" between lines of --- at the top"),
            Self::PlainText => format!("a Markdown file with \"language: {language}\""),
            Self::Europass => format!("languageCode=\"{language}\" into <CandidateProfile>"),
            Self::Word => return "Choose the language of its text in Word.".to_owned(),
            Self::Pdf => {
                return "Choose the language in the program that makes the PDF.".to_owned();
            }
            Self::WebPage => format!("<html lang=\"{language}\">"),
            Self::LinkedIn => return "LinkedIn's export cannot say it.".to_owned(),
        };
        format!("Write {what} to say so.")
    }

    /// Returns the format of a document, by its file name.
    #[must_use]
    pub fn of_document(name: &str) -> Option<Self> {
        let (_, ending) = name.rsplit_once('.')?;
        match ending.to_ascii_lowercase().as_str() {
            "md" | "markdown" => Some(Self::Markdown),
            "txt" => Some(Self::PlainText),
            "docx" | "docm" | "dotx" | "dotm" => Some(Self::Word),
            "pdf" => Some(Self::Pdf),
            "html" | "htm" => Some(Self::WebPage),
            _ => None,
        }
    }

    /// Returns the maximum size of a file of this name, in bytes: pictures are most of large documents.
    #[must_use]
    pub fn max_bytes(name: &str) -> usize {
        match Self::of_document(name) {
            Some(Self::Word | Self::Pdf) => MAX_DOCUMENT_BYTES,
            _ => perfil_source::MAX_FILE_BYTES,
        }
    }

    /// Returns the format of a tree. A native profile states its version, so a misspelt key does
    /// not make it look like another format; only a résumé has "basics".
    #[must_use]
    pub fn of(node: &Node) -> Self {
        let has = |key: &str| node.members().iter().any(|member| member.key == key);
        let states_version =
            node.get("version").is_some_and(|it| matches!(it.value, Value::Number(_)));
        let is_native = ["version", "name", "sections"].iter().any(|key| has(key))
            && (!has("basics") || states_version);
        let names_another_schema = has("$schema")
            && !node.get("$schema").and_then(Node::as_str).is_some_and(|s| s.contains("profile"));
        if reactive_resume::is_file(node) {
            return Self::ReactiveResume;
        }
        if !is_native && yaml_resume::is_file(node) {
            return Self::YamlResume;
        }
        let is_resume = node.members().iter().any(|member| is_of_resume(&member.key));
        if !is_native && has("cv") {
            return Self::RenderCv;
        }
        if !is_native && (names_another_schema || is_resume) {
            return Self::JsonResume;
        }
        Self::Native
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Native => "Perfil",
            Self::JsonResume => "JSON Resume",
            Self::RenderCv => "RenderCV",
            Self::Markdown => "Markdown",
            Self::PlainText => "plain text",
            Self::Word => "Word",
            Self::Pdf => "PDF",
            Self::WebPage => "HTML",
            Self::LinkedIn => "LinkedIn's export",
            Self::YamlResume => "YAMLResume",
            Self::ReactiveResume => "Reactive Resume",
            Self::Europass => "Europass",
        })
    }
}
