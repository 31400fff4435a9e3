//! Splits texts into the terms that people are found by.

use perfil_text::{fold, is_spaceless};
use perfil_view::search;

/// Returns the folded words of a text, without punctuation around them such as quotation marks.
pub(super) fn words(text: &str) -> Vec<String> {
    let folded = fold(text);
    let is_sign = |c: char| !c.is_alphanumeric() && !c.is_ascii_punctuation();
    let words = search::words(&folded).map(|word| word.trim_matches(is_sign));
    words.filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

/// Returns the suffixes of a word that a query may match: the word itself, and in scripts without
/// spaces the suffix from any letter.
pub(super) fn beginnings(word: &str) -> impl Iterator<Item = &str> {
    let places = word.char_indices();
    places.filter(|(at, letter)| *at == 0 || is_spaceless(*letter)).map(|(at, _)| &word[at..])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_compared_without_case_and_marks() {
        for (text, expected) in [
            ("María-José Núñez", "maria jose nunez"),
            ("ÅSA Öztürk İbrahim", "asa ozturk ibrahim"),
            ("Nguyễn Đỗ", "nguyen do"),
            ("Γιώργος ΟΔΟΣ", "γιωργοσ οδοσ"),
            ("Ёлкин", "елкин"),
            ("مُحَمَّد", "محمد"),
            ("C++, C# / C", "c++ c# c"),
            ("Node.js 20", "node js 20"),
            ("🚀 \u{200f}…", ""),
        ] {
            assert_eq!(words(text).join(" "), expected);
        }
    }

    #[test]
    fn text_without_spaces_is_found_from_any_letter() {
        assert_eq!(beginnings("田中").collect::<Vec<_>>(), ["田中", "中"]);
        assert_eq!(beginnings("kafka").collect::<Vec<_>>(), ["kafka"]);
    }
}
