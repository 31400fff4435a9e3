//! Columns, and what is beside dates.

use super::check;
use super::file::{FIRST_PAGE, File, page, text};
use crate::NAME;

/// Returns the operators that draw lines below each other, each at its place.
fn lines(lines: &[(&str, f64, f64, f64, &str)]) -> String {
    lines.iter().map(|(font, size, x, y, said)| text(font, *size, *x, *y, said)).collect()
}

#[test]
fn columns_end_where_a_heading_is_above_wide_text() {
    let content = lines(&[
        ("F2", 24.0, 50.0, 780.0, "Mira Solano"),
        ("F2", 12.0, 50.0, 720.0, "SKILLS"),
        ("F2", 12.0, 300.0, 720.0, "LANGUAGES"),
        ("F1", 10.0, 50.0, 700.0, "Go"),
        ("F1", 10.0, 300.0, 700.0, "English"),
        ("F1", 10.0, 50.0, 686.0, "Rust"),
        ("F1", 10.0, 300.0, 686.0, "Spanish"),
        ("F1", 10.0, 50.0, 672.0, "Kafka"),
        ("F1", 10.0, 300.0, 672.0, "Portuguese"),
        ("F2", 12.0, 50.0, 640.0, "EXPERIENCE"),
        ("F2", 10.0, 50.0, 620.0, "Engineer at Kestrel, on all the ships and in all the harbours"),
        ("F1", 10.0, 480.0, 620.0, "2019 - 2021"),
        ("F2", 10.0, 50.0, 590.0, "Developer at Cometa, on the timetables of four countries"),
        ("F1", 10.0, 480.0, 590.0, "2017 - 2019"),
    ]);
    check(
        &File::new(&[&content]).bytes(),
        &[
            NAME,
            ("sections/0/title", "SKILLS"),
            ("sections/1/title", "LANGUAGES"),
            ("sections/2/title", "EXPERIENCE"),
            ("sections/2/items/0/startDate", "2019"),
            ("sections/2/items/1/startDate", "2017"),
        ],
    );
}

#[test]
fn dates_among_notes_at_the_left_belong_to_what_is_beside_them() {
    let mut content =
        lines(&[("F2", 24.0, 50.0, 780.0, "Mira Solano"), ("F2", 14.0, 50.0, 720.0, "Experience")]);
    for (at, (dates, name, note)) in [
        ("2020 - 2022", "Kestrel", "two years"),
        ("2018 - 2020", "Cometa", "two years"),
        ("2016 - 2018", "Harbour of Porto", "two years"),
    ]
    .into_iter()
    .enumerate()
    {
        let y = 700.0 - 45.0 * f64::from(u8::try_from(at).unwrap_or_default());
        content += &lines(&[
            ("F1", 10.0, 50.0, y, dates),
            ("F2", 10.0, 180.0, y, name),
            ("F1", 8.0, 50.0, y - 13.0, note),
            ("F1", 10.0, 180.0, y - 18.0, "Kept the trains on time"),
        ]);
    }
    check(
        &File::new(&[&content]).bytes(),
        &[
            NAME,
            ("sections/0/items/0/name", "Kestrel"),
            ("sections/0/items/1/name", "Cometa"),
            ("sections/0/items/2/name", "Harbour of Porto"),
            ("sections/0/items/2/startDate", "2016"),
        ],
    );
}

#[test]
fn names_may_be_set_in_two_lines_of_nearly_one_size() {
    let content = lines(&[
        ("F2", 28.0, 50.0, 780.0, "MIRA JOANA"),
        ("F2", 27.2, 40.0, 750.0, "SOLANO REIS"),
        ("F1", 10.0, 50.0, 720.0, "mira@example.org"),
        ("F2", 14.0, 50.0, 690.0, "Experience"),
        ("F1", 10.0, 50.0, 670.0, "Engineer, Kestrel, 2019 - 2021"),
    ]);
    check(&File::new(&[&content]).bytes(), &[("name", "MIRA JOANA SOLANO REIS")]);
}

