//! Titles of sections, for formats that have none.

use super::{ImportContext, tree};
use perfil_model::language::{Tag, default_word, known_word};
use perfil_source::Node;
use std::ops::Range;

/// Returns the title of a section in each language of the site for which the owner or the table has
/// one, else in English.
pub(super) fn title(id: &str, context: &ImportContext, span: &Range<usize>) -> Node {
    let word = |language: &Tag| {
        let locale = context.locales.iter().find(|locale| locale.tag == *language);
        locale.and_then(|locale| locale.sections.get(id)).or_else(|| known_word(id, language))
    };
    let in_language = |language: &Tag| {
        Some(tree::member(language.as_str(), tree::text(word(language)?, span.clone())))
    };
    let written: Vec<_> = context.languages.iter().filter_map(in_language).collect();
    let english = Tag::parse("en").map_or(id, |tag| default_word(id, &tag));
    let english = || vec![tree::member("en", tree::text(english, span.clone()))];
    tree::object(if written.is_empty() { english() } else { written }, span.clone())
}
