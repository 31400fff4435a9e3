//! The names of countries (CLDR), which no crate that we have brings.

use super::{Tag, table};
use std::sync::LazyLock;

/// A row for each country, by its code (ISO 3166-1), and a column for each language. The names are
/// those of the Unicode CLDR, under the Unicode License (<https://www.unicode.org/license.txt>).
static TABLE: LazyLock<&str> = LazyLock::new(|| perfil_apart::table!("territories.tsv"));

/// Returns the name of a country in a language, or in English if the table does not have that
/// language; `None` if there is no country with this code.
#[must_use]
pub fn country_name(code: &str, language: &Tag) -> Option<&'static str> {
    table::name_of(&TABLE, code, language)
}

/// Returns the code of a country (ISO 3166-1) by its name in English, in which `and` and `Saint` can
/// be written out.
#[must_use]
pub fn country_code(english: &str) -> Option<&'static str> {
    let english = written_out(english);
    table::code_of(&TABLE, |name| written_out(name) == english)
}

/// Returns the names of a country in those of these languages that the table has.
#[must_use]
pub fn country_names<'a>(code: &str, languages: &'a [Tag]) -> Vec<(&'a Tag, &'static str)> {
    table::names_of(&TABLE, code, languages)
}

fn written_out(name: &str) -> String {
    name.trim().to_lowercase().replace('&', "and").replace("st. ", "saint ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn countries_have_a_name_in_the_language_of_the_reader() {
        let name = |code, tag| country_name(code, &Tag::parse(tag).expect("the tag is known"));
        assert_eq!(name("JP", "en"), Some("Japan"));
        assert_eq!(name("jp", "es-MX"), Some("Japón"));
        assert_eq!(name("DE", "ja"), Some("ドイツ"));
        assert_eq!(name("DE", "zu"), Some("Germany"));
        assert_eq!(name("Venezuela", "en"), None);
        assert_eq!(name("", "en"), None);
    }

    #[test]
    fn countries_are_found_by_their_english_names() {
        assert_eq!(country_code("Germany"), Some("DE"));
        assert_eq!(country_code("Bosnia and Herzegovina"), Some("BA"));
        assert_eq!(country_code("Saint Kitts And Nevis"), Some("KN"));
        assert_eq!(country_code("Deutschland"), None);
        assert_eq!(country_code(""), None);
        let languages = ["es", "zu"].map(|tag| Tag::parse(tag).expect("the tag is known"));
        assert_eq!(country_names("DE", &languages), [(&languages[0], "Alemania")]);
    }
}
