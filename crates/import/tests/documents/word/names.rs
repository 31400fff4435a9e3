//! Where the name of the person is in a Word document, and what only looks like one.

use super::check;
use super::docx::{Docx, bold, item, p, rp, styled, table, text};

fn large(content: &str) -> String {
    p(&rp(r#"<w:sz w:val="48"/>"#, content))
}

#[test]
fn a_label_that_only_people_have_is_surer_than_a_heading() {
    let body = [
        styled("Titel", "本科"),
        styled("berschrift1", "专业技能"),
        text("Go, Rust"),
        styled("berschrift1", "自我评价"),
        table(&[
            &[&text("姓名：李雷"), &text("性别：男")],
            &[&text("手机：13555550100"), &text("邮箱：li@example.org")],
        ]),
    ];
    check(&Docx::of(&body.concat()), &[("name", "李雷"), ("email", "li@example.org")]);
}

#[test]
fn a_gap_can_be_within_a_name() {
    for line in ["氏名：山田　花子", "氏名　　山田　花子"] {
        let body = [
            large("職務経歴書"),
            text("２０２４年３月３１日現在"),
            text(line),
            bold("■経歴要約"),
            text("橋を作りました。"),
        ];
        check(&Docx::of(&body.concat()), &[("name", "山田 花子")]);
    }
}

#[test]
fn a_label_may_have_space_between_its_syllables() {
    let body =
        [styled("Titel", "Resume"), item(1, 0, "성 명 : 김 유 나"), text("yuna@example.org")];
    check(&Docx::of(&body.concat()), &[("name", "김유나"), ("email", "yuna@example.org")]);
}

#[test]
fn the_other_name_has_a_label_of_its_own() {
    let body = [
        styled("Titel", "État civil"),
        text("Prénom : Mira"),
        text("Nom : SOLANO"),
        text("E-mail : mira@example.org"),
        styled("berschrift1", "Langues"),
        text("Français"),
    ];
    check(&Docx::of(&body.concat()), &[("name", "Mira SOLANO")]);
}

#[test]
fn an_item_of_a_list_is_no_name() {
    let large_item =
        item(1, 0, "Smart Boards").replace("<w:r>", r#"<w:r><w:rPr><w:sz w:val="60"/></w:rPr>"#);
    let body = [
        text("Curriculum Vitae"),
        item(1, 0, "Name : Mira Anxos Solano"),
        item(1, 0, "Skills :"),
        large_item,
        item(1, 0, "Strong verbal communication"),
    ];
    check(&Docx::of(&body.concat()), &[("name", "Mira Anxos Solano")]);
}

#[test]
fn a_name_may_be_in_two_lines() {
    for (first, second) in [
        (large("Mira Anxos"), large("Solano")),
        (styled("Titel", "Mira"), bold("Solano")),
        (large("Mira"), large("Anxos Solano")),
    ] {
        let body =
            [first, second, text("mira@example.org"), styled("berschrift1", "Skills"), text("Go")];
        let json = check(&Docx::of(&body.concat()), &[("email", "mira@example.org")]);
        assert!(
            json.contains(r#""name": "Mira Anxos Solano""#)
                || json.contains(r#""name": "Mira Solano""#),
            "{json}"
        );
    }
}

#[test]
fn two_words_of_the_address_are_surer_than_a_line_in_capitals() {
    let body = [
        styled("Titel", "AREA DE SISTEMAS"),
        styled("berschrift1", "Mira Anxos Solano"),
        text("mira.solano@example.org"),
        styled("berschrift1", "Skills"),
        text("Go, Rust"),
    ];
    check(&Docx::of(&body.concat()), &[("name", "Mira Anxos Solano")]);
}

#[test]
fn capitals_that_are_only_drawn_are_not_in_an_address() {
    let caps = "<w:caps/>";
    let body = [
        styled("Titel", "Mira Solano"),
        p(&format!("{}{}", rp("", "E-mail: mira@"), rp(caps, "example.org"))),
    ];
    check(&Docx::of(&body.concat()), &[("email", "mira@example.org")]);
}

#[test]
fn a_title_of_the_document_says_whose_it_is() {
    let body = [
        text("CV Mira Solano"),
        text("mira@example.org"),
        p(&rp(r#"<w:b/><w:sz w:val="32"/>"#, "Work:")),
        p(&rp(r#"<w:b/><w:sz w:val="32"/>"#, "Kestrel Pieren")),
        text("Waiter, 2019 – 2021"),
    ];
    check(&Docx::of(&body.concat()), &[("name", "Mira Solano")]);
    let body = [
        styled("berschrift1", "Summary of Qualifications"),
        text("Sailing at night, and reading of maps by the stars."),
        styled("berschrift1", "Experience"),
        text("Waiter, Kestrel, 2019 – 2021"),
    ];
    let json = check(&Docx::of(&body.concat()), &[]);
    assert!(!json.contains(r#""name": "Summary"#), "{json}");
}

#[test]
fn a_hyphen_with_spaces_can_be_within_a_name() {
    let body = [
        styled("Titel", "Ana - Mira Solano"),
        text("mira@example.org"),
        styled("berschrift1", "Experience"),
        text("Waiter, Kestrel, 2019 – 2021"),
    ];
    check(&Docx::of(&body.concat()), &[("name", "Ana - Mira Solano")]);
}
