//! Joins the organisation with the head of the entry above it, where all entries of a section have a line for each.

use super::adopted::is_within_job;
use super::blocks::Block;
use super::head::{Head, is_job};
use super::headings::normalized;
use super::period::Dates;
use super::text::Text;
use super::towns::is_company;
use super::units::{STRONG, Unit};
use super::vocabulary::{Kind, has};
use perfil_model::profile::ResumeList;
use std::collections::HashSet;

/// The most words of the name of an organisation, and the most with its place where all of them are capital.
const MAX_WORDS: usize = 10;
const MAX_CAPITAL_WORDS: usize = 16;

/// Adds the line below each head that has dates and only a position, if that is so for several entries, and for
/// none of them otherwise.
pub(super) fn joined(units: Vec<Unit>, dates: &Dates, list: ResumeList) -> Vec<Unit> {
    if !matches!(list, ResumeList::Work | ResumeList::Volunteer | ResumeList::Education) {
        return units;
    }
    if are_headed(&units, dates, list) {
        return with_heads_below(units);
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

/// Whether each of several positions with dates has a head without them below it, and no other is first.
fn are_headed(units: &[Unit], dates: &Dates, list: ResumeList) -> bool {
    let heads: Vec<&Unit> = units.iter().filter(|it| matches!(it, Unit::Head { .. })).collect();
    let is_dated = |unit: &Unit| matches!(unit, Unit::Head { is_dated: true, .. });
    let is_line =
        |at: &usize| matches!(units.get(*at), Some(Unit::Head { lines, .. }) if lines.len() == 1);
    let is_position = |at: &&usize| matches!(units.get(**at), Some(Unit::Head { lines, .. }) if lines.iter().any(is_job));
    let dated = (0..units.len()).filter(|at| units.get(*at).is_some_and(is_dated));
    let is_below = |at: &usize| match (units.get(*at), units.get(at + 1)) {
        (Some(Unit::Head { rank, .. }), Some(below)) => is_head_of_name(below, *rank),
        _ => false,
    };
    let is_named =
        |at: &usize| is_line(at) && is_below(at) && !units.get(at + 2).is_some_and(is_dated);
    let dated: Vec<usize> = dated.collect();
    let name = |at: &usize| match units.get(at + 1) {
        Some(Unit::Head { lines, .. }) => lines.first().map(Text::plain),
        _ => None,
    };
    let names: HashSet<String> = dated.iter().filter_map(name).collect();
    let is_whole = |at: &&usize| units.get(**at).is_some_and(|it| is_whole(it, dates, list));
    let is_strong = |at: &usize| matches!(units.get(at + 1), Some(Unit::Head { rank: STRONG, .. }));
    // A heading that is below each, such as `Tasks`, is no name.
    (names.len() * 2 > dated.len() || dated.iter().all(is_strong))
        && heads.first().is_some_and(|first| is_dated(first))
        && dated.len() > 1
        && dated.iter().all(is_named)
        && dated.iter().filter(is_position).count() * 2 > dated.len()
        && dated.iter().filter(is_whole).count() * 2 < dated.len()
}

/// Whether this is a strong line, or a heading directly below one of this rank, that can be the name of an
/// organisation with its place.
fn is_head_of_name(unit: &Unit, above: u8) -> bool {
    let Unit::Head { rank, lines, is_dated: false } = unit else { return false };
    if *rank != STRONG && *rank != above + 1 {
        return false;
    }
    matches!(lines.as_slice(), [line] if !is_job(line)
        && !line.plain().ends_with([':', '.'])
        && !is_within_job(&normalized(&line.plain())))
}

/// Adds each head without dates that is directly below one with dates to that.
fn with_heads_below(units: Vec<Unit>) -> Vec<Unit> {
    let mut all: Vec<Unit> = Vec::with_capacity(units.len());
    for unit in units {
        let above = all.last().and_then(|above| match above {
            Unit::Head { rank, is_dated: true, .. } => Some(*rank),
            _ => None,
        });
        let is_name = above.is_some_and(|above| is_head_of_name(&unit, above));
        match (all.last_mut(), unit) {
            (
                Some(Unit::Head { lines, is_dated: true, .. }),
                Unit::Head { lines: name, is_dated: false, .. },
            ) if is_name && lines.len() == 1 => lines.extend(name),
            (_, unit) => all.push(unit),
        }
    }
    all
}

/// Whether a head has both a position and an organisation.
fn is_whole(unit: &Unit, dates: &Dates, list: ResumeList) -> bool {
    let Unit::Head { lines, .. } = unit else { return false };
    let head = Head::of(lines, dates, list);
    head.position.is_some() && head.name.is_some()
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
    let is_small = |word: &str| word.chars().count() > 3 && word.starts_with(char::is_lowercase);
    let is_capital = plain.contains(',') && !plain.split_whitespace().any(is_small);
    let most = if is_capital { MAX_CAPITAL_WORDS } else { MAX_WORDS };
    plain.split_whitespace().count() <= most
        && plain.starts_with(|c: char| c.is_alphanumeric() && !c.is_lowercase())
        && !is_text
        && !is_job(line)
}
