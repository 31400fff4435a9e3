//! The names of languages (CLDR), which no crate that we have brings.

use super::Tag;
use super::table::position_or_english;

/// A row for each language, by its codes (ISO 639, the one of two letters first), and a column for
/// each language of a reader. The names are those of the Unicode CLDR, under the Unicode License
/// (<https://www.unicode.org/license.txt>).
const TABLE: &str = include_str!("language_names.tsv");

/// Returns the name of a language, by any of its codes (ISO 639-1 and both codes of ISO 639-2), in
/// the language of a reader, or in English if the table does not have that language; `None` if it
/// has no language with this code. The first letter is a capital, as at the start of a line.
#[must_use]
pub fn language_name(code: &str, language: &Tag) -> Option<String> {
    let mut rows = TABLE.lines();
    let tags = rows.next()?.split('\t');
    let code = code.trim();
    let is_own = |row: &&str| {
        let codes = row.split('\t').next().unwrap_or_default();
        codes.split(' ').any(|own| own.eq_ignore_ascii_case(code))
    };
    let row = rows.find(is_own)?;
    let column = position_or_english(tags, language)?;
    let mut letters = row.split('\t').nth(column)?.chars();
    let first = letters.next()?;
    Some(first.to_uppercase().chain(letters).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn languages_have_a_name_in_the_language_of_the_reader() {
        let name = |code, tag| language_name(code, &Tag::parse(tag).expect("the tag is known"));
        for (code, tag, expected) in [
            ("fr", "en", "French"),
            ("fra", "es", "Francés"),
            ("FRE", "de-AT", "Französisch"),
            ("ger", "it", "Tedesco"),
            ("deu", "el", "Γερμανικά"),
            ("slv", "sl", "Slovenščina"),
            ("eng", "zu", "English"),
        ] {
            assert_eq!(name(code, tag).as_deref(), Some(expected), "{code} in {tag}");
        }
        assert_eq!(name("Neapolitan", "en"), None);
        assert_eq!(name("", "en"), None);
        assert_eq!(name("en", "en").as_deref(), Some("English"));
    }

    #[test]
    fn every_row_has_every_column() {
        let columns = TABLE.lines().next().map(|row| row.split('\t').count());
        for row in TABLE.lines() {
            assert_eq!(Some(row.split('\t').count()), columns, "{row}");
        }
    }
}
