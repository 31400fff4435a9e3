//! Takes what belongs to the head of an entry out of the lines below it.

use super::blocks::Block;
use super::entries::{Entry, Written};
use super::head::{Head, is_job};
use super::head_parts::clean;
use super::headings::matched;
use super::listed_entries::label_of_line;
use super::period::{Dates, Period};
use super::sentences::is_in_sentence;
use super::text::{Style, Text, joined};
use super::vocabulary::{Kind, has, is};
use perfil_model::profile::ResumeList;

/// The number of lines, or items, in which labels are looked for.
const MAX_LABELLED: usize = 4;

/// Takes the title from the first lines of the body, below a head that has only dates.
pub(super) fn title_in_body(head: &mut Head, body: &mut Vec<Block>, list: ResumeList) {
    // `- **Engineer**, Kestrel` below the dates: the only item is the entry.
    if let [Block::List { items, .. }] = body.as_slice()
        && let [item] = items.as_slice()
        && let [Block::Paragraph(lines), rest @ ..] = item.as_slice()
        && lines.iter().map(|line| line.plain().chars().count()).sum::<usize>() < 120
    {
        let (title, rest) = (joined(lines), rest.to_vec());
        head.merge(Head::of(&[title], &Dates::default(), list));
        *body = rest;
        return;
    }
    let Some(Block::Paragraph(lines)) = body.first_mut() else { return };
    let is_title = |line: &&Text| {
        let plain = line.plain();
        plain.split_whitespace().count() <= 10 && !plain.ends_with(['.', '。', ':'])
    };
    // All that there is may end as a sentence does.
    let is_line = |line: &Text| {
        let plain = line.plain();
        plain.split_whitespace().count() <= 8 && plain.matches(['.', '。']).count() == 1
    };
    // `**University** a degree in …`: the strong text is the title.
    if let Some(first) = lines.first().filter(|line| line.strong_start() > 0 && !line.is_strong()) {
        let end = first.strong_start();
        let title = first.part(0..end);
        let rest = first.part(end..first.plain().len());
        head.merge(Head::of(&[title], &Dates::default(), list));
        lines.splice(0..1, [rest]);
        return;
    }
    let is_one = lines.len() == 1 && lines.first().is_some_and(is_line);
    let count = lines.iter().take_while(is_title).take(2).count().max(usize::from(is_one));
    let title: Vec<Text> = lines.drain(..count).collect();
    if lines.is_empty() {
        body.remove(0);
    }
    if !title.is_empty() {
        head.merge(Head::of(&title, &Dates::default(), list));
    }
}

/// Takes the dates from one of the first lines of the body that has little else: `Period: 2019–2021`.
pub(super) fn period_in_body(head: &mut Head, body: &mut Vec<Block>, dates: &Dates) {
    if head.period.is_some() {
        return;
    }
    let read = |line: &Text| {
        let plain = line.plain();
        let period = dates.find(&plain)?;
        let mut rest = plain.clone();
        rest.replace_range(period.range.clone(), "");
        let (before, _) = line.without(period.range.clone());
        let is_label = before.plain().trim_end().ends_with([':', '：']);
        let words = rest.split_whitespace().count();
        let is_alone = words <= 1 || (is_label && words <= 4);
        let (_, after) = line.without(period.range.clone());
        let mut others: Vec<Text> = clean(&after).into_iter().collect();
        if !is_label {
            others.extend(clean(&before));
        }
        is_alone.then(|| (period.clone(), line.part(period.range), others))
    };
    let Some(first) = body.first_mut() else { return };
    // A sentence keeps its dates.
    if let Block::Paragraph(lines) = &*first
        && let Some((period, line)) = lines.iter().take(2).find_map(|line| {
            let plain = line.plain();
            let period = dates.find(&plain).filter(|period| period.is_range)?;
            is_in_sentence(&plain, &period.range).then(|| (period.clone(), line))
        })
    {
        head.written = Some(line.part(period.range.clone()));
        head.period = Some(period);
        return;
    }
    let found = match first {
        Block::List { items, .. } => {
            let at = items.iter().take(4).position(|item| {
                matches!(item.as_slice(), [Block::Paragraph(lines)] if lines.iter().any(|it| read(it).is_some()))
            });
            let item = at.map(|at| items.remove(at)).unwrap_or_default();
            let lines = match item.first() {
                Some(Block::Paragraph(lines)) => lines.as_slice(),
                _ => &[],
            };
            lines.iter().find_map(read)
        }
        Block::Paragraph(lines) => {
            let at = lines.iter().take(3).position(|line| read(line).is_some());
            let found = at.map(|at| lines.remove(at)).and_then(|line| read(&line));
            found.or_else(|| period_first(lines, dates))
        }
        _ => None,
    };
    body.retain(|block| !block.is_empty());
    if let Some((period, written, others)) = found {
        head.others.extend(others);
        head.period = Some(period);
        head.written = Some(written);
    }
}

