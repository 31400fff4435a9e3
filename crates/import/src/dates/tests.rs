//! Dates as people write them.

use super::*;

fn style(languages: &[&str]) -> Style {
    let languages = languages.iter().filter_map(|tag| Tag::parse(tag)).collect();
    Style::of(&[], languages)
}

fn read(text: &str) -> Option<String> {
    style(&["en"]).read(text).map(|read| read.date + if read.is_whole { "" } else { " …" })
}

#[test]
fn dates_are_read_as_people_write_them() {
    for (written, expected) in [
        ("2014", "2014"),
        ("2014-08", "2014-08"),
        ("2014-08-21", "2014-08-21"),
        ("2016-6-1", "2016-06-01"),
        ("2016/06", "2016-06"),
        ("03/2018", "2018-03"),
        ("3-2018", "2018-03"),
        ("03.2018", "2018-03"),
        ("21.3.2018", "2018-03-21"),
        ("4.3.2018", "2018-03-04"),
        ("21/03/2018", "2018-03-21"),
        ("03/21/2018", "2018-03-21"),
        ("201403", "2014-03"),
        ("2014-00-00", "2014"),
        ("2014-08-01T10:00:00Z", "2014-08-01"),
        ("2014-08-01T10:00:00.000+02:00", "2014-08-01"),
        ("2014-08-01 10:00", "2014-08-01"),
        ("Aug. 2014", "2014-08"),
        ("Sept 2014", "2014-09"),
        ("Aug '14", "2014-08"),
        ("August 21st, 2014", "2014-08-21"),
        ("21 de agosto de 2014", "2014-08-21"),
        ("Février 2014", "2014-02"),
        ("févr. 2014", "2014-02"),
        ("Oktober 2012", "2012-10"),
        ("1. März 2012", "2012-03-01"),
        ("Setembro de 2015", "2015-09"),
        ("gennaio 2011", "2011-01"),
        ("maj 2019", "2019-05"),
        ("август 2014", "2014-08"),
        ("августа 2014 г.", "2014-08"),
        ("2014年8月", "2014-08"),
        ("2014年8月1日", "2014-08-01"),
        ("平成２６年８月", "2014-08"),
        ("令和元年5月1日", "2019-05-01"),
        ("2014년 8월", "2014-08"),
        ("٢٠١٤", "2014"),
        ("أغسطس 2014", "2014-08"),
        ("Ağustos 2014", "2014-08"),
        ("tháng 8 2014", "2014-08"),
        ("Expected May 2030", "2030-05"),
        ("Summer 2009", "2009 …"),
        ("Q3 2014", "2014 …"),
        ("2015-03（1年6个月）", "2015-03 …"),
        ("03/04/2018", "2018 …"),
        ("2014-02-31", "2014-02 …"),
    ] {
        assert_eq!(read(written).as_deref(), Some(expected), "{written}");
    }
    for written in
        ["", "sometime", "three years", "14", "2014-13", "present", "12/34", "2014 Berlin"]
    {
        assert_eq!(read(written), None, "{written}");
    }
}

#[test]
fn a_month_that_two_languages_share_is_that_of_the_file() {
    let month = |languages: &[&str]| style(languages).read("listopad 2014").map(|read| read.date);
    assert_eq!(month(&["pl"]).as_deref(), Some("2014-11"));
    assert_eq!(month(&["hr"]).as_deref(), Some("2014-10"));
}

#[test]
fn the_other_dates_of_a_file_decide() {
    let us = Style::of(&["03/21/2018", "2014"], Vec::new());
    assert_eq!(us.read("03/04/2018").map(|read| read.date).as_deref(), Some("2018-03-04"));
    let uk = Style::of(&["21/03/2018"], Vec::new());
    assert_eq!(uk.read("03/04/2018").map(|read| read.date).as_deref(), Some("2018-04-03"));
    let demanded = Style::of(&["2013-12-01", "2014-12-01", "2015"], Vec::new());
    assert_eq!(demanded.read("2013-12-01").map(|read| read.date).as_deref(), Some("2013-12"));
    let exact = Style::of(&["2013-12-01", "2014-12-02"], Vec::new());
    assert_eq!(exact.read("2013-12-01").map(|read| read.date).as_deref(), Some("2013-12-01"));
}

#[test]
fn words_for_now_are_known_in_many_languages() {
    for word in [
        "Present",
        "today",
        "aktuell",
        "Till date",
        "actualidad",
        "aujourd'hui",
        "Heute",
        "по настоящее время",
        "至今",
        "至今（9个月）",
        "現在",
        "obecnie",
        "atual",
        "oggi",
        "現在",
        "(current)",
        "(present)",
        "Presente",
        "-",
    ] {
        assert!(is_now(word), "{word}");
    }
    assert!(!is_now("2014") && !is_now("Engineer"));
}

#[test]
fn periods_are_two_dates() {
    let period = |text: &str| {
        let (start, end) = style(&["en"]).read_period(text)?;
        Some((start.map(|read| read.date), end.map(|read| read.date)))
    };
    let some = |date: &str| Some(date.to_owned());
    assert_eq!(period("March 2014 - Present"), Some((some("2014-03"), None)));
    assert_eq!(period("2014–2016"), Some((some("2014"), some("2016"))));
    assert_eq!(period("2014-03 - 2016-05"), Some((some("2014-03"), some("2016-05"))));
    assert_eq!(period("2014-2016"), Some((some("2014"), some("2016"))));
    assert_eq!(period("2014"), Some((None, some("2014"))));
    assert_eq!(period("2014 -"), Some((some("2014"), None)));
    assert_eq!(period("Since March 2014"), Some((some("2014-03"), None)));
    assert_eq!(period("desde 2014 hasta 2016"), Some((some("2014"), some("2016"))));
    assert_eq!(period("2014年3月至今"), Some((some("2014-03"), None)));
    assert_eq!(period("often"), None);
}
