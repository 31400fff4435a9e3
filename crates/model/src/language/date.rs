//! Partial dates and periods, without a time zone, so that no date can shift to another month.

use perfil_source::{Context, Decode, Node, Shape, Value, shape};
use std::fmt;

/// A date as exact as its owner knows it (ISO 8601): `2021`, `2021-03` or `2021-03-15`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Date {
    /// The year of the Gregorian calendar.
    pub year: i32,
    /// The month, 1 to 12.
    pub month: Option<u8>,
    /// The day of the month, from 1.
    pub day: Option<u8>,
}

/// The end of a period; absent if it is ongoing, which JSON Resume files also write as `null`, `""`
/// or `"Present"`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct End(pub Option<Date>);

/// A length of time whose dates are unknown (ISO 8601): `P4Y`, `P3Y6M` or `P8M`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Duration {
    /// Whole years.
    pub years: u32,
    /// The months beyond whole years.
    pub months: u32,
}

const FORMS: &str = r#"Write a year, a month or a day: "2021", "2021-03" or "2021-03-15"."#;

impl Date {
    /// Parses a date.
    ///
    /// # Errors
    ///
    /// Returns what is wrong with the text, which goes on after it: "is not a date".
    pub fn parse(written: &str) -> Result<Self, &'static str> {
        let mut parts = written.split('-');
        let mut number = |length: usize| match parts.next() {
            None => Ok(None),
            Some(part) if part.len() == length && part.bytes().all(|b| b.is_ascii_digit()) => {
                part.parse::<u16>().map(Some).map_err(|_| "is not a date")
            }
            Some(_) => Err("is not a date"),
        };
        let year = number(4)?.ok_or("is not a date")?;
        let month = number(2)?.map(small);
        let day = number(2)?.map(small);
        if parts.next().is_some() {
            return Err("is not a date");
        }
        if month.is_some_and(|month| !(1..=12).contains(&month)) {
            return Err("has a month that is not 01 to 12");
        }
        let date = Self { year: year.into(), month, day };
        if day.is_some() && date.first_day().is_none() {
            return Err("has a day that its month does not have");
        }
        Ok(date)
    }

    /// Returns the date, if there is one.
    #[must_use]
    pub fn of(node: &Node) -> Option<Self> {
        Self::parse(node.as_str()?).ok()
    }

    /// Returns the first day that the date can mean. The calendar is the Gregorian one in every language,
    /// because the years of other calendars differ.
    pub(super) fn first_day(self) -> Option<icu_calendar::Date<icu_calendar::Gregorian>> {
        let (month, day) = (self.month.unwrap_or(1), self.day.unwrap_or(1));
        icu_calendar::Date::try_new_gregorian(self.year, month, day).ok()
    }

    /// Whether a period between these dates ends before it starts, as far as both are known.
    #[must_use]
    pub fn is_after(self, end: Self) -> bool {
        let known = |a: Option<u8>, b: Option<u8>| a.zip(b).map(|(a, b)| a.cmp(&b));
        let order = self
            .year
            .cmp(&end.year)
            .then(known(self.month, end.month).unwrap_or(std::cmp::Ordering::Equal))
            .then(known(self.day, end.day).unwrap_or(std::cmp::Ordering::Equal));
        order.is_gt()
    }
}

fn small(number: u16) -> u8 {
    u8::try_from(number).unwrap_or(u8::MAX)
}

impl fmt::Display for Date {
    /// Writes the form that HTML's `datetime` and ISO 8601 share.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}", self.year)?;
        for part in [self.month, self.day].into_iter().flatten() {
            write!(f, "-{part:02}")?;
        }
        Ok(())
    }
}

impl Decode for Date {
    fn decode(node: &Node, context: &mut Context) -> Option<Self> {
        let Value::String(written) = &node.value else {
            return context.mismatch(node, "a date", FORMS);
        };
        match Self::parse(written) {
            Ok(date) => Some(date),
            Err(reason) => {
                context.error(node.span.clone(), format!("{written:?} {reason}"), FORMS);
                None
            }
        }
    }

    fn shape() -> Shape {
        Shape::Line(shape::Line::Date)
    }
}

impl Decode for End {
    fn decode(node: &Node, context: &mut Context) -> Option<Self> {
        match node.as_str().map(str::trim) {
            Some(text) if text.is_empty() || text.eq_ignore_ascii_case("present") => {
                Some(Self(None))
            }
            _ => Date::decode(node, context).map(|date| Self(Some(date))),
        }
    }

    fn absent() -> Option<Self> {
        Some(Self(None))
    }

    fn shape() -> Shape {
        Shape::Line(shape::Line::Date)
    }
}

impl Duration {
    fn parse(written: &str) -> Option<Self> {
        let mut rest = written.strip_prefix('P')?;
        let mut take = |unit: char| {
            let (number, after) = rest.split_once(unit).unwrap_or(("0", rest));
            let number: u32 = number.parse().ok().filter(|number| *number < 100)?;
            rest = after;
            Some(number)
        };
        let span = Self { years: take('Y')?, months: take('M')? };
        (rest.is_empty() && (span.years, span.months) != (0, 0)).then_some(span)
    }
}

impl fmt::Display for Duration {
    /// Writes the form that HTML's `datetime` and ISO 8601 share.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("P")?;
        for (number, unit) in [(self.years, 'Y'), (self.months, 'M')] {
            if number > 0 {
                write!(f, "{number}{unit}")?;
            }
        }
        Ok(())
    }
}

impl Decode for Duration {
    fn decode(node: &Node, context: &mut Context) -> Option<Self> {
        node.as_str().and_then(Self::parse).or_else(|| {
            let remedy = r#"Write years and months as ISO 8601 does: "P4Y", "P3Y6M" or "P8M"."#;
            context.mismatch(node, "a length of time", remedy)
        })
    }

    fn shape() -> Shape {
        Shape::Line(shape::Line::Duration)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_keep_their_precision() {
        for written in ["2021", "2021-03", "2021-03-15", "2024-02-29"] {
            assert_eq!(Date::parse(written).map(|date| date.to_string()), Ok(written.to_owned()));
        }
    }

    #[test]
    fn invalid_dates_are_rejected() {
        for (written, reason) in [
            ("2021-13", "has a month that is not 01 to 12"),
            ("2023-02-29", "has a day that its month does not have"),
            ("03/2021", "is not a date"),
            ("2021-3", "is not a date"),
            ("2021-03-15T00:00", "is not a date"),
            ("", "is not a date"),
        ] {
            assert_eq!(Date::parse(written), Err(reason), "{written}");
        }
    }

    #[test]
    fn a_period_is_reversed_only_if_that_is_certain() {
        let after = |a, b| Some(Date::parse(a).ok()?.is_after(Date::parse(b).ok()?));
        assert_eq!(after("2021", "2020"), Some(true));
        assert_eq!(after("2021-03", "2021"), Some(false));
        assert_eq!(after("2021-03", "2021-02"), Some(true));
        assert_eq!(after("2021-03-02", "2021-03"), Some(false));
    }

    #[test]
    fn durations_are_years_and_months() {
        for written in ["P4Y", "P3Y6M", "P8M"] {
            let span = Duration::parse(written).map(|span| span.to_string());
            assert_eq!(span.as_deref(), Some(written));
        }
        for written in ["4 years", "P", "P0Y", "P4D", "4Y", "P6M3Y", "P100Y"] {
            assert_eq!(Duration::parse(written), None, "{written}");
        }
    }
}
