//! What the place of a text says: which column it is in, what it is the end of, and whose date it is.

use super::check;
use super::file::{FIRST_PAGE, File, page, text};
use crate::{EMAIL, NAME};
use std::fmt::Write as _;

/// Returns the operators that draw lines below each other, each at its place.
fn lines(lines: &[(&str, f64, f64, f64, &str)]) -> String {
    lines.iter().map(|(font, size, x, y, said)| text(font, *size, *x, *y, said)).collect()
}

/// The name, and the heading of the jobs.
const HEAD: [(&str, f64, f64, f64, &str); 2] =
    [("F2", 24.0, 50.0, 780.0, "Mira Solano"), ("F2", 14.0, 50.0, 720.0, "Experience")];

#[test]
fn periods_below_a_place_are_those_of_its_line() {
    let mut content = lines(&HEAD);
    for (y, title, town, period) in [
        (700.0, "Pilot, Kestrel", "Ovar", "May 2019 - June 2021"),
        (620.0, "Sailor, Cometa", "Porto", "May 2016 - June 2018"),
        (540.0, "Steward, Harbour", "Braga", "May 2014 - June 2015"),
    ] {
        let end = 540.0;
        let width = |text: &str| 5.0 * f64::from(u8::try_from(text.len()).unwrap_or_default());
        content += &lines(&[
            ("F2", 10.0, 50.0, y, title),
            ("F1", 10.0, end - width(town), y, town),
            ("F1", 9.0, 60.0, y - 12.0, "\\225 Kept the ships of four countries on time"),
            ("F1", 10.0, end - width(period), y - 17.0, period),
            ("F1", 9.0, 60.0, y - 23.0, "\\225 Halved the bill"),
        ]);
    }
    check(
        &File::new(&[&content]).bytes(),
        &[
            NAME,
            ("sections/0/items/0/startDate", "2019-05"),
            ("sections/0/items/0/highlights/1", "Halved the bill"),
            ("sections/0/items/1/startDate", "2016-05"),
            ("sections/0/items/2/endDate", "2015-06"),
        ],
    );
}

#[test]
fn a_name_between_the_columns_of_a_letterhead_is_one() {
    let content = lines(&[
        ("F1", 10.0, 50.0, 792.0, "Rua da Ria 5"),
        ("F1", 10.0, 50.0, 780.0, "3880 Ovar"),
        ("F2", 22.0, 240.0, 780.0, "Mira Anxos"),
        ("F1", 10.0, 420.0, 780.0, "github.com/mirasolano"),
        ("F1", 10.0, 50.0, 768.0, "+351 912 345 678"),
        ("F2", 22.0, 245.0, 752.0, "Solano"),
        ("F1", 10.0, 50.0, 744.0, "mira@example.org"),
        ("F2", 14.0, 50.0, 700.0, "Experience"),
        ("F1", 10.0, 50.0, 680.0, "Engineer, Kestrel, 2019 - 2021"),
    ]);
    check(&File::new(&[&content]).bytes(), &[("name", "Mira Anxos Solano"), EMAIL]);
}

#[test]
fn what_begins_at_the_left_of_bullets_is_no_item() {
    let mut content = lines(&HEAD) + &text("F2", 12.0, 50.0, 700.0, "Kestrel Shipping Lines");
    for (y, role, period) in [
        (687.0, "Pilot, Harbours and Rivers", "Jan 2019 - Aug 2021"),
        (640.0, "Sailor, Harbours and Rivers", "Jan 2018 - Jan 2019"),
        (593.0, "Steward, Harbours and Rivers", "May 2016 - Jul 2017"),
    ] {
        let long = "Delivered a timetable for all the harbours of the coast to the captains of it";
        content += &lines(&[
            ("F1", 11.0, 50.0, y, role),
            ("F1", 10.0, 50.0, y - 12.0, period),
            ("F1", 10.0, 64.0, y - 24.0, "\\225"),
            ("F1", 10.0, 74.0, y - 24.0, long),
        ]);
    }
    check(
        &File::new(&[&content]).bytes(),
        &[
            NAME,
            ("sections/0/items/0/startDate", "2019-01"),
            ("sections/0/items/0/roles/0/startDate", "2018-01"),
            ("sections/0/items/0/roles/1/startDate", "2016-05"),
        ],
    );
}