/// Takes the period that a text begins with as if it were a sentence: `2020, Jul–Oct. There I …`.
fn period_first(lines: &mut [Text], dates: &Dates) -> Option<(Period, Text, Vec<Text>)> {
    let line = lines.first_mut()?;
    let plain = line.plain();
    let period = dates.find(&plain).filter(|it| it.is_range && it.range.start == 0)?;
    let after = plain.get(period.range.end..).unwrap_or_default();
    let rest = after.strip_prefix(['.', ':'])?;
    let written = line.part(period.range.clone());
    *line = line.part(plain.len() - rest.trim_start().len()..plain.len());
    Some((period, written, Vec::new()))
}

/// Takes what labels announce in the first lines of the body: `Position: Engineer`.
fn labels_in_body(head: &mut Head, body: &mut Vec<Block>) {
    let mut take = |line: &Text| {
        let Some((label, value)) = label_of_line(line) else { return false };
        let plain = value.plain();
        let value = value.part(0..plain.trim_end().trim_end_matches('.').len());
        let is_short = (1..=12).contains(&plain.split_whitespace().count())
            && !plain.contains([':', '\t'])
            && !plain.contains(". ");
        let field = if is(&label, Kind::HeadlineLabel) {
            if is_short && head.name.is_none() {
                // What was taken for the position is the organisation.
                head.name = head.position.take();
            } else if let Some(guess) = head.position.take_if(|it| is_short && !is_job(it)) {
                // Or it is where that is.
                match &head.place {
                    None => head.place = Some(guess),
                    Some(_) => head.others.push(guess),
                }
            }
            &mut head.position
        } else if is(&label, Kind::FirmLabel) {
            &mut head.name
        } else {
            return false;
        };
        let is_new = is_short && field.is_none();
        if is_new {
            *field = Some(value.trimmed());
        }
        is_new
    };
    for block in body.iter_mut().take(2) {
        let mut at = 0;
        match block {
            Block::Paragraph(lines) => lines.retain(|line| {
                at += 1;
                at > MAX_LABELLED || !take(line)
            }),
            Block::List { items, .. } => items.retain(|item| {
                at += 1;
                let line = match item.as_slice() {
                    [Block::Paragraph(lines)] if lines.len() == 1 => lines.first(),
                    _ => None,
                };
                at > MAX_LABELLED || !line.is_some_and(&mut take)
            }),
            _ => {}
        }
    }
    body.retain(|block| !block.is_empty());
}

