//! Finds the heads of entries in lines without dates that are directly above lines with them: the
//! organisation above its positions, or a title above its dates.

use super::blocks::Block;
use super::firms_above;
use super::head::is_job;
use super::head_parts::{clean, split};
use super::lengths::without_lengths;
use super::period::Dates;
use super::tables::cell_of;
use super::text::Text;
use super::towns::{is_company, is_known_town, is_town};
use super::units::{STRONG, Unit};
use super::vocabulary::{Kind, has};

/// The longest line that can be the name of an organisation with its place, in characters.
const MAX_LINE: usize = 80;

/// Makes heads of such lines.
pub(super) fn with_heads(units: Vec<Unit>, dates: &Dates) -> Vec<Unit> {
    let units = firms_above::joined(units);
    let are_titles_first = are_titles_first(&units, dates);
    let are_titled = are_titled(&units, dates);
    let below: Vec<bool> = (0..units.len()).map(|at| is_below(&units, at, dates)).collect();
    let first = units.iter().position(|unit| matches!(unit, Unit::Head { is_dated: true, .. }));
    let are_below = first.is_some_and(|at| below.get(at) == Some(&true) && !is_above(&units, at));
    let mut all: Vec<Unit> = Vec::with_capacity(units.len());
    let mut count = 0;
    for (mut unit, is_below) in units.into_iter().zip(below) {
        if let Unit::Head { lines, is_dated: true, .. } = &mut unit
            && count > 0
            && let Some(first) = lines.first_mut()
            && let number = format!("{}. ", count + 1)
            && first.plain().starts_with(&number)
        {
            *first = first.part(number.len()..first.plain().len());
            count += 1;
        }
        let Unit::Head { rank, lines, is_dated: true } = &unit else {
            all.push(unit);
            continue;
        };
        let Some((above, number)) = all.last().and_then(|it| title_of(it, count + 1)) else {
            all.push(unit);
            continue;
        };
        if (are_titled && (*rank >= STRONG || is_only_dates(&unit, dates)))
            || (are_titles_first && is_date(&unit, dates) && is_title(&above))
            || is_whole_above(&above, &unit, dates)
        {
            all.pop();
            count = number;
            let mut head = above;
            above_town(&mut head, &mut all);
            head.extend(lines.iter().cloned());
            all.push(Unit::Head { rank: *rank, lines: head, is_dated: true });
            continue;
        }
        let is_job = |line: &Text| {
            let plain = line.plain();
            has(&plain, Kind::Job) || has(&plain, Kind::Degree)
        };
        let is_job = lines.iter().any(is_job) && number == 0;
        if let Some(above) = organisation(&above).filter(|_| is_job && !(are_below && is_below)) {
            all.pop();
            let rank = rank.saturating_sub(1);
            all.push(Unit::Head { rank, lines: above, is_dated: false });
        }
        all.push(unit);
    }
    all
}

/// Returns the lines of a paragraph, or of the first item of a list that ends after it, without the next
/// number, and that number: `1. Waiter, Kestrel` above its dates.
fn title_of(unit: &Unit, next: u64) -> Option<(Vec<Text>, u64)> {
    match unit {
        Unit::Body(Block::Paragraph(lines)) => {
            let mut lines = lines.clone();
            let number = format!("{next}. ");
            match lines.first_mut().filter(|line| line.plain().starts_with(&number)) {
                Some(first) => {
                    *first = first.part(number.len()..first.plain().len());
                    Some((lines, next))
                }
                None => Some((lines, 0)),
            }
        }
        Unit::Body(Block::List { start: Some(number), items }) => match items.as_slice() {
            [item] => match item.as_slice() {
                [Block::Paragraph(lines)] => Some((lines.clone(), *number)),
                _ => None,
            },
            _ => None,
        },
        _ => None,
    }
}

/// Adds the lines above a town, and the position above those, to a head.
fn above_town(head: &mut Vec<Text>, all: &mut Vec<Unit>) {
    for _ in 0..2 {
        let Some(Unit::Body(Block::Paragraph(above))) = all.last() else { return };
        let is_job = |line: &Text| has(&line.plain(), Kind::Job);
        let is_below_town = head.first().is_some_and(is_town);
        let is_of_position = !head.iter().any(is_job) && above.iter().any(is_job);
        if !is_title(above) || !(is_below_town || is_of_position) {
            return;
        }
        head.splice(0..0, above.clone());
        all.pop();
    }
}

/// Whether the first entry has its title above its dates, so that the others have, too.
fn are_titles_first(units: &[Unit], dates: &Dates) -> bool {
    let first = units.iter().position(|unit| is_date(unit, dates));
    let above = first.and_then(|at| units.get(at.checked_sub(1)?));
    above.and_then(|unit| title_of(unit, 1)).is_some_and(|(lines, _)| is_title(&lines))
}

/// Whether a line is above each of several heads with dates, which is their title then: what somebody did in a job is
/// not above the first one.
fn are_titled(units: &[Unit], dates: &Dates) -> bool {
    let is_dated = |unit: &Unit| match unit {
        Unit::Head { rank, is_dated: true, .. } => *rank >= STRONG || is_only_dates(unit, dates),
        _ => false,
    };
    let has_title = |at: usize| match at.checked_sub(1).and_then(|above| units.get(above)) {
        Some(Unit::Body(Block::Paragraph(lines))) => lines.len() == 1 && is_title(lines),
        _ => false,
    };
    let heads = || units.iter().enumerate().filter(|(_, unit)| is_dated(unit));
    heads().count() > 1 && heads().all(|(at, _)| has_title(at))
}

