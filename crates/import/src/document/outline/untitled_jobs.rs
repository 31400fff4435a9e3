//! Finds jobs below a section about something else, in documents without a heading for them.

use super::Section;
use crate::document::blocks::Block;
use crate::document::headings::Topic;
use crate::document::period::Dates;
use crate::document::text::Text;
use crate::document::towns::is_company;
use crate::document::units::Splitter;
use crate::document::vocabulary::{Kind, has};
use perfil_model::profile::ResumeList;

/// The longest head of an entry, in characters.
const MAX_HEAD: usize = 110;

/// The least entries that are taken for jobs.
const MIN_ENTRIES: usize = 2;

/// Puts the entries within a section about skills, languages or interests, or a summary, with all that follows them, into
/// a section of their own without a title, if no heading is about jobs: each begins with a short line that ends with a
/// period.
pub(super) fn apart(sections: Vec<Section>, dates: &Dates) -> Vec<Section> {
    if sections.iter().any(is_about_jobs) {
        return sections;
    }
    let splitter = Splitter::new(dates);
    let mut all = Vec::with_capacity(sections.len());
    for mut section in sections {
        let Some(at) = start(&section, &splitter, dates) else {
            all.push(section);
            continue;
        };
        let jobs = Section {
            title: Text::default(),
            level: section.level,
            blocks: section.blocks.split_off(at),
            sections: std::mem::take(&mut section.sections),
        };
        all.extend([section, jobs]);
    }
    all
}

/// Returns which block of a section begins the entries that are jobs.
fn start(section: &Section, splitter: &Splitter, dates: &Dates) -> Option<usize> {
    if !has_no_entries(section) {
        return None;
    }
    let heads = section.blocks.iter().enumerate();
    let heads: Vec<(usize, String)> =
        heads.filter_map(|(at, it)| Some((at, head(it, splitter, dates)?))).collect();
    let is_job = |head: &str| has(head, Kind::Job) || is_company(head);
    let is_study = |head: &str| has(head, Kind::School) || has(head, Kind::Degree);
    let studies = heads.iter().filter(|(_, it)| is_study(it)).count();
    let are_jobs = heads.len() >= MIN_ENTRIES
        && studies * 2 < heads.len()
        && heads.iter().any(|(_, it)| is_job(it));
    heads.first().map(|(at, _)| *at).filter(|at| *at > 0 && are_jobs)
}

/// Whether a heading, or one below it, is about jobs.
fn is_about_jobs(section: &Section) -> bool {
    section.is_work() || section.sections.iter().any(is_about_jobs)
}

/// Whether a section is about something that has no periods.
fn has_no_entries(section: &Section) -> bool {
    matches!(
        section.topic(),
        Some(
            Topic::Summary
                | Topic::List(ResumeList::Skills | ResumeList::Languages | ResumeList::Interests)
        )
    )
}

/// Returns what is before the period at the end of a short line, if a block begins with one.
fn head(block: &Block, splitter: &Splitter, dates: &Dates) -> Option<String> {
    let Block::Paragraph(lines) = block else { return None };
    let first = lines.first().filter(|_| lines.len() < 3)?;
    let plain = first.plain();
    if plain.chars().count() > MAX_HEAD {
        return None;
    }
    let period = dates.find(&plain).filter(|it| it.is_range)?;
    let (before, after) = (plain.get(..period.range.start)?, plain.get(period.range.end..)?);
    let is_head = before.chars().filter(|c| c.is_alphabetic()).count() > 2
        && !after.contains(char::is_alphanumeric)
        && splitter.is_dated(first);
    is_head.then(|| before.to_owned())
}
