//! Words as search compares them: without case, diacritics and other differences of form.

/// The most words of a question that are looked for: whoever pastes a page asks for its beginning.
pub const MOST: usize = 8;

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

/// Marks that a writer may leave out: those of Latin, Greek and Cyrillic letters, Hebrew points and
/// Arabic vowels. In other scripts marks are vowels that tell words apart.
fn is_optional(mark: char) -> bool {
    matches!(mark, '\u{300}'..='\u{36f}' | '\u{591}'..='\u{5c7}' | '\u{64b}'..='\u{65f}' | '\u{670}'
        | '\u{200c}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{ad}')
}

/// A text as it is compared, from its small letters taken apart (NFKD): by the browser's tables there,
/// by those of `icu` in the build.
pub fn folded(decomposed: impl Iterator<Item = char>) -> String {
    let mut folded = String::new();
    for part in decomposed.filter(|part| !is_optional(*part)) {
        match LETTERS.iter().find(|(letter, _)| *letter == part) {
            Some((_, typed)) => folded.push_str(typed),
            None => folded.push(part),
        }
    }
    folded
}

/// Splits a text that is folded into words. `C`, `C++` and `C#` are three different ones.
pub fn words(text: &str) -> impl Iterator<Item = &str> {
    let is_gap = |c: char| c.is_whitespace() || (c.is_ascii_punctuation() && c != '+' && c != '#');
    text.split(is_gap).filter(|word| !word.is_empty())
}
