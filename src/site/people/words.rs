//! Words as they are compared: without case and without marks, in every script.
//!
//! `src/browser/words.rs` does the same with the browser's own tables; the two have to agree.

use icu::normalizer::DecomposingNormalizer;
use icu::properties::CodePointMapData;
use icu::properties::props::{GeneralCategory, GeneralCategoryGroup, Script};

/// The text without case and marks: `Núñez` is `nunez`.
pub(super) fn folded(text: &str) -> String {
    let categories = CodePointMapData::<GeneralCategory>::new();
    let decomposed = DecomposingNormalizer::new_nfd().normalize(text);
    let letters =
        decomposed.chars().filter(|c| !GeneralCategoryGroup::Mark.contains(categories.get(*c)));
    letters.collect::<String>().to_lowercase()
}

/// The words of a text, folded.
pub(super) fn words(text: &str) -> Vec<String> {
    let folded = folded(text);
    let categories = CodePointMapData::<GeneralCategory>::new();
    // So that C, C++ and C# are three words.
    let is_part = |c: char| {
        let category = categories.get(c);
        matches!(c, '+' | '#')
            || GeneralCategoryGroup::Letter.contains(category)
            || GeneralCategoryGroup::Number.contains(category)
    };
    folded.split(|c| !is_part(c)).filter(|word| !word.is_empty()).map(str::to_owned).collect()
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

/// A name for addresses: `Node.js` is `node-js`, `C++` is `c++`.
pub(super) fn slug(text: &str) -> String {
    words(text).join("-")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_compared_without_case_and_marks() {
        for (text, expected) in [
            ("María-José Núñez", "maria jose nunez"),
            ("ÅSA Öztürk İbrahim", "asa ozturk ibrahim"),
            ("Nguyễn Đỗ", "nguyen đo"),
            ("Γιώργος ΟΔΟΣ", "γιωργος οδος"),
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

    #[test]
    fn names_for_addresses_tell_what_differs() {
        assert_eq!(slug("Apache Kafka"), "apache-kafka");
        assert_ne!(slug("C++"), slug("C#"));
    }
}
