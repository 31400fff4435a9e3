//! Puts an organisation and its position together where one of them is only strong.

use super::entry_groups::is_where;
use super::head::{Head, is_job};
use super::period::Dates;
use super::text::Text;
use super::towns::is_town;
use super::units::{STRONG, Unit};
use perfil_model::profile::ResumeList;

/// Puts them together in a section about jobs.
pub(super) fn together(units: Vec<Unit>, dates: &Dates, list: ResumeList) -> Vec<Unit> {
    match list {
        ResumeList::Work => with_positions_below(raised(units), dates),
        _ => units,
    }
}

/// Raises strong lines, and headings of the same level, that are directly above a heading with a position and its
/// dates, if several are.
fn raised(mut units: Vec<Unit>) -> Vec<Unit> {
    let above = |at: usize| {
        let (Some(Unit::Head { rank: own @ ..=STRONG, lines, is_dated: false }), Some(next)) =
            (units.get(at), units.get(at + 1))
        else {
            return None;
        };
        let Unit::Head { rank, lines: below, is_dated: true } = next else { return None };
        let is_firm = matches!(lines.as_slice(), [line] if !is_job(line));
        let is_position = (2..STRONG).contains(rank) && below.iter().any(is_job);
        // The same level says nothing either.
        let is_level = own == rank || *own == STRONG;
        (is_firm && is_position && is_level).then_some((at, rank - 1))
    };
    let found: Vec<(usize, u8)> = (0..units.len()).filter_map(above).collect();
    if found.len() > 1 {
        for (at, new) in found {
            if let Some(Unit::Head { rank, .. }) = units.get_mut(at) {
                *rank = new;
            }
        }
    }
    units
}

/// Adds strong positions to the heads of the organisations above them, between which is at most where those are.
fn with_positions_below(units: Vec<Unit>, dates: &Dates) -> Vec<Unit> {
    let is_firm = |unit: &Unit| match unit {
        Unit::Head { lines, is_dated: true, .. } => {
            let head = Head::of(lines, dates, ResumeList::Work);
            !lines.iter().any(is_job) && head.name.is_some_and(|name| !is_town(&name))
        }
        _ => false,
    };
    // A position with an organisation of its own is another entry.
    let is_alone = |line: &Text| {
        let head = Head::of(std::slice::from_ref(line), dates, ResumeList::Work);
        is_job(line) && head.name.is_none()
    };
    let is_position = |unit: &Unit| matches!(unit, Unit::Head { rank: STRONG, lines, is_dated: false } if matches!(lines.as_slice(), [line] if is_alone(line)));
    let is_dated = |unit: &Unit| matches!(unit, Unit::Head { is_dated: true, .. });
    // Where titles are above their dates, what is below dates is the next title.
    let first = units.iter().find(|it| matches!(it, Unit::Head { .. }));
    if !first.is_some_and(is_dated) {
        return units;
    }
    let mut all: Vec<Unit> = Vec::with_capacity(units.len());
    let mut units = units.into_iter().peekable();
    while let Some(unit) = units.next() {
        let is_below = |all: &[Unit]| match all {
            [.., firm, Unit::Body(body)] if is_where(std::slice::from_ref(body)) => is_firm(firm),
            [.., firm] => is_firm(firm),
            [] => false,
        };
        if is_position(&unit) && !units.peek().is_some_and(is_dated) && is_below(&all) {
            let head = all.iter_mut().rev().find(|it| is_dated(it));
            if let (Some(Unit::Head { lines, .. }), Unit::Head { lines: position, .. }) =
                (head, &unit)
            {
                lines.extend(position.iter().cloned());
                continue;
            }
        }
        all.push(unit);
    }
    all
}
