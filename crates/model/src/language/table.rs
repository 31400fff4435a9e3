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

/// Returns the languages that are the columns of a table with a row for each code.
pub(super) fn tags(table: &'static str) -> impl Iterator<Item = &'static str> + Clone {
    table.lines().next().unwrap_or_default().split('\t')
}

/// Returns the row of a code. A row with several codes has spaces between them.
pub(super) fn row_of(table: &'static str, code: &str) -> Option<&'static str> {
    let code = code.trim();
    table.lines().skip(1).find(|row| {
        let codes = row.split('\t').next().unwrap_or_default();
        codes.split(' ').any(|own| own.eq_ignore_ascii_case(code))
    })
}

/// Returns the first code of the row whose English name, in the first column, is the one that is
/// looked for.
pub(super) fn code_of(table: &'static str, is_name: impl Fn(&str) -> bool) -> Option<&'static str> {
    let mut rows = table.lines().skip(1).map(|row| row.split('\t'));
    rows.find_map(|mut cells| {
        let codes = cells.next()?;
        cells.next().filter(|name| is_name(name))?;
        codes.split(' ').next()
    })
}

/// Returns the name in the row of a code in a language, or in English if the table does not have it.
pub(super) fn name_of(table: &'static str, code: &str, language: &Tag) -> Option<&'static str> {
    row_of(table, code)?.split('\t').nth(position_or_english(tags(table), language)?)
}

/// Returns the names in the row of a code, in those of these languages that the table has.
pub(super) fn names_of<'a>(
    table: &'static str,
    code: &str,
    languages: &'a [Tag],
) -> Vec<(&'a Tag, &'static str)> {
    let Some(row) = row_of(table, code) else { return Vec::new() };
    let name = |tag: &'a Tag| Some((tag, row.split('\t').nth(position(tags(table), tag)?)?));
    languages.iter().filter_map(name).collect()
}