#[test]
fn what_the_person_does_is_no_part_of_a_name() {
    let content = lines(&[
        ("F2", 16.0, 50.0, 780.0, "Mira Solano"),
        ("F2", 16.0, 50.0, 758.0, "AI Engineer"),
        ("F2", 12.0, 50.0, 720.0, "Experience"),
        ("F1", 10.0, 50.0, 700.0, "Engineer, Kestrel, 2019 - 2021"),
    ]);
    check(&File::new(&[&content]).bytes(), &[NAME, ("headline", "AI Engineer")]);
}

#[test]
fn fonts_from_before_unicode_are_read() {
    let content = lines(&[
        ("F2", 24.0, 50.0, 780.0, "Mira Solano"),
        ("F2", 14.0, 50.0, 720.0, "Experience"),
        ("F1", 10.0, 50.0, 700.0, "Engineer, Kestrel, 2019 - 2021"),
        ("F4", 10.0, 50.0, 680.0, "\\300\\356\\300\\327"),
    ]);
    let mut file = File::new(&[&content]);
    file.set(6, "<< /Type /Font /Subtype /Type0 /BaseFont /SimSun /Encoding /GBK-EUC-H /DescendantFonts [7 0 R] >>");
    file.set(7, "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /SimSun /DW 1000 >>");
    assert_eq!(FIRST_PAGE, 10);
    let json = check(&file.bytes(), &[NAME]);
    assert!(json.contains("李雷"), "{json}");
}

#[test]
fn letters_of_pictures_may_have_accents() {
    let content = lines(&[
        ("F2", 14.0, 50.0, 720.0, "Experience"),
        ("F1", 10.0, 50.0, 700.0, "Engineer, Kestrel, 2019 - 2021"),
        ("F4", 10.0, 50.0, 680.0, "Ren\\351 \\034xed"),
    ]);
    let mut file = File::new(&[&content]);
    let names = "[28 /a28 82 /a82 100 /a100 /a101 110 /a110 120 /a120 233 /a233]";
    file.set(
        6,
        &format!(
            "<< /Type /Font /Subtype /Type3 /FontMatrix [0.001 0 0 0.001 0 0] /FirstChar 0 /LastChar 255 \
             /Widths [{}] /CharProcs << >> /Encoding << /Differences {names} >> >>",
            "500 ".repeat(256)
        ),
    );
    let json = check(&file.bytes(), &[]);
    assert!(json.contains("René"), "{json}");
    assert!(json.contains("fixed"), "{json}");
}

#[test]
fn headings_in_the_margin_are_above_what_is_beside_them() {
    let content = lines(&[
        ("F2", 24.0, 50.0, 780.0, "Mira Solano"),
        ("F2", 12.0, 50.0, 720.0, "Experience"),
        ("F2", 10.0, 150.0, 720.0, "Engineer, Kestrel"),
        ("F1", 10.0, 450.0, 720.0, "2019 - 2021"),
        ("F1", 10.0, 150.0, 706.0, "Kept the lamps of all the harbours of the coast"),
        ("F2", 10.0, 150.0, 680.0, "Developer, Cometa"),
        ("F1", 10.0, 450.0, 680.0, "2017 - 2019"),
        ("F1", 10.0, 150.0, 666.0, "Wrote the timetables of four countries in one year"),
        ("F2", 12.0, 50.0, 630.0, "Education"),
        ("F2", 10.0, 150.0, 630.0, "MSc, University of Porto"),
        ("F1", 10.0, 450.0, 630.0, "2012 - 2017"),
        ("F2", 12.0, 50.0, 600.0, "Skills"),
        ("F1", 10.0, 150.0, 600.0, "Go, Rust, Kafka"),
    ]);
    check(
        &File::new(&[&content]).bytes(),
        &[
            NAME,
            ("sections/0/title", "Experience"),
            ("sections/0/items/0/name", "Kestrel"),
            ("sections/0/items/1/startDate", "2017"),
            ("sections/1/title", "Education"),
            ("sections/1/items/0/endDate", "2017"),
            ("sections/2/title", "Skills"),
            ("sections/2/items/1/name", "Rust"),
        ],
    );
}

