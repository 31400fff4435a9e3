//! What stands above the sections.

use super::check;
use super::docx::{Docx, p, styled, text};

/// Returns a paragraph in large letters.
fn large(size: u32, content: &str) -> String {
    p(&format!(r#"<w:r><w:rPr><w:b/><w:sz w:val="{size}"/></w:rPr><w:t>{content}</w:t></w:r>"#))
}

fn below() -> String {
    format!(
        "{}{}",
        styled("berschrift1", "Experience"),
        text("Kestrel, Engineer, Jan 2020 – Present")
    )
}

#[test]
fn a_name_may_be_set_in_two_lines() {
    let one =
        r#"<w:r><w:rPr><w:sz w:val="60"/></w:rPr><w:t>MIRA</w:t><w:br/><w:t>SOLANO</w:t></w:r>"#;
    for head in [format!("{}{}", large(60, "MIRA"), large(60, "SOLANO")), p(one)] {
        let body = format!("{head}{}{}", text("mira@example.org"), below());
        check(&Docx::of(&body), &[("name", "MIRA SOLANO"), ("sections/0/items/0/name", "Kestrel")]);
    }
}

#[test]
fn what_the_person_does_is_no_second_line_of_a_name() {
    let body = [large(60, "Mira Solano"), large(60, "Engineer"), text("mira@example.org"), below()];
    check(&Docx::of(&body.concat()), &[("name", "Mira Solano")]);
}

#[test]
fn a_picture_between_two_words_divides_them() {
    let icon = r#"<w:r><w:drawing><wp:inline><wp:extent cx="400" cy="300"/></wp:inline></w:drawing></w:r>"#;
    let line = format!("<w:r><w:t>mira@example.org</w:t></w:r>{icon}<w:r><w:t>Porto</w:t></w:r>");
    let body = [styled("Titel", "Mira Solano"), p(&line), below()];
    check(&Docx::of(&body.concat()), &[("name", "Mira Solano"), ("email", "mira@example.org")]);
}

#[test]
fn capitals_that_word_draws_are_not_in_an_address() {
    let line = r"<w:r><w:rPr><w:caps/></w:rPr><w:t>mira@example.org</w:t></w:r>";
    let body = [styled("Titel", "Mira Solano"), p(line), below()];
    check(&Docx::of(&body.concat()), &[("email", "mira@example.org")]);
}
