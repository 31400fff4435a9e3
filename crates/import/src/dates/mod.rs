//! Dates as people write them: `Aug. 2014`, `2016-6-1`, `03/2018`, `Février 2014`, `Summer 2009`.

mod months;
mod now;
mod words;

use perfil_model::language::Tag;
use perfil_text::fold;
use std::collections::BTreeSet;
use std::sync::LazyLock;

/// The folded words around dates and of the phrases for the present, and the letters of those without
/// spaces.
static PARTS: LazyLock<BTreeSet<String>> = LazyLock::new(|| {
    let mut parts: BTreeSet<String> = words::around().map(fold).collect();
    for phrase in now::NOW.iter().chain(words::DASHES) {
        let is_dense = phrase.chars().any(perfil_text::is_dense);
        if is_dense {
            parts.extend(phrase.chars().map(perfil_text::fold_char));
        }
        parts.extend(phrase.split([' ', '-', '/', '.', '\'', '’']).map(fold));
    }
    parts.remove("");
    parts
});

/// How the dates of one file are written, as far as that has to be known to read them.
#[derive(Clone, Debug, Default)]
pub(crate) struct Style {
    /// The rows of the languages of the file in the table of months, the most likely first.
    rows: Vec<usize>,
    /// Whether the day precedes the month in `03/04/2018`, if another date of the file shows it.
    day_first: Option<bool>,
    /// Whether every full date is the first of a month, because a schema demanded days.
    only_firsts: bool,
}

/// What a date says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Read {
    /// The date (ISO 8601), as precise as it is certain.
    pub(crate) date: String,
    /// Whether the date is all that the text says. A season is a year and more.
    pub(crate) is_whole: bool,
}

/// The numbers of a date and what else is in it.
#[derive(Debug, Default)]
struct Parts {
    numbers: Vec<String>,
    month: Option<u8>,
    is_whole: bool,
}

impl Style {
    /// Finds out how a file writes its dates.
    pub(crate) fn of(texts: &[&str], languages: Vec<Tag>) -> Self {
        let (mut day_first, mut month_first) = (false, false);
        let (mut firsts, mut others) = (false, false);
        for text in texts {
            let text = digits(text);
            let numbers: Vec<&str> = text.split(['/', '-', '.']).collect();
            let number =
                |at: usize| numbers.get(at).and_then(|part| part.trim().parse::<u32>().ok());
            if let (3, Some(first), Some(second), Some(third)) =
                (numbers.len(), number(0), number(1), number(2))
            {
                day_first |= first > 12 && first < 32 && third > 31;
                month_first |= second > 12 && first <= 12;
            }
            if let Some(read) = Self::default().parse(&text).filter(|read| read.date.len() == 10) {
                let is_first = read.date.ends_with("-01");
                firsts |= is_first;
                others |= !is_first;
            }
        }
        let day_first = (day_first != month_first).then_some(day_first);
        let day_first = day_first.or(months::days_first(&languages));
        Self { rows: months::rows_of(&languages), day_first, only_firsts: firsts && !others }
    }

    /// Reads a date; `None` if it is none.
    pub(crate) fn read(&self, text: &str) -> Option<Read> {
        let mut read = match self.parse(text) {
            Some(read) => read,
            None => Read { is_whole: false, ..self.parse(before_brackets(text)?)? },
        };
        if self.only_firsts && read.date.len() == 10 {
            read.date.truncate(7);
        }
        Some(read)
    }

    /// Reads the year of a text with more than one month, of which the year alone is certain.
    pub(crate) fn read_year(&self, text: &str) -> Option<Read> {
        let text = digits(text);
        let is_number = |word: &&str| word.chars().all(|c| c.is_ascii_digit());
        let (numbers, words): (Vec<&str>, Vec<&str>) = split(&text).partition(is_number);
        let [year] = numbers.as_slice() else { return None };
        let has_months = !words.is_empty() && words.iter().all(|word| self.is_month(word));
        if year.len() == 4 && has_months { dated(year, None, None, false) } else { None }
    }

    /// Reads a period: two dates with a dash or a word between them, of which the second may be a
    /// word for "now", or one date alone.
    pub(crate) fn read_period(&self, text: &str) -> Option<(Option<Read>, Option<Read>)> {
        let (start, end) = self.split_period(text)?;
        Some((start.and_then(|it| self.read(it)), end.and_then(|it| self.read(it))))
    }

