//! Understands the entries of a section, with their roles: jobs, schools, projects.

mod colon_heads;
mod levels;
pub(super) mod record_forms;

use super::blocks::Block;
use super::entry_body::{name_in_body, period_in_body, position_in_body, with_own_role};
use super::entry_groups::{group, is_where, roles};
use super::head::{Head, is_job};
use super::outline::Section;
use super::period::Dates;
use super::text::Text;
use super::units::{STRONG, Splitter, Unit};
use super::vocabulary::{Kind, has, is};
use super::{dates_above, dates_below, firm_lines, firm_periods, firms_below, raised_firms};
use super::{role_order, role_periods, subtitles};
use perfil_model::profile::ResumeList;

/// An entry as it is written: a head, and what is below it.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Written {
    pub(super) rank: u8,
    pub(super) lines: Vec<Text>,
    pub(super) is_dated: bool,
    pub(super) body: Vec<Block>,
    pub(super) children: Vec<Written>,
}

/// An entry that is understood.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Entry {
    pub(super) head: Head,
    pub(super) body: Vec<Block>,
    pub(super) roles: Vec<Entry>,
    pub(super) span: std::ops::Range<usize>,
}

/// The entries of a section.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Entries {
    /// What is above the first entry.
    pub(super) lead: Vec<Block>,
    pub(super) items: Vec<Entry>,
    /// Groups of entries with titles of their own.
    pub(super) groups: Vec<(Text, Vec<Entry>)>,
    /// How many heads have a period with two ends.
    pub(super) ranges: usize,
    /// How many heads have dates.
    pub(super) dated: usize,
    /// How many heads are headings.
    pub(super) headings: usize,
}

impl Entries {
    fn last_mut(&mut self) -> Option<&mut Entry> {
        match self.groups.last_mut() {
            Some((_, group)) => group.last_mut(),
            None => self.items.last_mut(),
        }
    }
}

/// Reads the entries of a section of this list.
pub(super) fn read(section: &Section, dates: &Dates, list: ResumeList) -> Entries {
    let mut splitter = Splitter::new(dates);
    splitter.section(section);
    of_units(splitter.units, dates, list)
}

/// Reads the entries in blocks.
pub(super) fn of_blocks(blocks: &[Block], dates: &Dates, list: ResumeList) -> Entries {
    let mut splitter = Splitter::new(dates);
    for block in blocks {
        splitter.block(block);
    }
    of_units(splitter.units, dates, list)
}

fn of_units(units: Vec<Unit>, dates: &Dates, list: ResumeList) -> Entries {
    let units = colon_heads::split(levels::lowered(units, dates), dates, list);
    let units = dates_below::of_headings(dates_below::joined(units, dates), dates);
    let units = firm_lines::with_heads(dates_above::joined(units, dates), dates);
    let units = firm_periods::with_positions(firms_below::joined(units, dates, list), dates);
    let units = subtitles::within_entries(
        raised_firms::together(units, dates, list),
        list == ResumeList::Work,
    );
    let mut entries = Entries::default();
    for unit in &units {
        if let Unit::Head { rank, lines, is_dated } = unit {
            let is_range = |line: &Text| {
                !line.parts.is_empty() || dates.find(&line.plain()).is_some_and(|it| it.is_range)
            };
            entries.dated += usize::from(*is_dated);
            entries.ranges += usize::from(*is_dated && lines.iter().any(is_range));
            entries.headings += usize::from(*rank <= STRONG);
        }
    }
    let (lead, mut written) = nest(units);
    for entry in &mut written {
        with_dates(entry, dates);
    }
    entries.lead = lead;
    let written = written.into_iter().flat_map(|it| role_periods::apart(it, dates, list));
    for entry in written {
        if let Some(inner) = group(&entry, dates, list) {
            let title = entry.lines.first().cloned().unwrap_or_default();
            entries.groups.push((title, inner));
        } else {
            let was_dated = entry.is_dated;
            let entry = understood(entry, dates, list);
            // Without a head, it is what follows the entry above.
            if entry.head.is_only_date() && entry.head.period.is_none() && entry.roles.is_empty() {
                match entries.last_mut() {
                    Some(last) => last.body.extend(entry.body),
                    None => entries.lead.extend(entry.body),
                }
                continue;
            }
            let is_range = entry.head.period.as_ref().is_some_and(|it| it.is_range);
            entries.dated += usize::from(!was_dated && entry.head.period.is_some());
            entries.ranges += usize::from(!was_dated && is_range);
            match entries.groups.last_mut() {
                Some((_, group)) => group.push(entry),
                None => entries.items.push(entry),
            }
        }
    }
    if matches!(list, ResumeList::Work | ResumeList::Volunteer) {
        role_order::agree(&mut entries);
    }
    entries
}

/// Gives a head without dates those that are alone on the line below it.
fn with_dates(written: &mut Written, dates: &Dates) {
    for child in &mut written.children {
        with_dates(child, dates);
    }
    let is_alone = |line: &Text| {
        let mut rest = line.plain();
        let Some(period) = dates.find(&rest) else { return false };
        rest.replace_range(period.range, "");
        !rest.chars().any(char::is_alphabetic)
    };
    let is_dates = |child: &Written| child.is_dated && child.lines.iter().all(is_alone);
    let is_first = written.children.first().is_some_and(is_dates);
    if written.is_dated || !written.body.is_empty() || !is_first {
        return;
    }
    let child = written.children.remove(0);
    written.lines.extend(child.lines);
    written.body = child.body;
    written.is_dated = true;
    written.children.splice(0..0, child.children);
}

