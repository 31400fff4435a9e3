//! Tells short lines from sentences that were broken only because they were long.

use super::sentences::is_ended;
use super::text::Text;

pub(super) fn is_short(line: &Text) -> bool {
    let plain = line.plain();
    plain.chars().count() <= 100 && !(is_ended(&plain) && plain.split_whitespace().count() > 4)
}

/// Whether lines are sentences that were broken only because they were long.
pub(super) fn is_prose(lines: &[Text]) -> bool {
    let letters: usize = lines.iter().map(|line| line.plain().chars().count()).sum();
    let is_broken = lines.iter().rev().skip(1).any(|line| line.is_broken);
    let is_set = lines.iter().any(|line| line.strong_start() > 0 || line.plain().contains('\t'));
    lines.len() > 1 && !is_broken && !is_set && letters / lines.len() > 50
}
