//! The words that Europass prints around what people write, such as the skills of its language grid.
//! A file has them only as names of elements.

use perfil_model::language::{Tag, word_in};
use std::sync::LazyLock;

/// A row for each language, and a column for each word.
static TABLE: LazyLock<&str> = LazyLock::new(|| perfil_apart::table!("words.tsv"));

/// Returns a word in a language, or in English if the table does not have that language.
pub(super) fn word(id: &str, language: &Tag) -> &'static str {
    let english = || word_in(&TABLE, id, &Tag::parse("en")?);
    word_in(&TABLE, id, language).or_else(english).unwrap_or_default()
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
