//! Lines that are typed with underscores: `Skills ________`.

use super::words::Span;

/// The least length of a line that is typed, in characters.
const MIN_LENGTH: usize = 8;

/// Returns spans without a line that is typed after their text, and whether there was one.
pub(super) fn without_rule(mut spans: Vec<Span>) -> (Vec<Span>, bool) {
    let text: String = spans.iter().map(|span| span.text.as_str()).collect();
    let kept = text.trim_end_matches(|c: char| c == '_' || c.is_whitespace());
    let count = text.get(kept.len()..).unwrap_or_default().matches('_').count();
    // A form that was not filled in has a label there.
    if count < MIN_LENGTH || !kept.contains(char::is_alphanumeric) || kept.ends_with([':', '：']) {
        return (spans, false);
    }
    let mut rest = kept.len();
    for span in &mut spans {
        let own = rest.min(span.text.len());
        span.text.truncate(own);
        rest -= own;
    }
    spans.retain(|span| !span.text.is_empty());
    (spans, true)
}
