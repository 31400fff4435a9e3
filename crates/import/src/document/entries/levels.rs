//! Gives the lines of a section that begin with dates one rank: a later one may be strong only in a part.

use crate::document::period::Dates;
use crate::document::units::{DATED, STRONG, Unit};

/// Lowers strong lines with dates at their start to the rank of the first such line, if that is not strong.
pub(super) fn lowered(mut units: Vec<Unit>, dates: &Dates) -> Vec<Unit> {
    let begins = |unit: &Unit| match unit {
        Unit::Head { rank: STRONG | DATED, lines, is_dated: true } => {
            lines.first().is_some_and(|line| {
                dates.find(&line.plain()).is_some_and(|it| it.is_range && it.range.start == 0)
            })
        }
        _ => false,
    };
    let first = units.iter().find(|unit| matches!(unit, Unit::Head { is_dated: true, .. }));
    let is_line = |unit: &Unit| matches!(unit, Unit::Head { rank: DATED, .. }) && begins(unit);
    if !first.is_some_and(is_line) {
        return units;
    }
    for unit in units.iter_mut().filter(|unit| begins(unit)) {
        if let Unit::Head { rank, .. } = unit {
            *rank = DATED;
        }
    }
    units
}
