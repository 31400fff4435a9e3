//! Words as the search over people compares them, once a text is folded.

/// The most words of a question that are looked for: whoever pastes a page asks for its beginning.
pub const MAX_QUERY_WORDS: usize = 8;

/// Splits a text that is folded into words. `C`, `C++` and `C#` are three different ones.
pub fn words(text: &str) -> impl Iterator<Item = &str> {
    let is_gap = |c: char| c.is_whitespace() || (c.is_ascii_punctuation() && c != '+' && c != '#');
    text.split(is_gap).filter(|word| !word.is_empty())
}
