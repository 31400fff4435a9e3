//! Joins paragraphs that are one: lines of wrapped text, and the lines of the head of an entry.

use super::super::period::Dates;
use super::super::text::GAP;
use super::super::vocabulary::{Kind, has};
use super::layout::{Flow, join};
use super::pieces::Paragraph;

/// The least length of a paragraph that goes on in the next, in characters.
const MIN_WRAPPED: usize = 50;
/// How many lines have to go on with a small letter, until others are taken to go on, too.
const MANY: usize = 4;
/// The longest line of a head, in characters.
const MAX_HEAD: usize = 90;
/// The longest label, in characters.
const MAX_LABEL: usize = 32;
/// The longest line with a label, in characters.
const MAX_LABELLED: usize = 240;
/// The most lines of a head above its dates, and below them.
const AROUND: usize = 2;

/// Joins paragraphs.
pub(super) fn joined(flow: Vec<Flow>) -> Vec<Flow> {
    let dates = Dates::default();
    labelled(heads(wrapped(flow, &dates), &dates), &dates)
}

/// Joins paragraphs that are lines of one: in text from elsewhere, each line ends a paragraph.
fn wrapped(flow: Vec<Flow>, dates: &Dates) -> Vec<Flow> {
    let lines: Vec<(String, bool)> = flow.iter().map(line).collect();
    let is_lower = |text: &str| text.starts_with(char::is_lowercase);
    let goes_on = |at: usize| {
        let (line, is_text) = lines.get(at)?;
        let (next, is_next) = lines.get(at + 1)?;
        let is_label = next.chars().take(30).any(|c| matches!(c, ':' | '：'));
        let is_open = line.chars().count() >= MIN_WRAPPED
            && !line.ends_with(['.', ':', '!', '?', ';', '|'])
            && !line.contains(['\t', '@'])
            && !next.contains(['\t', '@'])
            && !is_label;
        (*is_text && *is_next && is_open).then_some(next)
    };
    let sure = (0..lines.len()).filter(|at| goes_on(*at).is_some_and(|next| is_lower(next)));
    let is_broken = sure.count() >= MANY;
    let mut all: Vec<Flow> = Vec::new();
    for (at, it) in flow.into_iter().enumerate() {
        let next = at.checked_sub(1).and_then(goes_on);
        let is_more =
            next.is_some_and(|next| is_lower(next) || (is_broken && dates.find(next).is_none()));
        match (all.last_mut(), it) {
            (Some(Flow::Paragraph(one)), Flow::Paragraph(two))
                if is_more && !two.is_apart && one.look.is_strong == two.look.is_strong =>
            {
                one.trim_end();
                let mut two = two;
                two.trim_start();
                join(&mut one.lines, two.lines, " ");
            }
            (_, it) => all.push(it),
        }
    }
    all
}

/// Returns the text of a paragraph, and whether it is one line of text.
fn line(flow: &Flow) -> (String, bool) {
    let Flow::Paragraph(it) = flow else { return (String::new(), false) };
    (it.plain(), is_line(it))
}

fn is_line(it: &Paragraph) -> bool {
    it.level.is_none() && it.list.is_none() && it.lines.len() == 1
}

/// Makes one paragraph of short lines of which one has dates: an organisation, a position, a period.
fn heads(flow: Vec<Flow>, dates: &Dates) -> Vec<Flow> {
    let mut all = Vec::new();
    let mut group: Vec<Paragraph> = Vec::new();
    let mut is_below = false;
    for it in flow {
        match it {
            Flow::Paragraph(it) if is_below && is_line(&it) && it.margin.is_none() => {
                if it.is_apart {
                    close(&mut group, dates, &mut all);
                }
                group.push(it);
            }
            it => {
                close(&mut group, dates, &mut all);
                is_below |= matches!(&it, Flow::Paragraph(it) if it.level.is_some_and(|it| it > 1));
                all.push(it);
            }
        }
    }
    close(&mut group, dates, &mut all);
    all
}

