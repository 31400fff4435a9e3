//! Periods of which one date is written in part: `Mar – Sep 2022`, `2022, Mar – Sep`, `03–06 2022`,
//! `2011–12`, `04/17 – 08/18`, `04.17 – 08.18`.

use super::Dates;
use crate::dates::{Read, Style, is_now};
use std::borrow::Cow;

/// The signs between the two dates of a period.
const DASHES: [char; 6] = ['–', '—', '-', '‒', '−', '→'];

/// The first number after a dot that is no year of this century: `09.30` is a time of the day.
const FIRST_OTHER: u16 = 30;

/// Words between two dates of which both belong to a period.
const AND: [&str; 10] = ["and", "&", "und", "et", "y", "e", "en", "i", "og", "och"];

/// Whether a word may be between two dates of which both belong to a period.
pub(super) fn is_and(word: &str) -> bool {
    AND.contains(&word)
}

/// Whether a month is the one after another.
pub(super) fn follow(first: Option<&Read>, second: Option<&Read>) -> bool {
    let count = |read: Option<&Read>| {
        let (year, month) = read?.date.split_once('-')?;
        Some(year.parse::<u32>().ok()? * 12 + month.parse::<u32>().ok()?)
    };
    count(first).zip(count(second)).is_some_and(|(first, second)| second == first + 1)
}

/// Returns a text with a dash for the word between two dates: `August und September 2020`.
pub(super) fn with_dash(text: &str) -> Option<String> {
    let words: Vec<&str> = text.split(' ').collect();
    // `2019 - en curso`
    let is_dashed =
        words.windows(2).any(|pair| matches!(pair, ["-" | "–" | "—", word] if is_and(word)));
    (words.iter().any(|word| is_and(word)) && !is_dashed).then(|| {
        let dashed = text.split(' ').map(|word| if is_and(word) { "–" } else { word });
        dashed.collect::<Vec<_>>().join(" ")
    })
}

/// Returns a line without the articles that are a part of a date in Spanish, with the same positions: `desde el 2006`.
pub(super) fn without_articles(line: &str) -> Cow<'_, str> {
    let mut bare = Cow::Borrowed(line);
    for words in ["desde el ", "Desde el ", "hasta el ", "Hasta el "] {
        for (at, _) in line.match_indices(words) {
            let end = at + words.len();
            if line.get(end..).is_some_and(|rest| {
                rest.starts_with(|c: char| c.is_ascii_digit()) || rest.starts_with("año")
            }) {
                bare.to_mut().replace_range(end - 3..end - 1, "  ");
            }
        }
    }
    bare
}

impl Dates {
    /// Reads `Mar – Sep 2022`, whose year is that of both months.
    pub(super) fn month_start(&self, text: &str) -> Option<(Read, Read)> {
        let sign = text.find(['–', '—', '-', '/']).map(|dash| text.split_at(dash));
        let (first, rest) = sign.or_else(|| Style::at_word(text))?;
        let rest = rest.trim_start_matches(['–', '—', '-', '/', ' ']);
        let has_digit = |text: &str| text.contains(|c: char| c.is_numeric());
        if has_digit(first) || !first.contains(char::is_alphabetic) {
            return None;
        }
        let end = self.style.read(rest).filter(|end| end.date.len() == 7)?;
        let year = end.date.get(..4)?;
        let start = self.style.read(&format!("{} {year}", first.trim()))?;
        (start.date.len() == 7 && start.date <= end.date).then_some((start, end))
    }

    /// Reads `1 juin au 30 novembre 2016`, whose year is that of both days.
    pub(super) fn day_start(&self, text: &str) -> Option<(Read, Read)> {
        let sign = text.find(['–', '—', '-']).map(|dash| text.split_at(dash));
        let (first, rest) = sign.or_else(|| Style::at_word(text))?;
        let is_day = |word: &str| {
            let digits = word.trim_end_matches(|c: char| !c.is_ascii_digit());
            word.len() < 5 && digits.parse::<u8>().is_ok_and(|day| (1..32).contains(&day))
        };
        let words: Vec<&str> = first.split_whitespace().collect();
        let is_date = match words.as_slice() {
            [day, month] if is_day(day) => self.style.is_month(month),
            [month, day] if is_day(day) => self.style.is_month(month),
            _ => false,
        };
        let rest = rest.trim_start_matches(['–', '—', '-', ' ']);
        let end = self.style.read(rest).filter(|end| is_date && end.date.len() == 10)?;
        let year = end.date.get(..4)?;
        let start = self.style.read(&format!("{} {year}", first.trim()))?;
        (start.date.len() == 10 && start.date <= end.date).then_some((start, end))
    }

