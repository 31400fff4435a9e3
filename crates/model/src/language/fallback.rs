//! Chooses the language of each text, field by field.

use super::{Name, Tag, Text};
use icu_locale::fallback::{LocaleFallbackConfig, LocaleFallbacker};

/// The languages in which a text is looked up for one page: `es-MX` → `es` → the site's default.
#[derive(Clone, Debug)]
pub struct Chain {
    page: Tag,
    document: Tag,
    order: Vec<Tag>,
}

/// A text, and the language in which it was found.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Found<'a> {
    /// The text.
    pub text: &'a str,
    /// Its language, if that differs from the page's.
    pub borrowed: Option<&'a Tag>,
}

impl Chain {
    /// Returns the chain for a page in `page`, of a document whose plain strings are in `document`.
    #[must_use]
    pub fn new(page: &Tag, document: &Tag, default: &Tag) -> Self {
        let mut order = parents(page);
        for tag in parents(default) {
            if !order.contains(&tag) {
                order.push(tag);
            }
        }
        Self { page: page.clone(), document: document.clone(), order }
    }

    /// Returns the language of the page.
    #[must_use]
    pub fn page(&self) -> &Tag {
        &self.page
    }

    /// Returns the best available text: in the page's language if possible, else along the chain.
    #[must_use]
    pub fn text<'a>(&'a self, text: &'a Text) -> Found<'a> {
        match text {
            Text::Plain(text) => self.found(&self.document, text),
            Text::ByLanguage(texts) => {
                let exact = |tag: &Tag| texts.iter().find(|(written, _)| written == tag);
                let same = || texts.iter().find(|(tag, _)| tag.is_same_language(&self.page));
                self.order
                    .iter()
                    .take(1)
                    .find_map(exact)
                    .or_else(same)
                    .or_else(|| self.order.iter().find_map(exact))
                    .or_else(|| texts.first())
                    .map_or(Found { text: "", borrowed: None }, |(tag, text)| self.found(tag, text))
            }
        }
    }

    /// Returns the best form of a name; a plain string is valid in every language.
    #[must_use]
    pub fn name<'a>(&'a self, name: &'a Name) -> Found<'a> {
        match &name.0 {
            Text::Plain(text) => Found { text, borrowed: None },
            by_language @ Text::ByLanguage(_) => self.text(by_language),
        }
    }

    fn found<'a>(&self, tag: &'a Tag, text: &'a str) -> Found<'a> {
        Found { text, borrowed: (!tag.is_same_language(&self.page)).then_some(tag) }
    }
}

/// Returns a tag and its CLDR parents, the closest first, without the root.
fn parents(tag: &Tag) -> Vec<Tag> {
    let fallbacker = LocaleFallbacker::new().for_config(LocaleFallbackConfig::default());
    let mut steps = fallbacker.fallback_for(tag.identifier().into());
    let mut tags = vec![tag.clone()];
    while !steps.get().is_unknown() {
        if let Some(parent) = Tag::parse(&steps.get().to_string())
            && !tags.contains(&parent)
        {
            tags.push(parent);
        }
        steps.step();
    }
    tags
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tag(written: &str) -> Tag {
        Tag::parse(written).expect("the tag is known")
    }

    fn check(page: &str, texts: &[&str], expected: (&str, Option<&str>)) {
        let chain = Chain::new(&tag(page), &tag("en"), &tag("en"));
        let text = Text::ByLanguage(
            texts.iter().map(|written| (tag(written), (*written).to_owned())).collect(),
        );
        let found = chain.text(&text);
        assert_eq!((found.text, found.borrowed.map(Tag::as_str)), expected);
    }

    #[test]
    fn the_closest_language_is_used() {
        check("es-MX", &["en", "es", "es-MX"], ("es-MX", None));
        check("es-MX", &["en", "es"], ("es", None));
        check("es", &["en", "es-MX"], ("es-MX", None));
        check("es", &["fr", "en"], ("en", Some("en")));
        check("es", &["fr", "de"], ("fr", Some("fr")));
    }

    #[test]
    fn a_plain_string_is_in_the_language_of_its_document() {
        let chain = Chain::new(&tag("es"), &tag("en"), &tag("es"));
        let plain = Text::Plain("PostgreSQL".into());
        assert_eq!(chain.text(&plain).borrowed, Some(&tag("en")));
        assert_eq!(chain.name(&Name(plain)).borrowed, None);
    }
}
