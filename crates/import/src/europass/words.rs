//! The words that Europass prints around what people write, such as the skills of its language grid.
//! A file has them only as names of elements.

use perfil_model::language::Tag;

/// A row for each language, and a column for each word.
const TABLE: &str = include_str!("words.tsv");

/// Returns a word in a language, or in English if the table does not have that language.
pub(super) fn word(id: &str, language: &Tag) -> &'static str {
    let same = |tag: &str| Tag::parse(tag).is_some_and(|tag| tag.is_same_language(language));
    cell(id, same).or_else(|| cell(id, |tag| tag == "en")).unwrap_or_default()
}

fn cell(id: &str, is_wanted: impl Fn(&str) -> bool) -> Option<&'static str> {
    let mut rows = TABLE.lines().map(|row| row.split('\t'));
    let column = rows.next()?.position(|heading| heading == id)?;
    let row = rows.find(|row| row.clone().next().is_some_and(&is_wanted));
    row.and_then(|mut row| row.nth(column))
}

#[cfg(test)]
mod tests {
    use super::{TABLE, word};
    use perfil_model::language::Tag;

    #[test]
    fn words_are_in_the_language_of_the_file() {
        let of = |id, tag| word(id, &Tag::parse(tag).expect("the tag is known"));
        assert_eq!(of("native", "de-AT"), "Muttersprache");
        assert_eq!(of("interaction", "es"), "Interacción oral");
        assert_eq!(of("writing", "ja"), "Writing");
        assert_eq!(of("nothing", "en"), "");
    }

    #[test]
    fn every_row_has_every_word() {
        let columns = TABLE.lines().next().map(|row| row.split('\t').count());
        for row in TABLE.lines() {
            assert_eq!(Some(row.split('\t').count()), columns, "{row}");
            assert!(row.split('\t').all(|word| !word.trim().is_empty()), "{row}");
            let tag = row.split('\t').next().unwrap_or_default();
            assert!(tag == "tag" || Tag::parse(tag).is_some(), "{tag}");
        }
    }
}
