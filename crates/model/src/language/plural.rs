//! Texts that depend on a number.

use super::Tag;
use icu_plurals::{PluralCategory, PluralRules};
use perfil_source::{Context, Decode, Fields, Node, Value};
use std::collections::BTreeMap;

/// One text for each plural category (CLDR) of the language.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(transparent))]
pub struct Plural(BTreeMap<String, String>);

impl Plural {
    /// Returns the text for a number, with the number filled in.
    #[must_use]
    pub fn format(&self, tag: &Tag, number: u32, written: &str) -> String {
        let category = PluralRules::try_new_cardinal(tag.identifier().into())
            .map_or(PluralCategory::Other, |rules| rules.category_for(number));
        let text = self.0.get(word(category)).or_else(|| self.0.get("other"));
        text.map_or_else(String::new, |text| text.replace("{n}", written))
    }
}

/// Returns the names of the plural categories (CLDR) of a language: `one`, `other`.
#[must_use]
pub fn plural_categories(tag: &Tag) -> Vec<&'static str> {
    let rules = PluralRules::try_new_cardinal(tag.identifier().into());
    rules.map_or_else(|_| vec!["other"], |rules| rules.categories().map(word).collect())
}

fn word(category: PluralCategory) -> &'static str {
    match category {
        PluralCategory::Zero => "zero",
        PluralCategory::One => "one",
        PluralCategory::Two => "two",
        PluralCategory::Few => "few",
        PluralCategory::Many => "many",
        PluralCategory::Other => "other",
    }
}

impl Decode for Plural {
    fn decode(node: &Node, context: &mut Context) -> Option<Self> {
        let mut fields = Fields::new(node, "a text for each plural category", context)?;
        let texts: Vec<(String, Option<Option<String>>)> = PluralCategory::all()
            .map(|category| (word(category).to_owned(), fields.field(word(category), context)))
            .collect();
        fields.finish(context);
        let read: Option<Vec<_>> =
            texts.into_iter().map(|(word, text)| Some((word, text?))).collect();
        let texts = read?.into_iter().filter_map(|(word, text)| Some((word, text?))).collect();
        Some(Self(texts))
    }
}

/// Checks whether there is a text for each plural category of the language.
pub(super) fn check_plural(tag: &Tag, node: &Node, context: &mut Context) {
    if !matches!(node.value, Value::Object(_)) {
        return;
    }
    for key in plural_categories(tag).into_iter().filter(|key| node.get(key).is_none()) {
        context.error(
            node.span.start..node.span.start + 1,
            format!("the key {key:?} is missing"),
            format!("Add {key:?}: it is a plural category of {tag} (CLDR)."),
        );
    }
}
