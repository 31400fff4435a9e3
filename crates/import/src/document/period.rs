//! Finds the dates in the lines of a document.

mod short;
mod tokens;
mod within;

use super::lengths::begins_length;
use crate::dates::{Read, Style, has_era, is_now};
use perfil_model::language::Tag;
use short::{
    days_of_year, follow, next_year, short_dates, short_end, whole_year, with_dash,
    without_articles,
};
use std::ops::Range;
use tokens::Token;

/// The most words of a period, with the signs between them.
const MAX_WORDS: usize = 14;

/// The longest line in which dates are looked for, in bytes.
const MAX_LINE: usize = 600;

/// What people put around a period.
const BRACKETS: [(char, char); 4] = [('(', ')'), ('[', ']'), ('（', '）'), ('【', '】')];

/// Reads the dates of one document.
#[derive(Clone, Debug, Default)]
pub(super) struct Dates {
    style: Style,
}

/// A period in a line.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Period {
    pub(super) start: Option<Read>,
    pub(super) end: Option<Read>,
    /// Whether it has two ends, of which the second may be the present.
    pub(super) is_range: bool,
    /// Its position in the line, in bytes, with the brackets around it.
    pub(super) range: Range<usize>,
}

impl Dates {
    /// Finds out how a document in these languages writes its dates.
    pub(super) fn of(lines: &[String], languages: Vec<Tag>) -> Self {
        let plain = Self { style: Style::of(&[], languages.clone()) };
        let mut texts = Vec::new();
        for line in lines {
            if let Some(period) = plain.find(line) {
                let text = line.get(period.range).unwrap_or_default();
                texts.extend(text.split([' ', '–', '—', '(', ')']).filter(|it| it.len() > 7));
            }
        }
        Self { style: Style::of(&texts, languages) }
    }

    /// Returns the first period of a line that has two ends, or else its first date: in
    /// `Kestrel Cup 2023, Nov 2023 – Dec 2023` the year is a part of a name.
    pub(super) fn find(&self, line: &str) -> Option<Period> {
        if line.len() > MAX_LINE || !line.contains(char::is_numeric) {
            return None;
        }
        // Hyphens that do not break a line have as many bytes as a dash, and one quotation mark as many as the other.
        let line = &*line.replace(['\u{2010}', '\u{2011}'], "–").replace('‘', "’");
        let line = &*without_articles(line);
        let Some(bare) = self.without_brackets(line) else { return self.find_in(line) };
        let mut period = self.find_in(&bare)?;
        let end = period.range.end;
        period.range.end += usize::from(line.get(end..).is_some_and(|rest| rest.starts_with(')')));
        Some(period)
    }

    fn find_in(&self, line: &str) -> Option<Period> {
        let tokens = self.tokens(line);
        let mut first: Option<Period> = None;
        let mut from = 0;
        while let Some(start) = (from..tokens.len()).find(|at| tokens[*at].is_dated) {
            let end = (start..tokens.len()).find(|at| !tokens[*at].is_dated);
            let end = end.unwrap_or(tokens.len());
            if let Some(period) = self.first(line, tokens.get(start..end).unwrap_or_default()) {
                if period.is_range {
                    return Some(period);
                }
                first = first.or(Some(period));
            }
            from = end;
        }
        first
    }

    /// Returns a line in which months and years in brackets are bare, with the same positions: `2017(July)`,
    /// `March (2021)`.
    fn without_brackets(&self, line: &str) -> Option<String> {
        let mut bare: Option<String> = None;
        for (at, _) in line.match_indices('(') {
            let (before, rest) = (line.get(..at)?, line.get(at + 1..)?);
            let Some(end) = rest.find(')') else { break };
            let inner = rest.get(..end)?;
            let is_month = before.ends_with(|c: char| c.is_ascii_digit())
                && end > 2
                && self.style.is_word(inner);
            let is_year = end == 4
                && inner.chars().all(|c| c.is_ascii_digit())
                && before.split_whitespace().next_back().is_some_and(|it| self.style.is_month(it));
            if is_month || is_year {
                let bare = bare.get_or_insert_with(|| line.to_owned());
                bare.replace_range(at..=at, " ");
                bare.replace_range(at + 1 + end..at + 2 + end, " ");
            }
        }
        bare
    }

