//! Joins the letters of words that somebody has spaced out with spaces: `P R O F I L E`.

use super::pieces::{Paragraph, Piece, Span, each_mut};

/// The fewest letters of such a line.
const MIN_LETTERS: usize = 4;

/// Joins them in all paragraphs.
pub(super) fn join(pieces: &mut [Piece]) {
    each_mut(pieces, &mut join_in);
}

fn join_in(paragraph: &mut Paragraph) {
    for line in &mut paragraph.lines {
        let text: String = line.iter().map(|span| span.text.as_str()).collect();
        if line.iter().any(|span| span.is_picture || span.link.is_some()) {
            continue;
        }
        if let Some(words) = joined(&text)
            && let Some(first) = line.iter().find(|span| !span.text.trim().is_empty())
        {
            *line = vec![Span { text: words, ..first.clone() }];
        }
    }
}

/// Returns the words of a text with a space after each letter, and more space after each word.
fn joined(text: &str) -> Option<String> {
    let is_letter = |part: &str| {
        let mut letters = part.chars();
        let is_one = |c: char| c.is_alphabetic() && !perfil_text::is_spaceless(c) || c == '&';
        letters.next().is_some_and(is_one) && letters.next().is_none()
    };
    let is_spaced = text.split_whitespace().all(is_letter);
    if !is_spaced || text.split_whitespace().count() < MIN_LETTERS {
        return None;
    }
    let mut words = String::new();
    let mut space = 0;
    for c in text.trim().chars() {
        if c.is_whitespace() {
            space += if c == '\t' { 2 } else { 1 };
            continue;
        }
        if space > 1 {
            words.push(' ');
        }
        space = 0;
        words.push(c);
    }
    Some(words)
}
