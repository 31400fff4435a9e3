//! Language tags (BCP 47).

use icu_locale::{
    LanguageIdentifier, Locale, LocaleCanonicalizer, LocaleDirectionality, LocaleExpander,
};
use perfil_source::{Context, Decode, Node, Shape, shape};
use std::fmt;

/// A language that CLDR knows, in its canonical form: `es`, `es-MX`, `zh-Hant`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Tag(String);

impl Tag {
    /// Parses a tag; `None` if it is malformed or not a language in CLDR.
    #[must_use]
    pub fn parse(written: &str) -> Option<Self> {
        let mut locale = Locale::from(LanguageIdentifier::try_from_str(written).ok()?);
        LocaleCanonicalizer::new_common().canonicalize(&mut locale);
        let id = locale.id;
        let mut likely = id.clone();
        LocaleExpander::new_extended().maximize(&mut likely);
        (likely.script.is_some() && !id.language.is_unknown()).then(|| Self(id.to_string()))
    }

    /// Returns the tag for HTML's `lang`.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Returns the language alone, without script and region.
    pub(super) fn language(&self) -> &str {
        self.0.split('-').next().unwrap_or(&self.0)
    }

    /// Returns HTML's `dir` for text in this language: `ltr` or `rtl`.
    #[must_use]
    pub fn direction(&self) -> &'static str {
        if LocaleDirectionality::new_common().is_right_to_left(&self.identifier()) {
            "rtl"
        } else {
            "ltr"
        }
    }

    /// Returns the language with its region as Open Graph expects it: `en_US`. If the tag has no
    /// region, it is the one where CLDR knows most speakers.
    #[must_use]
    pub fn with_region(&self) -> String {
        let mut id = self.identifier();
        LocaleExpander::new_extended().maximize(&mut id);
        let region = id.region.map(|region| format!("_{region}")).unwrap_or_default();
        format!("{}{region}", id.language)
    }

    /// Whether readers would consider both tags the same language in the same script.
    #[must_use]
    pub fn is_same_language(&self, other: &Self) -> bool {
        let expander = LocaleExpander::new_extended();
        let [a, b] = [self, other].map(|tag| {
            let mut id = tag.identifier();
            expander.maximize(&mut id);
            (id.language, id.script)
        });
        a == b
    }

    /// Returns the tag as an identifier for the ICU libraries.
    pub(super) fn identifier(&self) -> LanguageIdentifier {
        LanguageIdentifier::try_from_str(&self.0).unwrap_or(LanguageIdentifier::UNKNOWN)
    }
}

impl fmt::Display for Tag {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl Decode for Tag {
    fn decode(node: &Node, context: &mut Context) -> Option<Self> {
        let written = String::decode(node, context)?;
        let tag = Self::parse(&written);
        if tag.is_none() {
            context.unknown_language(node.span.clone(), &written);
        }
        tag
    }

    fn shape() -> Shape {
        Shape::Line(shape::Line::Language)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_are_canonicalized() {
        for (written, canonical) in
            [("en", "en"), ("ES-mx", "es-MX"), ("iw", "he"), ("zh-hant-tw", "zh-Hant-TW")]
        {
            assert_eq!(Tag::parse(written).map(|tag| tag.0).as_deref(), Some(canonical));
        }
    }

    #[test]
    fn unknown_languages_are_rejected() {
        for written in ["", "spanish", "xx", "e", "en_", "text", "und"] {
            assert_eq!(Tag::parse(written), None, "{written}");
        }
    }

    #[test]
    fn direction_follows_the_script() {
        let direction = |tag| Tag::parse(tag).map(|tag| tag.direction());
        assert_eq!(direction("ar"), Some("rtl"));
        assert_eq!(direction("az-Arab"), Some("rtl"));
        assert_eq!(direction("es"), Some("ltr"));
    }

    #[test]
    fn a_region_is_added() {
        let region = |tag| Tag::parse(tag).map(|tag| tag.with_region());
        for (tag, expected) in
            [("en", "en_US"), ("es", "es_ES"), ("pt-BR", "pt_BR"), ("ar", "ar_EG")]
        {
            assert_eq!(region(tag).as_deref(), Some(expected));
        }
    }

    #[test]
    fn regions_share_a_language_and_scripts_do_not() {
        let same = |a, b| Some(Tag::parse(a)?.is_same_language(&Tag::parse(b)?));
        assert_eq!(same("es", "es-MX"), Some(true));
        assert_eq!(same("zh-Hant", "zh"), Some(false));
    }
}
