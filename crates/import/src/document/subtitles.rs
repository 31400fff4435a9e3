//! Finds the strong lines that are titles within entries: what somebody did there, by subject.

use super::adopted::is_within_job;
use super::blocks::Block;
use super::headings::{matched, normalized};
use super::text::Text;
use super::towns::is_company;
use super::units::{STRONG, Unit};
use super::vocabulary::{Kind, has};
use std::collections::HashMap;

/// Words with which the title of a group of older entries begins.
const EARLIER: [&str; 12] = [
    "previous", "earlier", "other", "past", "early", "früher", "weitere", "otros", "otras",
    "outras", "autres", "anterior",
];

/// The fewest entries with dates that make a strong line without any a title within one.
const MIN_DATED: usize = 2;

/// Makes such titles a part of the text that they are in.
pub(super) fn within_entries(units: Vec<Unit>, is_of_work: bool) -> Vec<Unit> {
    let mut counts: HashMap<String, usize> = HashMap::new();
    for unit in &units {
        if let Unit::Head { lines, is_dated: false, .. } = unit
            && let [line] = lines.as_slice()
        {
            *counts.entry(normalized(&line.plain())).or_default() += 1;
        }
    }
    let dated = units.iter().filter_map(|unit| match unit {
        Unit::Head { rank, is_dated: true, .. } => Some(*rank),
        _ => None,
    });
    let (count, lowest) = (dated.clone().count(), dated.max());
    let mut all: Vec<Unit> = Vec::with_capacity(units.len());
    let mut is_below_dated = false;
    let mut units = units.into_iter().peekable();
    while let Some(unit) = units.next() {
        if let Unit::Head { rank, lines, is_dated } = &unit {
            let is_above_head = matches!(units.peek(), Some(Unit::Head { .. }) | None);
            let title = match lines.as_slice() {
                [line] if !is_dated && is_below_dated => Some(line),
                _ => None,
            };
            let is_title = title.is_some_and(|line| {
                let words = normalized(&line.plain());
                let is_known = is_within_job(&words);
                let is_repeated = counts.get(&words).is_some_and(|count| *count > 1);
                // Without a word for a position or an organisation, it is no entry among those with dates.
                let is_strong = *rank == STRONG
                    && lowest.is_some_and(|lowest| lowest <= STRONG)
                    && count >= MIN_DATED
                    && is_of_work
                    && !is_above_head
                    && is_plain(line);
                is_known || is_strong || (is_repeated && !is_above_head && is_plain(line))
            });
            // The organisation may be below its position and the dates.
            let is_known = title.is_some_and(|line| is_within_job(&normalized(&line.plain())));
            if is_title
                && !is_known
                && let Some(Unit::Head { lines: head, is_dated: true, .. }) = all.last_mut()
                && head.len() == 1
            {
                head.extend(lines.clone());
                continue;
            }
            if is_title {
                all.push(Unit::Body(Block::Paragraph(lines.clone())));
                continue;
            }
            is_below_dated = *is_dated || (is_below_dated && is_above_head);
        }
        all.push(unit);
    }
    all
}

/// Whether a line names neither a position nor an organisation, and has one part.
fn is_plain(line: &Text) -> bool {
    let plain = line.plain();
    !has(&plain, Kind::Job)
        && !has(&plain, Kind::School)
        && !is_company(&plain)
        && !plain.contains(['\t', '|', '·', ',', '@', '–', '—'])
        && line.links().is_empty()
        && matched(&plain).is_none()
        && !EARLIER.iter().any(|word| plain.to_lowercase().starts_with(word))
}
