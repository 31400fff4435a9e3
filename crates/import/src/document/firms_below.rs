//! Joins the organisation with the head of the entry above it, where all entries of a section have a line for each.

use super::blocks::Block;
use super::head::{Head, is_job};
use super::period::Dates;
use super::text::Text;
use super::towns::is_company;
use super::units::Unit;
use super::vocabulary::{Kind, has};
use perfil_model::profile::ResumeList;

/// The most words of the name of an organisation.
const MAX_WORDS: usize = 10;

/// Adds the line below each head that has dates and only a position, if that is so for several entries, and for
/// none of them otherwise.
pub(super) fn joined(units: Vec<Unit>, dates: &Dates, list: ResumeList) -> Vec<Unit> {
    if !matches!(list, ResumeList::Work | ResumeList::Volunteer | ResumeList::Education) {
        return units;
    }
    let open: Vec<bool> = units.iter().map(|unit| lacks_name(unit, dates, list)).collect();
    let below = units.iter().skip(1).map(is_name).chain([false]);
    let are_named = open.iter().zip(below).all(|(is_open, is_named)| !is_open || is_named);
    if open.iter().filter(|is_open| **is_open).count() < 2 || !are_named {
        return units;
    }
    let mut all: Vec<Unit> = Vec::with_capacity(units.len());
    let mut is_below = false;
    for (unit, is_open) in units.into_iter().zip(open) {
        match (all.last_mut(), unit) {
            (Some(Unit::Head { lines, .. }), Unit::Body(Block::Paragraph(name))) if is_below => {
                lines.extend(name);
            }
            (_, unit) => all.push(unit),
        }
        is_below = is_open;
    }
    all
}

/// Whether a head has dates and a position, and no organisation.
fn lacks_name(unit: &Unit, dates: &Dates, list: ResumeList) -> bool {
    let Unit::Head { lines, is_dated: true, .. } = unit else { return false };
    let head = Head::of(lines, dates, list);
    let kind = if list == ResumeList::Education { Kind::Degree } else { Kind::Job };
    let is_known = |position: &Text| has(&position.plain(), kind);
    match (&head.position, &head.name) {
        (Some(position), None) => is_known(position),
        // One part alone is taken for a name.
        (None, Some(name)) => list == ResumeList::Education && is_known(name),
        _ => false,
    }
}

/// Whether a part of a section is one line that can be the name of an organisation.
fn is_name(unit: &Unit) -> bool {
    let Unit::Body(Block::Paragraph(lines)) = unit else { return false };
    let [line] = lines.as_slice() else { return false };
    let plain = line.plain();
    let is_text = plain.trim_end().ends_with(['.', ':', ';', '。', '：']) && !is_company(&plain);
    plain.split_whitespace().count() <= MAX_WORDS
        && plain.starts_with(|c: char| c.is_alphanumeric() && !c.is_lowercase())
        && !is_text
        && !is_job(line)
}
