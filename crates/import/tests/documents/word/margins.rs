//! Headers, footers, notes, and what a file says of itself.

use super::check;
use super::docx::{Docx, item, p, r, styled, text};

const FIRST: &str = r#"<w:sectPr><w:headerReference w:type="first" r:id="h1"/><w:headerReference w:type="default" r:id="h2"/><w:footerReference w:type="default" r:id="f1"/><w:titlePg/></w:sectPr>"#;

#[test]
fn the_letterhead_can_be_in_the_header() {
    let body = [
        styled("berschrift1", "Experience"),
        text("Kestrel, Engineer, Jan 2020 – Present"),
        styled("berschrift1", "Skills"),
        text("Go, Rust"),
        FIRST.to_owned(),
    ];
    let page = r#"<w:fldSimple w:instr="PAGE"><w:r><w:t>2</w:t></w:r></w:fldSimple>"#;
    let document = Docx::of(&body.concat())
        .xml(
            "h1",
            "header",
            "hdr",
            &format!("{}{}", styled("Titel", "Mira Solano"), text("mira@example.org")),
        )
        .xml("h2", "header", "hdr", &p(&format!("{}{page}", r("Mira Solano – page "))))
        .xml("f1", "footer", "ftr", &text("+351 912 345 678"));
    let json = check(
        &document,
        &[
            ("name", "Mira Solano"),
            ("email", "mira@example.org"),
            ("phone", "+351 912 345 678"),
            ("sections/0/items/0/name", "Kestrel"),
        ],
    );
    assert_eq!(json.matches("Mira Solano").count(), 1, "{json}");
    assert!(!json.contains("page"), "{json}");
}

#[test]
fn a_footer_with_text_is_below() {
    let sections = r#"<w:sectPr><w:footerReference w:type="default" r:id="f1"/></w:sectPr>"#;
    let clause = "I agree to the processing of my personal data for this application.";
    let body =
        [text("Kestrel, Engineer, Jan 2020 – Present"), item(1, 0, "Ran it"), sections.to_owned()];
    let document = Docx::cv(&body.concat()).xml("f1", "footer", "ftr", &text(clause));
    let json = check(&document, &[("sections/0/items/0/name", "Kestrel")]);
    assert!(json.contains(clause), "{json}");
}

#[test]
fn notes_are_below_the_text() {
    let noted = r#"<w:r><w:footnoteReference w:id="2"/></w:r>"#;
    let note = format!(r#"<w:footnote w:id="2">{}</w:footnote>"#, text("Later sold."));
    let json = check(
        &Docx::cv(&p(&format!(
            "{}{noted}",
            r("It was the first shop of its kind in all of the town")
        )))
        .xml("notes", "footnotes", "footnotes", &note),
        &[],
    );
    assert!(json.contains("town\\\\[1\\\\]") || json.contains("town[1]"), "{json}");
    assert!(json.contains("Later sold."), "{json}");
}

#[test]
fn the_author_is_the_name_only_if_the_text_says_so() {
    let core = r#"<cp:coreProperties xmlns:cp="cp" xmlns:dc="dc"><dc:creator>Mira Solano</dc:creator></cp:coreProperties>"#;
    let body = [styled("berschrift1", "Experience"), text("Kestrel, Engineer, Jan 2020 – Present")];
    let name = |contact: &str| {
        let body = format!("{}{}", text(contact), body.concat());
        let imported = Docx::of(&body).file("docProps/core.xml", core).read();
        crate::at(&imported.node, "name")
    };
    assert_eq!(name("mira.solano@example.org"), "Mira Solano");
    assert_eq!(name("office@example.org"), "Cv");
}

#[test]
fn a_number_of_a_page_beside_the_name_is_left_out() {
    let section = r#"<w:sectPr><w:headerReference w:type="default" r:id="h1"/></w:sectPr>"#;
    let body = [
        text("mira@example.org"),
        styled("berschrift1", "Experience"),
        text("Kestrel, Engineer, Jan 2020 – Present"),
        section.to_owned(),
    ];
    let page = r#"<w:r><w:tab/><w:t xml:space="preserve">Page </w:t></w:r><w:fldSimple w:instr="PAGE"><w:r><w:t>2</w:t></w:r></w:fldSimple>"#;
    let header = p(&format!("{}{page}", r("Mira Solano")));
    let document = Docx::of(&body.concat()).xml("h1", "header", "hdr", &header);
    let json = check(&document, &[("name", "Mira Solano"), ("headline", "")]);
    assert!(!json.contains("Page"), "{json}");
}