#[test]
fn headings_in_the_margin_may_have_an_ornament_above_them() {
    let content = lines(&[
        ("F2", 24.0, 50.0, 780.0, "Mira Solano"),
        ("F5", 12.0, 50.0, 732.0, "M"),
        ("F2", 12.0, 50.0, 710.0, "Experience"),
        ("F2", 10.0, 150.0, 720.0, "Engineer / Kestrel"),
        ("F1", 10.0, 150.0, 708.0, "2019 - 2021"),
        ("F1", 10.0, 150.0, 696.0, "Kept the lamps of all the harbours of the coast"),
        ("F5", 12.0, 50.0, 652.0, "M"),
        ("F2", 12.0, 50.0, 630.0, "Education"),
        ("F2", 10.0, 150.0, 640.0, "MSc, University of Porto"),
        ("F1", 10.0, 150.0, 628.0, "2012 - 2017"),
        ("F1", 10.0, 150.0, 616.0, "Wrote on the timetables of four countries"),
    ]);
    let mut file = File::new(&[&content]);
    file.set(FIRST_PAGE, &page(FIRST_PAGE + 1, "").replace("/F4", "/F5 7 0 R /F4"));
    file.set(7, "<< /Type /Font /Subtype /TrueType /BaseFont /ABCDEF+Sans /ToUnicode 8 0 R >>");
    file.stream(
        8,
        "",
        b"1 begincodespacerange <00> <ff> endcodespacerange 1 beginbfchar <4D> <3161> endbfchar",
    );
    let json = check(
        &file.bytes(),
        &[
            NAME,
            ("sections/0/title", "Experience"),
            ("sections/0/items/0/startDate", "2019"),
            ("sections/1/title", "Education"),
            ("sections/1/items/0/endDate", "2017"),
        ],
    );
    assert!(!json.contains('ㅡ'), "{json}");
}

#[test]
fn periods_may_go_on_below_themselves() {
    let content = lines(&[
        ("F2", 24.0, 50.0, 780.0, "Mira Solano"),
        ("F2", 14.0, 50.0, 720.0, "Experience"),
        ("F1", 10.0, 50.0, 700.0, "September 2019 -"),
        ("F1", 10.0, 50.0, 687.0, "January 2021"),
        ("F2", 10.0, 180.0, 700.0, "Engineer, Kestrel"),
        ("F1", 10.0, 180.0, 687.0, "Kept the lamps of all the harbours, day and night."),
        ("F1", 10.0, 50.0, 660.0, "May 2017 - January"),
        ("F1", 10.0, 50.0, 647.0, "2018"),
        ("F2", 10.0, 180.0, 660.0, "Developer, Cometa"),
        ("F1", 10.0, 180.0, 647.0, "Wrote the timetables of all the trains of the country."),
    ]);
    check(
        &File::new(&[&content]).bytes(),
        &[
            NAME,
            ("sections/0/items/0/endDate", "2021-01"),
            ("sections/0/items/1/name", "Cometa"),
            ("sections/0/items/1/startDate", "2017-05"),
            ("sections/0/items/1/endDate", "2018-01"),
        ],
    );
}

#[test]
fn periods_below_a_place_may_be_beside_an_item() {
    let content = lines(&[
        ("F2", 24.0, 50.0, 780.0, "Mira Solano"),
        ("F2", 14.0, 50.0, 720.0, "Experience"),
        ("F2", 10.0, 50.0, 700.0, "Kestrel, Engineer"),
        ("F1", 10.0, 480.0, 700.0, "Porto, Portugal"),
        ("F1", 10.0, 62.0, 686.0, "- Kept the lamps of all the harbours"),
        ("F1", 10.0, 499.0, 686.0, "2019 - 2021"),
        ("F1", 10.0, 62.0, 672.0, "- Kept the trains on time"),
    ]);
    check(
        &File::new(&[&content]).bytes(),
        &[
            NAME,
            ("sections/0/items/0/startDate", "2019"),
            ("sections/0/items/0/highlights/0", "Kept the lamps of all the harbours"),
        ],
    );
}
