//! Finds the headings of a document by how they look: those of its sections look alike, and some of
//! them say what every CV says.

use super::distances::is_same_size;
use super::lines::Line;
use super::marked_headings::{heading_tag, level_of_sections};
use crate::document::adopted::is_within_job;
use crate::document::headings::{is_about_document, matched, normalized};
use crate::document::person::{can_be_name, first_part};
use crate::document::plain_lines::MAX_HEADING_CHARACTERS;
use std::collections::HashMap;

/// How a line looks: its size in halves of a point, weight, color, and whether it is in capitals.
type Look = (i64, bool, bool, u32, bool);

/// What is known of the lines of a document.
pub(super) struct Styles {
    /// The size of most of the text.
    body: f64,
    color: u32,
    /// How headings of sections look, with their levels.
    sections: Vec<(Look, u8)>,
    /// The size of the name, and its baseline.
    title: Option<(f64, f64)>,
    /// The level of sections, if the document says itself which lines are headings.
    tagged: Option<u8>,
    /// How often each line occurs that can be a heading.
    counts: HashMap<String, usize>,
}

/// How often a title is in a document that is one within its entries.
const MIN_REPEATED: usize = 3;

/// The least size of a name below the heading of a section, in sizes of what is above them.
const SMALLEST_NAME: f64 = 0.75;

/// The least size of a name, in sizes of the text.
const MIN_TITLE: f64 = 1.22;

impl Styles {
    pub(super) fn of(lines: &[Line]) -> Self {
        let body = most(lines.iter().map(|line| (halves(line.size), line.plain().len())));
        let mut styles = Self {
            body: halves_of(body.unwrap_or(20)),
            color: most(lines.iter().map(|line| (line.color, line.plain().len()))).unwrap_or(0),
            sections: Vec::new(),
            title: None,
            tagged: None,
            counts: HashMap::new(),
        };
        for line in lines.iter().filter(|line| can_be_heading(line)) {
            *styles.counts.entry(line.plain()).or_default() += 1;
        }
        let tagged = lines.iter().filter(|line| heading_tag(line).is_some());
        let is_title = |line: &&Line| heading_tag(line) == Some(1);
        styles.tagged = level_of_sections(&tagged.clone().collect::<Vec<_>>());
        // Some programs mark the name alone.
        let has_title = styles.tagged.is_some() && tagged.filter(is_title).count() == 1;
        styles.title = styles.title_size(lines).filter(|_| !has_title);
        let mut looks = styles.section_looks(lines);
        looks.sort_by_key(|look| std::cmp::Reverse(look.0));
        let (mut level, mut before) = (1_u8, f64::INFINITY);
        for look in looks {
            let size = halves_of(look.0);
            if size < before * 0.93 {
                level = (level + 1).min(4);
                before = size;
            }
            styles.sections.push((look, level));
        }
        styles
    }

    /// Returns the level of a line if it is a heading.
    pub(super) fn level(&self, line: &Line, before: Option<&Line>) -> Option<u8> {
        if let Some(level) = heading_tag(line).filter(|_| self.tagged.is_some()) {
            return Some(level);
        }
        if self.is_title(line) || (is_about_document(&line.plain()) && self.stands_out(line)) {
            return Some(1);
        }
        let text = line.plain();
        if !can_be_heading(line) || self.is_repeated(&text) {
            return None;
        }
        let own = look(line);
        let section = self.sections.iter().find(|(look, _)| *look == own && self.tagged.is_none());
        let is_apart = before.is_none_or(|before| {
            before.zone != line.zone || line.base - before.base > 1.7 * line.size
        });
        let found = matched(trimmed(&text));
        let is_known = found.as_ref().is_some_and(|found| found.is_whole);
        let is_exact = found.as_ref().is_some_and(|found| found.is_exact);
        let stands_out = self.stands_out(line);
        if let Some((_, level)) = section {
            return Some(*level);
        }
        // A part of a longer text.
        let goes_on = before.is_some_and(|before| {
            look(before) == own && line.page == before.page && {
                let distance = line.base - before.base;
                distance > 0.0 && distance < 1.6 * line.size
            }
        });
        // Where headings of sections look alike, smaller text is something else.
        let sizes = self.sections.iter().map(|(look, _)| halves_of(look.0));
        let smallest = sizes.reduce(f64::min).filter(|_| self.tagged.is_none());
        let is_large = smallest.is_none_or(|size| line.size > size - 0.3 || line.has_rule);
        let is_heading = (is_known && stands_out && !goes_on && is_large)
            || (is_exact && is_apart && (smallest.is_none() || is_large));
        is_heading.then_some(self.tagged.unwrap_or(2))
    }

