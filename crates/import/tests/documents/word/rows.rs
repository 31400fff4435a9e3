//! Rows of tables that are the heads of entries, and heads without gaps between them.

use super::check;
use super::docx::{Docx, bold, item, p, r, styled, table, text};

#[test]
fn a_period_in_a_row_is_no_heading() {
    let row = |name: &str, period: &str| {
        let (name, period) = (styled("berschrift2", name), styled("berschrift2", period));
        table(&[&[&bold("Engineer"), &name, &period], &[&item(1, 0, "Steered boats")]])
    };
    let rows = [row("Kestrel", "May 2019 – June 2021"), row("Cometa", "2017 – 2019")].concat();
    let json = check(
        &Docx::cv(&rows),
        &[
            ("sections/0/items/0/name", "Kestrel"),
            ("sections/0/items/0/position", "Engineer"),
            ("sections/0/items/0/startDate", "2019-05"),
            ("sections/0/items/1/startDate", "2017"),
        ],
    );
    assert_eq!(json.matches("Engineer").count(), 2, "{json}");
}

#[test]
fn lines_beside_each_other_in_a_row_are_entries() {
    let two = |one: &str, two: &str| format!("{}{}", text(one), text(two));
    let (periods, names) =
        (two("2019.03 ~ 2021.06", "2017.03 ~ 2019.02"), two("Kestrel", "Cometa"));
    let rows = table(&[
        &[&bold("Experience"), &periods, &names, &two("Pilot", "Sailor")],
        &[&bold("Education"), &text("2012.03 ~ 2016.02"), &text("University of Porto")],
    ]);
    check(
        &Docx::of(&[styled("Titel", "Mira Solano"), rows].concat()),
        &[
            ("sections/0/title", "Experience"),
            ("sections/0/items/0/startDate", "2019-03"),
            ("sections/0/items/0/position", "Pilot"),
            ("sections/0/items/1/name", "Cometa"),
            ("sections/0/items/1/endDate", "2019-02"),
            ("sections/1/title", "Education"),
            ("sections/1/items/0/startDate", "2012-03"),
        ],
    );
}

#[test]
fn organisations_above_positions_need_no_gaps() {
    let entry = |name: &str, head: &str, about: &str| {
        [text(name), p(&r(head).replace('@', "</w:t><w:tab/><w:t>")), text(about)].concat()
    };
    let body = [
        entry("Kestrel, Porto", "Pilot@2019 – 2021", "Steered boats on all of the coast."),
        entry("Cometa, Vigo", "Sailor@2017", "Mended the sails of the boats."),
        entry("Bris, Lugo", "Cook@2014 – 2016", "Cooked for those who mended them."),
    ];
    check(
        &Docx::cv(&body.concat()),
        &[
            ("sections/0/items/0/name", "Kestrel"),
            ("sections/0/items/1/name", "Cometa"),
            ("sections/0/items/1/endDate", "2017"),
            ("sections/0/items/2/name", "Bris"),
            ("sections/0/items/2/summary", "Cooked for those who mended them."),
        ],
    );
}

#[test]
fn periods_that_a_style_makes_headings_are_below_the_sections() {
    let body = [
        styled("Titel", "Mira Solano"),
        bold("Experience"),
        styled("berschrift1", "2019 – 2021 Pilot, Kestrel"),
        text("Steered boats."),
        bold("Education"),
        styled("berschrift1", "2012 – 2016 University of Porto"),
    ];
    check(
        &Docx::of(&body.concat()),
        &[
            ("sections/0/title", "Experience"),
            ("sections/0/items/0/startDate", "2019"),
            ("sections/1/title", "Education"),
            ("sections/1/items/0/startDate", "2012"),
        ],
    );
}

#[test]
fn the_start_of_a_reversed_period_is_kept() {
    let json = check(
        &Docx::cv(&text("Pilot, Kestrel, Nov 2021 – May 2021")),
        &[("sections/0/items/0/startDate", "2021-11")],
    );
    assert!(json.contains("May 2021") && !json.contains("endDate"), "{json}");
}

