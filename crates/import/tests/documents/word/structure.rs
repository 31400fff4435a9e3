//! Headings by styles and by looks, lists, and tables of data.

use super::check;
use super::docx::{Docx, bold, item, p, r, rp, styled, table, text};

#[test]
fn styles_make_headings_in_any_language_of_word() {
    let body = [
        styled("Titel", "Mira Solano"),
        styled("Untertitel", "Platform engineer"),
        text("mira@example.org"),
        styled("berschrift1", "Experience"),
        styled("berschrift2", "Kestrel"),
        text("Engineer, Jan 2020 – Mar 2022"),
        styled("Abschnitt", "Skills"),
        text("Go, Rust"),
    ];
    check(
        &Docx::of(&body.concat()),
        &[
            ("name", "Mira Solano"),
            ("headline", "Platform engineer"),
            ("email", "mira@example.org"),
            ("sections/0/title", "Experience"),
            ("sections/0/items/0/name", "Kestrel"),
            ("sections/0/items/0/startDate", "2020-01"),
            ("sections/1/title", "Skills"),
            ("sections/1/kind", "skills"),
        ],
    );
}

#[test]
fn a_paragraph_states_its_own_level() {
    let level = r#"<w:pPr><w:outlineLvl w:val="0"/></w:pPr>"#;
    let body = [
        styled("Titel", "Mira Solano"),
        p(&format!("{level}{}", r("Experience"))),
        text("Kestrel, Jan 2020 – Mar 2022"),
        p(&format!("{level}{}", r("Own words"))),
        text("Tea."),
    ];
    check(
        &Docx::of(&body.concat()),
        &[("sections/0/title", "Experience"), ("sections/1/title", "Own words")],
    );
}

