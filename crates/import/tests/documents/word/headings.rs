//! What is a heading in a Word document, and what only looks like one.

use super::check;
use super::docx::{Docx, bold, p, rp, styled, text};

#[test]
fn decoration_is_no_part_of_a_heading() {
    let body = [
        p(&rp(r#"<w:b/><w:sz w:val="48"/>"#, "Mira Solano")),
        bold("○   Skills   ○"),
        text("Go, Rust"),
        bold("Education:"),
        text("BSc, University of Porto, 2012 – 2016"),
        text("🎓 Courses"),
        text("Sailing at night, and reading of maps by the stars above the sea."),
    ];
    check(
        &Docx::of(&body.concat()),
        &[
            ("sections/0/title", "Skills"),
            ("sections/1/title", "Education"),
            ("sections/2/title", "🎓 Courses"),
        ],
    );
}

#[test]
fn a_heading_below_others_is_no_name() {
    let body = [
        text("Mira Solano"),
        text("mira@example.org"),
        styled("berschrift2", "Skills"),
        text("Go, Rust"),
        styled("berschrift1", "Academic Details"),
        text("BSc, University of Porto, 2012 – 2016"),
    ];
    check(&Docx::of(&body.concat()), &[("name", "Mira Solano")]);
}

#[test]
fn headings_that_a_template_brought_are_meant() {
    let control = |text: &str| {
        format!(
            "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{text}</w:sdtContent></w:sdt>"
        )
    };
    let body = [
        styled("Titel", "Mira Solano"),
        control(&styled("berschrift1", "Education")),
        text("Hill School"),
        text("2012 – 2016"),
        control(&text("Describe what you learned there.")),
    ];
    let document = Docx::of(&body.concat());
    let json = check(
        &document,
        &[("sections/0/title", "Education"), ("sections/0/items/0/name", "Hill School")],
    );
    assert!(!json.contains("Describe"), "{json}");
}

#[test]
fn strong_lines_are_sections_if_headings_are_only_within_them() {
    let body = [
        styled("Titel", "Mira Solano"),
        bold("Experience"),
        styled("berschrift2", "Engineer, Kestrel, 2019 – 2021"),
        text("Built bridges."),
        styled("berschrift1", "Skills"),
        text("Rust, Go"),
        styled("berschrift1", "Awards"),
        text("Golden Bridge"),
    ];
    check(
        &Docx::of(&body.concat()),
        &[("sections/0/title", "Experience"), ("sections/0/items/0/name", "Kestrel")],
    );
}
