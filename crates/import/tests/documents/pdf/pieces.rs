//! What is printed in pieces or beside something else: names, headings, addresses and entries.

use super::check;
use super::file::{File, text};
use crate::{EMAIL, NAME};

/// Returns the operators that draw lines below each other, each at its place.
fn lines(lines: &[(&str, f64, f64, f64, &str)]) -> String {
    lines.iter().map(|(font, size, x, y, said)| text(font, *size, *x, *y, said)).collect()
}

#[test]
fn an_address_beside_the_number_of_the_page_is_kept() {
    let content = lines(&[
        ("F2", 24.0, 50.0, 780.0, "Mira Solano"),
        ("F2", 14.0, 50.0, 720.0, "Experience"),
        ("F1", 10.0, 50.0, 700.0, "Pilot, Kestrel, May 2019 - June 2021"),
        ("F1", 10.0, 150.0, 40.0, "+351 912 345 678 | mira@example.org"),
        ("F1", 10.0, 520.0, 40.0, "1/1"),
    ]);
    check(&File::new(&[&content]).bytes(), &[NAME, EMAIL]);
}

#[test]
fn lines_that_are_typed_below_headings_are_no_text() {
    let content = lines(&[
        ("F2", 24.0, 50.0, 780.0, "Mira Solano"),
        ("F2", 11.0, 50.0, 720.0, "Skills ______________________________"),
        ("F1", 10.0, 50.0, 705.0, "Rust, Typst"),
        ("F2", 11.0, 50.0, 680.0, "Experience __________________________"),
        ("F1", 10.0, 50.0, 665.0, "Pilot, Kestrel, May 2019 - June 2021"),
    ]);
    check(
        &File::new(&[&content]).bytes(),
        &[NAME, ("sections/0/title", "Skills"), ("sections/1/title", "Experience")],
    );
}

#[test]
fn names_may_have_a_word_on_each_line() {
    let content = lines(&[
        ("F2", 24.0, 50.0, 780.0, "MIRA"),
        ("F2", 24.0, 50.0, 752.0, "ANXOS"),
        ("F2", 24.0, 50.0, 724.0, "SOLANO"),
        ("F1", 10.0, 50.0, 700.0, "mira.solano@example.org"),
        ("F2", 14.0, 50.0, 660.0, "Experience"),
        ("F1", 10.0, 50.0, 640.0, "Pilot, Kestrel, May 2019 - June 2021"),
    ]);
    check(&File::new(&[&content]).bytes(), &[("name", "MIRA ANXOS SOLANO")]);
}

#[test]
fn looks_tell_the_words_of_a_name_apart() {
    let content = lines(&[
        ("F1", 24.0, 50.0, 780.0, "mira"),
        ("F2", 24.0, 91.0, 780.0, "solano"),
        ("F1", 12.0, 50.0, 750.0, "Ph.D in Botany"),
        ("F1", 10.0, 50.0, 730.0, "mira@example.org"),
        ("F2", 14.0, 50.0, 660.0, "Experience"),
        ("F1", 10.0, 50.0, 640.0, "Pilot, Kestrel, May 2019 - June 2021"),
    ]);
    check(&File::new(&[&content]).bytes(), &[("name", "mira solano")]);
}

#[test]
fn a_title_with_a_date_at_the_right_ends_the_item_above_it() {
    let mut content =
        lines(&[("F2", 24.0, 50.0, 780.0, "Mira Solano"), ("F2", 14.0, 50.0, 720.0, "Experience")]);
    for (y, title, period) in [
        (700.0, "Flight Engineer", "05/2019 - 06/2021"),
        (671.0, "Ship Engineer", "05/2016 - 06/2018"),
        (642.0, "Engineer", "05/2014 - 06/2015"),
    ] {
        content += &lines(&[
            ("F2", 11.0, 55.0, y, title),
            ("F2", 11.0, 280.0, y, "Kestrel"),
            ("F2", 11.0, 440.0, y, period),
            ("F1", 10.0, 50.0, y - 14.0, "\\225 Kept the ships of four countries on time"),
        ]);
    }
    check(
        &File::new(&[&content]).bytes(),
        &[
            ("sections/0/items/0/startDate", "2019-05"),
            ("sections/0/items/1/startDate", "2016-05"),
            ("sections/0/items/2/position", "Engineer"),
        ],
    );
}

#[test]
fn a_bullet_at_the_left_of_a_list_ends_it() {
    let mut content =
        lines(&[("F2", 24.0, 50.0, 780.0, "Mira Solano"), ("F2", 14.0, 50.0, 720.0, "Experience")]);
    for (y, title, period) in
        [(700.0, "Pilot", "May 2019 - June 2021"), (650.0, "Sailor", "May 2016 - June 2018")]
    {
        content += &lines(&[
            ("F1", 10.0, 50.0, y, "\\225"),
            ("F1", 10.0, 60.0, y, title),
            ("F1", 10.0, 440.0, y, period),
            ("F1", 10.0, 60.0, y - 12.0, "Kestrel Inc."),
            ("F1", 10.0, 80.0, y - 24.0, "\\226 Kept the ships of four countries on time"),
        ]);
    }
    check(
        &File::new(&[&content]).bytes(),
        &[("sections/0/items/0/startDate", "2019-05"), ("sections/0/items/1/startDate", "2016-05")],
    );
}