    /// Returns the first period in words that can be parts of one, as long as it can be: with two ends if one
    /// has them.
    fn first(&self, line: &str, tokens: &[Token]) -> Option<Period> {
        let mut date: Option<Period> = None;
        let mut done = 0;
        for (at, first) in tokens.iter().enumerate().filter(|(_, token)| !is_inner(line, **token)) {
            let most = (at + MAX_WORDS).min(tokens.len());
            let longest = tokens.get(at..most).unwrap_or_default();
            if at < done {
                continue;
            }
            for (count, last) in longest.iter().enumerate().rev().filter(|it| !it.1.is_sign) {
                let text = line.get(first.start..last.end).unwrap_or_default();
                if !has_year(text) {
                    break;
                }
                // `2015, 3 years`: a number of years is no day.
                if count > 0 && begins_length(line, last.start) {
                    continue;
                }
                if let Some((start, end, is_range)) = self.read(text) {
                    let range = first.start..last.end;
                    let period = open_end(line, Period { start, end, is_range, range });
                    if period.is_range {
                        return Some(period);
                    }
                    date = date.or(Some(period));
                    done = at + count + 1;
                    break;
                }
            }
        }
        date
    }

    fn read(&self, text: &str) -> Option<(Option<Read>, Option<Read>, bool)> {
        if let Some(short) = short_end(text) {
            let (year, end) = short;
            let read = |year: String| Some(Read { date: year, is_whole: true });
            return Some((read(year), read(end), true));
        }
        if let Some((start, end)) = self.month_start(text).or_else(|| self.day_start(text)) {
            return Some((Some(start), Some(end), true));
        }
        if let Some((start, end)) = self.year_first(text).or_else(|| Self::month_numbers(text)) {
            return Some((Some(start), Some(end), true));
        }
        if let Some((start, end)) = days_of_year(text) {
            return Some((self.style.read(&start), self.style.read(&end), true));
        }
        if let Some((start, end)) = short_dates(text) {
            let end = end.and_then(|end| self.style.read(&end));
            return Some((self.style.read(&start), end, true));
        }
        if let Some(dashed) = with_dash(text) {
            // Dates far from each other are two.
            return self
                .read(&dashed)
                .filter(|(start, end, _)| follow(start.as_ref(), end.as_ref()));
        }
        let (start, end) = self.style.split_period(text)?;
        let is_ongoing = start.is_some() && end.is_none();
        let read = |it: Option<&str>| it.and_then(|it| self.style.read(it)).map(in_full);
        let (start, end) = (read(start), read(end));
        // One number of four digits alone may count anything.
        let first = if start.is_some() && end.is_some() { 1700 } else { 1900 };
        let is_real = |it: &Option<Read>| {
            let year = it.as_ref().and_then(|it| it.date.get(..4)?.parse::<u16>().ok());
            it.is_none() || year.is_some_and(|year| (first..2080).contains(&year))
        };
        let is_period = is_real(&start) && is_real(&end);
        let is_range = is_ongoing || (start.is_some() && end.is_some());
        is_period.then_some((start, end, is_range))
    }
}

/// Whether no period begins with a token.
fn is_inner(line: &str, token: Token) -> bool {
    let before = line.get(..token.start).and_then(|before| before.chars().next_back());
    token.is_sign || before.is_some_and(|c| c.is_ascii_alphanumeric() || "+#$€£".contains(c))
}

/// Returns a date with its whole year: `Sept 17` in a period is of 2017.
fn in_full(mut read: Read) -> Read {
    let year: Option<u16> = read.date.get(..4).and_then(|year| year.parse().ok());
    if let Some(year) = year.filter(|year| *year < 100) {
        read.date.replace_range(..4, &whole_year(year).to_string());
    }
    read
}

