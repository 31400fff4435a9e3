//! Letters as a text has them, instead of the forms that fonts have for them.

use super::words::Span;
use icu_normalizer::ComposingNormalizerBorrowed;

/// Returns a text with letters instead of their forms for single places: radicals that fonts share
/// with Chinese letters, and the forms of Arabic letters within words.
pub(super) fn plain_forms(text: &str) -> String {
    let is_form = |c: char| matches!(c, '\u{2e80}'..='\u{2fdf}' | '\u{fb1d}'..='\u{fdfb}' | '\u{fe70}'..='\u{fefc}');
    if !text.contains(is_form) {
        return text.to_owned();
    }
    let normalizer = ComposingNormalizerBorrowed::new_nfkc();
    let mut plain = String::with_capacity(text.len());
    for c in text.chars() {
        if is_form(c) {
            plain.push_str(&normalizer.normalize(c.encode_utf8(&mut [0; 4])));
        } else {
            plain.push(c);
        }
    }
    plain
}

/// Corrects small capitals of a typesetter that calls one of them a small letter: `ENGiNEER`.
pub(super) fn capital_i(spans: &mut [Span]) {
    let small = |word: &str| {
        let lower = word.chars().filter(|c| c.is_lowercase());
        let upper = word.chars().filter(|c| c.is_uppercase()).count();
        (lower.clone().count() > 0 && lower.clone().all(|c| c == 'i')).then_some(upper)
    };
    let is_wrong = |word: &str| {
        let inner = word.trim_start_matches(|c: char| c == 'i' || !c.is_alphabetic());
        inner.contains('i') && small(word).is_some_and(|upper| upper > 2)
    };
    if !spans.iter().any(|span| span.text.split(' ').any(is_wrong)) {
        return;
    }
    for span in spans {
        let mended = |word: &str| match small(word) {
            // `iOS` is written so.
            Some(upper) if upper > 0 && !(word.starts_with('i') && (2..4).contains(&upper)) => {
                word.replace('i', "I")
            }
            _ => word.to_owned(),
        };
        span.text = span.text.split(' ').map(mended).collect::<Vec<_>>().join(" ");
    }
}