#[test]
fn the_language_of_the_computer_yields_to_that_of_the_words() {
    let of = |language: &str, said: &str| {
        let content = lines(&[
            ("F2", 24.0, 50.0, 780.0, "Mira Solano"),
            ("F2", 14.0, 50.0, 720.0, "Profile"),
            ("F1", 10.0, 50.0, 700.0, said),
        ]);
        let mut file = File::new(&[&content]);
        file.set(1, &format!("<< /Type /Catalog /Pages 2 0 R /Lang ({language}) >>"));
        check(&file.bytes(), &[NAME])
    };
    let english = "I have been an engineer for many years, and I like to work with people who want to learn something new every day and to share what they know.";
    assert!(!of("ru-RU", english).contains("ru-RU"));
    assert!(of("pt", "Kestrel").contains("\"pt\""));
}

#[test]
fn a_bullet_between_two_rows_begins_the_item_of_both() {
    let mut content =
        lines(&[("F2", 24.0, 50.0, 780.0, "Mira Solano"), ("F2", 14.0, 50.0, 720.0, "Experience")]);
    for (y, firm, title, period) in [
        (700.0, "Kestrel Bank", "Engineer", "June 2023 - August 2023"),
        (640.0, "Tide Works", "Analyst", "May 2016 - June 2018"),
    ] {
        content += &lines(&[
            ("F2", 10.0, 70.0, y, firm),
            ("F1", 10.0, 450.0, y, "Porto, Minho"),
            ("F1", 10.0, 55.0, y - 5.0, "\\225"),
            ("F1", 10.0, 70.0, y - 12.0, title),
            ("F1", 10.0, 440.0, y - 12.0, period),
            (
                "F1",
                10.0,
                70.0,
                y - 24.0,
                "I kept the lamps of all harbours of the coast, and wrote down when each of them was lit.",
            ),
            ("F1", 10.0, 70.0, y - 36.0, "In the winter I taught others how to keep them."),
        ]);
    }
    check(
        &File::new(&[&content]).bytes(),
        &[
            ("sections/0/items/0/name", "Kestrel Bank"),
            ("sections/0/items/0/position", "Engineer"),
            ("sections/0/items/0/startDate", "2023-06"),
            ("sections/0/items/1/position", "Analyst"),
            ("sections/0/items/1/endDate", "2018-06"),
        ],
    );
}

#[test]
fn a_text_that_is_said_instead_of_glyphs_is_as_wide_as_these() {
    let content = [
        text("F2", 24.0, 50.0, 780.0, "Mira Solano"),
        text("F2", 14.0, 50.0, 720.0, "Experience"),
        format!(
            "/Span <</ActualText (March 2019)>> BDC\n{}\nEMC\n",
            text("F1", 10.0, 50.0, 700.0, "mmmmmmmmmm")
        ),
        text("F1", 10.0, 136.0, 700.0, "- May 2021"),
        text("F1", 10.0, 50.0, 688.0, "Pilot, Kestrel"),
    ];
    check(
        &File::new(&[&content.concat()]).bytes(),
        &[
            NAME,
            ("sections/0/items/0/startDate", "2019-03"),
            ("sections/0/items/0/endDate", "2021-05"),
        ],
    );
}

#[test]
fn the_words_of_a_name_may_be_above_a_column_each() {
    let mut content = lines(&[
        ("F2", 24.0, 50.0, 780.0, "MIRA"),
        ("F2", 24.0, 350.0, 780.0, "SOLANO"),
        ("F2", 12.0, 50.0, 740.0, "PROFILE"),
        ("F2", 12.0, 350.0, 740.0, "EXPERIENCE"),
    ]);
    for at in 0..6_u8 {
        let y = 720.0 - 14.0 * f64::from(at);
        content += &text("F1", 10.0, 50.0, y, "I have steered ships along the coast.");
        content += &text(
            "F1",
            10.0,
            350.0,
            y,
            if at == 0 { "Pilot, Kestrel, 2019 - 2021" } else { "Steered ships of all kinds" },
        );
    }
    check(&File::new(&[&content]).bytes(), &[("name", "MIRA SOLANO"), ("sections/1/list", "work")]);
}

#[test]
fn what_a_mask_shows_is_text() {
    // Chromium paints the gradient of a text through a mask that has its letters.
    let content = [
        "/G1 gs 0 0 595 842 re f\n".to_owned(),
        text("F2", 14.0, 50.0, 720.0, "Experience"),
        text("F1", 10.0, 50.0, 700.0, "Pilot, Kestrel, May 2019 - June 2021"),
    ];
    let mut file = File::new(&[&content.concat()]);
    let state = "/ExtGState << /G1 << /Type /ExtGState /SMask << /Type /Mask /S /Luminosity /G 13 0 R >> >> >>";
    file.set(
        10,
        &format!(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 11 0 R /Resources \
             << /Font << /F1 3 0 R /F2 4 0 R >> {state} >> >>"
        ),
    );
    let mask = format!("1 1 1 rg\n{}", text("F2", 24.0, 50.0, 780.0, "Mira Solano"));
    file.stream(
        13,
        "/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Group << /S /Transparency /CS /DeviceGray >> \
         /Resources << /Font << /F2 4 0 R >> >>",
        mask.as_bytes(),
    );
    check(&file.bytes(), &[NAME]);
}

#[test]
fn brackets_in_the_data_of_a_picture_are_no_objects() {
    let content = lines(&[
        ("F2", 24.0, 50.0, 780.0, "Mira Solano"),
        ("F2", 14.0, 50.0, 720.0, "Experience"),
        ("F1", 10.0, 50.0, 700.0, "Engineer, Kestrel, May 2019 - June 2021"),
    ]);
    let mut file = File::new(&[&content]);
    file.stream(
        13,
        "/Type /XObject /Subtype /Image /Width 8 /Height 8 /ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /DCTDecode",
        "[".repeat(2_000).as_bytes(),
    );
    check(&file.bytes(), &[NAME, ("sections/0/items/0/name", "Kestrel")]);
}
