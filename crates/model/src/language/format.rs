//! Formats dates, periods and durations in a language (CLDR).

use super::{Date, Dates, Duration, End, Tag};
use icu_calendar::Gregorian;
use icu_datetime::FixedCalendarDateTimeFormatter as DateTimeFormatter;
use icu_datetime::fieldsets::{Y, YM, YMD};
use icu_datetime::range::FixedCalendarDateRangeFormatter as DateRangeFormatter;
use icu_decimal::DecimalFormatter;
use icu_decimal::input::Decimal;

/// Formats a number: "10,000".
#[must_use]
pub fn format_number(number: u32, tag: &Tag) -> String {
    DecimalFormatter::try_new(
        tag.identifier().into(),
        icu_decimal::options::DecimalFormatterOptions::default(),
    )
    .map_or_else(
        |_| number.to_string(),
        |formatter| formatter.format(&Decimal::from(number)).to_string(),
    )
}

/// Formats a date as precisely as it is known: "March 2021".
#[must_use]
pub fn format_date(date: Date, tag: &Tag) -> String {
    if cfg!(feature = "apart") {
        return perfil_apart::ask_text("dates", &format!("{tag}\0{date}"));
    }
    format_date_here(date, tag)
}

/// Returns the same without asking a part of the builder.
#[must_use]
pub fn format_date_here(date: Date, tag: &Tag) -> String {
    let Some(day) = date.first_day() else { return date.to_string() };
    let preferences = tag.identifier().into();
    let formatted = match (date.month, date.day) {
        (None, _) => DateTimeFormatter::<Gregorian, _>::try_new(preferences, Y::medium())
            .map(|formatter| formatter.format(&day).to_string()),
        (_, None) => DateTimeFormatter::<Gregorian, _>::try_new(preferences, YM::long())
            .map(|formatter| formatter.format(&day).to_string()),
        _ => DateTimeFormatter::<Gregorian, _>::try_new(preferences, YMD::long())
            .map(|formatter| formatter.format(&day).to_string()),
    };
    formatted.unwrap_or_else(|_| date.to_string())
}

/// Formats a period: "March 2021 – June 2023", or with the language's word for "until now". One that
/// ends when it starts is only that date.
#[must_use]
pub fn format_period(start: Option<Date>, end: End, words: &Dates, tag: &Tag) -> Option<String> {
    match (start, end.0) {
        (None, None) => None,
        (None, Some(date)) => Some(format_date(date, tag)),
        (Some(start), None) => Some(words.ongoing.replace("{start}", &format_date(start, tag))),
        (Some(start), Some(end)) if start == end => Some(format_date(start, tag)),
        (Some(start), Some(end)) => Some(range(start, end, tag).unwrap_or_else(|| {
            let [start, end] = [start, end].map(|date| format_date(date, tag));
            words.range.replace("{start}", &start).replace("{end}", &end)
        })),
    }
}

/// Earlier years are written with their era. For ranges with an era, icu 2.4 looks up month names
/// that it did not load, and leaves them out.
const WITHOUT_ERA: std::ops::RangeFrom<i32> = 1000..;

/// The languages whose short ranges of months need what icu 2.4 did not load: it writes `M03` for a month, or
/// panics where assertions are checked.
const WITHOUT_MONTHS: [&str; 5] = ["fi", "lo", "mn", "th", "zh"];

/// Formats a range of two years or of two months in the short form of the language.
fn range(start: Date, end: Date, tag: &Tag) -> Option<String> {
    if cfg!(feature = "apart") {
        let answer = perfil_apart::ask_text("dates", &format!("{tag}\0{start}\0{end}"));
        return Some(answer).filter(|answer| !answer.is_empty());
    }
    format_range_here(start, end, tag)
}

/// Returns the same without asking a part of the builder.
#[must_use]
pub fn format_range_here(start: Date, end: Date, tag: &Tag) -> Option<String> {
    let preferences = tag.identifier().into();
    let days = (&start.first_day()?, &end.first_day()?);
    let formatted = match ((start.month, start.day), (end.month, end.day)) {
        _ if !WITHOUT_ERA.contains(&start.year.min(end.year)) => return None,
        ((None, _), (None, _)) => {
            DateRangeFormatter::<Gregorian, _>::try_new(preferences, Y::medium())
                .map(|formatter| formatter.format(days.0, days.1).to_string())
        }
        ((Some(_), None), (Some(_), None)) if !WITHOUT_MONTHS.contains(&tag.language()) => {
            DateRangeFormatter::<Gregorian, _>::try_new(preferences, YM::long())
                .map(|formatter| formatter.format(days.0, days.1).to_string())
        }
        // For days, icu 2.4 looks up month names that it did not load, and panics.
        _ => return None,
    };
    formatted.ok()
}

