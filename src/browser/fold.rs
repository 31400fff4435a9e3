//! Folds text for search: without case, diacritics and other differences of form. It uses the
//! browser's Unicode tables; the build has its own, in `crates/text/src/unicode.rs`.

use js_sys::JsString;
use perfil_text::fold_decomposed;

/// The maximum number of words that are searched: more than anybody types, and few enough to be
/// searched immediately.
const MAX_WORDS: usize = 100;

/// Folds a text for comparison.
pub(super) fn fold(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    let decomposed = String::from(JsString::from(text).normalize("NFKD").to_lower_case());
    fold_decomposed(decomposed.chars())
}

/// Returns the folded words of a search, without duplicates.
pub(crate) fn words(text: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    for word in fold(text).split_whitespace().take(MAX_WORDS) {
        if !words.iter().any(|known| known == word) {
            words.push(word.to_owned());
        }
    }
    words
}
