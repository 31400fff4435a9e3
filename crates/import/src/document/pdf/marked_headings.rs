//! The headings that a document marks as such.

use super::heading_styles::is_known;
use super::lines::Line;

/// The longest heading that a document may mark as such, in characters.
const MAX_TAGGED: usize = 140;

/// Returns the level of a line that the document marks as a heading.
pub(super) fn heading_tag(line: &Line) -> Option<u8> {
    let level = line.tag?.heading?;
    let text = line.plain();
    let is_sentence = text.ends_with(['.', ';', ',']) && text.split_whitespace().count() > 2;
    (text.chars().count() <= MAX_TAGGED && !is_sentence).then_some(level)
}

/// Returns the level of marked headings that are those of sections, if what is in the sections is
/// below them. Many people choose a heading only for its looks.
pub(super) fn level_of_sections(tagged: &[&Line]) -> Option<u8> {
    let levels = |is_wanted: &dyn Fn(&Line) -> bool| {
        tagged.iter().filter(|line| is_wanted(line)).filter_map(|line| heading_tag(line)).min()
    };
    let of_sections = levels(&|line| is_known(line))?;
    let has_year = |line: &Line| {
        let text = line.plain();
        let years = text.as_bytes().windows(4).filter(|it| it.iter().all(u8::is_ascii_digit));
        years.count() > 0
    };
    levels(&has_year).is_none_or(|of_entries| of_entries > of_sections).then_some(of_sections)
}
