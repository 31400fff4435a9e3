//! Words that a format does not bring and a page needs: the titles of its sections, and the label of
//! a grade.

use super::Tag;
use super::table::word_in;

/// A row for each language, a column for each word.
const TABLE: &str = include_str!("default_words.tsv");

/// Returns a word in a language, or in English if the table does not have that language.
#[must_use]
pub fn default_word(id: &str, language: &Tag) -> &'static str {
    let english = || word_in(TABLE, id, &Tag::parse("en")?);
    known_word(id, language).or_else(english).unwrap_or_default()
}

/// Returns a word in a language that the table has.
#[must_use]
pub fn known_word(id: &str, language: &Tag) -> Option<&'static str> {
    word_in(TABLE, id, language)
}

/// Returns the identifiers of all words, in the order of the table.
pub(crate) fn default_word_ids() -> impl Iterator<Item = &'static str> {
    TABLE.lines().next().unwrap_or_default().split('\t').skip(1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::profile::ResumeList;

    #[test]
    fn every_list_of_a_resume_has_a_title_in_every_language_of_the_table() {
        let languages: Vec<Tag> =
            TABLE.lines().skip(1).filter_map(|row| Tag::parse(row.split('\t').next()?)).collect();
        assert_eq!(languages.len() + 1, TABLE.lines().count());
        for language in &languages {
            let others = ["score", "more", "courses", "patents", "organizations", "testScores"];
            for id in ResumeList::ALL.iter().map(|list| list.key()).chain(others) {
                assert!(
                    known_word(id, language).is_some_and(|word| !word.is_empty()),
                    "{language} {id}"
                );
            }
        }
    }

    #[test]
    fn a_language_without_a_row_gets_english() {
        let tag = |written| Tag::parse(written).expect("the tag is known");
        assert_eq!(default_word("work", &tag("ja")), "職歴");
        assert_eq!(default_word("work", &tag("de-AT")), "Berufserfahrung");
        assert_eq!(default_word("work", &tag("zh-TW")), "工作經歷");
        assert_eq!(default_word("work", &tag("cy")), "Work");
    }
}
