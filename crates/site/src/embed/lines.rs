//! Line breaking for pictures, in which no browser breaks lines.
//!
//! The fonts of a reader's system are not known, so letters are assumed to be as wide as those of
//! the widest font in common use (`DejaVu Sans`). No line is too long then, though some end early.

use icu_segmenter::GraphemeClusterSegmenter;
use perfil_text::line_breaks;
use unicode_width::UnicodeWidthChar;

/// Replaces the rest of a text.
const ELLIPSIS: char = '…';

/// Removes what XML cannot contain from a text, and separates its words by one space.
pub(super) fn strip_controls(text: &str) -> String {
    let legal: String = text
        .chars()
        .filter(|c| !matches!(c, '\u{fffe}' | '\u{ffff}'))
        .map(|c| if c.is_control() { ' ' } else { c })
        .collect();
    legal.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Returns the maximum width of a text of this size, in pixels.
pub(super) fn width(text: &str, size: u32) -> u32 {
    let sum: u64 = text.chars().map(|c| u64::from(thousandths(c))).sum();
    u32::try_from((sum * u64::from(size)).div_ceil(1000)).unwrap_or(u32::MAX)
}

/// Returns the width of a character in thousandths of the font size.
fn thousandths(c: char) -> u32 {
    match (c.width(), c) {
        (None | Some(0), _) => 0,
        // An emoji is wider than an East Asian character.
        (Some(2..), '\u{1f000}'..) => 1300,
        (Some(2..), _) => 1000,
        (_, ' ' | '\u{a0}' | 'i' | 'j' | 'l' | 'I' | '.' | ',' | ':' | ';' | '\'' | '|' | '·') => {
            340
        }
        (_, 'm' | 'w' | 'M' | 'W' | '@' | '%' | '—' | '…') => 990,
        (_, 'f' | 'r' | 't' | '(' | ')' | '-' | '/') => 420,
        (_, c) if c.is_uppercase() => 720,
        _ => 630,
    }
}

/// Breaks a plain text where its script allows (UAX #14). Text beyond `most` lines is omitted, and
/// an ellipsis shows that.
pub(super) fn wrap(text: &str, size: u32, limit: u32, most: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let mut line = String::new();
    for part in parts(text, size, limit) {
        if !line.is_empty() && width((line.clone() + part).trim_end(), size) > limit {
            if lines.len() + 1 == most {
                lines.push(shortened(&line, size, limit));
                return lines;
            }
            lines.push(line.trim_end().to_owned());
            line.clear();
        }
        line.push_str(part);
    }
    lines.extend(Some(line.trim_end().to_owned()).filter(|line| !line.is_empty()));
    lines
}

/// Returns the parts that a line can end after: words, or letters where a word is longer than a
/// line.
fn parts(text: &str, size: u32, limit: u32) -> impl Iterator<Item = &str> {
    between(text, line_breaks(text).into_iter()).flat_map(move |word| {
        let is_whole = width(word.trim_end(), size) <= limit;
        let letters = GraphemeClusterSegmenter::new().segment_str(word);
        let letters = (!is_whole).then(|| between(word, letters));
        letters.into_iter().flatten().chain(is_whole.then_some(word))
    })
}

/// Splits a text at positions, the first of which is its start.
fn between(text: &str, places: impl Iterator<Item = usize>) -> impl Iterator<Item = &str> {
    let ends = places.skip_while(|end| *end == 0);
    ends.scan(0, move |start, end| text.get(std::mem::replace(start, end)..end))
}

/// Ends a line with an ellipsis, after a word if there are several.
fn shortened(line: &str, size: u32, limit: u32) -> String {
    let fits = |start: &str| width(start, size) + width(&ELLIPSIS.to_string(), size) <= limit;
    let words = line.trim_end().match_indices(' ').map(|(at, _)| at).chain([line.trim_end().len()]);
    let letters = GraphemeClusterSegmenter::new().segment_str(line);
    let longest = |ends: &mut dyn Iterator<Item = usize>| {
        ends.filter_map(|end| line.get(..end)).take_while(|start| fits(start)).last()
    };
    let start = longest(&mut words.into_iter()).or_else(|| longest(&mut letters.into_iter()));
    let start =
        start.unwrap_or_default().trim_end_matches([' ', '\u{a0}', ',', '.', ';', ':', '·']);
    format!("{start}{ELLIPSIS}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_fit_the_width() {
        let long = "a".repeat(1_000_000);
        for text in ["", "Ada", "Ada Lovelace", "WWWW MMMM WWWW", "自然言語処理の研究者です", &long]
        {
            for (limit, most) in [(60, 1), (60, 2), (200, 2)] {
                let lines = wrap(text, 16, limit, most);
                assert!(lines.len() <= most, "{lines:?}");
                assert!(lines.iter().all(|line| width(line, 16) <= limit), "{lines:?}");
                let read = lines.concat().replace(' ', "");
                assert!(read.ends_with(ELLIPSIS) || read == text.replace(' ', ""), "{lines:?}");
            }
        }
    }

    #[test]
    fn lines_break_after_words_and_end_with_an_ellipsis() {
        let check = |text: &str, limit, expected: &[&str]| {
            assert_eq!(wrap(text, 10, limit, 2), expected, "{text}");
        };
        check("one two", 100, &["one two"]);
        check("one two three", 45, &["one two", "three"]);
        check("one two three four five", 45, &["one two", "three…"]);
        check("unbreakable", 45, &["unbreak", "able"]);
        check("é\u{301}é\u{301}é\u{301}é\u{301}é\u{301}", 14, &["é\u{301}é\u{301}", "…"]);
    }

    #[test]
    fn characters_that_xml_forbids_are_removed() {
        assert_eq!(strip_controls(" a\u{0}b\u{b} \n c\u{fffe}\u{2028}d "), "a b c d");
    }
}
