//! Compares the periods of entries with those of what is below them: what somebody did before or after an entry is
//! no part of it.

use super::entries::Written;
use super::head::Head;
use super::period::Dates;
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
        child.is_dated && is_whole && head.period.is_some_and(|it| it.is_outside(&own))
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