    /// Returns the texts of the dates of a period, both of which can be read.
    pub(crate) fn split_period<'a>(
        &self,
        text: &'a str,
    ) -> Option<(Option<&'a str>, Option<&'a str>)> {
        // `JUL ATÉ OUT`: small letters have the same positions, or nothing is found.
        let lower = text.to_lowercase();
        let lower = if lower.len() == text.len() { lower.as_str() } else { text };
        for dash in words::DASHES {
            let Some((before, after)) = lower.split_once(dash) else { continue };
            let cut = text.get(..before.len()).zip(text.get(text.len() - after.len()..));
            let Some((start, end)) = cut else { continue };
            if self.read(start).is_none() {
                continue;
            }
            if is_now(end) {
                return Some((Some(start), None));
            }
            if self.read(end).is_some() {
                return Some((Some(start), Some(end)));
            }
        }
        self.read(text)?;
        let first = fold(text.split_whitespace().next().unwrap_or_default());
        let is_start = words::SINCE.contains(&first.as_str());
        Some(if is_start { (Some(text), None) } else { (None, Some(text)) })
    }

    /// Whether a word can be a part of a period: a month, a season, or a word around dates.
    pub(crate) fn is_word(&self, word: &str) -> bool {
        let word = fold(word);
        PARTS.contains(word.as_str()) || months::month(&word, &self.rows).is_some()
    }

    fn parse(&self, text: &str) -> Option<Read> {
        let text = words::apart(of_era(digits(text)));
        let text = text.trim();
        // A time (RFC 3339) follows the date.
        let date = match text.split_once(['T', 't', ' ']) {
            Some((date, time)) if time.contains(':') && date.len() == 10 => date,
            _ => text,
        };
        let parts = self.parts(date)?;
        let numbers: Vec<&str> = parts.numbers.iter().map(String::as_str).collect();
        let is_whole = parts.is_whole;
        match (parts.month, numbers.as_slice()) {
            (Some(month), [year]) => dated(year, Some(month), None, is_whole),
            (Some(month), [a, b]) if a.len() == 4 => dated(a, Some(month), Some(b), is_whole),
            (Some(month), [a, b]) => dated(b, Some(month), Some(a), is_whole),
            (None, [year]) if year.len() == 4 => dated(year, None, None, is_whole),
            (None, [packed]) if packed.len() == 6 || packed.len() == 8 => {
                let (year, rest) = packed.split_at(4);
                let (month, day) = rest.split_at(2);
                let day = Some(day).filter(|day| !day.is_empty());
                dated(year, Some(month.parse().ok()?), day, is_whole)
            }
            (None, [a, b]) if a.len() == 4 => dated(a, Some(b.parse().ok()?), None, is_whole),
            (None, [a, b]) if b.len() == 4 => dated(b, Some(a.parse().ok()?), None, is_whole),
            (None, [a, b, c]) if a.len() == 4 => dated(a, Some(b.parse().ok()?), Some(c), is_whole),
            (None, [a, b, year]) if year.len() == 4 => self.with_order(a, b, year, date),
            _ => None,
        }
    }

    /// Reads a date whose day and month are two numbers before the year.
    fn with_order(&self, a: &str, b: &str, year: &str, written: &str) -> Option<Read> {
        let (first, second): (u8, u8) = (a.parse().ok()?, b.parse().ok()?);
        let is_day_first = match (first, second) {
            (13.., _) => true,
            (_, 13..) => false,
            (one, other) if one == other => true,
            // With full stops, no language writes the month first.
            _ if written.contains('.') => true,
            _ => match self.day_first {
                Some(day_first) => day_first,
                // The year is all that is certain.
                None => return dated(year, None, None, false),
            },
        };
        let (month, day) = if is_day_first { (second, a) } else { (first, b) };
        dated(year, Some(month), Some(day), true)
    }

    /// Splits a text into its numbers and the name of its month.
    fn parts(&self, text: &str) -> Option<Parts> {
        let mut parts = Parts { is_whole: true, ..Parts::default() };
        for word in split(text) {
            let word = fold(word);
            let word = word.as_str();
            if let Some(rest) = word.strip_prefix(['\'', '’']).filter(|rest| rest.len() == 2) {
                let year: u32 = rest.parse().ok()?;
                parts.numbers.push((if year < 70 { 2000 + year } else { 1900 + year }).to_string());
            } else if word.starts_with(|c: char| c.is_ascii_digit()) {
                let number = word.trim_end_matches(|c: char| !c.is_ascii_digit());
                let ending = &word[number.len()..];
                let is_number = number.chars().all(|c| c.is_ascii_digit());
                if !is_number || !(ending.is_empty() || words::ORDINALS.contains(&ending)) {
                    return None;
                }
                parts.numbers.push(number.to_owned());
            } else if let Some(month) =
                months::month(word, &self.rows).filter(|_| parts.month.is_none())
            {
                parts.month = Some(month);
            } else if words::is_season(word) {
                parts.is_whole = false;
            } else if !words::is_filler(word) {
                return None;
            }
        }
        Some(parts)
    }
}

