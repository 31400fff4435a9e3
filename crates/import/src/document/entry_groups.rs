//! Tells what is above and below an organisation: headings that only group entries, and where it is.

use super::blocks::Block;
use super::entries::{Entry, Written, understood};
use super::entry_body::{flatten, listed};
use super::head::{Head, is_job};
use super::head_parts::split;
use super::headings::matched;
use super::period::Dates;
use super::text::Text;
use super::towns::{is_place, is_town};
use super::units::STRONG;
use super::vocabulary::{Kind, has};
use perfil_model::profile::ResumeList;

/// Returns the entries below a heading that only groups them: each is complete without it.
pub(super) fn group(entry: &Written, dates: &Dates, list: ResumeList) -> Option<Vec<Entry>> {
    let is_complete = |child: &Written| {
        let head = Head::of(&child.lines, dates, list);
        let is_many = child.children.iter().filter(|it| it.is_dated).count() > 1;
        is_many || (head.period.is_some() && head.name.is_some() && head.position.is_some())
    };
    // A position above the only entry is that of the entry, and no title of a group.
    let title = entry.lines.first().map(Text::plain).unwrap_or_default();
    let names_job = |line: &Text| has(&line.plain(), Kind::Job);
    let is_of_work = list == ResumeList::Work && entry.lines.iter().any(names_job);
    let is_position = entry.children.len() == 1 && (is_of_work || has(&title, Kind::Job));
    let is_firm =
        matches!(entry.children.as_slice(), [only] if is_position_of(only, &entry.lines, dates));
    let is_group = entry.rank < STRONG
        && !is_firm
        && !is_position
        && !entry.is_dated
        && !entry.children.is_empty()
        && entry.children.iter().all(|child| child.rank <= STRONG && is_complete(child))
        && entry.body.is_empty();
    let inner = || entry.children.iter().cloned().map(|child| understood(child, dates, list));
    is_group.then(|| inner().collect())
}

/// Whether an entry has only a position, which may have commas, below an organisation.
fn is_position_of(entry: &Written, above: &[Text], dates: &Dates) -> bool {
    let mut parts = Vec::new();
    for line in &entry.lines {
        match dates.find(&line.plain()) {
            Some(period) => {
                let (before, after) = line.without(period.range);
                split(&before, &mut parts);
                split(&after, &mut parts);
            }
            None => split(line, &mut parts),
        }
    }
    let is_other = above.iter().all(|line| !is_job(line) && matched(&line.plain()).is_none());
    is_other && matches!(parts.as_slice(), [position] if is_job(position))
}

/// Whether all that is below a head is where it is: a town, the address of its page.
pub(super) fn is_where(body: &[Block]) -> bool {
    let is_its_place = |line: &Text| {
        let plain = line.plain();
        let is_page = line.runs.iter().all(|run| run.link.is_some())
            || (!plain.contains(' ') && plain.contains('.') && !plain.ends_with('.'));
        is_page || is_town(line) || is_place(&plain) || plain.split(", ").any(is_place)
    };
    matches!(body, [Block::Paragraph(lines)] if lines.len() <= 2 && lines.iter().all(is_its_place))
}

/// Returns the roles among what is below a head, last first, and adds what is none to the body.
pub(super) fn roles(
    children: Vec<Written>,
    are_works: bool,
    body: &mut Vec<Block>,
    dates: &Dates,
    list: ResumeList,
) -> Vec<Entry> {
    let mut roles = Vec::new();
    for child in children.into_iter().rev() {
        let inner = Head::of(&child.lines, dates, list);
        if child.is_dated && are_works {
            listed(child, body);
        } else if child.is_dated && !inner.is_only_date() && list != ResumeList::Projects {
            roles.push(understood(child, dates, list));
        } else {
            flatten(child, body);
        }
    }
    roles
}