/// Whether a position with dates has its organisation below it.
fn is_below(units: &[Unit], at: usize, dates: &Dates) -> bool {
    let Some(Unit::Head { lines, is_dated: true, .. }) = units.get(at) else { return false };
    let dated = lines.iter().position(|line| dates.find(&line.plain()).is_some());
    let below = match (dated.and_then(|dated| lines.get(dated + 1)), units.get(at + 1)) {
        (Some(line), _) => Some(line),
        (None, Some(Unit::Body(Block::Paragraph(lines)))) => lines.first(),
        _ => None,
    };
    lines.iter().any(is_job)
        && dated == Some(0)
        && below.and_then(|line| organisation(std::slice::from_ref(line))).is_some()
}

/// Whether an organisation is above a head.
fn is_above(units: &[Unit], at: usize) -> bool {
    match at.checked_sub(1).and_then(|above| units.get(above)) {
        Some(Unit::Body(Block::Paragraph(lines))) => {
            lines.last().and_then(|line| organisation(std::slice::from_ref(line))).is_some()
        }
        _ => false,
    }
}

/// Whether this is a head that only has dates, or a place with them, and no heading.
fn is_date(unit: &Unit, dates: &Dates) -> bool {
    matches!(unit, Unit::Head { rank: STRONG.., .. }) && is_only_dates(unit, dates)
}

/// Whether this is a head, or a heading, that only has dates, or a place with them.
fn is_only_dates(unit: &Unit, dates: &Dates) -> bool {
    let Unit::Head { lines, is_dated: true, .. } = unit else { return false };
    lines.iter().all(|line| is_only_date(line, dates))
}

/// Whether a line has a position and its organisation, above one with nothing but dates and a town, which may be
/// one that nobody knows.
fn is_whole_above(above: &[Text], unit: &Unit, dates: &Dates) -> bool {
    let Unit::Head { rank, lines, is_dated: true } = unit else { return false };
    let ([title], [line], true) = (above, lines.as_slice(), *rank >= STRONG) else { return false };
    let Some(period) = dates.find(&line.plain()) else { return false };
    let (before, after) = line.without(period.range);
    let (mut titles, mut places) = (Vec::new(), Vec::new());
    split(title, &mut titles);
    split(&before, &mut places);
    split(&after, &mut places);
    let is_word = |part: &Text| {
        let plain = part.plain();
        plain.split_whitespace().count() <= 3
            && !has(&plain, Kind::Job)
            && !is_company(&plain)
            && !plain.contains(|c: char| c.is_ascii_digit())
    };
    let has_job = titles.iter().any(is_job) && !titles.iter().all(is_job);
    is_title(above) && has_job && matches!(places.as_slice(), [place] if is_word(place))
}

/// Whether a line has dates, and nothing else but a place and how long it took.
fn is_only_date(line: &Text, dates: &Dates) -> bool {
    let mut rest = line.plain();
    let Some(period) = dates.find(&rest).filter(|period| period.is_range) else { return false };
    rest.replace_range(period.range.clone(), " · ");
    let is_alone = !without_lengths(&rest).chars().any(char::is_alphanumeric);
    let (before, after) = line.without(period.range);
    let place = [clean(&before), clean(&after)];
    is_alone || matches!(place, [Some(place), None] | [None, Some(place)] if is_town(&place))
}

/// Whether lines are one or two titles, and no text.
fn is_title(lines: &[Text]) -> bool {
    let is_short = |line: &Text| {
        let plain = line.plain();
        // `**Kestrel,** Porto, Portugal — Keeper of the northern lighthouse`
        let most = if line.strong_start() > 0 { (120, 16) } else { (MAX_LINE, 10) };
        plain.chars().count() <= most.0
            && plain.split_whitespace().count() <= most.1
            && !plain.trim_end().ends_with(['.', ':', '。', '：', ';', ','])
    };
    lines.len() <= 2 && lines.iter().all(is_short)
}

/// Returns the name and the place in a line that has nothing else, or a company.
fn organisation(lines: &[Text]) -> Option<Vec<Text>> {
    let [line] = lines else { return None };
    let plain = line.plain();
    let is_firm = is_company(&plain);
    let is_text = plain.trim_end().ends_with(['.', ':', '。', '：', ',']) && !is_firm;
    if plain.chars().count() > MAX_LINE || is_text || has(&plain, Kind::Job) {
        return None;
    }
    let mut parts = Vec::new();
    split(line, &mut parts);
    if parts.len() == 1 && is_known_town(line) {
        return None;
    }
    if let [one] = parts.as_slice()
        && let Some(at) = plain.find(';').or_else(|| plain.find(','))
    {
        parts = vec![one.part(0..at), one.part(at + 1..plain.len())];
    }
    let is_placed = matches!(parts.as_slice(), [_, .., last] if is_town(last));
    if is_placed {
        return Some(parts.iter().map(cell_of).collect());
    }
    is_firm.then(|| vec![cell_of(line)])
}
