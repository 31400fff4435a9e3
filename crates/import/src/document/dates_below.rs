//! Joins dates that stand with a label below an entry with the head of the entry: `Period: 2019 – 2021`
//! after what somebody did there.

use super::blocks::Block;
use super::lengths::without_lengths;
use super::period::Dates;
use super::text::Text;
use super::units::Unit;
use super::vocabulary::{Kind, is};
use super::wrapped_prose::is_short;

/// Gives labelled dates to the first head above them that has none, if all dates of a section have labels.
pub(super) fn joined(units: Vec<Unit>, dates: &Dates) -> Vec<Unit> {
    let is_below = |unit: &Unit| is_labelled(unit, dates);
    let is_dated = |unit: &&Unit| matches!(unit, Unit::Head { is_dated: true, .. });
    if !units.iter().any(is_below) || !units.iter().filter(is_dated).all(is_below) {
        return units;
    }
    let mut all: Vec<Unit> = Vec::with_capacity(units.len());
    // The head of the entry that is open, and how many heads follow it directly.
    let mut open: Option<usize> = None;
    for unit in units {
        match (unit, open) {
            (Unit::Head { lines, is_dated: true, .. }, Some(at)) => {
                if let Some(Unit::Head { lines: head, is_dated, .. }) = all.get_mut(at) {
                    head.extend(lines);
                    *is_dated = true;
                }
                open = None;
            }
            (Unit::Head { rank, lines, is_dated: true }, None)
                if all.last().is_some_and(is_title) =>
            {
                let Some(Unit::Body(Block::Paragraph(mut head))) = all.pop() else { continue };
                head.extend(lines);
                all.push(Unit::Head { rank, lines: head, is_dated: true });
            }
            (unit @ Unit::Head { .. }, None) => {
                open = Some(all.len());
                all.push(unit);
            }
            (Unit::Head { lines, .. }, Some(_))
                if !matches!(all.last(), Some(Unit::Head { .. })) =>
            {
                all.push(Unit::Body(Block::Paragraph(lines)));
            }
            (unit, _) => all.push(unit),
        }
    }
    all
}

/// Whether a part of a section is a line that can be the title above its dates.
fn is_title(unit: &Unit) -> bool {
    let Unit::Body(Block::Paragraph(lines)) = unit else { return false };
    matches!(lines.as_slice(), [line] if is_short(line) && !line.plain().ends_with('.'))
}

/// Joins headings that are only dates with those of the same rank directly above them.
pub(super) fn of_headings(units: Vec<Unit>, dates: &Dates) -> Vec<Unit> {
    let is_head = |unit: &&Unit| matches!(unit, Unit::Head { .. });
    let first = units.iter().find(is_head);
    if !matches!(first, Some(Unit::Head { is_dated: false, .. })) {
        return units;
    }
    let mut all: Vec<Unit> = Vec::with_capacity(units.len());
    for unit in units {
        match (all.last_mut(), unit) {
            (
                Some(Unit::Head { rank: above, lines: head, is_dated: has_dates }),
                Unit::Head { rank, lines, is_dated: true },
            ) if !*has_dates
                && *above == rank
                && lines.iter().all(|it| is_only_dates(it, dates)) =>
            {
                head.extend(lines);
                *has_dates = true;
            }
            (_, unit) => all.push(unit),
        }
    }
    all
}

fn is_only_dates(line: &Text, dates: &Dates) -> bool {
    let mut rest = line.plain();
    let Some(period) = dates.find(&rest).filter(|period| period.is_range) else { return false };
    rest.replace_range(period.range, " · ");
    !without_lengths(&rest).chars().any(char::is_alphanumeric)
}

/// Whether a part of a section is a line of dates with a label.
fn is_labelled(unit: &Unit, dates: &Dates) -> bool {
    let Unit::Head { lines, is_dated: true, .. } = unit else { return false };
    let is_line = |line: &Text| {
        let plain = line.plain();
        let Some(period) = dates.find(&plain) else { return false };
        let label = plain.get(..period.range.start).unwrap_or_default().trim();
        let label = label.strip_suffix([':', '：']).unwrap_or_default();
        period.is_range && is(label, Kind::PeriodLabel)
    };
    matches!(lines.as_slice(), [line] if is_line(line))
}
