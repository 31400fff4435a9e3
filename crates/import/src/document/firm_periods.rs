//! Puts positions below the organisation whose period holds theirs, where nothing else tells them from entries
//! beside it.

use super::head::{Head, is_job};
use super::period::{Dates, Period};
use super::units::{STRONG, Unit};
use perfil_model::profile::ResumeList;

/// Raises the heads of such organisations, and those of the entries beside them.
pub(super) fn with_positions(mut units: Vec<Unit>, dates: &Dates) -> Vec<Unit> {
    let firm = |pair: &[Unit]| match pair {
        [firm, position] => positions_of(firm, position, dates),
        _ => None,
    };
    let found: Vec<Option<u8>> = units.windows(2).map(firm).chain([None]).collect();
    let Some(rank) = found.iter().copied().flatten().next() else { return units };
    let mut open: Option<Period> = None;
    for (unit, is_firm) in units.iter_mut().zip(found) {
        let Unit::Head { rank: own, lines, is_dated: true } = unit else { continue };
        if *own != rank {
            continue;
        }
        let head = Head::of(lines, dates, ResumeList::Work);
        let is_position = |outer: &Period| {
            head.name.is_none() && head.period.as_ref().is_some_and(|it| it.is_within(outer))
        };
        if is_firm.is_some() {
            open = head.period;
            *own -= 1;
        } else if !open.as_ref().is_some_and(is_position) {
            open = None;
            *own -= 1;
        }
    }
    units
}

/// Returns the rank of two heads beside each other, of which the first is an organisation and the second a position
/// there.
fn positions_of(firm: &Unit, position: &Unit, dates: &Dates) -> Option<u8> {
    let (
        Unit::Head { rank, lines: outer, is_dated: true },
        Unit::Head { rank: below, lines: inner, is_dated: true },
    ) = (firm, position)
    else {
        return None;
    };
    if rank != below || *rank < STRONG || outer.iter().any(is_job) || !inner.iter().any(is_job) {
        return None;
    }
    let outer = Head::of(outer, dates, ResumeList::Work);
    let inner = Head::of(inner, dates, ResumeList::Work);
    let (whole, part) = (outer.period.filter(|it| it.is_range)?, inner.period?);
    (inner.name.is_none() && part.is_within(&whole)).then_some(*rank)
}
