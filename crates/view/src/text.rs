//! Text that knows the language it is really in, where that is not the page's.

use super::data::data;
#[cfg(feature = "hydrate")]
use super::data::field;
#[cfg(feature = "ssr")]
use perfil_prose::Document;
#[cfg(feature = "ssr")]
use serde::ser::{Serialize, SerializeStruct as _, Serializer};

data! {
    /// Plain text.
    pub struct Text {
        /// The text.
        pub text: String,
        /// Its language, if it is borrowed from another than the page's.
        pub language: Option<Language>,
    }
}

/// Text with markup.
///
/// The build has its tree, of which everything is written; the browser has the HTML that the build
/// wrote of it, and no other HTML is ever put into a page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Prose {
    /// What it says.
    #[cfg(feature = "ssr")]
    pub document: Document,
    #[cfg(not(feature = "ssr"))]
    html: String,
    /// Its language, if it is borrowed from another than the page's.
    pub language: Option<Language>,
}

#[cfg(feature = "ssr")]
impl Serialize for Prose {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = serializer.serialize_struct("Prose", 2)?;
        object.serialize_field("html", &self.html())?;
        object.serialize_field("language", &self.language)?;
        object.end()
    }
}

#[cfg(feature = "hydrate")]
impl super::FromJs for Prose {
    fn from_js(value: &wasm_bindgen::JsValue) -> Option<Self> {
        let (html, language) = (field(value, "html")?, field(value, "language")?);
        Some(Self { html, language })
    }
}

/// HTML of a large part of a page.
///
/// The browser puts it on the page as it came: it is long, and the application has no use for it,
/// so there it holds nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "ssr", derive(serde::Serialize))]
pub struct Markup(#[cfg(feature = "ssr")] pub String);

#[cfg(feature = "hydrate")]
impl super::FromJs for Markup {
    fn from_js(value: &wasm_bindgen::JsValue) -> Option<Self> {
        value.is_string().then_some(Self())
    }
}

impl Markup {
    /// The HTML that the application knows of: in the browser, none.
    pub fn known(&self) -> String {
        #[cfg(feature = "ssr")]
        return self.0.clone();
        #[cfg(not(feature = "ssr"))]
        String::new()
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
    /// HTML that is safe to put into a page.
    pub fn html(&self) -> String {
        #[cfg(feature = "ssr")]
        return self.document.to_html();
        #[cfg(not(feature = "ssr"))]
        self.html.clone()
    }

    /// The value of the `lang` attribute, for an element that holds nothing but this text.
    pub fn lang(&self) -> Option<String> {
        self.language.as_ref().map(|language| language.lang.clone())
    }

    /// The value of the `dir` attribute, for an element that holds nothing but this text.
    pub fn dir(&self) -> Option<String> {
        self.language.as_ref().map(|language| language.dir.clone())
    }
}
