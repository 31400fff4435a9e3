//! Text that knows the language it is really in, where that is not the page's.

use super::data::data;

data! {
    /// Plain text.
    pub struct Text {
        /// The text.
        pub text: String,
        /// Its language, if it is borrowed from another than the page's.
        pub language: Option<Language>,
    }
}

data! {
    /// Text with markup.
    pub struct Prose {
        /// HTML that the build has sanitised; no other HTML is ever put into a page.
        pub html: String,
        /// Its language, if it is borrowed from another than the page's.
        pub language: Option<Language>,
    }
}

data! {
    /// The language of a text, for HTML's `lang` and `dir`.
    pub struct Language {
        /// The tag (BCP 47).
        pub lang: String,
        /// `ltr` or `rtl`.
        pub dir: String,
    }
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
