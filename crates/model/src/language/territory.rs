//! The names of countries (CLDR), which no crate that we have brings.

use super::Tag;
use super::table::position_or_english;

/// A row for each country, by its code (ISO 3166-1), and a column for each language. The names are
/// those of the Unicode CLDR, under the Unicode License (<https://www.unicode.org/license.txt>).
const TABLE: &str = include_str!("territories.tsv");

/// Returns the name of a country in a language, or in English if the table does not have that
/// language; `None` if there is no country with this code.
#[must_use]
pub fn country_name(code: &str, language: &Tag) -> Option<&'static str> {
    let mut rows = TABLE.lines();
    let tags = rows.next()?.split('\t');
    let code = code.trim();
    let row =
        rows.find(|row| row.split('\t').next().is_some_and(|own| own.eq_ignore_ascii_case(code)))?;
    let column = position_or_english(tags, language)?;
    row.split('\t').nth(column)
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
}
