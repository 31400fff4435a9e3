//! The names of languages (CLDR), which no crate that we have brings.

use super::{Tag, table};
use std::sync::LazyLock;

/// A row for each language, by its codes (ISO 639, the one of two letters first), and a column for
/// each language of a reader. The names are those of the Unicode CLDR, under the Unicode License
/// (<https://www.unicode.org/license.txt>).
static TABLE: LazyLock<&str> = LazyLock::new(|| perfil_apart::table!("language_names.tsv"));

/// Returns the name of a language, by any of its codes (ISO 639-1 and both codes of ISO 639-2), in
/// the language of a reader, or in English if the table does not have that language; `None` if it
/// has no language with this code. The first letter is a capital, as at the start of a line.
#[must_use]
pub fn language_name(code: &str, language: &Tag) -> Option<String> {
    capitalized(table::name_of(&TABLE, code, language)?)
}

/// Returns the code of a language (ISO 639) by its name in English.
#[must_use]
pub fn language_code(english: &str) -> Option<&'static str> {
    let english = english.trim();
    table::code_of(&TABLE, |name| name.eq_ignore_ascii_case(english))
}

/// Returns the names of a language in those of these languages that the table has.
#[must_use]
pub fn language_names<'a>(code: &str, languages: &'a [Tag]) -> Vec<(&'a Tag, String)> {
    let names = table::names_of(&TABLE, code, languages).into_iter();
    names.filter_map(|(tag, name)| Some((tag, capitalized(name)?))).collect()
}

fn capitalized(name: &str) -> Option<String> {
    let mut letters = name.chars();
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
    fn languages_are_found_by_their_english_names() {
        let languages = ["de", "zu", "es-MX"].map(|tag| Tag::parse(tag).expect("the tag is known"));
        assert_eq!(language_code("German"), Some("de"));
        assert_eq!(language_code(" scottish gaelic "), Some("gd"));
        assert_eq!(language_code("Deutsch"), None);
        assert_eq!(language_code(""), None);
        let names = language_names("de", &languages);
        let names: Vec<_> = names.iter().map(|(tag, name)| (tag.as_str(), name.as_str())).collect();
        // There are no names in Zulu, and none is made up.
        assert_eq!(names, [("de", "Deutsch"), ("es-MX", "Alemán")]);
        assert_eq!(language_names("none", &languages), []);
    }

    #[test]
    fn every_row_has_every_column() {
        let columns = TABLE.lines().next().map(|row| row.split('\t').count());
        for row in TABLE.lines() {
            assert_eq!(Some(row.split('\t').count()), columns, "{row}");
        }
    }
}
