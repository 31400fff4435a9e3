//! What is a heading in a Word document, and what only looks like one.

use super::check;
use super::docx::{Docx, bold, p, r, rp, styled, text};

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

#[test]
fn headings_can_be_in_brackets() {
    let body = [
        styled("Titel", "한바다"),
        styled("berschrift1", "자격증"),
        text("항해사 2급"),
        styled("berschrift1", "언어"),
        text("영어"),
        text("[학력사항]"),
        text("2012.03~2016.02 부산대학교"),
        p(&format!("{}<w:r><w:tab/></w:r>{}", r("[경력사항]"), r("총 3년 1개월"))),
        text("2019.07~2020.08 등대 연구소 연구원"),
    ];
    check(
        &Docx::of(&body.concat()),
        &[("sections/2/list", "education"), ("sections/3/list", "work")],
    );
}

#[test]
fn entries_are_below_sections_whatever_their_styles_say() {
    let entry = |dates: &str| styled("berschrift1", &format!("{dates} Engineer"));
    let body = [
        styled("Titel", "Mira Solano"),
        styled("berschrift2", "Education"),
        text("BSc, University of Porto, 2008 – 2012"),
        styled("berschrift2", "Work experience"),
        entry("10/2020–continuing"),
        text("Kestrel"),
        text("Steered the boats of the coast."),
        entry("03/2017–08/2019"),
        text("Cometa"),
        text("Mended the sails of all boats."),
    ];
    check(
        &Docx::of(&body.concat()),
        &[
            ("sections/1/list", "work"),
            ("sections/1/items/0/startDate", "2020-10"),
            ("sections/1/items/0/name", "Kestrel"),
            ("sections/1/items/1/name", "Cometa"),
        ],
    );
}
