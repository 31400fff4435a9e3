//! Positions in time on one axis, in integers, so that every machine computes the same.
//!
//! A month has 31 days and a year twelve months; a difference of a day is not visible.

use perfil_model::language::{Date, Duration};

const MONTH: i64 = 31;
pub(super) const YEAR: i64 = 12 * MONTH;

/// The maximum number of labels that fit beside each other on the narrowest screen.
const LABELS: i64 = 6;

/// The known dates or length of something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Span {
    /// Between two dates; without an end it is ongoing.
    Dated(Date, Option<Date>),
    /// A length whose dates are not known.
    Length(Duration),
}

/// A part of the axis, in hundredths of a percent of its length.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Stretch {
    pub(super) start: i64,
    pub(super) end: i64,
    pub(super) ink: Ink,
}

/// The certainty of a part.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Ink {
    /// Certain.
    Solid,
    /// Somewhere in a year given without a month, or beyond the latest date of the profile.
    Soft,
    /// The length is known and its position is not.
    Dashed,
}

/// The axis that all spans of a profile share.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Axis {
    from: i64,
    /// The latest date in the profile.
    latest: i64,
    to: i64,
    is_dated: bool,
}

/// A label of the axis and its position.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Tick {
    pub(super) place: i64,
    pub(super) label: Label,
}

/// The text of a label.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Label {
    Year(i32),
    Years(u32),
}

impl Axis {
    /// Returns the axis from the first to the last day of the spans, and a bit beyond for what is
    /// ongoing. It does not depend on the current date.
    pub(super) fn of(spans: &[Span]) -> Option<Self> {
        let dated = || spans.iter().filter_map(Span::days);
        let length = spans.iter().filter_map(Span::length).max();
        let Some(first) = dated().map(|(start, _)| start).min() else {
            let to = length?;
            return Some(Self { from: 0, latest: to, to, is_dated: false });
        };
        let latest = dated().map(|(_, end)| end).max()?;
        let is_ongoing = spans.iter().any(|span| matches!(span, Span::Dated(_, None)));
        let extension = if is_ongoing { ((latest - first) / 10).max(YEAR / 2) } else { 0 };
        let to = latest + extension;
        let from = first.min(to - length.unwrap_or(0)).div_euclid(YEAR) * YEAR;
        Some(Self { from, latest, to, is_dated: true })
    }

    /// Returns the parts in which a span is drawn.
    pub(super) fn stretches(&self, span: Span) -> Vec<Stretch> {
        let (start, end) = match span {
            Span::Length(duration) => {
                return vec![self.stretch(self.from, self.from + days(duration), Ink::Dashed)];
            }
            Span::Dated(start, end) => (start, end),
        };
        let first = first_day(start);
        let certain_start = first + if start.month.is_none() { YEAR } else { 0 };
        let (certain_end, last) = match end {
            Some(end) => {
                let last = last_day(end);
                (last - if end.month.is_none() { YEAR } else { 0 }, last)
            }
            None => (i64::midpoint(self.latest, self.to), self.to),
        };
        let certain_start = certain_start.min(last);
        let certain_end = certain_end.max(certain_start);
        let parts = [
            (first, certain_start, Ink::Soft),
            (certain_start, certain_end, Ink::Solid),
            (certain_end, last, Ink::Soft),
        ];
        let parts = parts.into_iter().filter(|(start, end, _)| start < end);
        parts.map(|(start, end, ink)| self.stretch(start, end, ink)).collect()
    }

    /// Returns the labels of the axis: years, or numbers of years if nothing has a date.
    pub(super) fn ticks(&self) -> Vec<Tick> {
        let years = (self.to - self.from) / YEAR;
        let steps = [1, 2, 5, 10, 20, 50, 100, 1000];
        let step = steps.into_iter().find(|step| years / step < LABELS).unwrap_or(years + 1);
        let first = if self.is_dated { self.from.div_euclid(YEAR) } else { 1 };
        let first = (first + step - 1).div_euclid(step) * step;
        (0..=years / step)
            .map(|number| first + number * step)
            .filter(|year| year * YEAR <= self.to)
            .map(|year| Tick { place: self.place(year * YEAR), label: self.label(year) })
            .collect()
    }

    fn label(&self, year: i64) -> Label {
        if self.is_dated {
            Label::Year(i32::try_from(year).unwrap_or(i32::MAX))
        } else {
            Label::Years(u32::try_from(year).unwrap_or(0))
        }
    }

    fn stretch(&self, start: i64, end: i64, ink: Ink) -> Stretch {
        Stretch { start: self.place(start), end: self.place(end), ink }
    }

