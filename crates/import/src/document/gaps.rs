//! Cleans lines: wide gaps, characters that no page shows, lines for programs.

use super::text::{GAP, Style, Text};

/// Returns the level of a line that some programs read as a heading: `##Work`.
pub(super) fn heading_level(line: &Text) -> Option<u8> {
    let run = line.runs.first().filter(|run| run.style == Style::default())?;
    let rest = run.text.trim_start_matches('#');
    let level = run.text.len() - rest.len();
    let is_word = rest.chars().next().is_some_and(char::is_alphabetic);
    (is_word && (1..=6).contains(&level)).then(|| u8::try_from(level).ok()).flatten()
}

/// Whether a line is for pandoc, kramdown or Liquid, and not for readers.
pub(super) fn is_directive(line: &str) -> bool {
    let line = line.trim();
    line.starts_with(":::")
        || line.starts_with("@import \"")
        || (line.starts_with("{:") && line.ends_with('}'))
        || (line.starts_with("{%") && line.ends_with("%}"))
}

/// Returns a text with one tab for each gap that is wider than between words.
pub(super) fn with_gaps(text: &str) -> String {
    if !text.contains(|c: char| c.is_whitespace() && c != ' ') && !text.contains("   ") {
        return text.to_owned();
    }
    let mut spaced = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(char::is_whitespace) {
        let (before, from) = rest.split_at(at);
        let end = from.find(|c: char| !c.is_whitespace()).unwrap_or(from.len());
        let (gap, after) = from.split_at(end);
        let hard = gap.chars().filter(|c| *c != ' ' && *c != '\n').count();
        let is_wide = gap.contains(['\t', '\u{3000}', '\u{2003}'])
            || hard > 1
            || gap.chars().count() > 2 && !gap.contains('\n');
        spaced.push_str(before);
        spaced.push(if is_wide { GAP } else { ' ' });
        rest = after;
    }
    spaced.push_str(rest);
    spaced
}

pub(super) fn without_controls(text: &str) -> String {
    let is_shown = |c: &char| !c.is_control() || c.is_whitespace();
    text.chars().filter(is_shown).collect()
}
