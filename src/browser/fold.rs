//! Text as search compares it: without case, diacritics and other differences of form. The browser's
//! own Unicode tables do the work, of which `src/text/unicode.rs` has its own in the build.

use js_sys::JsString;
use perfil_text::fold_decomposed;

/// How many words are searched: more than anybody types, and no more than can be answered at once.
const MAX_WORDS: usize = 100;

/// A text as it is compared.
pub(super) fn fold(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    let decomposed = String::from(JsString::from(text).normalize("NFKD").to_lower_case());
    fold_decomposed(decomposed.chars())
}

/// The words of a search as they are compared, each once.
pub(crate) fn words(text: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    for word in fold(text).split_whitespace().take(MAX_WORDS) {
        if !words.iter().any(|known| known == word) {
            words.push(word.to_owned());
        }
    }
    words
}