/// Formats a duration: "3 years, 6 months".
#[must_use]
pub fn format_duration(duration: Duration, words: &Dates, tag: &Tag) -> String {
    let parts: Vec<String> = [(duration.years, &words.years), (duration.months, &words.months)]
        .into_iter()
        .filter(|(count, _)| *count > 0)
        .map(|(count, plural)| plural.format(tag, count, &format_number(count, tag)))
        .collect();
    let options = icu_list::options::ListFormatterOptions::default()
        .with_length(icu_list::options::ListLength::Narrow);
    icu_list::ListFormatter::try_new_unit(tag.identifier().into(), options)
        .map_or_else(|_| parts.join(" "), |formatter| formatter.format(parts.iter()).to_string())
}

#[cfg(test)]
mod tests {
    use super::*;
    use perfil_source::{Decode, parse};

    fn tag(written: &str) -> Tag {
        Tag::parse(written).expect("the tag is known")
    }

    fn read<T: Decode>(json: &str) -> T {
        let node = parse(json.as_bytes()).expect("this is JSON");
        T::decode(&node, &mut perfil_source::Context::default()).expect("the value is good")
    }

    #[test]
    fn months_are_localized() {
        let march = read("\"2021-03\"");
        assert_eq!(format_date(march, &tag("en")), "March 2021");
        assert_eq!(format_date(march, &tag("es")), "marzo de 2021");
        assert_eq!(format_date(march, &tag("de")), "März 2021");
        assert_eq!(format_date(march, &tag("ar")), "مارس 2021");
        assert_eq!(format_date(read("\"2021\""), &tag("th")), "2021");
        assert_eq!(format_date(read("\"2021-03-15\""), &tag("es")), "15 de marzo de 2021");
    }

    #[test]
    fn periods_and_durations_are_localized() {
        let words: Dates = read(
            r#"{"range": "{start} – {end}", "ongoing": "{start} – present",
                "years": {"one": "{n} year", "other": "{n} years"},
                "months": {"one": "{n} month", "other": "{n} months"}}"#,
        );
        let period = |start, end| {
            format_period(Some(read(start)), read(end), &words, &tag("en")).unwrap_or_default()
        };
        assert_eq!(period("\"2019-03\"", "\"2021-06\""), "March 2019\u{2009}–\u{2009}June 2021");
        assert_eq!(period("\"2019\"", "\"2021-06\""), "2019 – June 2021");
        assert_eq!(period("\"0067-09\"", "\"2005-05\""), "September 67 AD – May 2005");
        assert_eq!(period("\"1066\"", "\"1087\""), "1066\u{2009}–\u{2009}1087");
        assert_eq!(period("\"2019\"", "\"Present\""), "2019 – present");
        assert_eq!(period("\"2019-03-15\"", "\"2021-06-01\""), "March 15, 2019 – June 1, 2021");
        assert_eq!(period("\"2019-03-15\"", "\"2019-03-15\""), "March 15, 2019");
        assert_eq!(period("\"2019\"", "\"2019\""), "2019");
        assert_eq!(format_duration(read("\"P4Y\""), &words, &tag("en")), "4 years");
        assert_eq!(format_duration(read("\"P1Y6M\""), &words, &tag("en")), "1 year 6 months");
    }

    #[test]
    fn no_range_loses_the_name_of_a_month() {
        let table = include_str!("language_names.tsv");
        let rows = table.lines().skip(1).filter_map(|row| row.split('\t').next());
        let tags: Vec<Tag> =
            rows.flat_map(|codes| codes.split(' ')).filter_map(Tag::parse).collect();
        assert!(tags.len() > 150);
        // CLDR has no names of months in some languages. For dates in Portuguese, icu 2.4 asserts what is not so.
        let is_asserted = |tag: &Tag| tag.language() == "pt";
        let is_named = |tag: &&Tag| {
            !is_asserted(tag) && !format_date_here(read("\"2020-03\""), tag).contains("M03")
        };
        for tag in tags.iter().filter(is_named) {
            for (start, end) in [("\"2020-03\"", "\"2021-11\""), ("\"2021-03\"", "\"2021-11\"")] {
                let range = format_range_here(read(start), read(end), tag).unwrap_or_default();
                assert!(!range.contains("M03") && !range.contains("M11"), "{tag}: {range}");
            }
        }
    }
}