    /// Returns the level of a line whose first column is a heading, beside which is a remark.
    pub(super) fn level_of_first_column(&self, line: &Line) -> Option<u8> {
        let plain = line.plain();
        let (text, rest) = plain.split_once('\t')?;
        // How long it was in all, or the heading of another column: `Experience <gap> 5 years`.
        let digits = rest.chars().filter(char::is_ascii_digit).count();
        let is_exact = |text: &str| {
            let is_word = text.trim().len() > 3;
            is_word && matched(trimmed(text)).is_some_and(|found| found.is_exact)
        };
        let is_heading = line.size > self.body * 1.12
            && is_exact(text)
            && ((1..4).contains(&digits) || is_exact(rest))
            && !rest.contains('\t')
            && plain.chars().count() <= MAX_HEADING_CHARACTERS;
        let level = || self.sections.iter().map(|(_, level)| *level).max().unwrap_or(2);
        (is_heading && self.tagged.is_none()).then(level)
    }

    /// Whether a line looks like the name.
    fn is_title(&self, line: &Line) -> bool {
        let is_near = |(size, base): (f64, f64)| {
            is_same_size(line.size, size) && (line.base - base).abs() < 1.7 * size
        };
        self.title.is_some_and(is_near)
            && line.page == 0
            && line.plain().chars().count() <= MAX_HEADING_CHARACTERS
            && !first_column(line).contains(char::is_numeric)
            && !is_known(line)
    }

    fn title_size(&self, lines: &[Line]) -> Option<(f64, f64)> {
        let can_be_title = |line: &&Line| {
            let text = first_column(line);
            line.page == 0
                && line.size > self.body * MIN_TITLE
                && text.chars().filter(|c| c.is_alphabetic()).count() > 2
                && !text.contains('@')
                && !is_known(line)
        };
        let mut candidates: Vec<&Line> = lines.iter().filter(can_be_title).collect();
        // A name may be set in two lines.
        let pair = candidates.windows(2).find_map(|pair| {
            let [first, second] = pair else { return None };
            let is_one = is_same_size(first.size, second.size)
                && second.base - first.base > 0.0
                && second.base - first.base < 1.7 * first.size;
            let whole = format!("{} {}", first.plain(), second.plain());
            let has_no_more = |line: &Line| line.plain().split_whitespace().count() < 3;
            (is_one && can_be_name(&whole) && has_no_more(first) && has_no_more(second))
                .then_some((first.size, first.base))
        });
        candidates.sort_by(|a, b| b.size.total_cmp(&a.size));
        // What is no name, and below the first section, is another heading.
        let above: Vec<f64> =
            lines.iter().take_while(|line| !is_known(line)).map(|line| line.base).collect();
        let first = candidates.first().filter(|line| above.contains(&line.base));
        // So is what can be a name and is much smaller than what is above all sections.
        let least = first.map_or(0.0, |line| line.size * SMALLEST_NAME);
        let named = candidates.iter().find(|line| {
            let text = first_column(line);
            let is_name = can_be_name(first_part(&text)) && !is_about_document(&text);
            is_name && (line.size > least || above.contains(&line.base))
        });
        let place = |line: &&Line| (line.size, line.base);
        match (named, pair) {
            (Some(named), Some(pair)) if named.size < pair.0 => Some(pair),
            (Some(named), _) => Some(place(named)),
            (None, pair) => pair.or(first.map(place)),
        }
    }

