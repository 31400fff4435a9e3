//! Splits heads that have a position and its organisation around a colon, where all heads of a section with dates
//! do: `Waiter: Kestrel 2018 – 2019`.

use super::super::period::Dates;
use super::super::text::Text;
use super::super::towns::is_company;
use super::super::units::Unit;
use super::super::vocabulary::{Kind, has, is};
use perfil_model::profile::ResumeList;

/// The most words on either side of the colon.
const MAX_WORDS: usize = 7;

/// Makes two lines of each such head.
pub(super) fn split(mut units: Vec<Unit>, dates: &Dates, list: ResumeList) -> Vec<Unit> {
    if list != ResumeList::Work {
        return units;
    }
    let mut heads = 0;
    for unit in &units {
        let Unit::Head { lines, is_dated, .. } = unit else { continue };
        // A head without dates may be the organisation of those below it.
        if !is_dated || !matches!(lines.as_slice(), [line] if cut(line, dates).is_some()) {
            return units;
        }
        heads += 1;
    }
    if heads < 2 {
        return units;
    }
    for unit in &mut units {
        if let Unit::Head { lines, .. } = unit
            && let [line] = lines.as_slice()
            && let Some(at) = cut(line, dates)
        {
            *lines = vec![line.part(0..at), line.part(at + 1..line.plain().len()).trimmed()];
        }
    }
    units
}

/// Returns where the colon is after a position that only the name of an organisation follows, and its dates.
fn cut(line: &Text, dates: &Dates) -> Option<usize> {
    let plain = line.plain();
    let at = plain.find(": ")?;
    let (position, rest) = plain.split_at(at);
    let mut name = rest.get(2..)?.to_owned();
    let period = dates.find(&name)?;
    name.replace_range(period.range, "");
    let is_small = |word: &str| word.chars().count() > 3 && word.starts_with(char::is_lowercase);
    let is_short = |text: &str| (1..=MAX_WORDS).contains(&text.split_whitespace().count());
    let is_split = has(position, Kind::Job)
        && !is(position, Kind::HeadlineLabel)
        && !has(&name, Kind::Job)
        && name.trim_start().starts_with(char::is_uppercase)
        && (is_company(name.trim()) || !name.split_whitespace().any(is_small));
    (is_split && is_short(position) && is_short(&name)).then_some(at)
}