/// Takes the position from the first line of the body, if it is there alone.
pub(super) fn position_in_body(head: &mut Head, body: &mut Vec<Block>, list: ResumeList) {
    if matches!(list, ResumeList::Work | ResumeList::Volunteer) {
        labels_in_body(head, body);
    }
    if head.is_only_date() && head.period.is_some() && list != ResumeList::Projects {
        title_in_body(head, body, list);
    }
    let kind = match list {
        ResumeList::Work | ResumeList::Volunteer => Kind::Job,
        ResumeList::Education => Kind::Degree,
        _ => return,
    };
    let Some(Block::Paragraph(lines)) = body.first() else { return };
    let (Some(first), None) = (lines.first(), &head.position) else { return };
    let plain = first.plain();
    let is_alone = lines.len() == 1 || first.is_broken || first.is_emphasized();
    let is_short = plain.split_whitespace().count() <= 8 && !plain.ends_with(['.', ':']);
    if is_alone && is_short && has(&plain, kind) {
        let inner = Head::of(std::slice::from_ref(first), &Dates::default(), list);
        head.merge(inner);
        let rest: Vec<Text> = lines.iter().skip(1).cloned().collect();
        body.remove(0);
        if !rest.is_empty() {
            body.insert(0, Block::Paragraph(rest));
        }
    }
}

/// Takes the organisation from the first line of the body, if it is there alone below a position and its
/// dates: a link, or a few names.
pub(super) fn name_in_body(head: &mut Head, body: &mut Vec<Block>, list: ResumeList) {
    let is_open = head.name.is_none() && head.position.is_some() && head.period.is_some();
    if !is_open || list != ResumeList::Work || body.len() < 2 {
        return;
    }
    let Some(Block::Paragraph(lines)) = body.first() else { return };
    let [line] = lines.as_slice() else { return };
    let plain = line.plain();
    let words = plain.split_whitespace().count();
    let is_linked = line.runs.iter().all(|run| run.link.is_some());
    let is_lower = |word: &str| word.chars().count() > 3 && word.starts_with(char::is_lowercase);
    let is_named =
        !plain.starts_with(char::is_lowercase) && !plain.split_whitespace().any(is_lower);
    let is_text = plain.ends_with(['.', ':', ',', ';', '。', '：']) || has(&plain, Kind::Job);
    if (is_linked || is_named) && words <= 5 && !is_text && matched(&plain).is_none() {
        let Block::Paragraph(lines) = body.remove(0) else { return };
        let mut inner = Head::of(&lines, &Dates::default(), list);
        let position = inner.position.take();
        match &inner.name {
            Some(_) => inner.others.extend(position),
            None => inner.name = position,
        }
        head.merge(inner);
    }
}

/// Adds a head without dates, with everything below it, to the body of the entry around it.
pub(super) fn flatten(written: Written, body: &mut Vec<Block>) {
    let mut lines = written.lines;
    for run in lines.iter_mut().flat_map(|line| &mut line.runs) {
        run.style = Style { strong: true, ..run.style };
    }
    if !lines.is_empty() {
        body.push(Block::Paragraph(lines));
    }
    body.extend(written.body);
    for child in written.children {
        flatten(child, body);
    }
}

/// Adds what somebody did in a job, with its dates, as an item of a list.
pub(super) fn listed(work: Written, body: &mut Vec<Block>) {
    let mut title = Text::default();
    for line in &work.lines {
        title.append(" · ", line);
    }
    let mut item = vec![Block::Paragraph(vec![title])];
    item.extend(work.body);
    for child in work.children {
        flatten(child, &mut item);
    }
    match body.last_mut() {
        Some(Block::List { start: None, items }) => items.push(item),
        _ => body.push(Block::List { start: None, items: vec![item] }),
    }
}

/// Makes the position of an entry the first of its roles, if some of the others were at another time: their
/// organisation has one head, and it is above the first.
pub(super) fn with_own_role(entry: &mut Entry) {
    let Some(own) = entry.head.period.clone().filter(|period| period.is_range) else { return };
    let is_within = |role: &Entry| role.head.period.as_ref().is_some_and(|it| it.is_within(&own));
    let is_position = entry.head.position.as_ref().is_some_and(is_job) && entry.head.name.is_some();
    if !is_position || entry.roles.iter().all(is_within) {
        return;
    }
    let head = Head {
        period: entry.head.period.take(),
        written: entry.head.written.take(),
        position: entry.head.position.take(),
        ..Head::default()
    };
    let body = std::mem::take(&mut entry.body);
    entry.roles.insert(0, Entry { head, body, span: entry.span.clone(), roles: Vec::new() });
}