    fn section_looks(&self, lines: &[Line]) -> Vec<Look> {
        // The first line of each, how many lines look like it, and how many of them are known or say
        // a little of what is known.
        let mut counts: HashMap<Look, (usize, usize, usize, usize)> = HashMap::new();
        let candidates = lines.iter().enumerate().filter(|(_, line)| {
            can_be_heading(line)
                && self.stands_out(line)
                && !self.is_title(line)
                && !is_about_document(&line.plain())
                && !self.is_repeated(&line.plain())
        });
        for (at, line) in candidates {
            let (_, all, known, partly) = counts.entry(look(line)).or_insert((at, 0, 0, 0));
            *all += 1;
            *known += usize::from(is_known(line));
            *partly += usize::from(matched(&line.plain()).is_some());
        }
        let mut looks: Vec<(Look, (usize, usize, usize, usize))> = counts.into_iter().collect();
        looks.sort_by_key(|(_, (first, ..))| *first);
        let known: Vec<Look> = looks
            .iter()
            .filter(|(look, (_, all, known, partly))| {
                // Capitals and large letters are for headings in any case.
                let is_large = look.4 || halves_of(look.0) > self.body * 1.12;
                let least = if is_large && *known > 1 { 22 } else { 40 };
                *known > 0 && (*known * 100 >= all * least || (is_large && *partly * 4 > all * 3))
            })
            .map(|(look, _)| *look)
            .collect();
        let has_known = looks.iter().any(|(_, (_, _, known, _))| *known > 0);
        if has_known {
            return known;
        }
        // Nothing is known: the largest that are no single line.
        let several = looks.iter().filter(|(look, (_, all, ..))| {
            (2..=15).contains(all) && (halves_of(look.0) > self.body * 1.08 || look.4)
        });
        several.max_by_key(|(look, _)| look.0).map(|(look, _)| vec![*look]).unwrap_or_default()
    }

    /// Whether a text is a title within several entries.
    fn is_repeated(&self, text: &str) -> bool {
        let is_section = || matched(trimmed(text)).is_some_and(|found| found.is_exact);
        self.counts.get(text).is_some_and(|count| *count >= MIN_REPEATED)
            && (is_within_job(&normalized(text)) || !is_section())
    }

    fn stands_out(&self, line: &Line) -> bool {
        line.size > self.body * 1.07
            || line.is_bold
            || line.has_rule
            || is_capital(&line.plain())
            || line.color != self.color
    }
}

/// Returns the text of a line before its first gap.
fn first_column(line: &Line) -> String {
    let text = line.plain();
    text.split('\t').next().unwrap_or_default().to_owned()
}

fn can_be_heading(line: &Line) -> bool {
    let text = line.plain();
    let letters = text.chars().filter(|c| c.is_alphabetic()).count();
    let digits = text.chars().filter(|c| c.is_numeric()).count();
    text.chars().count() <= MAX_HEADING_CHARACTERS
        && letters > 1
        && digits < 4
        && !text.ends_with(['.', ',', ';'])
        && !text.contains(['@', '\t', '•'])
        && !crate::document::sentences::has_end(&text)
}

fn trimmed(text: &str) -> &str {
    text.trim_end_matches([':', '：'])
}

/// Whether a line says what a section of every CV is about.
pub(super) fn is_known(line: &Line) -> bool {
    let text = line.plain();
    let text = trimmed(&text);
    text.chars().count() <= MAX_HEADING_CHARACTERS && matched(text).is_some_and(|it| it.is_whole)
}

fn is_capital(text: &str) -> bool {
    let letters = || text.chars().filter(|c| c.is_alphabetic());
    letters().count() > 2 && letters().all(char::is_uppercase)
}

fn look(line: &Line) -> Look {
    let text = line.plain();
    (halves(line.size), line.is_bold, line.is_italic, line.color, is_capital(&text))
}

/// Returns what is counted most often.
fn most<T: Eq + std::hash::Hash + Ord + Copy>(
    counted: impl Iterator<Item = (T, usize)>,
) -> Option<T> {
    let mut counts: HashMap<T, usize> = HashMap::new();
    for (it, count) in counted {
        *counts.entry(it).or_default() += count;
    }
    counts.into_iter().max_by_key(|(it, count)| (*count, *it)).map(|(it, _)| it)
}

#[expect(clippy::cast_possible_truncation, reason = "sizes are at most some thousand points")]
fn halves(size: f64) -> i64 {
    (size.clamp(0.0, 10_000.0) * 2.0).round() as i64
}

#[expect(clippy::cast_precision_loss, reason = "sizes are at most some thousand points")]
fn halves_of(halves: i64) -> f64 {
    halves as f64 / 2.0
}
