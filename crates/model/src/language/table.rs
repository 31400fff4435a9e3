//! Tables of words in many languages: text with tabs between its columns.

use super::Tag;

/// Returns the word of a column in the row of a language, in a table with a row for each language.
#[must_use]
pub fn word_in(table: &'static str, id: &str, language: &Tag) -> Option<&'static str> {
    let mut rows = table.lines().map(|row| row.split('\t'));
    let column = rows.next()?.position(|heading| heading == id)?;
    let tags = rows.clone().map(|mut row| row.next().unwrap_or_default());
    rows.nth(position(tags, language)?)?.nth(column)
}

/// Returns the place of a language among tags: its own, or else that of the same language elsewhere.
pub(super) fn position<'a>(
    tags: impl Iterator<Item = &'a str> + Clone,
    language: &Tag,
) -> Option<usize> {
    let same = |tag: &str| Tag::parse(tag).is_some_and(|tag| tag.is_same_language(language));
    tags.clone().position(|tag| tag == language.as_str()).or_else(|| tags.clone().position(same))
}

/// The same, or else the place of English.
pub(super) fn position_or_english<'a>(
    tags: impl Iterator<Item = &'a str> + Clone,
    language: &Tag,
) -> Option<usize> {
    position(tags.clone(), language).or_else(|| tags.clone().position(|tag| tag == "en"))
}
