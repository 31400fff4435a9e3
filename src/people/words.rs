//! The words of a text that is folded already.

/// The most words of a question that are looked for: whoever pastes a page asks for its beginning.
pub const MOST: usize = 8;

/// Splits a text into words. `C`, `C++` and `C#` are three different ones.
pub fn words(text: &str) -> impl Iterator<Item = &str> {
    let is_gap = |c: char| c.is_whitespace() || (c.is_ascii_punctuation() && c != '+' && c != '#');
    text.split(is_gap).filter(|word| !word.is_empty())
}
