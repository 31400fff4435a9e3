//! Texts in the language of the page, and marked where they are borrowed.

use perfil_evidence::Vocabulary;
use perfil_model::language::{Chain, Found, Locale, Name, Prose, Text};
use perfil_prose::Document;
use perfil_view as view;

/// Resolves the texts of one document for one page.
#[derive(Clone, Copy, Debug)]
pub struct Localizer<'a> {
    chain: &'a Chain,
    locale: &'a Locale,
    /// The skills of the profile, while one is resolved.
    vocabulary: Option<&'a Vocabulary>,
}

impl<'a> Localizer<'a> {
    /// Resolves by this chain, with the words of this language.
    #[must_use]
    pub fn new(chain: &'a Chain, locale: &'a Locale) -> Self {
        Self { chain, locale, vocabulary: None }
    }

    /// The same, where names that are skills lead to their evidence.
    pub(super) fn with(self, vocabulary: &'a Vocabulary) -> Self {
        Self { vocabulary: Some(vocabulary), ..self }
    }

    pub(super) fn vocabulary(&self) -> Option<&Vocabulary> {
        self.vocabulary
    }

    /// The words of the page's language.
    #[must_use]
    pub fn locale(&self) -> &Locale {
        self.locale
    }

    /// A text.
    #[must_use]
    pub fn text(&self, text: &Text) -> view::Text {
        resolved(self.chain.text(text))
    }

    /// A name.
    #[must_use]
    pub fn name(&self, name: &Name) -> view::Text {
        resolved(self.chain.name(name))
    }

    /// A text in Markdown.
    #[must_use]
    pub fn prose(&self, prose: &Prose) -> view::Prose {
        let found = self.chain.text(&prose.0);
        view::Prose { document: Document::parse(found.text), language: language(&found) }
    }

    /// A text in Markdown without its markup, for places that show none.
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
