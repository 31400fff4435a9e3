//! Names that are in several lines, in a cell beside their label, or below all else.

use super::check;
use super::docx::{Docx, p, r, rp, styled, table, text};

fn large(content: &str) -> String {
    p(&rp(r#"<w:sz w:val="48"/>"#, content))
}

#[test]
fn labels_in_one_cell_name_the_lines_of_another() {
    let labels = ["ДАННЫЕ", "Имя", "Номер телефона", "email"].map(text).concat();
    let values = ["Мира Солано", "+7 927 555-01-00", "mira@example.org"].map(text).concat();
    let body = [text("Резюме"), table(&[&[&labels, &values]]), text("О себе")];
    // The first line is no heading that anybody knows, so there is no value for it.
    let json = check(&Docx::of(&body.concat()), &[("email", "mira@example.org")]);
    assert!(!json.contains(r#""name": "Номер"#), "{json}");
    let labels = ["NOMBRE Y APELLIDO", "EDAD", "CLAVE"].map(text).concat();
    let values = ["Mira Solano Oro", "22", "20-5550100-0"].map(text).concat();
    let body = [table(&[&[&labels, &values]]), styled("berschrift1", "Idiomas"), text("Gallego")];
    check(&Docx::of(&body.concat()), &[("name", "Mira Solano Oro")]);
}

#[test]
fn a_heading_may_be_above_labels_in_one_cell() {
    let labels = ["Datos personales", "Nombre", "Teléfono", "Correo electrónico"];
    let labels =
        [styled("berschrift1", labels[0]), labels[1..].iter().copied().map(text).collect()];
    let values = ["Mira Solano Oro", "+34 600 55 01 00", "mira@example.org"].map(text).concat();
    let body = [table(&[&[&labels.concat(), &values]]), styled("berschrift1", "Idiomas")];
    let expected = [("name", "Mira Solano Oro"), ("email", "mira@example.org")];
    check(&Docx::of(&body.concat()), &expected);
}

#[test]
fn space_around_the_lines_of_a_name_is_no_part_of_it() {
    let last = p(&[
        rp(r#"<w:sz w:val="48"/>"#, "Мира    "),
        "<w:r><w:br/><w:br/></w:r>".to_owned(),
        rp(r#"<w:sz w:val="48"/>"#, "      "),
    ]
    .concat());
    let body = [large(" "), large("Солано            "), last, text("Инженер без опыта")];
    check(&Docx::of(&body.concat()), &[("name", "Солано Мира")]);
}

#[test]
fn the_names_of_somebody_in_east_asia_may_have_a_line_each() {
    let name =
        p(&["山川", "花子"].map(|it| rp(r#"<w:sz w:val="48"/>"#, it)).join("<w:r><w:br/></w:r>"));
    let body = [name, text("hanako@example.org"), styled("berschrift1", "職歴"), text("船長")];
    check(&Docx::of(&body.concat()), &[("name", "山川 花子")]);
}

#[test]
fn a_stroke_ends_a_name() {
    let body = [styled("Titel", "MIRA SOLANO| Pilot"), text("mira@example.org")];
    check(&Docx::of(&body.concat()), &[("name", "MIRA SOLANO"), ("headline", "Pilot")]);
}

#[test]
fn who_signs_a_document_without_a_name_is_the_person() {
    let body = [
        text("Lebenslauf"),
        styled("berschrift1", "Ausbildung"),
        text("2015 – 2022 Lyzeum, Porto"),
        styled("berschrift1", "Kenntnisse"),
        text("Segeln, Rudern"),
        text("Porto, 25.01.2024"),
        text("Mira Solano"),
    ];
    check(&Docx::of(&body.concat()), &[("name", "Mira Solano")]);
}

#[test]
fn what_is_before_a_label_within_a_line_is_the_name() {
    let body = [
        p(&[r("李雷 Leo"), "<w:r><w:tab/></w:r>".to_owned(), r("性别 男")].concat()),
        text("云南省大理市"),
        text("leo@example.org"),
        styled("berschrift1", "工作经历"),
        text("船长"),
    ];
    check(&Docx::of(&body.concat()), &[("name", "李雷 Leo")]);
}
