//! Puts positions with dates below the organisations that are titles directly above them, however both are set.

use super::adopted::is_within_job;
use super::headings::{matched, normalized};
use super::text::Text;
use super::units::Unit;
use super::vocabulary::{Kind, has};

/// The most words of the name of an organisation.
const MAX_WORDS: usize = 10;

/// Joins the titles without dates that are directly above a position with dates with it, or puts them above several,
/// if most positions have such a title.
pub(super) fn joined(units: Vec<Unit>) -> Vec<Unit> {
    let is_dated = |unit: &Unit| matches!(unit, Unit::Head { is_dated: true, .. });
    let dated = units.iter().filter(|unit| is_dated(unit)).count();
    let firms = |is_sure: bool| -> Vec<usize> {
        let pairs = units.windows(2).enumerate();
        let found = pairs
            .filter(|(_, pair)| matches!(pair, [above, below] if is_above(above, below, is_sure)));
        found.map(|(at, _)| at).collect()
    };
    let (all_firms, sure) = (firms(false), firms(true).len());
    // What ends an entry is not above the first one.
    let first = units.iter().position(is_dated).and_then(|at| at.checked_sub(1));
    if sure < 2 || sure * 2 < dated || !first.is_some_and(|it| all_firms.contains(&it)) {
        return units;
    }
    // How many positions are below each.
    let mut counts: Vec<(usize, usize)> = all_firms.into_iter().map(|at| (at, 0)).collect();
    let mut next = 0;
    for (at, unit) in units.iter().enumerate() {
        next += usize::from(counts.get(next).is_some_and(|(firm, _)| *firm == at));
        if let Some((_, count)) = next.checked_sub(1).and_then(|last| counts.get_mut(last)) {
            *count += usize::from(is_dated(unit));
        }
    }
    let mut counts = counts.into_iter().peekable();
    let mut all: Vec<Unit> = Vec::with_capacity(units.len());
    let mut above: Option<(Vec<Text>, usize)> = None;
    for (at, unit) in units.into_iter().enumerate() {
        let count = counts.next_if(|(firm, _)| *firm == at).map(|(_, count)| count);
        match (unit, count, above.take()) {
            (Unit::Head { lines, .. }, Some(count), _) => above = Some((lines, count)),
            (Unit::Head { rank, mut lines, is_dated }, _, Some((name, count))) => {
                let above = rank.saturating_sub(1);
                if count == 1 {
                    lines.splice(0..0, name);
                    all.push(Unit::Head { rank: above, lines, is_dated });
                } else {
                    all.push(Unit::Head { rank: above, lines: name, is_dated: false });
                    all.push(Unit::Head { rank, lines, is_dated });
                }
            }
            (unit, _, _) => all.push(unit),
        }
    }
    all
}

/// Whether a title is directly above a position with dates, and surely an organisation's.
fn is_above(above: &Unit, below: &Unit, is_sure: bool) -> bool {
    let Unit::Head { lines: name, is_dated: false, .. } = above else { return false };
    let Unit::Head { lines, is_dated: true, .. } = below else { return false };
    let ([name], [position]) = (name.as_slice(), lines.as_slice()) else { return false };
    let plain = name.plain();
    let is_name = plain.split_whitespace().count() <= MAX_WORDS
        && !plain.contains([':', '：'])
        && !plain.trim_end().ends_with(['.', '。'])
        && !has(&plain, Kind::Degree)
        && matched(&plain).is_none_or(|it| !it.is_whole)
        && !is_within_job(&normalized(&plain));
    let names_job = |line: &Text| has(&line.plain(), Kind::Job);
    is_name && !(is_sure && names_job(name)) && names_job(position)
}