#[test]
fn an_address_goes_on_in_the_next_line() {
    let content = lines(&[
        ("F2", 24.0, 200.0, 780.0, "Mira Solano"),
        ("F1", 10.0, 50.0, 760.0, "mira.solano.reis@mail.harbour.example."),
        ("F1", 10.0, 50.0, 748.0, "org"),
        ("F2", 14.0, 200.0, 720.0, "Experience"),
        ("F1", 10.0, 200.0, 700.0, "Engineer, Kestrel, 2019 - 2021, with all its harbours"),
        ("F1", 10.0, 200.0, 686.0, "Developer, Cometa, 2017 - 2019"),
    ]);
    let email = "mira.solano.reis@mail.harbour.example.org";
    check(&File::new(&[&content]).bytes(), &[NAME, ("email", email)]);
    let content = content.replace("example.)", "example.org)").replace("(org)", "(Ovar)");
    check(&File::new(&[&content]).bytes(), &[NAME, ("email", email)]);
}

#[test]
fn titles_within_entries_are_no_sections() {
    let mut content = lines(&HEAD);
    for (y, role, period) in [
        (700.0, "Full Stack Developer", "May 2019 - June 2021"),
        (620.0, "Junior Web Developer", "May 2016 - June 2018"),
        (540.0, "Blockchain Developer", "May 2014 - June 2015"),
    ] {
        content += &lines(&[
            ("F2", 10.0, 50.0, y, role),
            ("F1", 10.0, 50.0, y - 12.0, period),
            ("F1", 10.0, 50.0, y - 24.0, "Kestrel, Ovar"),
            ("F2", 10.0, 50.0, y - 36.0, "Key Achievements"),
            ("F1", 10.0, 60.0, y - 48.0, "\\225 Halved the bill"),
        ]);
    }
    content = content.replace("/F2 14 Tf", "/F2 10 Tf");
    content += &lines(&[
        ("F2", 10.0, 50.0, 460.0, "Education"),
        ("F1", 10.0, 50.0, 448.0, "Harbour School, 2010 - 2013"),
        ("F2", 10.0, 50.0, 420.0, "Languages"),
        ("F1", 10.0, 50.0, 408.0, "English, Galician"),
    ]);
    check(
        &File::new(&[&content]).bytes(),
        &[
            NAME,
            ("sections/0/title", "Experience"),
            ("sections/0/items/0/startDate", "2019-05"),
            ("sections/0/items/1/startDate", "2016-05"),
            ("sections/0/items/2/startDate", "2014-05"),
            ("sections/1/title", "Education"),
        ],
    );
}

#[test]
fn headings_in_capitals_may_say_more_than_what_is_known() {
    let content = lines(&[
        ("F2", 24.0, 50.0, 780.0, "Mira Solano"),
        ("F2", 10.0, 50.0, 740.0, "SUMMARY OF ALL SKILLS:"),
        ("F1", 10.0, 50.0, 726.0, "Sails ships of any size in any weather."),
        ("F2", 10.0, 50.0, 700.0, "EDUCATION"),
        ("F1", 10.0, 50.0, 686.0, "Harbour School, 2010 - 2013"),
        ("F2", 10.0, 50.0, 660.0, "NAUTICAL WORK EXPERIENCE"),
        ("F2", 10.0, 50.0, 646.0, "Pilot, Kestrel, 2019 - 2021"),
        ("F2", 10.0, 50.0, 620.0, "ADDITIONAL WORK EXPERIENCE"),
        ("F2", 10.0, 50.0, 606.0, "Sailor, Cometa, 2016 - 2018"),
    ]);
    check(
        &File::new(&[&content]).bytes(),
        &[
            NAME,
            ("sections/1/list", "education"),
            ("sections/2/list", "work"),
            ("sections/3/list", "work"),
            ("sections/3/items/0/startDate", "2016"),
        ],
    );
}

