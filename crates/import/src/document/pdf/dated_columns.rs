//! Tells columns of dates, which belong to what is beside them, from columns of text.

use super::columns::{MIN_LINES, plain};
use super::lines::Line;
use super::segments::Segment;

/// Whether most of these texts are dates, which belong to what is beside them.
pub(super) fn is_dated(texts: &[String]) -> bool {
    texts.iter().filter(|text| is_date(text)).count() * 2 > texts.len()
}

/// Whether these texts are short and nearly every second one is a date, as where a place is with each.
pub(super) fn are_notes(texts: &[String]) -> bool {
    let dated = texts.iter().filter(|text| is_date(text)).count();
    dated >= MIN_LINES
        && dated * 5 >= texts.len() * 2
        && texts.iter().all(|text| text.chars().count() < 40)
}

pub(super) fn is_date(text: &str) -> bool {
    let years = text.as_bytes().windows(4).filter(|it| it.iter().all(u8::is_ascii_digit));
    (years.count() > 0 || are_short_months(text))
        && text.chars().count() < 34
        && !text.contains('@')
}

/// Whether a text begins with a month and two digits of its year, and a dash: `04/17 – 08/18`.
fn are_short_months(text: &str) -> bool {
    let Some((start, _)) = text.split_once(['–', '—', '-']) else { return false };
    let is_number = |part: &str| part.len() == 2 && part.chars().all(|c| c.is_ascii_digit());
    let is_month = |part: &str| is_number(part) || matches!(part.as_bytes(), [b'1'..=b'9']);
    start.trim().split_once('/').is_some_and(|(month, year)| is_month(month) && is_number(year))
}

/// Whether at the left are dates among other notes, each of which is on a line with what it belongs to.
pub(super) fn are_dates_beside<'a>(
    rows: impl Iterator<Item = &'a Vec<Segment>>,
    is_right: &dyn Fn(&Segment) -> bool,
) -> bool {
    let (mut all, mut dated, mut beside) = (0, 0, 0);
    for row in rows {
        let left: Vec<&Segment> = row.iter().filter(|segment| !is_right(segment)).collect();
        all += usize::from(!left.is_empty());
        if let [one] = left.as_slice()
            && is_date(&plain(one))
        {
            dated += 1;
            beside += usize::from(left.len() < row.len());
        }
    }
    dated >= MIN_LINES && dated * 4 >= all && beside * 10 >= dated * 9
}

/// Whether a line has a date after its last gap, or a place with a date after several.
pub(super) fn ends_with_date(line: &Line) -> bool {
    line.plain().rsplit_once('\t').is_some_and(|(rest, last)| {
        let word = last.rsplit(' ').next().unwrap_or_default();
        is_date(last) || rest.contains('\t') && last.chars().count() < 60 && is_date(word)
    })
}
