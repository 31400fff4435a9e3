//! Text with its own language, if that is not the page's language.

use super::data::data;
#[cfg(feature = "hydrate")]
use super::data::field;
#[cfg(feature = "ssr")]
use perfil_prose::Document;
#[cfg(feature = "ssr")]
use serde::ser::{Serialize, SerializeStruct as _, Serializer};

/// Plain text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Text {
    /// The text.
    pub text: String,
    /// Its language, if it is not the page's language.
    pub language: Option<Language>,
}

/// Most texts are in the language of their page, and are written as the text alone.
#[cfg(feature = "ssr")]
impl Serialize for Text {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Some(language) = &self.language else { return self.text.serialize(serializer) };
        let mut object = serializer.serialize_struct("Text", 2)?;
        object.serialize_field("text", &self.text)?;
        object.serialize_field("language", language)?;
        object.end()
    }
}

#[cfg(feature = "hydrate")]
impl super::FromJs for Text {
    fn from_js(value: &wasm_bindgen::JsValue) -> Option<Self> {
        if let Some(text) = value.as_string() {
            return Some(Self { text, language: None });
        }
        Some(Self { text: field(value, "text")?, language: field(value, "language")? })
    }
}

/// Text with markup.
///
/// The build has the syntax tree, from which all output is written; the browser has the HTML that
/// the build wrote from it, and no other HTML is ever inserted into a page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Prose {
    /// The syntax tree.
    #[cfg(feature = "ssr")]
    pub document: Document,
    #[cfg(not(feature = "ssr"))]
    html: String,
    /// Its language, if it is not the page's language.
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

/// The HTML of a large part of a page.
///
/// The browser inserts it into the page unchanged. It is long and the application does not use it,
/// so this type is empty in the browser.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Markup(#[cfg(feature = "ssr")] pub String);

impl Markup {
    /// Returns the HTML in the build, and an empty string in the browser.
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
        /// The language tag (BCP 47).
        pub lang: String,
        /// `ltr` or `rtl`.
        pub dir: String,
    }
}

impl Text {
    /// The value of the `lang` attribute, for an element that contains only this text.
    pub fn lang(&self) -> Option<String> {
        self.language.as_ref().map(|language| language.lang.clone())
    }

    /// The value of the `dir` attribute, for an element that contains only this text.
    pub fn dir(&self) -> Option<String> {
        self.language.as_ref().map(|language| language.dir.clone())
    }
}

impl Prose {
    /// Returns HTML that is safe to insert into a page.
    pub fn html(&self) -> String {
        #[cfg(feature = "ssr")]
        return self.document.to_html();
        #[cfg(not(feature = "ssr"))]
        self.html.clone()
    }

    /// The value of the `lang` attribute, for an element that contains only this text.
    pub fn lang(&self) -> Option<String> {
        self.language.as_ref().map(|language| language.lang.clone())
    }

    /// The value of the `dir` attribute, for an element that contains only this text.
    pub fn dir(&self) -> Option<String> {
        self.language.as_ref().map(|language| language.dir.clone())
    }
}
