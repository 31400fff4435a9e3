//! Text as search compares it: without case, diacritics and other differences of form. The browser's
//! own Unicode tables do the work.

use js_sys::JsString;

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

/// How many words are searched: more than anybody types, and no more than can be answered at once.
const MOST: usize = 100;

/// Marks that a writer may leave out: those of Latin, Greek and Cyrillic letters, Hebrew points and
/// Arabic vowels. In other scripts marks are vowels that tell words apart.
fn is_optional(mark: char) -> bool {
    matches!(mark, '\u{300}'..='\u{36f}' | '\u{591}'..='\u{5c7}' | '\u{64b}'..='\u{65f}' | '\u{670}'
        | '\u{200c}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{ad}')
}

/// A text as it is compared.
pub(super) fn fold(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    let decomposed = String::from(JsString::from(text).to_lower_case().normalize("NFKD"));
    let mut folded = String::with_capacity(decomposed.len());
    for c in decomposed.chars().filter(|c| !is_optional(*c)) {
        match LETTERS.iter().find(|(letter, _)| *letter == c) {
            Some((_, typed)) => folded.push_str(typed),
            None => folded.push(c),
        }
    }
    folded
}

/// The words of a search as they are compared, each once.
pub fn words(text: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    for word in fold(text).split_whitespace().take(MOST) {
        if !words.iter().any(|known| known == word) {
            words.push(word.to_owned());
        }
    }
    words
}
