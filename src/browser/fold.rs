//! Text as search compares it: without case, diacritics and other differences of form.

use crate::people;
use js_sys::JsString;
use std::collections::BTreeMap;

/// Folds text, character by character, so that a place in the folded text is a place in the text.
///
/// The browser's own Unicode tables do the work; each character is asked for once.
#[derive(Debug, Default)]
pub(super) struct Folder {
    known: BTreeMap<char, String>,
}

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

/// The words that somebody looks for, as they are compared.
pub fn words(text: &str) -> Vec<String> {
    let folded = Folder::default().fold(text);
    people::words(&folded).take(people::MOST).map(str::to_owned).collect()
}

impl Folder {
    /// Adds a character as it is compared, which may be nothing at all.
    pub(super) fn add(&mut self, c: char, folded: &mut String) {
        if c.is_ascii() {
            folded.push(c.to_ascii_lowercase());
        } else {
            folded.push_str(self.known.entry(c).or_insert_with(|| look_up(c)));
        }
    }

    /// A text as it is compared.
    pub(super) fn fold(&mut self, text: &str) -> String {
        let mut folded = String::with_capacity(text.len());
        text.chars().for_each(|c| self.add(c, &mut folded));
        folded
    }
}

fn look_up(c: char) -> String {
    let mut written = [0; 4];
    let lower = JsString::from(&*c.encode_utf8(&mut written)).to_lower_case();
    let parts = String::from(lower.normalize("NFKD"));
    let mut folded = String::new();
    for part in parts.chars().filter(|part| !is_optional(*part)) {
        match LETTERS.iter().find(|(letter, _)| *letter == part) {
            Some((_, typed)) => folded.push_str(typed),
            None => folded.push(part),
        }
    }
    folded
}
