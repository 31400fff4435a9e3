//! Finds jobs below a section about something else, in documents without a heading for them.

use super::Section;
use crate::document::blocks::Block;
use crate::document::headings::Topic;
use crate::document::period::Dates;
use crate::document::text::Text;
use crate::document::units::Splitter;
use perfil_model::profile::ResumeList;

/// The longest head of an entry, in characters.
const MAX_HEAD: usize = 110;

/// The least entries that are taken for jobs.
const MIN_ENTRIES: usize = 2;

/// Puts the entries at the end of a section into one of their own, without a title, if no heading is about jobs: each
/// begins with a short line that ends with a period, and none of them is above the rest of the section.
pub(super) fn apart(sections: Vec<Section>, dates: &Dates) -> Vec<Section> {
    if sections.iter().any(is_about_jobs) {
        return sections;
    }
    let splitter = Splitter::new(dates);
    let mut all = Vec::with_capacity(sections.len());
    for mut section in sections {
        let heads: Vec<usize> = (0..section.blocks.len())
            .filter(|at| section.blocks.get(*at).is_some_and(|it| is_head(it, &splitter, dates)))
            .collect();
        let start = heads
            .first()
            .copied()
            .filter(|at| *at > 0 && heads.len() >= MIN_ENTRIES && has_no_entries(&section));
        let level = section.level;
        let entries = start.map(|at| section.blocks.split_off(at));
        let inner =
            if entries.is_some() { std::mem::take(&mut section.sections) } else { Vec::new() };
        all.push(section);
        all.extend(entries.map(|blocks| Section {
            title: Text::default(),
            level,
            blocks,
            sections: inner,
        }));
    }
    all
}

/// Whether a heading, or one below it, is about jobs.
fn is_about_jobs(section: &Section) -> bool {
    section.topic() == Some(Topic::List(ResumeList::Work))
        || section.sections.iter().any(is_about_jobs)
}

/// Whether a section is about something that has no periods.
fn has_no_entries(section: &Section) -> bool {
    let of = section.topic();
    matches!(
        of,
        None | Some(
            Topic::Summary
                | Topic::List(ResumeList::Skills | ResumeList::Languages | ResumeList::Interests)
        )
    )
}

/// Whether a block is a short line with a period at its end.
fn is_head(block: &Block, splitter: &Splitter, dates: &Dates) -> bool {
    let Block::Paragraph(lines) = block else { return false };
    let Some(first) = lines.first().filter(|_| lines.len() < 3) else { return false };
    let plain = first.plain();
    let Some(period) = dates.find(&plain).filter(|it| it.is_range) else { return false };
    let after = plain.get(period.range.end..).unwrap_or_default();
    let before = plain.get(..period.range.start).unwrap_or_default();
    plain.chars().count() <= MAX_HEAD
        && before.chars().filter(|c| c.is_alphabetic()).count() > 2
        && !after.contains(char::is_alphanumeric)
        && splitter.is_dated(first)
}
