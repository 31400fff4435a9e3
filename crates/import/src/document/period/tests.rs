//! Periods in lines of text.

use super::*;

#[test]
fn periods_are_found_in_lines() {
    let languages = ["en", "es", "ja", "fr"].iter().filter_map(|tag| Tag::parse(tag)).collect();
    let dates = Dates { style: Style::of(&[], languages) };
    for (line, start, end, rest) in [
        ("Sept. 2019 – Present", "2019-09", "", ""),
        ("Kestrel, Engineer (Jan 2020 - Present)", "2020-01", "", "Kestrel, Engineer "),
        ("12.09.23-12.12.23 Kestrel", "2023-09-12", "2023-12-12", " Kestrel"),
        ("Kestrel, Depuis février 2021 jusqu’à mai 2022", "2021-02", "2022-05", "Kestrel, "),
        ("04/17 - 08/18 Kestrel", "2017-04", "2018-08", " Kestrel"),
        ("Kestrel, 10/20 – heute", "2020-10", "", "Kestrel, "),
        ("1/24 - now Kestrel", "2024-01", "", " Kestrel"),
        ("10/23 - 3/24 Kestrel", "2023-10", "2024-03", " Kestrel"),
        ("Kestrel desde el 2006 hasta la fecha.", "2006", "", "Kestrel ."),
        ("2010 - 2012 EL Kestrel", "2010", "2012", " EL Kestrel"),
        ("2006 – 2008, el Kestrel", "2006", "2008", ", el Kestrel"),
        ("Kestrel desde el año 2006 hasta el 2010", "2006", "2010", "Kestrel "),
        ("Kestrel 08/15/07-05/24/12", "2007-08-15", "2012-05-24", "Kestrel "),
        ("05/03/20 - 10/04/21 Kestrel", "2020", "2021", " Kestrel"),
        ("25/03/20 - 10/04/21 Kestrel", "2020-03-25", "2021-04-10", " Kestrel"),
        ("12/2017 till date (6 years)", "2017-12", "", " (6 years)"),
        ("12.01.22 – now", "2022-01-12", "", ""),
        ("03/2018 - 08/2019", "2018-03", "2019-08", ""),
        ("2017 (actuellement) Kestrel", "2017", "", " Kestrel"),
        ("March 2019 (present)", "2019-03", "", ""),
        ("Kestrel 2017 (Porto)", "", "2017", "Kestrel  (Porto)"),
        ("2016/04 – 2018/02", "2016-04", "2018-02", ""),
        ("2015.01-2016.03", "2015-01", "2016-03", ""),
        ("Jan '14 – Dec '14", "2014-01", "2014-12", ""),
        ("25.3-31.8.2019 Waiter", "2019-03-25", "2019-08-31", " Waiter"),
        ("5.–12.6.2019", "2019-06-05", "2019-06-12", ""),
        ("Summer 2013", "", "2013", ""),
        ("Kestrel, Summer 2012 and 2013", "2012", "2013", "Kestrel, "),
        ("2012 and 2014", "", "2012", " and 2014"),
        ("2011–12", "2011", "2012", ""),
        ("Since 2010", "2010", "", ""),
        ("January 5, 2009 to March 2010", "2009-01-05", "2010-03", ""),
        ("2008 (3 months)", "", "2008", " (3 months)"),
        ("Engineer (2020 –)", "2020", "", "Engineer "),
        ("2024-\tKestrel", "2024", "", "\tKestrel"),
        ("15 Mar 2006 — 1 Feb 2007", "2006-03-15", "2007-02-01", ""),
        ("2004 - now", "2004", "", ""),
        ("Faculty 2015-...", "2015", "", "Faculty "),
        ("KESTREL | 07/2018 TO 10/2019", "2018-07", "2019-10", "KESTREL | "),
        ("Mar – Sep 2022", "2022-03", "2022-09", ""),
        ("Kestrel, May/June 2021", "2021-05", "2021-06", "Kestrel, "),
        ("Until 2003", "", "2003", ""),
        ("Kestrel 2017(May) - 2018(June): sailed", "2017-05", "2018-06", "Kestrel : sailed"),
        ("Kestrel, March (2021) – November (2021)", "2021-03", "2021-11", "Kestrel, "),
        ("Mai bis September 2017 Kestrel", "2017-05", "2017-09", " Kestrel"),
        ("August und September 2020", "2020-08", "2020-09", ""),
        ("Dezember 2016 und Januar 2017 Kestrel", "2016-12", "2017-01", " Kestrel"),
        ("Kestrel prize May 2018 and June 2019", "", "2018-05", "Kestrel prize  and June 2019"),
        ("May & June 2021", "2021-05", "2021-06", ""),
        ("Kestrel, 2019 and Solano", "", "2019", "Kestrel,  and Solano"),
        ("06–09.2013 Kestrel", "2013-06", "2013-09", " Kestrel"),
        ("enero de 2020 – actualidad", "2020-01", "", ""),
        ("株式会社ほしぞら（2019年4月〜現在）", "2019-04", "", "株式会社ほしぞら"),
        ("株式会社なみ（2016年4月～2019年3月）", "2016-04", "2019-03", "株式会社なみ"),
        ("2019.03 ~ 현재 회사", "2019-03", "", " 회사"),
        ("Engineer\tJan 2022 - Present", "2022-01", "", "Engineer\t"),
        ("BSc, University of Porto, 2018", "", "2018", "BSc, University of Porto, "),
    ] {
        check(&dates, line, [start, end, rest]);
    }
    for line in
        ["4050 Porto", "+351 912 345 678", "Grew by 30 %", "Version 12.5", "12/25", "24/12 - 26/12"]
    {
        assert_eq!(dates.find(line), None, "{line}");
    }
}

