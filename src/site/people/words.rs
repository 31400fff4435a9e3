//! Words as they are compared: without case and without marks, in every script.
//!
//! `src/browser/fold.rs` does the same with the browser's own tables; the two have to agree, and a
//! test in `tests/web/people.rs` types words of many scripts to see that they do.

use crate::people;
use icu::normalizer::DecomposingNormalizerBorrowed;
use icu::properties::CodePointMapData;
use icu::properties::props::Script;

/// Letters that Unicode does not take apart, and what people type for them.
const LETTERS: [(char, &str); 9] = [
    ('ı', "i"),
    ('ß', "ss"),
    ('æ', "ae"),
    ('đ', "d"),
    ('ł', "l"),
    ('ø', "o"),
    ('œ', "oe"),
    ('ς', "σ"),
    ('ـ', ""),
];

/// Marks that a writer may leave out. In other scripts marks are vowels that tell words apart.
fn is_optional(mark: char) -> bool {
    matches!(mark, '\u{300}'..='\u{36f}' | '\u{591}'..='\u{5c7}' | '\u{64b}'..='\u{65f}' | '\u{670}'
        | '\u{200c}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{ad}')
}

/// The text without case and marks: `Núñez` is `nunez`.
fn folded(text: &str) -> String {
    let normalizer = DecomposingNormalizerBorrowed::new_nfkd();
    let mut folded = String::new();
    for lower in text.chars().flat_map(char::to_lowercase) {
        let parts = normalizer.normalize_iter(std::iter::once(lower));
        for part in parts.filter(|part| !is_optional(*part)) {
            match LETTERS.iter().find(|(letter, _)| *letter == part) {
                Some((_, typed)) => folded.push_str(typed),
                None => folded.push(part),
            }
        }
    }
    folded
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
