//! Folds text for comparison, with the Unicode tables of the build.
//!
//! `src/browser/fold.rs` does the same with the browser's tables. Both are tested against
//! `tests/data/folding.json`.

use super::fold::fold_decomposed;
use icu_normalizer::DecomposingNormalizerBorrowed;
use icu_properties::props::Script;
use icu_properties::{CodePointMapData, CodePointMapDataBorrowed};

const NORMALIZER: DecomposingNormalizerBorrowed = DecomposingNormalizerBorrowed::new_nfkd();
const SCRIPTS: CodePointMapDataBorrowed<Script> = CodePointMapData::new();

/// Scripts without spaces between words.
const SPACELESS: [Script; 8] = [
    Script::Han,
    Script::Hiragana,
    Script::Katakana,
    Script::Thai,
    Script::Lao,
    Script::Khmer,
    Script::Myanmar,
    Script::Tibetan,
];

/// Folds a text for comparison, ignoring case, marks and compatibility forms: `Núñez` is `nunez`.
#[must_use]
pub fn fold(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    let lower = NORMALIZER.normalize_iter(text.chars()).flat_map(char::to_lowercase);
    fold_decomposed(lower)
}

/// Folds one letter; the result can be empty, one letter or several.
#[must_use]
pub fn fold_char(c: char) -> String {
    fold(c.encode_utf8(&mut [0; 4]))
}

/// Whether this is a Hangul syllable, which folding decomposes into its letters.
#[must_use]
pub fn is_hangul(c: char) -> bool {
    ('가'..='힣').contains(&c)
}

/// Whether a letter belongs to a script without spaces between words, so that a word may begin and
/// end at any letter.
#[must_use]
pub fn is_spaceless(letter: char) -> bool {
    !letter.is_ascii() && SPACELESS.contains(&SCRIPTS.get(letter))
}

/// Whether a letter belongs to a script in which a letter is a syllable or a word: one without spaces, or Hangul.
#[must_use]
pub fn is_dense(letter: char) -> bool {
    is_spaceless(letter) || is_hangul(letter)
}

#[cfg(test)]
mod tests {
    use super::*;
    use icu_properties::props::GeneralCategory;

    #[test]
    fn invisible_characters_are_ignored() {
        let categories = CodePointMapData::<GeneralCategory>::new();
        let not_removed: Vec<char> = ('\u{0}'..='\u{ffff}')
            .filter(|c| categories.get(*c) == GeneralCategory::Format && !fold_char(*c).is_empty())
            .collect();
        // Printed signs of Syriac and Arabic, and interlinear annotation characters.
        let printed = ['\u{70f}', '\u{890}', '\u{891}', '\u{8e2}'];
        let glosses = ['\u{fff9}', '\u{fffa}', '\u{fffb}'];
        assert_eq!(not_removed, [&printed[..], &glosses[..]].concat());
    }

    #[test]
    fn a_letter_folds_like_the_text_that_contains_it() {
        for c in ('\u{0}'..='\u{ffff}').filter(|c| c.is_alphabetic()) {
            let word = format!("a{c}b");
            assert_eq!(fold(&word), ["a", &fold_char(c), "b"].concat(), "{word}");
            assert_eq!(fold(&fold_char(c)), fold_char(c), "{word}: folding again changes nothing");
        }
    }
}
