//! Compares the periods of entries with those of what is below them: what somebody did before or after an entry is
//! no part of it.

use super::entries::Written;
use super::head::Head;
use super::period::{Dates, Period};
use super::towns::is_company;
use perfil_model::profile::ResumeList;

/// Takes the children of an entry that are complete entries of another time; they only look less important.
pub(super) fn apart(mut written: Written, dates: &Dates, list: ResumeList) -> Vec<Written> {
    if !written.is_dated || written.children.is_empty() {
        return vec![written];
    }
    let Some(own) = Head::of(&written.lines, dates, list).period else { return vec![written] };
    let is_other = |child: &Written| {
        let head = Head::of(&child.lines, dates, list);
        // What is not surely another organisation may be a part of the position.
        let is_firm = head.name.as_ref().is_some_and(|name| is_company(&name.plain()));
        let is_whole = is_firm && head.position.is_some();
        child.is_dated && is_whole && head.period.is_some_and(|it| is_outside(&it, &own))
    };
    let Some(first) = written.children.iter().position(is_other) else { return vec![written] };
    let mut others: Vec<Written> = Vec::new();
    for child in written.children.split_off(first) {
        match others.last_mut() {
            Some(last) if !is_other(&child) => last.children.push(child),
            _ => others.push(child),
        }
    }
    std::iter::once(written).chain(others).collect()
}

/// Whether a period ends before another one begins, or begins after it ends.
fn is_outside(period: &Period, other: &Period) -> bool {
    is_before(period, other) || is_before(other, period)
}

fn is_before(period: &Period, other: &Period) -> bool {
    let start = other.start.as_ref().or(other.end.as_ref());
    let (Some(end), Some(start)) = (&period.end, start) else { return false };
    let first = period.start.as_ref().unwrap_or(end);
    // `2021-06` and `2021` are compared as years.
    let length = end.date.len().min(start.date.len());
    let is_ended = end.date.get(..length) <= start.date.get(..length);
    is_ended && first.date.get(..4) <= start.date.get(..4) && first.date != start.date
}
