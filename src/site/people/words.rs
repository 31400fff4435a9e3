//! Words as they are compared: without case and without marks, in every script.
//!
//! `src/browser/fold.rs` does the same with the browser's own tables; the two have to agree, and a
//! test in `tests/web/people.rs` types words of many scripts to see that they do.

use crate::people;
use icu_normalizer::DecomposingNormalizerBorrowed;
use icu_properties::CodePointMapData;
use icu_properties::props::Script;

/// The text without case and marks: `Núñez` is `nunez`.
fn folded(text: &str) -> String {
    let normalizer = DecomposingNormalizerBorrowed::new_nfkd();
    let lower = text.chars().flat_map(char::to_lowercase);
    people::folded(normalizer.normalize_iter(lower))
}

/// The words of a text, folded. Signs around a word, such as quotation marks, are no part of it.
pub(super) fn words(text: &str) -> Vec<String> {
    let folded = folded(text);
    let is_sign = |c: char| !c.is_alphanumeric() && !c.is_ascii_punctuation();
    let words = people::words(&folded).map(|word| word.trim_matches(is_sign));
    words.filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

/// The places in a word at which somebody may begin to type it: its beginning, and in scripts that
/// write no spaces any letter.
pub(super) fn beginnings(word: &str) -> impl Iterator<Item = &str> {
    let scripts = CodePointMapData::<Script>::new();
    let spaceless = [
        Script::Han,
        Script::Hiragana,
        Script::Katakana,
        Script::Thai,
        Script::Lao,
        Script::Khmer,
        Script::Myanmar,
    ];
    let places = word.char_indices();
    places
        .filter(move |(at, letter)| *at == 0 || spaceless.contains(&scripts.get(*letter)))
        .map(|(at, _)| &word[at..])
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
    fn scripts_without_spaces_are_found_from_any_letter() {
        assert_eq!(beginnings("田中").collect::<Vec<_>>(), ["田中", "中"]);
        assert_eq!(beginnings("kafka").collect::<Vec<_>>(), ["kafka"]);
    }
}
