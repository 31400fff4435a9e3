//! Texts in the language of the page, marked if they are borrowed from another one.

use perfil_evidence::Vocabulary;
use perfil_model::language::{Chain, Found, Locale, Name, Prose, Text};
use perfil_model::profile::ImagePath;
use perfil_prose::Document;
use perfil_view as view;
use std::collections::BTreeMap;

/// Resolves the texts of a document for one page.
#[derive(Clone, Copy, Debug)]
pub struct Localizer<'a> {
    chain: &'a Chain,
    locale: &'a Locale,
    /// The skills of the profile, while a profile is resolved.
    vocabulary: Option<&'a Vocabulary>,
    /// The images of the profile by their paths in the content folder.
    images: Option<&'a Images>,
}

/// Images by their paths in the content folder.
pub type Images = BTreeMap<ImagePath, view::Image>;

impl<'a> Localizer<'a> {
    /// Creates a localizer with this fallback chain and locale.
    #[must_use]
    pub fn new(chain: &'a Chain, locale: &'a Locale) -> Self {
        Self { chain, locale, vocabulary: None, images: None }
    }

    /// The same, with the images of a profile, which the build knows.
    #[must_use]
    pub fn with_images(self, images: &'a Images) -> Self {
        Self { images: Some(images), ..self }
    }

    /// Returns an image, if the build knows it.
    pub(super) fn image(&self, path: &ImagePath) -> Option<view::Image> {
        self.images?.get(path).cloned()
    }

    /// The same, with links from names that are skills to their evidence.
    pub(super) fn with(self, vocabulary: &'a Vocabulary) -> Self {
        Self { vocabulary: Some(vocabulary), ..self }
    }

    pub(super) fn vocabulary(&self) -> Option<&Vocabulary> {
        self.vocabulary
    }

    /// Returns the locale of the page.
    #[must_use]
    pub fn locale(&self) -> &Locale {
        self.locale
    }

    /// Resolves a text.
    #[must_use]
    pub fn text(&self, text: &Text) -> view::Text {
        resolved(self.chain.text(text))
    }

    /// Resolves a name.
    #[must_use]
    pub fn name(&self, name: &Name) -> view::Text {
        resolved(self.chain.name(name))
    }

    /// Resolves a text in Markdown.
    #[must_use]
    pub fn prose(&self, prose: &Prose) -> view::Prose {
        let found = self.chain.text(&prose.0);
        view::Prose { document: Document::parse(found.text), language: language(&found) }
    }

    /// Resolves a text in Markdown without its markup, for places that cannot show it.
    #[must_use]
    pub fn unmarked(&self, prose: &Prose) -> String {
        Document::parse(self.chain.text(&prose.0).text).to_text()
    }

    pub(super) fn option(&self, text: Option<&Text>) -> Option<view::Text> {
        text.map(|text| self.text(text))
    }

    pub(super) fn texts(&self, texts: &[Text]) -> Vec<view::Text> {
        texts.iter().map(|text| self.text(text)).collect()
    }

    pub(super) fn proses(&self, proses: &[Prose]) -> Vec<view::Prose> {
        proses.iter().map(|prose| self.prose(prose)).collect()
    }
}

fn resolved(found: Found) -> view::Text {
    view::Text { text: found.text.to_owned(), language: language(&found) }
}

fn language(found: &Found) -> Option<view::Language> {
    found
        .borrowed
        .map(|tag| view::Language { lang: tag.to_string(), dir: tag.direction().to_owned() })
}