    /// Reads `2022, Mar – Sep`, whose year stands before both months.
    pub(super) fn year_first(&self, text: &str) -> Option<(Read, Read)> {
        let (year, months) = text.split_at_checked(4)?;
        let months = months.trim_start_matches([',', ':', ' ']);
        let is_year = year.chars().all(|c| c.is_ascii_digit());
        let has_digit = months.contains(|c: char| c.is_numeric());
        (is_year && !has_digit).then(|| self.month_start(&format!("{months} {year}")))?
    }

    /// Reads `03–06 2022`, `03–06.2022` and `3 – 6/2022`, whose months are numbers.
    pub(super) fn month_numbers(text: &str) -> Option<(Read, Read)> {
        let (months, year) = text.rsplit_once([' ', '.', '/'])?;
        let (first, second) = months.split_once(['–', '—', '-'])?;
        let is_joined = text.ends_with(&format!("{second}/{year}"));
        let month = |it: &str| {
            let is_written = it.len() == 2 || (it.len() == 1 && is_joined);
            it.parse::<u8>().ok().filter(|month| is_written && (1..13).contains(month))
        };
        let (first, second) = (month(first.trim())?, month(second.trim())?);
        let is_year = year.len() == 4 && year.chars().all(|c| c.is_ascii_digit());
        let read = |month: u8| Read { date: format!("{year}-{month:02}"), is_whole: true };
        (is_year && first <= second).then(|| (read(first), read(second)))
    }
}

/// Returns the two dates of `25.3.–31.8.2019` and `5–12.6.2019` with their whole months and years.
pub(super) fn days_of_year(text: &str) -> Option<(String, String)> {
    let (first, second) = text.split_once(['–', '—', '-'])?;
    let number = |it: &str| it.trim().parse::<u16>().ok();
    let numbers = |it: &str| it.split('.').map(number).collect::<Option<Vec<u16>>>();
    let [day, month, year @ 1900..2080] = *numbers(second)? else { return None };
    let first = first.trim();
    let (first_day, first_month) = match *numbers(first.trim_end_matches('.'))? {
        [day] if first.len() < 4 => (day, month),
        [day, month] => (day, month),
        _ => return None,
    };
    let is_real = |day: u16, month: u16| (1..32).contains(&day) && (1..13).contains(&month);
    let is_after = (first_month, first_day) <= (month, day);
    let written = |day: u16, month: u16| format!("{day:02}.{month:02}.{year}");
    (is_real(day, month) && is_real(first_day, first_month) && is_after)
        .then(|| (written(first_day, first_month), written(day, month)))
}

/// Returns the two dates of `12.09.23 – 12.12.23` and `09/12/23-12/12/23` with their whole years. The second may be
/// the present.
fn short_days(text: &str) -> Option<(String, Option<String>)> {
    // Most texts are none, and many are asked.
    let sign = text.get(2..3).filter(|sign| matches!(*sign, "." | "/"))?;
    let (first, rest) = text.split_at(text.find(DASHES)?);
    let second = rest.trim_start_matches(DASHES).trim();
    let (first, is_open) = (first.trim(), !second.is_empty() && is_now(second));
    let parts = |it: &str| it.split(sign).map(|it| it.parse().ok()).collect::<Option<Vec<u8>>>();
    let (start, end) = (parts(first)?, parts(second));
    let is_above = |at: usize| {
        [Some(&start), end.as_ref()].into_iter().flatten().any(|it| it.get(at) > Some(&12))
    };
    // With slashes, the month or the day is first; where either can be, only the years are sure.
    let is_month_first = sign == "/" && is_above(1);
    let is_unsure = sign == "/" && !is_above(0) && !is_above(1);
    let read = |text: &str, parts: &[u8]| {
        let day = short_day(text, parts, is_month_first)?;
        Some(if is_unsure { day.get(..4)?.to_owned() } else { day })
    };
    let start = read(first, &start)?;
    let end = end.and_then(|end| read(second, &end));
    (is_open || end.is_some()).then_some((start, end))
}

/// Returns the year of which two digits are written.
pub(super) fn whole_year(short: u16) -> u16 {
    if short < 50 { 2000 + short } else { 1900 + short }
}

/// Returns `12.09.23` with its whole year.
fn short_day(text: &str, parts: &[u8], is_month_first: bool) -> Option<String> {
    let [first, second, year] = *parts else { return None };
    let (day, month) = if is_month_first { (second, first) } else { (first, second) };
    let is_real = (1..32).contains(&day) && (1..13).contains(&month);
    let is_short = text.len() == 8 && year < 100 && is_real;
    is_short.then(|| format!("{}-{month:02}-{day:02}", whole_year(u16::from(year))))
}

