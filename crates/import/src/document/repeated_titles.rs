//! Takes the titles that each job repeats, such as `Technologies`, for a part of the jobs: the levels of headings say
//! that the next job is below them.

use super::adopted::is_within_job;
use super::blocks::Block;
use super::headings::{Topic, matched, normalized};
use super::outline::{Section, flatten};
use super::period::Dates;
use super::text::Text;
use super::units::Splitter;
use perfil_model::profile::ResumeList;
use std::collections::HashMap;

/// Makes text of such headings in a section about jobs, if more jobs are below them.
pub(super) fn as_text(mut section: Section, dates: &Dates) -> Section {
    let Some(topic @ Topic::List(ResumeList::Work | ResumeList::Projects)) = section.topic() else {
        return section;
    };
    let splitter = Splitter::new(dates);
    let counts = counts(&section.sections);
    let is_title = |inner: &Section| is_title(inner, topic, &counts);
    let is_dated = |text: &Text| splitter.dated(text, true);
    let has_entry = |inner: &Section| is_title(inner) && lines(inner).into_iter().any(is_dated);
    let first = section.sections.iter().take_while(|inner| is_title(inner)).count();
    if section.sections.iter().take(first).any(has_entry) {
        for inner in section.sections.drain(..first) {
            let mut blocks = Vec::new();
            flatten(&inner, &mut blocks);
            section.blocks.extend(blocks.into_iter().enumerate().map(|(at, block)| match block {
                Block::Heading { text, .. } if at == 0 => Block::Paragraph(vec![text]),
                block => block,
            }));
        }
    }
    section
}

fn counts(sections: &[Section]) -> HashMap<String, usize> {
    let mut counts: HashMap<String, usize> = HashMap::new();
    for inner in sections {
        *counts.entry(normalized(&inner.title.plain())).or_default() += 1;
    }
    counts
}

/// Whether a heading names something of a job, or something else that several headings beside it name.
fn is_title(inner: &Section, topic: Topic, counts: &HashMap<String, usize>) -> bool {
    let plain = inner.title.plain();
    let words = normalized(&plain);
    let is_other = || matched(&plain).is_some_and(|it| it.is_exact && it.topic != topic);
    is_within_job(&words) || (counts.get(&words).is_some_and(|count| *count > 1) && is_other())
}

/// Returns the lines of the paragraphs directly below a heading.
fn lines(section: &Section) -> Vec<&Text> {
    let paragraphs = section.blocks.iter().filter_map(|block| match block {
        Block::Paragraph(lines) => Some(lines),
        _ => None,
    });
    paragraphs.flatten().collect()
}