#[test]
fn studies_among_the_jobs_are_apart_if_no_section_has_them() {
    let work = [
        text("2019 – 2021 Engineer, Kestrel"),
        text("2014 – 2018 Bachelor of Engineering, University of Porto"),
        styled("berschrift1", "Skills"),
        text("Go, Rust"),
    ];
    check(
        &Docx::cv(&work.concat()),
        &[
            ("sections/0/items/0/name", "Kestrel"),
            ("sections/1/list", "education"),
            ("sections/1/items/0/startDate", "2014"),
        ],
    );
}

#[test]
fn where_and_when_a_document_was_signed_is_no_job() {
    let body = [text("Pilot, Kestrel, 2019 – 2021"), text("Porto, 17.11.2022")];
    let json = check(
        &Docx::cv(&body.concat()),
        &[("sections/0/items/0/startDate", "2019"), ("sections/0/items/0/endDate", "2021")],
    );
    assert!(!json.contains("2022-11") && json.contains("17.11.2022"), "{json}");
}

#[test]
fn names_may_be_wide_or_have_two_labels() {
    check(
        &Docx::of(&[styled("Titel", "유 희 수"), text("Go, Rust")].concat()),
        &[("name", "유희수")],
    );
    let body = [
        styled("Titel", "Lebenslauf"),
        text("Name: Solano Rey"),
        text("Vorname: Mira"),
        styled("berschrift1", "Experience"),
        text("Pilot, Kestrel, 2019 – 2021"),
    ];
    check(&Docx::of(&body.concat()), &[("name", "Mira Solano Rey")]);
}

#[test]
fn a_text_below_the_head_in_a_cell_is_no_part_of_it() {
    let told = "Steered the boats of the coast by night, and told all of the keepers there what the sea does in winter.";
    let cell = format!("{}{}", text("Engineer, Kestrel"), text(told));
    let json = check(
        &Docx::cv(&table(&[&[&text("May 2019 – June 2021"), &cell]])),
        &[
            ("sections/0/items/0/name", "Kestrel"),
            ("sections/0/items/0/position", "Engineer"),
            ("sections/0/items/0/startDate", "2019-05"),
        ],
    );
    assert!(json.contains("Steered the boats"), "{json}");
}

#[test]
fn cells_that_have_the_style_of_headings_only_for_their_looks_are_text() {
    let cell = |text: &str| styled("berschrift1", text);
    let row = |cells: &[&str]| {
        let cells: Vec<String> =
            cells.iter().map(|it| format!("<w:tc>{}</w:tc>", cell(it))).collect();
        format!("<w:tr>{}</w:tr>", cells.concat())
    };
    let table = |rows: &[String]| format!("<w:tbl>{}</w:tbl>", rows.concat());
    let body = [
        text("Curriculum Vitae"),
        table(&[
            row(&["Date Prepared:", "December 31, 2024"]),
            row(&["Name:", "Mira Solano"]),
            row(&["Email:", "mira@example.org"]),
        ]),
        cell("Experience"),
        table(&[
            row(&["2015 – 2018", "Engineer", "Kestrel"]),
            row(&["2018 – 2022", "Architect", "Cometa"]),
        ]),
        table(&[row(&["2022 –", "Director", "Marea"])]),
    ];
    let imported = Docx::of(&body.concat()).read();
    let json = perfil_source::to_json(&imported.node);
    for (path, value) in [
        ("name", "Mira Solano"),
        ("email", "mira@example.org"),
        ("sections/0/items/0/position", "Engineer"),
        ("sections/0/items/1/startDate", "2018"),
        ("sections/0/items/2/startDate", "2022"),
    ] {
        assert_eq!(crate::at(&imported.node, path), value, "{path} in {json}");
    }
}