/// Puts each head below the last one of a higher rank.
fn nest(units: Vec<Unit>) -> (Vec<Block>, Vec<Written>) {
    let (mut lead, mut done) = (Vec::new(), Vec::new());
    let mut path: Vec<Written> = Vec::new();
    for unit in units {
        match unit {
            Unit::Body(block) => match path.last_mut() {
                Some(entry) => entry.body.push(block),
                None => lead.push(block),
            },
            Unit::Head { rank, lines, is_dated } => {
                close(&mut path, rank, &mut done);
                path.push(Written { rank, lines, is_dated, ..Written::default() });
            }
        }
    }
    close(&mut path, 0, &mut done);
    (lead, done)
}

fn close(path: &mut Vec<Written>, rank: u8, done: &mut Vec<Written>) {
    while let Some(entry) = path.pop_if(|entry| entry.rank >= rank) {
        match path.last_mut() {
            Some(outer) => outer.children.push(entry),
            None => done.push(entry),
        }
    }
}

/// Understands an entry.
pub(super) fn understood(written: Written, dates: &Dates, list: ResumeList) -> Entry {
    let mut head = Head::of(&written.lines, dates, list);
    let mut span = super::blocks::around(written.lines.iter().map(Text::span));
    let (mut body, mut children) = (written.body, written.children);
    children.reverse();
    // What follows a head directly belongs to it, unless it is one of several roles.
    while let Some(next) = children.last() {
        let is_label = |line: &Text| {
            is(line.plain().trim_matches(|c: char| !c.is_alphanumeric()), Kind::PeriodLabel)
        };
        if next.lines.iter().all(is_label) && next.body.is_empty() {
            let below = children.pop().map(|label| label.children).unwrap_or_default();
            children.extend(below.into_iter().rev());
            continue;
        }
        let mut inner = Head::of(&next.lines, dates, list);
        if let ([line], true) =
            (next.lines.as_slice(), head.position.is_some() || head.name.is_some())
        {
            inner.place_beside_dates(line);
        }
        let dated = children.iter().filter(|child| child.is_dated).count();
        // Below a position alone, its organisation is first.
        let is_named = body.is_empty()
            && head.name.is_none()
            && head.position.as_ref().is_some_and(is_job)
            && children.iter().filter(|it| it.is_dated && it.rank == next.rank).count() == 1
            && !next.lines.iter().any(is_job);
        let is_date = next.is_dated
            && head.period.is_none()
            && (inner.is_only_date() || dated == 1 || is_named);
        let has_job = next.lines.iter().any(is_job);
        let is_below_facts = has_job && head.position.is_none() && is_where(&body);
        let is_title = !next.is_dated
            && (body.is_empty() || is_below_facts)
            && next.rank <= STRONG
            && children.iter().filter(|child| child.rank == next.rank).count() == 1
            && (head.position.is_none() || head.name.is_none())
            && list != ResumeList::Projects
            && (next.rank == STRONG
                || next.children.iter().any(|it| it.is_dated)
                || next.lines.iter().any(|it| has(&it.plain(), Kind::Job)));
        if !is_date && !is_title {
            break;
        }
        let Some(next) = children.pop() else { break };
        span.end = span.end.max(super::blocks::around(next.lines.iter().map(Text::span)).end);
        head.yield_position(&inner);
        if head.name.is_some() && head.position.is_none() && inner.position.is_none() {
            let inner = Head { position: inner.name.clone(), name: None, ..inner };
            head.merge(inner);
        } else {
            head.merge(inner);
        }
        body.extend(next.body);
        children.extend(next.children.into_iter().rev());
    }
    date_in_children(&mut head, &mut children, dates, list);
    position_in_body(&mut head, &mut body, list);
    period_in_body(&mut head, &mut body, dates);
    name_in_body(&mut head, &mut body, list);
    let are_works = are_works(&head, &children, dates, list);
    let roles = roles(children, are_works, &mut body, dates, list);
    let mut entry = Entry { head, body, roles, span };
    if !entry.roles.is_empty() && list != ResumeList::Education {
        with_own_role(&mut entry);
        entry.head.without_position();
    }
    entry
}

/// Whether what has dates within a job is what somebody did there: none of it names a position, and all
/// of it was in the time of the job.
fn are_works(head: &Head, children: &[Written], dates: &Dates, list: ResumeList) -> bool {
    let Some(outer) = head.period.as_ref().filter(|it| it.is_range) else { return false };
    let is_work = |child: &Written| {
        let inner = Head::of(&child.lines, dates, list);
        let is_within = inner.period.is_some_and(|period| period.is_within(outer));
        is_within && !child.lines.iter().any(|line| has(&line.plain(), Kind::Job))
    };
    list == ResumeList::Work && children.iter().filter(|child| child.is_dated).all(is_work)
}

/// Takes the dates of the only child that has nothing else.
fn date_in_children(head: &mut Head, children: &mut Vec<Written>, dates: &Dates, list: ResumeList) {
    let is_one = children.iter().filter(|child| child.is_dated).count() == 1;
    let Some(at) = children.iter().position(|child| child.is_dated) else { return };
    let inner = children.get(at).map(|child| Head::of(&child.lines, dates, list));
    if let Some(inner) = inner.filter(|it| is_one && it.is_only_date() && head.period.is_none()) {
        head.merge(inner);
        let child = children.remove(at);
        // What was below the dates is below what precedes them now.
        let below = Written { rank: 10, body: child.body, ..Written::default() };
        children.insert(at, below);
    }
}
