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