#[test]
fn tags_that_go_up_within_a_column_are_in_no_order() {
    let mut content = String::new();
    let mut kids = Vec::new();
    let said = [
        ("F2", 16.0, 780.0, "Mira Solano", "H1"),
        ("F2", 12.0, 720.0, "Experience", "H1"),
        ("F2", 10.0, 700.0, "Kestrel, pilot of ships", "P"),
        ("F2", 10.0, 560.0, "Cometa, pilot of ships", "P"),
        ("F1", 10.0, 688.0, "Engineer, 2019 - 2021", "P"),
        ("F1", 10.0, 548.0, "Developer, 2017 - 2019", "P"),
        ("F1", 10.0, 420.0, "English and Galician, both well", "P"),
        ("F2", 12.0, 440.0, "Languages", "H1"),
        ("F2", 12.0, 330.0, "Courses that I gave", "H1"),
        ("F1", 10.0, 660.0, "Kept the ships on time", "P"),
    ];
    for (at, (font, size, y, said, role)) in said.into_iter().enumerate() {
        let drawn = text(font, size, 50.0, y, said);
        let _ = writeln!(content, "/{role} << /MCID {at} >> BDC {drawn} EMC");
        kids.push(format!("<< /S /{role} /Pg 10 0 R /K {at} >>"));
    }
    let mut file = File::new(&[&content]);
    file.set(1, "<< /Type /Catalog /Pages 2 0 R /StructTreeRoot 7 0 R >>");
    file.set(7, &format!("<< /K [{}] >>", kids.join(" ")));
    check(
        &file.bytes(),
        &[NAME, ("sections/0/items/0/startDate", "2019"), ("sections/0/items/1/startDate", "2017")],
    );
}

#[test]
fn letters_that_are_drawn_as_areas_are_those_of_the_text_over_them() {
    let over = |x: f64, y: f64, said: &str, is_drawn: bool| {
        let mut drawn = String::new();
        for at in 0..said.len() {
            let left = x + 6.0 * f64::from(u8::try_from(at).unwrap_or_default()) + 1.0;
            let (right, top) = (left + 3.0, y + 7.0);
            let _ = writeln!(drawn, "{left} {y} m {right} {y} l {left} {top} l h f");
        }
        let outlines = if is_drawn { drawn } else { String::new() };
        format!("{outlines}/G0 gs {} /G1 gs\n", text("F4", 10.0, x, y, said))
    };
    let content = [
        text("F1", 10.0, 50.0, 760.0, "mira@example.org"),
        over(50.0, 780.0, "Mira Solano", true),
        over(50.0, 720.0, "Experience", true),
        text("F1", 10.0, 50.0, 700.0, "Engineer, Kestrel, 2019 - 2021"),
        over(50.0, 600.0, "whispered", false),
    ]
    .concat();
    let mut file = File::new(&[&content]);
    file.set(6, "<< /Type /Font /Subtype /Type1 /BaseFont /Courier /Encoding /WinAnsiEncoding >>");
    let states = "/Resources << /ExtGState << /G0 << /ca 0 >> /G1 << /ca 1 >> >>";
    file.set(FIRST_PAGE, &page(FIRST_PAGE + 1, "").replace("/Resources <<", states));
    let json = check(&file.bytes(), &[NAME, EMAIL, ("sections/0/items/0/name", "Kestrel")]);
    assert!(!json.contains("whispered"), "{json}");
}

#[test]
fn letters_that_are_said_to_be_nothing_are_read() {
    let content = lines(&HEAD).replace("BT /F2 24", "/Span << /ActualText () >> BDC BT /F2 24");
    let content = content.replacen("ET\n", "ET EMC\n", 1)
        + &text("F1", 10.0, 50.0, 700.0, "Engineer, Kestrel, 2019 - 2021");
    check(&File::new(&[&content]).bytes(), &[NAME, ("sections/0/items/0/startDate", "2019")]);
}

#[test]
fn columns_with_headings_may_be_as_long_as_each_other() {
    let mut content = text("F2", 20.0, 220.0, 780.0, "Mira Solano");
    let left =
        ["CONTACT", "Ovar", "mira@example.org", "FORMATIONS", "2017 - 2019", "Harbour School"];
    let right = [
        "EXPERIENCES PRO",
        "June 2021 - May 2022",
        "Kestrel, Pilot",
        "PROJETS PERSO",
        "A timetable of the tides",
        "A map of the coast",
    ];
    for (at, (left, right)) in left.into_iter().zip(right).enumerate() {
        let y = 720.0 - 14.0 * f64::from(u8::try_from(at).unwrap_or_default());
        let font = if at % 3 == 0 { "F2" } else { "F1" };
        content += &lines(&[(font, 10.0, 50.0, y, left), (font, 10.0, 230.0, y, right)]);
    }
    check(
        &File::new(&[&content]).bytes(),
        &[NAME, EMAIL, ("sections/0/items/0/startDate", "2021-06")],
    );
}