#[test]
fn only_english_may_have_the_month_first() {
    let of = |language: &str| {
        let dates = Dates::of(&[], Tag::parse(language).into_iter().collect());
        dates.find("01/02/2019 - 03/04/2020").and_then(|it| it.start).map(|it| it.date)
    };
    assert_eq!(of("pt"), Some("2019-02-01".to_owned()));
    assert_eq!(of("en"), Some("2019".to_owned()));
}

#[test]
fn dates_are_joined_to_what_is_beside_them() {
    let dates = Dates::default();
    for (line, start, end, rest) in [
        ("Jun 2018–Aug2018", "2018-06", "2018-08", ""),
        ("Feb’18 – Mar’20 Kestrel", "2018-02", "2020-03", " Kestrel"),
        ("01/‘21-04/‘22", "2021-01", "2022-04", ""),
        ("Jan 2019 / Feb 2020", "2019-01", "2020-02", ""),
        ("Avril 2019 -> Mai 2020", "2019-04", "2020-05", ""),
        ("2014/2015 Kestrel", "2014", "2015", " Kestrel"),
        ("Fev/18 a Mar/19", "2018-02", "2019-03", ""),
        ("02/18 a 03/19", "2018-02", "2019-03", ""),
        ("Ago/2019 até o momento", "2019-08", "", ""),
        ("2019 - en curso", "2019", "", ""),
        ("03/2019 – ALLA DATA ATTUALE", "2019-03", "", ""),
        ("von 02/2019 bis 03/2020", "2019-02", "2020-03", ""),
        ("Depuis le 15.05.2019", "2019-05-15", "", ""),
        ("seit dem 01.03.2019", "2019-03-01", "", ""),
        ("2019年3月到2020年4月", "2019-03", "2020-04", ""),
        ("2019年4月－2020年3月", "2019-04", "2020-03", ""),
        ("2019.03 ~", "2019-03", "", ""),
    ] {
        check(&dates, line, [start, end, rest]);
    }
}

fn check(dates: &Dates, line: &str, [start, end, rest]: [&str; 3]) {
    let found = dates.find(line).unwrap_or_else(|| panic!("{line}"));
    let date = |read: Option<Read>| read.map(|read| read.date).unwrap_or_default();
    assert_eq!((date(found.start), date(found.end)), (start.into(), end.into()), "{line}");
    let mut left = line.to_owned();
    left.replace_range(found.range, "");
    assert_eq!(left, rest, "{line}");
}