/// Whether a text has a year, in full or after an apostrophe.
fn has_year(text: &str) -> bool {
    let mut digits = 0;
    let mut has_apostrophe = false;
    let mut shorts = 0;
    for c in text.chars().chain([' ']) {
        if c.is_numeric() {
            digits += 1;
            continue;
        }
        if digits == 4 || digits == 6 || digits == 8 || (digits == 2 && has_apostrophe) {
            return true;
        }
        shorts += usize::from(digits == 2);
        has_apostrophe = "'’".contains(c);
        digits = 0;
    }
    if has_era(text) || short_dates(text).is_some() {
        return true;
    }
    // `Sept 17 – present`: a month and two digits on either side of a dash.
    let letters = text.chars().filter(|c| c.is_alphabetic()).count();
    let is_split = || Style::at_word(text).is_some_and(|(first, _)| first.len() > 4);
    shorts > 0 && letters > 5 && (text.contains(['-', '–', '—']) || is_split())
}

/// Returns the length of a word for the present in brackets at the start of a text.
fn now_in_brackets(after: &str) -> Option<usize> {
    let rest = after.trim_start_matches(' ');
    let (word, _) = rest.strip_prefix('(')?.split_once(')')?;
    let is_word = !word.trim().is_empty() && is_now(word);
    is_word.then(|| after.len() - rest.len() + word.len() + 2)
}

/// Reads a dash without an end as one: `2024 –` goes on. The range gets the brackets around it.
fn open_end(line: &str, period: Period) -> Period {
    let after = line.get(period.range.end..).unwrap_or_default();
    let rest = after.trim_start_matches(' ');
    let dash = rest.chars().next().filter(|c| "-–—~～〜→".contains(*c));
    let end = dash.and_then(|dash| rest.get(dash.len_utf8()..));
    let is_dots = |end: &str| {
        let rest = end.trim_start().trim_start_matches(['.', '…', '?']);
        rest.len() < end.trim_start().len() && rest.trim().is_empty()
    };
    let is_open = end
        .is_some_and(|end| end.trim().is_empty() || end.starts_with(['\t', ')']) || is_dots(end))
        || (after.starts_with('→') && end.is_some_and(|end| end.starts_with(' ')));
    // `2025 (currently)`
    if period.start.is_none()
        && let Some(length) = now_in_brackets(after)
    {
        let range = period.range.start..period.range.end + length;
        return Period { start: period.end, end: None, is_range: true, range };
    }
    if let (None, Some(start)) = (&period.start, &period.end)
        && let Some((end, length)) = next_year(start, after)
    {
        let range = with_brackets(line, period.range.start..period.range.end + length);
        return Period { start: period.end, end: Some(end), is_range: true, range };
    }
    match (period.start, period.end, is_open) {
        (None, Some(start), true) => {
            let rest = end.map_or(0, |end| if is_dots(end) { 0 } else { end.len() });
            let length = after.len() - rest;
            let range = with_brackets(line, period.range.start..period.range.end + length);
            Period { start: Some(start), end: None, is_range: true, range }
        }
        (start, end, _) => {
            let range = with_brackets(line, period.range);
            Period { start, end, is_range: period.is_range, range }
        }
    }
}

/// Returns a range with the brackets around it.
fn with_brackets(line: &str, range: Range<usize>) -> Range<usize> {
    let (before, after) = (line.get(..range.start), line.get(range.end..));
    let (Some(before), Some(after)) = (before, after) else { return range };
    let (before, rest) = (before.trim_end(), after.trim_start());
    for (open, close) in BRACKETS {
        if before.ends_with(open) && rest.starts_with(close) {
            let end = range.end + (after.len() - rest.len()) + close.len_utf8();
            return before.len() - open.len_utf8()..end;
        }
    }
    range
}

#[cfg(test)]
mod tests;
