//! Where a line of text may end.

use icu_segmenter::LineSegmenter;
use icu_segmenter::options::LineBreakOptions;

/// Returns the positions at which a line may end (UAX #14), the last of which is the end of the text.
#[must_use]
pub fn line_breaks(text: &str) -> Vec<usize> {
    if !cfg!(feature = "apart") {
        return line_breaks_here(text);
    }
    if text.contains(is_without_spaces) {
        let answer = perfil_apart::ask("lines", text.as_bytes());
        let positions = answer.chunks_exact(4).filter_map(|bytes| bytes.try_into().ok());
        return positions.filter_map(|it| usize::try_from(u32::from_le_bytes(it)).ok()).collect();
    }
    let segmenter = LineSegmenter::new_for_non_complex_scripts(LineBreakOptions::default());
    segmenter.segment_str(text).collect()
}

/// Returns the same without asking a part of the builder.
#[must_use]
pub fn line_breaks_here(text: &str) -> Vec<usize> {
    LineSegmenter::new_auto(LineBreakOptions::default()).segment_str(text).collect()
}

/// Whether a letter may be of a script whose words only a model finds: Thai, Lao, Burmese, Khmer and those
/// like them.
fn is_without_spaces(c: char) -> bool {
    matches!(
        c,
        '\u{e00}'..='\u{eff}'
            | '\u{1000}'..='\u{109f}'
            | '\u{1780}'..='\u{17ff}'
            | '\u{1950}'..='\u{19ff}'
            | '\u{1a20}'..='\u{1aaf}'
            | '\u{a9e0}'..='\u{a9ff}'
            | '\u{aa60}'..='\u{aadf}'
            | '\u{116d0}'..='\u{116ff}'
            | '\u{11700}'..='\u{1174f}'
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use icu_properties::CodePointMapData;
    use icu_properties::props::LineBreak;

    #[test]
    fn every_letter_that_needs_a_model_is_known() {
        let classes = CodePointMapData::<LineBreak>::new();
        let complex = ('\0'..=char::MAX).filter(|c| classes.get(*c) == LineBreak::ComplexContext);
        let complex: Vec<char> = complex.collect();
        assert!(complex.len() > 500);
        assert!(complex.iter().all(|c| is_without_spaces(*c)), "{complex:?}");
    }

    #[test]
    fn lines_end_after_words_and_where_scripts_allow_it() {
        assert_eq!(line_breaks("one two"), [0, 4, 7]);
        assert_eq!(line_breaks("自然言語"), [0, 3, 6, 9, 12]);
        assert_eq!(line_breaks("ภาษาไทย"), [0, 12, 21]);
        let simple = LineSegmenter::new_for_non_complex_scripts(LineBreakOptions::default());
        for text in
            ["one two", "自然言語", "https://a.example/b-c", "Ада (2024) – x", "", "مرحبا بك"]
        {
            assert_eq!(simple.segment_str(text).collect::<Vec<_>>(), line_breaks_here(text));
        }
    }
}