/// Returns what precedes a remark in brackets, such as how long something took.
fn before_brackets(text: &str) -> Option<&str> {
    let (before, _) = text.split_once(['(', '（', '[', ';'])?;
    (!before.trim().is_empty()).then_some(before)
}

/// Whether a text says that something goes on.
pub(crate) fn is_now(text: &str) -> bool {
    is_word_for_now(text) || before_brackets(text).is_some_and(is_word_for_now)
}

fn is_word_for_now(text: &str) -> bool {
    let folded = fold(&digits(text));
    let text = folded.trim_matches(|c: char| c.is_whitespace() || "().-–—:…".contains(c));
    now::is_now(text)
}

/// Returns a date, without what its calendar does not have.
fn dated(year: &str, month: Option<u8>, day: Option<&str>, is_whole: bool) -> Option<Read> {
    let year: u16 = year.parse().ok().filter(|year| (1..=9999).contains(year))?;
    let month = match month {
        // Some programs write what they do not know as zeros.
        None | Some(0) => return Some(Read { date: format!("{year:04}"), is_whole }),
        Some(month) if month > 12 => return None,
        Some(month) => month,
    };
    let short = format!("{year:04}-{month:02}");
    let Some(day) = day.map(|day| day.parse::<u8>().unwrap_or(u8::MAX)).filter(|day| *day > 0)
    else {
        return Some(Read { date: short, is_whole });
    };
    let full = format!("{short}-{day:02}");
    let node = crate::tree::text(full.as_str(), 0..0);
    match perfil_model::language::Date::of(&node) {
        Some(_) => Some(Read { date: full, is_whole }),
        None if day < 32 => Some(Read { date: short, is_whole: false }),
        None => None,
    }
}

/// Splits a text into words and numbers.
fn split(text: &str) -> impl Iterator<Item = &str> {
    let is_between = |c: char| c.is_whitespace() || ",./-–—()年月日년월일".contains(c);
    text.split(is_between).filter(|word| !word.is_empty())
}

/// The eras of Japan, each with the year before its first one.
const ERAS: [(&str, u16); 3] = [("令和", 2018), ("平成", 1988), ("昭和", 1925)];

/// Whether a text names an era of Japan, in which years have one or two digits.
pub(crate) fn has_era(text: &str) -> bool {
    ERAS.iter().any(|(era, _)| text.contains(era))
}

/// Returns a date with the year that one of an era is: `平成26年` is 2014.
fn of_era(text: String) -> String {
    let found = ERAS.iter().find_map(|(era, before)| {
        let (year, rest) = text.trim_start().strip_prefix(era)?.split_once('年')?;
        let year = if year == "元" { 1 } else { u16::from(year.trim().parse::<u8>().ok()?) };
        Some(format!("{}年{rest}", before + year))
    });
    found.unwrap_or(text)
}

/// Returns a text with the digits of every script as those of ASCII.
fn digits(text: &str) -> String {
    const ZEROS: [u32; 8] = [0x660, 0x6f0, 0x966, 0x9e6, 0xe50, 0xff10, 0xae6, 0xc66];
    let ascii = |c: char| {
        let zero = ZEROS.iter().find(|zero| (**zero..**zero + 10).contains(&u32::from(c)));
        zero.and_then(|zero| char::from_digit(u32::from(c) - zero, 10)).unwrap_or(c)
    };
    text.chars().map(ascii).collect()
}

#[cfg(test)]
mod tests;