/// Returns the two dates of `12.09.23 – 12.12.23` and `04/17 – 08/18` with their whole years. The second may be the
/// present.
pub(super) fn short_dates(text: &str) -> Option<(String, Option<String>)> {
    short_days(text).or_else(|| short_months(text))
}

/// Returns the two dates of `04/17 – 08/18` and `04.17 – 08.18` with their whole years: two months that follow each
/// other are no days.
fn short_months(text: &str) -> Option<(String, Option<String>)> {
    let (first, rest) = match text.find(DASHES) {
        Some(at) => text.split_at_checked(at).filter(|_| at > 3)?,
        None => Style::at_word(text)?,
    };
    let second = rest.trim_start_matches(DASHES).trim();
    let first = first.trim();
    let (start, year) = short_month(first)?;
    // `04.17` is a month only if it can be no day.
    let is_month = |text: &str| text.get(3..).is_some_and(|year| year > "12");
    let is_sure = |text: &str| text.contains('/') || is_month(text);
    if !second.is_empty() && is_now(second) {
        return is_sure(first).then_some((start, None));
    }
    let (end, last) = short_month(second)?;
    // Quarters of an hour are times of the day.
    let is_time = |text: &str| text.contains('.') && matches!(text.get(3..), Some("00" | "15"));
    let are_sure = is_sure(first) && is_sure(second) && !(is_time(first) && is_time(second));
    (year <= last && are_sure).then_some((start, Some(end)))
}

/// Returns `04/17` with its whole year, and what orders it.
fn short_month(text: &str) -> Option<(String, (u16, u8))> {
    let (month, year) = text.split_once(['/', '.'])?;
    let is_number = |part: &str| part.len() == 2 && part.chars().all(|c| c.is_ascii_digit());
    let is_short = month.len() == 1 && text.contains('/');
    let is_written = is_short || is_number(month);
    let month: u8 = month.parse().ok().filter(|it| is_written && (1..13).contains(it))?;
    let short: u16 = year.parse().ok().filter(|_| is_number(year))?;
    let is_time = text.contains('.') && (FIRST_OTHER..60).contains(&short);
    let year = whole_year(short);
    (!is_time).then(|| (format!("{month:02}/{year}"), (year, month)))
}

/// Reads `Summer 2012 and 2013`, which is said of two years that follow each other: returns the second one, and
/// how long what says so is.
pub(super) fn next_year(year: &Read, after: &str) -> Option<(Read, usize)> {
    let rest = after.trim_start_matches(' ');
    let (word, rest) = rest.split_once(' ')?;
    let next = rest.get(..4).filter(|it| it.chars().all(|c| c.is_ascii_digit()))?;
    let is_ended =
        !rest.get(4..)?.starts_with(|c: char| c.is_alphanumeric() || "-–—./".contains(c));
    let (first, second): (u16, u16) = (year.date.parse().ok()?, next.parse().ok()?);
    let length = after.len() - rest.len() + 4;
    (is_ended && is_and(word) && second == first + 1)
        .then(|| (Read { date: next.to_owned(), is_whole: true }, length))
}

/// Reads `2011–12` and `2014/15`, whose second year has two digits.
pub(super) fn short_end(text: &str) -> Option<(String, String)> {
    let start = text.get(..4).filter(|year| year.chars().all(|c| c.is_ascii_digit()))?;
    let mut rest = text.get(4..)?.trim().chars();
    let dash = rest.next().filter(|c| "-–—/‒".contains(*c))?;
    let end = rest.as_str().trim();
    // `2014/2015`
    let is_year = end.len() == 4 && end.chars().all(|c| c.is_ascii_digit());
    if dash == '/' && is_year && start <= end && start > "1900" && end < "2080" {
        return Some((start.to_owned(), end.to_owned()));
    }
    let is_short = end.len() == 2 && end.chars().all(|c| c.is_ascii_digit());
    let (year, end): (u16, u16) = (start.parse().ok()?, end.parse().ok().filter(|_| is_short)?);
    let is_after = end == (year + 1) % 100 || end > year % 100;
    // With a hyphen or a slash it may be a month.
    let is_year = end > 12 || !"-/".contains(dash);
    let century = if end < year % 100 { year / 100 + 1 } else { year / 100 };
    let is_real = (1700..2080).contains(&year) && is_after && is_year;
    is_real.then(|| (start.to_owned(), format!("{}", century * 100 + end)))
}
