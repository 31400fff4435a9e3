//! Finds jobs that a sentence tells: `From 2018 to 2021 I worked as a waiter at Kestrel.`

use super::blocks::Block;
use super::head_parts::clean;
use super::listed_entries::first;
use super::period::Dates;
use super::tables::cell_of;
use super::text::Text;
use super::towns::is_town;
use super::units::{DATED, ITEM, Splitter};
use super::vocabulary::{Kind, has};
use std::ops::Range;

/// Words that say that somebody worked, as they are written in sentences.
const WORKED: [&str; 19] = [
    "worked",
    "working",
    "employed",
    "served",
    "arbeitete",
    "arbeite",
    "gearbeitet",
    "tätig",
    "angestellt",
    "beschäftigt",
    "travaillé",
    "embauché",
    "embauchée",
    "trabajé",
    "trabalhei",
    "lavorato",
    "работал",
    "работала",
    "работаю",
];
/// Words before a position.
const AS: [&str; 13] = [
    " as a ",
    " as an ",
    " as the ",
    " as ",
    " als ",
    " comme ",
    " en tant que ",
    " como ",
    " come ",
    " в качестве ",
    " в должности ",
    " на должности ",
    " на посаді ",
];
/// Words before an organisation.
const AT: [&str; 17] = [
    " at the ",
    " at ",
    " for ",
    " with ",
    " in ",
    " bei der ",
    " bei dem ",
    " beim ",
    " bei ",
    " chez ",
    " à ",
    " en ",
    " na ",
    " no ",
    " em ",
    " presso ",
    " в ",
];
/// Words that only an organisation follows.
const SURE_AT: [&str; 7] =
    [" at the ", " at ", " bei der ", " bei dem ", " beim ", " bei ", " chez "];
/// Words before dates, which end what precedes them.
const BEFORE_DATES: [&str; 16] = [
    "from", "since", "between", "in", "during", "von", "seit", "ab", "im", "de", "depuis", "du",
    "desde", "dal", "с", "od",
];
/// Words with which a sentence goes on after a name.
const ENDS: [&str; 12] = [
    " from ", " since ", " where ", " which ", " and ", " to ", " wo ", " und ", " où ", " von ",
    " seit ", " tätig",
];

/// The longest such sentence, in bytes.
const MAX_SENTENCE: usize = 220;
/// The most words of a position or an organisation.
const MAX_WORDS: usize = 7;

impl Splitter<'_> {
    /// Makes an entry of a line that tells a job in a sentence; returns whether it does.
    pub(super) fn told_line(&mut self, lines: &[Text]) -> bool {
        let [line] = lines else { return false };
        let Some(head) = told(line, self.dates).filter(|_| !self.is_below_dated) else {
            return false;
        };
        self.head(DATED, head, true);
        self.is_below_dated = false;
        self.body(Block::Paragraph(lines.to_vec()));
        true
    }

    /// Makes entries of items of which most tell a job in a sentence; returns whether they do.
    pub(super) fn told_items(&mut self, items: &[Vec<Block>]) -> bool {
        let head = |item: &Vec<Block>| told(first(item).first()?, self.dates);
        let heads: Vec<Option<Vec<Text>>> = items.iter().map(head).collect();
        if heads.iter().flatten().count() * 2 < items.len().max(1) {
            return false;
        }
        for (item, head) in items.iter().zip(heads) {
            let lines = first(item);
            if let Some(head) = head {
                self.head(ITEM, head, true);
                for block in item {
                    self.body(block.clone());
                }
            } else if lines.iter().any(|line| self.is_dated(line)) {
                self.item(&lines);
                for block in item.iter().skip(1) {
                    self.body(block.clone());
                }
            } else {
                self.body(Block::List { start: None, items: vec![item.clone()] });
            }
        }
        self.is_below_dated = false;
        true
    }
}

/// Returns the position, the organisation and the dates that a sentence tells.
fn told(line: &Text, dates: &Dates) -> Option<Vec<Text>> {
    let plain = line.plain();
    let lower = plain.to_lowercase();
    if plain.len() > MAX_SENTENCE || lower.len() != plain.len() {
        return None;
    }
    let is_verb = |word: &str| WORKED.contains(&word.trim_matches(|c: char| !c.is_alphabetic()));
    if !lower.split_whitespace().any(is_verb) {
        return None;
    }
    let period = dates.find(&plain).filter(|period| period.is_range)?;
    let parts = |words: &[&str]| {
        // Of ` as ` and ` as a `, the longer one.
        let mut found: Vec<(usize, usize)> = Vec::new();
        for word in words {
            found.extend(lower.match_indices(word).map(|(at, _)| (at, word.len())));
        }
        found.sort_by_key(|(at, length)| (*at, usize::MAX - *length));
        found.dedup_by_key(|(at, _)| *at);
        // What is in the dates is a part of them: `de janvier à mars`.
        let found = found.into_iter().filter(|(at, _)| !period.range.contains(at));
        let part = |(at, length): (usize, usize)| {
            clean(&line.part(end_of(&lower, &plain, at + length, &period.range)?))
        };
        let is_short = |it: &Text| it.plain().split_whitespace().count() <= MAX_WORDS;
        found.filter_map(part).filter(is_short).collect::<Vec<Text>>()
    };
    let position = parts(&AS).into_iter().next();
    let words = if position.is_some() { AT.as_slice() } else { SURE_AT.as_slice() };
    let is_name = |it: &Text| it.plain().starts_with(char::is_uppercase) && !is_town(it);
    let name = parts(words).into_iter().find(is_name)?;
    let is_job = |it: &Text| has(&it.plain(), Kind::Job);
    let is_sure = position.as_ref().is_none_or(is_job) && !is_job(&name);
    let written = line.part(period.range);
    let parts = [position, Some(name), Some(written)].into_iter().flatten();
    is_sure.then(|| parts.map(|part| cell_of(&part)).collect())
}

/// Returns the range from a position to the end of the name that begins there.
fn end_of(lower: &str, plain: &str, start: usize, period: &Range<usize>) -> Option<Range<usize>> {
    if period.contains(&start) {
        return None;
    }
    let rest = lower.get(start..)?;
    let mut end = [",", ";", " (", ". "].iter().filter_map(|sign| rest.find(sign)).min();
    for word in AS.iter().chain(&AT).chain(&ENDS) {
        let is_in_name = |at: usize| {
            // `Gull and Sons`
            let after = plain.get(start + at + word.len()..).unwrap_or_default();
            [" and ", " und "].contains(word) && after.starts_with(char::is_uppercase)
        };
        let found = rest.find(word).filter(|at| *at > 0 && !is_in_name(*at));
        end = end.into_iter().chain(found).min();
    }
    let end = start + end.unwrap_or(rest.trim_end_matches('.').len());
    let end = if period.start > start { end.min(period.start) } else { end };
    let text = lower.get(start..end)?.trim_end();
    let last = text.rsplit(' ').next().unwrap_or_default();
    let kept = if BEFORE_DATES.contains(&last) { text.len() - last.len() } else { text.len() };
    (kept > 0).then_some(start..start + kept)
}