#[test]
fn what_looks_like_a_heading_is_one() {
    let large = |text: &str| p(&rp(r#"<w:b/><w:sz w:val="40"/>"#, text));
    let capitals = |text: &str| p(&rp("<w:b/><w:caps/>", text));
    let body = [
        large("Mira Solano"),
        text("mira@example.org | Porto"),
        capitals("Work experience"),
        bold("Kestrel"),
        text("Engineer\tJan 2020 – Present"),
        text("Runs the release train of a shop with a thousand orders a minute."),
        capitals("Own words"),
        text("Tea, and long walks along the river in every season of the year."),
        capitals("Education"),
        text("BSc, University of Porto, 2012 – 2016"),
    ];
    let json = check(
        &Docx::of(&body.concat()),
        &[
            ("name", "Mira Solano"),
            ("sections/0/title", "Work experience"),
            ("sections/0/items/0/name", "Kestrel"),
            ("sections/0/items/0/startDate", "2020-01"),
            ("sections/1/title", "Own words"),
            ("sections/2/title", "Education"),
        ],
    );
    assert!(!json.contains("**"), "a heading is strong by being one: {json}");
}

#[test]
fn a_document_without_any_look_is_read_by_its_words() {
    let body = [
        text("Mira Solano"),
        text("mira@example.org"),
        text("Experience"),
        text("Kestrel, Engineer, Jan 2020 – Present"),
        text("Education"),
        text("University of Porto, BSc, 2012 – 2016"),
    ];
    check(
        &Docx::of(&body.concat()),
        &[
            ("name", "Mira Solano"),
            ("sections/0/title", "Experience"),
            ("sections/1/title", "Education"),
            ("sections/1/items/0/startDate", "2012"),
        ],
    );
}

#[test]
fn lines_of_a_head_are_one_entry() {
    let body = [
        p(&rp("<w:i/>", "Kestrel")),
        text("March 2021 – September 2021"),
        text("Senior Software Developer"),
        text("Worked with a small team on the services that carry the payments of four banks."),
        p(""),
        p(&rp("<w:i/>", "Cometa")),
        text("October 2019 – April 2020"),
        text("Software Developer"),
        text("Wrote the tests."),
    ];
    check(
        &Docx::cv(&body.concat()),
        &[
            ("sections/0/items/0/name", "Kestrel"),
            ("sections/0/items/0/position", "Senior Software Developer"),
            ("sections/0/items/0/endDate", "2021-09"),
            ("sections/0/items/1/name", "Cometa"),
            ("sections/0/items/1/position", "Software Developer"),
        ],
    );
}

#[test]
fn lists_are_nested_and_numbered() {
    let body = [
        styled("berschrift2", "Kestrel, Jan 2020 – Mar 2022"),
        item(1, 0, "Ran the train"),
        item(1, 1, "on rails"),
        styled("Punkt", "Halved the bill"),
        styled("berschrift1", "Steps"),
        text("In this order."),
        item(2, 0, "Look"),
        item(2, 0, "Leap"),
    ];
    check(
        &Docx::cv(&body.concat()),
        &[
            ("sections/0/items/0/name", "Kestrel"),
            ("sections/0/items/0/highlights/0", "Ran the train\n- on rails"),
            ("sections/0/items/0/highlights/1", "Halved the bill"),
            ("sections/2/kind", "steps"),
            ("sections/2/items/1/title", "Leap"),
        ],
    );
}

#[test]
fn typed_bullets_are_lists() {
    let body = [
        styled("berschrift2", "Kestrel, Jan 2020 – Mar 2022"),
        text("- Ran the train"),
        text("- Halved the bill"),
        text("•\tWrote the tests"),
        p(
            r#"<w:r><w:sym w:font="Wingdings" w:char="F0A7"/><w:tab/><w:t>Drew the maps</w:t></w:r>"#,
        ),
    ];
    check(
        &Docx::cv(&body.concat()),
        &[
            ("sections/0/items/0/highlights/0", "Ran the train"),
            ("sections/0/items/0/highlights/1", "Halved the bill"),
            ("sections/0/items/0/highlights/2", "Wrote the tests"),
            ("sections/0/items/0/highlights/3", "Drew the maps"),
        ],
    );
}

#[test]
fn tables_of_data_have_columns() {
    let head = "<w:tr><w:trPr><w:tblHeader/></w:trPr>";
    let cell = |text: &str| format!("<w:tc>{}</w:tc>", self::text(text));
    let wide = format!(
        r#"<w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>{}</w:tc>"#,
        text("Jan 2020 – Present")
    );
    let merged = "<w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc>";
    let start =
        format!(r#"<w:tc><w:tcPr><w:vMerge w:val="restart"/></w:tcPr>{}</w:tc>"#, text("Kestrel"));
    let rows = [
        format!("{head}{}{}{}</w:tr>", cell("Company"), cell("Role"), cell("Period")),
        format!("<w:tr>{start}{}{}</w:tr>", cell("Engineer"), cell("Jan 2020 – Present")),
        format!("<w:tr>{merged}{}{}</w:tr>", cell("Tester"), cell("Mar 2016 – Dec 2019")),
        format!("<w:tr>{}{wide}</w:tr>", cell("Cometa")),
    ];
    check(
        &Docx::cv(&format!("<w:tbl>{}</w:tbl>", rows.concat())),
        &[
            ("sections/0/items/0/name", "Kestrel"),
            ("sections/0/items/0/position", "Engineer"),
            ("sections/0/items/0/startDate", "2020-01"),
            ("sections/0/items/1/startDate", "2016-03"),
        ],
    );
}

#[test]
fn a_row_alone_is_a_line() {
    let body =
        [table(&[&[&bold("Kestrel"), &text("Jan 2020 – Present")]]), item(1, 0, "Ran the train")];
    check(
        &Docx::cv(&body.concat()),
        &[
            ("sections/0/items/0/name", "Kestrel"),
            ("sections/0/items/0/startDate", "2020-01"),
            ("sections/0/items/0/highlights/0", "Ran the train"),
        ],
    );
}

#[test]
fn heads_of_entries_that_look_like_sections_are_none() {
    let body = [
        p(&rp(r#"<w:b/><w:sz w:val="48"/>"#, "Mira Solano")),
        bold("Work experience"),
        bold("Engineer, Kestrel"),
        text("Jan 2019 – Present"),
        item(1, 0, "Ran the train"),
        bold("Tester, Cometa"),
        text("Jan 2016 – Aug 2019"),
        bold("Education"),
        text("BSc, University of Porto, 2012 – 2016"),
    ];
    check(
        &Docx::of(&body.concat()),
        &[
            ("sections/0/title", "Work experience"),
            ("sections/0/items/0/name", "Kestrel"),
            ("sections/0/items/1/name", "Cometa"),
            ("sections/1/title", "Education"),
        ],
    );
}

#[test]
fn lines_of_wrapped_text_are_one_paragraph() {
    let lines = [
        "Worked with a small team on the services that carry the",
        "payments of four banks, and wrote the tests that keep them",
        "honest.",
    ];
    let json = check(&Docx::cv(&lines.map(text).concat()), &[]);
    assert!(json.contains("carry the payments of four") && json.contains("them honest."), "{json}");
}

#[test]
fn labelled_lines_are_skills() {
    let body = [
        styled("berschrift1", "Skills"),
        p(&format!("{}{}", rp("<w:b/>", "Languages:"), r(" Go, Rust"))),
        p(&format!("{}{}", rp("<w:b/>", "Cloud:"), r(" AWS, GCP"))),
    ];
    check(
        &Docx::cv(&body.concat()),
        &[
            ("sections/1/kind", "skills"),
            ("sections/1/items/0/name", "Languages"),
            ("sections/1/items/1/keywords/0", "AWS"),
        ],
    );
}

#[test]
fn drawn_lines_are_no_text() {
    let json = check(&Docx::cv(&[text("__________"), text("Kestrel, 2019 – 2021")].concat()), &[]);
    assert!(!json.contains('_'), "{json}");
}
