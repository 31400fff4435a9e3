//! What stands above or beside a column: names, and dates that are turned.

use super::check;
use super::file::{File, text};
use crate::{EMAIL, NAME};
use std::fmt::Write as _;

/// Returns the operators that draw lines below each other, each at its place.
fn lines(lines: &[(&str, f64, f64, f64, &str)]) -> String {
    lines.iter().map(|(font, size, x, y, said)| text(font, *size, *x, *y, said)).collect()
}

/// What is below the letterhead: a narrow column and a wide one, with as much text in each.
const COLUMNS: [(&str, f64, f64, f64, &str); 12] = [
    ("F2", 12.0, 50.0, 680.0, "CONTACT"),
    ("F1", 10.0, 50.0, 662.0, "mira@example.org"),
    ("F1", 10.0, 50.0, 648.0, "3880 Ovar"),
    ("F2", 12.0, 50.0, 620.0, "EDUCATION"),
    ("F1", 10.0, 50.0, 602.0, "Harbour School, 2010 - 2013"),
    ("F1", 10.0, 50.0, 588.0, "College of Porto, 2007 - 2010"),
    ("F2", 12.0, 250.0, 680.0, "PROFILE"),
    ("F1", 10.0, 250.0, 662.0, "Sails ships of any size."),
    ("F2", 12.0, 250.0, 620.0, "EXPERIENCE"),
    ("F1", 10.0, 250.0, 602.0, "Engineer, Kestrel, 2019 - 2021"),
    ("F1", 10.0, 250.0, 588.0, "Developer, Cometa, 2016 - 2018"),
    ("F1", 10.0, 250.0, 574.0, "Kept the ships on time"),
];

const SECTIONS: [(&str, &str); 3] = [
    ("headline", "Pilot of ships"),
    ("sections/3/items/0/name", "Kestrel"),
    ("sections/3/items/0/startDate", "2019"),
];

#[test]
fn a_name_above_the_right_column_is_above_both() {
    let content = lines(&[
        ("F2", 24.0, 250.0, 780.0, "Mira Solano"),
        ("F1", 12.0, 250.0, 760.0, "Pilot of ships"),
    ]) + &lines(&COLUMNS);
    let bytes = File::new(&[&content]).bytes();
    check(&bytes, &[NAME, EMAIL]);
    check(&bytes, &SECTIONS);
}

#[test]
fn tags_that_have_the_words_of_a_name_below_sections_are_in_no_order() {
    let mut content = String::new();
    let mut kids = Vec::new();
    let said = [
        ("F2", 24.0, 250.0, 780.0, "Mira"),
        ("F1", 24.0, 310.0, 780.0, "Solano"),
        ("F1", 12.0, 250.0, 760.0, "Pilot of ships"),
    ];
    let (left, right) = COLUMNS.split_at(6);
    for (at, (font, size, x, y, said)) in left.iter().chain(&said).chain(right).enumerate() {
        let role = match *size {
            24.0 if *font == "F2" => "H1",
            24.0 => "H2",
            12.0 => "H3",
            _ => "P",
        };
        let drawn = text(font, *size, *x, *y, said);
        let _ = writeln!(content, "/{role} << /MCID {at} >> BDC {drawn} EMC");
        kids.push(format!("<< /S /{role} /Pg 10 0 R /K {at} >>"));
    }
    let mut file = File::new(&[&content]);
    file.set(1, "<< /Type /Catalog /Pages 2 0 R /StructTreeRoot 7 0 R >>");
    file.set(7, &format!("<< /K [{}] >>", kids.join(" ")));
    check(&file.bytes(), &[NAME, EMAIL]);
    check(&file.bytes(), &SECTIONS);
}

#[test]
fn dates_that_are_turned_belong_to_the_entry_beside_them() {
    let mut content =
        lines(&[("F2", 24.0, 50.0, 780.0, "Mira Solano"), ("F2", 12.0, 50.0, 740.0, "EXPERIENCE")]);
    for (y, role, name, period) in [
        (715.0, "Engineer", "Kestrel", "04/2019 - 08/2021"),
        (595.0, "Developer", "Cometa", "02/2016 - 03/2018"),
    ] {
        content += &lines(&[
            ("F2", 10.0, 80.0, y, role),
            ("F2", 10.0, 80.0, y - 13.0, name),
            ("F1", 10.0, 80.0, y - 26.0, "\\225 Kept the ships of four countries on time"),
            ("F1", 10.0, 80.0, y - 39.0, "\\225 Halved the bill"),
            ("F1", 10.0, 80.0, y - 52.0, "\\225 Wrote the timetable"),
        ]);
        let _ = writeln!(content, "BT /F1 9 Tf 0 1 -1 0 68 {} Tm ({period}) Tj ET", y - 85.0);
    }
    check(
        &File::new(&[&content]).bytes(),
        &[
            NAME,
            ("sections/0/items/0/position", "Engineer"),
            ("sections/0/items/0/name", "Kestrel"),
            ("sections/0/items/0/startDate", "2019-04"),
            ("sections/0/items/0/highlights/2", "Wrote the timetable"),
            ("sections/0/items/1/startDate", "2016-02"),
            ("sections/0/items/1/endDate", "2018-03"),
        ],
    );
}

#[test]
fn words_go_on_below_the_column_that_they_begin_in() {
    let mut content =
        lines(&[("F2", 24.0, 50.0, 780.0, "Mira Solano"), ("F2", 12.0, 50.0, 740.0, "EXPERIENCE")]);
    for (y, period, start, end) in [
        (715.0, "04/17 - 08/18", "Harbour of all the ships of the coast, Labora-", "tory of tides"),
        (655.0, "02/16 - 09/16", "Cometa of the timetables of the coast, Factor-", "ies of trains"),
    ] {
        content += &lines(&[
            ("F1", 10.0, 50.0, y, period),
            ("F2", 10.0, 150.0, y, start),
            ("F2", 10.0, 150.0, y - 13.0, end),
            ("F1", 10.0, 480.0, y - 13.0, "Porto"),
            ("F1", 10.0, 150.0, y - 26.0, "Kept the ships on time."),
        ]);
    }
    let json = check(
        &File::new(&[&content]).bytes(),
        &[
            ("sections/0/items/0/startDate", "2017-04"),
            ("sections/0/items/0/endDate", "2018-08"),
            ("sections/0/items/1/startDate", "2016-02"),
        ],
    );
    assert!(json.contains("Laboratory of tides"), "{json}");
}
