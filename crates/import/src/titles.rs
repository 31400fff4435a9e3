//! Titles of sections, for formats that have none.

use super::tree;
use perfil_model::language::{Tag, default_word, known_word};
use perfil_source::Node;
use std::ops::Range;

/// Returns the title of a section in each of these languages that the table has, else in English.
pub(super) fn title(id: &str, languages: &[Tag], span: &Range<usize>) -> Node {
    let written: Vec<_> = languages
        .iter()
        .filter_map(|language| {
            let text = tree::text(known_word(id, language)?, span.clone());
            Some(tree::member(language.as_str(), text))
        })
        .collect();
    let english = Tag::parse("en").map_or(id, |tag| default_word(id, &tag));
    let english = || vec![tree::member("en", tree::text(english, span.clone()))];
    tree::object(if written.is_empty() { english() } else { written }, span.clone())
}