    fn place(&self, day: i64) -> i64 {
        (day - self.from) * 10_000 / (self.to - self.from).max(1)
    }
}

impl Span {
    /// Returns the first day of a span and the day after its last one.
    fn days(&self) -> Option<(i64, i64)> {
        match self {
            Self::Dated(start, end) => Some((first_day(*start), last_day(end.unwrap_or(*start)))),
            Self::Length(_) => None,
        }
    }

    fn length(&self) -> Option<i64> {
        match self {
            Self::Length(duration) => Some(days(*duration)),
            Self::Dated(..) => None,
        }
    }
}

fn days(duration: Duration) -> i64 {
    i64::from(duration.years) * YEAR + i64::from(duration.months) * MONTH
}

/// Returns the first day that a date can mean.
fn first_day(date: Date) -> i64 {
    let [month, day] = [date.month, date.day].map(|number| i64::from(number.unwrap_or(1)) - 1);
    i64::from(date.year) * YEAR + month * MONTH + day
}

/// Returns the day after the last one that a date can mean.
fn last_day(date: Date) -> i64 {
    let length = match (date.month, date.day) {
        (_, Some(_)) => 1,
        (Some(_), None) => MONTH,
        (None, None) => YEAR,
    };
    first_day(date) + length
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(year: i32, month: Option<u8>) -> Date {
        Date { year, month, day: None }
    }

    fn dated(start: (i32, Option<u8>), end: Option<(i32, Option<u8>)>) -> Span {
        Span::Dated(date(start.0, start.1), end.map(|(year, month)| date(year, month)))
    }

    fn length(years: u32, months: u32) -> Span {
        Span::Length(Duration { years, months })
    }

    /// Formats every span as `start-end` in percent, with `~` before soft and `?` before dashed
    /// parts.
    fn check(spans: &[Span], expected: &[&str]) {
        let axis = Axis::of(spans).expect("there are spans");
        let drawn: Vec<_> = spans
            .iter()
            .map(|span| {
                let parts = axis.stretches(*span).into_iter().map(|stretch| {
                    let sign = match stretch.ink {
                        Ink::Solid => "",
                        Ink::Soft => "~",
                        Ink::Dashed => "?",
                    };
                    format!("{sign}{}-{}", stretch.start / 100, stretch.end / 100)
                });
                parts.collect::<Vec<_>>().join(" ")
            })
            .collect();
        assert_eq!(drawn, expected);
    }

    #[test]
    fn overlaps_and_gaps_share_one_axis() {
        let months = |start, end| dated((start, Some(1)), Some((end, Some(12))));
        check(
            &[months(2010, 2013), months(2012, 2015), months(2018, 2019)],
            &["0-40", "20-60", "80-100"],
        );
    }

    #[test]
    fn a_year_alone_has_soft_ends() {
        check(&[dated((2010, None), Some((2013, None)))], &["~0-25 25-75 ~75-100"]);
        check(&[dated((2010, None), Some((2011, None)))], &["~0-50 ~50-100"]);
        check(&[dated((2010, None), Some((2010, None)))], &["~0-100"]);
        check(&[dated((2010, None), Some((2011, Some(12))))], &["~0-50 50-100"]);
    }

    #[test]
    fn an_ongoing_period_extends_beyond_the_latest_date() {
        let past = dated((2000, Some(1)), Some((2009, Some(12))));
        check(&[past, dated((2005, Some(1)), None)], &["0-90", "45-95 ~95-100"]);
        check(&[dated((2010, None), None)], &["~0-66 66-83 ~83-100"]);
    }

    #[test]
    fn a_duration_without_dates_has_its_length() {
        check(&[length(4, 0), length(3, 0), length(0, 6)], &["?0-100", "?0-75", "?0-12"]);
        check(
            &[dated((2010, Some(1)), Some((2011, Some(12)))), length(4, 0)],
            &["50-100", "?0-100"],
        );
    }

    #[test]
    fn no_axis_has_more_labels_than_fit() {
        for years in 1..120 {
            let ticks = |spans: &[Span]| Axis::of(spans).expect("there are spans").ticks();
            let end = 1980 + i32::try_from(years).expect("the number is small");
            let dated = ticks(&[dated((1980, None), Some((end, None)))]);
            let length = ticks(&[length(years, 0)]);
            for ticks in [dated, length] {
                let most = usize::try_from(LABELS).expect("the number is small") + 1;
                assert!((1..=most).contains(&ticks.len()), "{years}: {ticks:?}");
                assert!(ticks.iter().all(|tick| (0..=10_000).contains(&tick.place)), "{ticks:?}");
            }
        }
        let short = Axis::of(&[length(0, 6)]).expect("there is a span").ticks();
        assert_eq!(short, []);
    }
}
