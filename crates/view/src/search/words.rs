//! Splits folded text into the words that the search over people compares.

/// The maximum number of words of a query that are searched: of a pasted page, only the beginning
/// is.
pub const MAX_QUERY_WORDS: usize = 8;

/// Splits folded text into words. `C`, `C++` and `C#` are three different words.
pub fn words(text: &str) -> impl Iterator<Item = &str> {
    let is_gap = |c: char| c.is_whitespace() || (c.is_ascii_punctuation() && c != '+' && c != '#');
    text.split(is_gap).filter(|word| !word.is_empty())
}