/// Makes one paragraph of lines that each begin with a label: `Languages: Go, Rust`.
fn labelled(flow: Vec<Flow>, dates: &Dates) -> Vec<Flow> {
    let has_label = |it: &Paragraph| {
        let plain = it.plain();
        let label = plain.split_once([':', '：']);
        let is_label = label.is_some_and(|(label, text)| {
            label.chars().count() <= MAX_LABEL
                && !text.trim().is_empty()
                && !text.starts_with("//")
                && plain.chars().count() <= MAX_LABELLED
        });
        is_label && dates.find(&plain).is_none()
    };
    let is_labelled = |it: &Paragraph| {
        it.level.is_none() && it.list.is_none() && it.margin.is_none() && has_label(it)
    };
    let mut all: Vec<Flow> = Vec::new();
    let (mut is_below, mut is_open) = (false, false);
    for it in flow {
        let is_line = matches!(&it, Flow::Paragraph(it) if is_line(it) && is_labelled(it));
        match (all.last_mut(), it) {
            (Some(Flow::Paragraph(one)), Flow::Paragraph(two))
                if is_open && is_line && !two.is_apart =>
            {
                one.lines.extend(two.lines);
                one.unsafe_links.extend(two.unsafe_links);
            }
            (_, it) => {
                is_below |= matches!(&it, Flow::Paragraph(it) if it.level.is_some_and(|it| it > 1));
                is_open = is_line && is_below;
                all.push(it);
            }
        }
    }
    all
}

pub(super) fn is_short(it: &Paragraph) -> bool {
    let plain = it.plain();
    let words = plain.split_whitespace();
    words.map(|word| word.chars().count() + 1).sum::<usize>() <= MAX_HEAD + 1
        && !(plain.ends_with('.') && plain.contains(' '))
}

/// Whether a paragraph below others of a head belongs to it: it is set apart, or names a job.
pub(super) fn is_of_head(it: &Paragraph) -> bool {
    let is_set = it.look.is_strong || it.look.is_emphasized;
    is_line(it) && is_short(it) && (is_set || has(&it.plain(), Kind::Job))
}

/// Adds the paragraphs between two gaps.
fn close(group: &mut Vec<Paragraph>, dates: &Dates, all: &mut Vec<Flow>) {
    let mut group = std::mem::take(group);
    let is_dated = |it: &Paragraph| dates.find(&it.plain()).is_some_and(|it| it.is_range);
    let dated: Vec<usize> =
        group.iter().enumerate().filter(|(_, it)| is_dated(it)).map(|(at, _)| at).collect();
    if let [at] = dated.as_slice()
        && *at <= AROUND
        && group.iter().take(at + 1).all(is_short)
    {
        let more = group.iter().skip(at + 1).take(AROUND).take_while(|it| is_of_head(it)).count();
        let rest = group.split_off(at + 1 + more);
        all.extend(one_of(group).map(Flow::Paragraph));
        group = rest;
    } else if let Some((above, dated)) = repeated(&group, dates) {
        let mut at = 0;
        for end in dated {
            let rest = group.split_off(end - at + 1);
            let head = group.split_off(end - at - above);
            all.extend(group.drain(..).map(Flow::Paragraph));
            all.extend(one_of(head).map(Flow::Paragraph));
            (group, at) = (rest, end + 1);
        }
    }
    all.extend(group.into_iter().map(Flow::Paragraph));
}

/// Makes one paragraph of several.
fn one_of(group: Vec<Paragraph>) -> Option<Paragraph> {
    let mut lines = group.into_iter();
    let mut first = lines.next()?;
    for line in lines {
        first.lines.extend(line.lines);
        first.unsafe_links.extend(line.unsafe_links);
    }
    Some(first)
}

/// Finds the heads of entries without gaps between them: returns how many lines each has above its dates,
/// and where the dates are. All have as many, and the text of the entry before ends above them.
fn repeated(group: &[Paragraph], dates: &Dates) -> Option<(usize, Vec<usize>)> {
    let is_dated = |it: &Paragraph| {
        let plain = it.plain();
        dates.find(&plain).is_some_and(|found| {
            let before = plain.get(..found.range.start).unwrap_or_default();
            let is_set_apart = before.trim_end_matches(' ').ends_with(GAP);
            found.is_range || (is_set_apart && found.range.end == plain.len())
        })
    };
    let dated: Vec<usize> =
        group.iter().enumerate().filter(|(_, it)| is_dated(it)).map(|(at, _)| at).collect();
    let above = dated.first().copied().filter(|above| (1..=AROUND).contains(above))?;
    let is_head = |at: usize| {
        let lines = at.checked_sub(above).and_then(|start| group.get(start..=at));
        let is_head = lines.is_some_and(|lines| lines.iter().all(is_short));
        let before = at.checked_sub(above + 1).and_then(|before| group.get(before));
        is_head && before.is_none_or(|before| !is_short(before))
    };
    (dated.len() > 1 && dated.iter().all(|at| is_head(*at))).then_some((above, dated))
}
