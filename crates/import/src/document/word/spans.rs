//! Cleans lines: decoration around headings, and tabs between the words of a sentence.

use super::pieces::Span;

/// Signs around headings.
const DECORATION: &str = "○●◦•·∙▪■□◆◇❖★☆|~*=_–—-";

/// How many tabs are in a sentence until they are taken for spaces.
const MIN_GAPS: usize = 3;

/// Removes from the ends of a heading what only decorates it: `○ Skills ○`, `Skills:`.
pub(super) fn trim(line: &mut [Span]) {
    let is_decoration = |c: char| c.is_whitespace() || DECORATION.contains(c);
    if let Some(first) = line.iter_mut().find(|it| !it.text.trim().is_empty()) {
        let kept = first.text.trim_start_matches(is_decoration);
        let cut = first.text.len() - kept.len();
        // A sign that belongs to the first word is no decoration.
        if first.text.get(..cut).is_some_and(|cut| cut.ends_with(char::is_whitespace)) {
            first.text.drain(..cut);
        }
    }
    if let Some(last) = line.iter_mut().rfind(|it| !it.text.trim().is_empty()) {
        let end = last.text.trim_end().trim_end_matches([':', '：']);
        let kept = end.trim_end_matches(is_decoration);
        let is_apart =
            end.get(kept.len()..).is_some_and(|cut| cut.starts_with(char::is_whitespace));
        let length = if is_apart { kept.len() } else { end.len() };
        last.text.truncate(length);
    }
}

/// Returns a line with spaces for tabs that are between the words of a sentence: so programs write
/// justified text that they convert.
pub(super) fn without_gaps(line: &[Span]) -> Vec<Span> {
    let plain: String = line.iter().map(|span| span.text.as_str()).collect();
    let words: Vec<&str> = plain.split('\t').skip(1).filter(|it| !it.trim().is_empty()).collect();
    let lower = words.iter().filter(|it| it.trim_start().starts_with(char::is_lowercase)).count();
    let is_sentence = words.len() >= MIN_GAPS && lower * 2 > words.len();
    let mut line = line.to_vec();
    if is_sentence {
        for span in &mut line {
            span.text = span.text.replace('\t', " ");
        }
    }
    line
}
