//! Joins dates that stand on a line of their own above the heads that they belong to.

use super::period::Dates;
use super::text::Text;
use super::units::Unit;

/// Joins each line of dates with the head below it, if a section begins with such a line and each of
/// them has a head below it. Otherwise dates belong to the head above.
pub(super) fn joined(units: Vec<Unit>, dates: &Dates) -> Vec<Unit> {
    let is_head = |unit: &Unit| matches!(unit, Unit::Head { is_dated: false, .. });
    let has_head = |pair: &[Unit]| match pair {
        [above, below] => !is_dates(above, dates) || is_head(below),
        _ => true,
    };
    let is_first = units.first().is_some_and(|unit| is_dates(unit, dates));
    let is_last = units.last().is_some_and(|unit| is_dates(unit, dates));
    if !is_first || is_last || !units.windows(2).all(has_head) {
        return units;
    }
    let mut joined: Vec<Unit> = Vec::with_capacity(units.len());
    let mut above: Vec<Text> = Vec::new();
    let mut units = units.into_iter().peekable();
    while let Some(unit) = units.next() {
        // Among periods, one of them may be a date.
        let is_above =
            is_dates(&unit, dates) || (is_date(&unit, dates) && units.peek().is_some_and(is_head));
        match unit {
            Unit::Head { lines, .. } if is_above => above = lines,
            Unit::Head { rank, lines, is_dated } => {
                let is_dated = is_dated || !above.is_empty();
                let lines = above.drain(..).chain(lines).collect();
                joined.push(Unit::Head { rank, lines, is_dated });
            }
            body @ Unit::Body(_) => joined.push(body),
        }
    }
    joined
}

/// Whether a part of a section is a line that has nothing but dates.
fn is_dates(unit: &Unit, dates: &Dates) -> bool {
    is_date(unit, dates)
        && matches!(unit, Unit::Head { lines, .. } if lines.iter().any(|line| {
            dates.find(&line.plain()).is_some_and(|period| period.is_range)
        }))
}

/// Whether a part of a section is a line that has nothing but a date, or dates.
fn is_date(unit: &Unit, dates: &Dates) -> bool {
    let Unit::Head { lines, is_dated: true, .. } = unit else { return false };
    let [line] = lines.as_slice() else { return false };
    let plain = line.plain();
    dates.find(&plain).is_some_and(|period| {
        let (before, after) = (plain.get(..period.range.start), plain.get(period.range.end..));
        let rest = before.into_iter().chain(after).flat_map(str::chars);
        let rest = rest.filter(|c| c.is_alphanumeric()).count();
        // `Summer 2022`: the season is a part of the date.
        rest == 0 || (!period.is_range && rest < 9 && plain.split_whitespace().count() < 3)
    })
}
