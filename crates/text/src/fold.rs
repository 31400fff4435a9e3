//! The letters and marks that are replaced or removed before texts are compared.

/// Letters that Unicode does not decompose, and signs that look alike, as people type them.
const TYPED: [(char, &str); 18] = [
    ('ı', "i"),
    ('ß', "ss"),
    ('æ', "ae"),
    ('đ', "d"),
    ('ð', "d"),
    ('þ', "th"),
    ('ħ', "h"),
    ('ł', "l"),
    ('ŋ', "n"),
    ('ø', "o"),
    ('œ', "oe"),
    ('ŧ', "t"),
    ('ς', "σ"),
    // The tatweel, which only makes an Arabic word longer.
    ('ـ', ""),
    ('’', "'"),
    ('\u{2010}', "-"),
    ('\u{2011}', "-"),
    ('\u{2012}', "-"),
];

/// Whether a mark is optional in writing: the marks of Latin, Greek and Cyrillic letters, Hebrew
/// points, Arabic vowels and recitation signs, and invisible characters. In other scripts, marks
/// are vowels that distinguish words.
fn is_optional(mark: char) -> bool {
    matches!(mark, '\u{300}'..='\u{36f}' | '\u{591}'..='\u{5c7}' | '\u{600}'..='\u{605}'
        | '\u{610}'..='\u{61a}' | '\u{61c}' | '\u{64b}'..='\u{65f}' | '\u{670}'
        | '\u{6d6}'..='\u{6ed}' | '\u{ad}' | '\u{180e}' | '\u{200b}'..='\u{200f}'
        | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
}

/// Folds a text for comparison, given its lower-case NFKD decomposition: from the browser's Unicode
/// tables there, from those of `icu` in the build.
pub fn fold_decomposed(decomposed: impl Iterator<Item = char>) -> String {
    let mut folded = String::new();
    for part in decomposed.filter(|part| !is_optional(*part)) {
        match TYPED.iter().find(|(letter, _)| *letter == part) {
            Some((_, typed)) => folded.push_str(typed),
            None => folded.push(part),
        }
    }
    folded
}
