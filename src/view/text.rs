//! Text that knows the language it is really in, where that is not the page's.

use serde::{Deserialize, Serialize};

/// Plain text.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Text {
    /// The text.
    pub text: String,
    /// Its language, if it is borrowed from another than the page's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub language: Option<Language>,
}

/// Text with markup.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Prose {
    /// HTML that the build has sanitised; no other HTML is ever put into a page.
    pub html: String,
    /// Its language, if it is borrowed from another than the page's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub language: Option<Language>,
}

/// The language of a text, for HTML's `lang` and `dir`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Language {
    /// The tag (BCP 47).
    pub lang: String,
    /// `ltr` or `rtl`.
    pub dir: String,
}

impl Text {
    /// The value of the `lang` attribute, for an element that holds nothing but this text.
    pub fn lang(&self) -> Option<String> {
        self.language.as_ref().map(|language| language.lang.clone())
    }

    /// The value of the `dir` attribute, for an element that holds nothing but this text.
    pub fn dir(&self) -> Option<String> {
        self.language.as_ref().map(|language| language.dir.clone())
    }
}

impl Prose {
    /// The value of the `lang` attribute, for an element that holds nothing but this text.
    pub fn lang(&self) -> Option<String> {
        self.language.as_ref().map(|language| language.lang.clone())
    }

    /// The value of the `dir` attribute, for an element that holds nothing but this text.
    pub fn dir(&self) -> Option<String> {
        self.language.as_ref().map(|language| language.dir.clone())
    }
}
