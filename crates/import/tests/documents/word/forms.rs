//! Forms, and texts that people set with spaces and tables.

use super::check;
use super::docx::{Docx, item, p, r, styled, table, text};

#[test]
fn spaces_that_fill_a_line_end_it() {
    let fill = " ".repeat(120);
    let head = "Engineer – Kestrel (07.2019 – 02.2021):";
    let about = "Steered the boats of the coast in summer, and mended their sails in winter. Taught others.";
    let beside = format!("Cometa{}2016 – 2018", " ".repeat(40));
    let body = [
        text(&format!("{head}{fill}{about}")),
        text("Waiter – Bris (04.2018 – 08.2018):"),
        text("Sailed all of the coast."),
        text(&beside),
        text("Cook"),
    ];
    check(
        &Docx::cv(&body.concat()),
        &[
            ("sections/0/items/0/name", "Kestrel"),
            ("sections/0/items/0/position", "Engineer"),
            ("sections/0/items/0/endDate", "2021-02"),
            ("sections/0/items/0/summary", about),
            ("sections/0/items/1/name", "Bris"),
            ("sections/0/items/1/startDate", "2018-04"),
            ("sections/0/items/2/startDate", "2016"),
        ],
    );
}

#[test]
fn a_form_has_labels_in_cells_and_periods_in_two_rows() {
    let merged = "<w:tcPr><w:vMerge/></w:tcPr><w:p/>";
    let first =
        |content: &str| format!(r#"<w:tcPr><w:vMerge w:val="restart"/></w:tcPr>{}"#, text(content));
    let (kestrel, pilot) = (first("Kestrel株式会社"), first("エンジニア"));
    let (cometa, sailor) = (first("Cometa株式会社"), first("教師"));
    let labels = table(&[
        &[&text("様式１"), "<w:p/>"],
        &[&text("氏　名"), &[text("空野 美良"), text("女")].concat()],
    ]);
    let rows = table(&[
        &[&text("期間"), &text("勤務先"), &text("職名")],
        &[&text("2015年  9月 15日"), &kestrel, &pilot],
        &[&text("2016年 10月　1日"), merged, merged],
        &[&text("2017年  4月  1日"), &cometa, &sailor],
        &[&text("現在に至る"), merged, merged],
    ]);
    let body = [labels, styled("berschrift1", "職歴"), rows].concat();
    let json = check(&Docx::of(&body), &[("name", "空野 美良")]);
    assert!(json.contains(r#""startDate": "2015-09-15""#), "{json}");
    assert!(json.contains(r#""endDate": "2016-10-01""#), "{json}");
    assert!(json.contains(r#""startDate": "2017-04-01""#), "{json}");
    assert!(!json.contains(r#""endDate": "2017-04-01""#), "{json}");
}

#[test]
fn a_heading_may_be_drawn_as_a_table_in_a_frame() {
    let title = |title: &str| {
        let frame = table(&[&[&styled("berschrift1", title), "<w:p/>"], &["<w:p/>", "<w:p/>"]]);
        p(&format!(
            "<w:r><w:pict><v:shape><v:textbox><w:txbxContent>{frame}<w:p/></w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
        ))
    };
    let body = [
        styled("Titel", "Mira Solano"),
        styled("berschrift1", "Skills"),
        item(1, 0, "Sailing"),
        title("Experience"),
        text("2019 – 2021 Kestrel, Pilot"),
        styled("berschrift1", "Interests"),
        text("Boats"),
    ];
    check(
        &Docx::of(&body.concat()),
        &[
            ("sections/1/title", "Experience"),
            ("sections/1/items/0/name", "Kestrel"),
            ("sections/2/title", "Interests"),
        ],
    );
}

#[test]
fn a_heading_with_an_error_is_told_by_those_of_other_rows() {
    let job = |period: &str, name: &str, position: &str| {
        [text(&format!("{period} {name}")), text(position)].concat()
    };
    let jobs = [
        job("02.2017 – 08.2021", "Kestrel GmbH", "Projektleiter"),
        job("03.2014 – 01.2017", "Cometa GmbH", "Ingenieur"),
    ];
    let rows = table(&[
        &[&text("Ausbildung"), &job("09.2006 – 07.2010", "Universität Porto", "Schiffbau")],
        &[&text("Weiterbildung"), &job("09.2011 – 07.2012", "Hochschule Vigo", "Segeln")],
        &[&text("Berufliche Tätikgeit"), &jobs.concat()],
    ]);
    check(
        &Docx::of(&[styled("Titel", "Mira Solano"), rows].concat()),
        &[
            ("sections/2/title", "Berufliche Tätikgeit"),
            ("sections/2/list", "work"),
            ("sections/2/items/0/name", "Kestrel GmbH"),
            ("sections/2/items/0/position", "Projektleiter"),
            ("sections/2/items/1/startDate", "2014-03"),
        ],
    );
}

#[test]
fn a_form_may_keep_its_brackets_and_labels() {
    let body = [
        text("[Mira Solano]"),
        text("[mira@example.org]"),
        styled("berschrift1", "Experience"),
        text("[2019 – 2021] – Kestrel"),
        text("Position: Guardian of the lighthouse."),
        p(&r("Kept the light of the coast, all nights of the year.")),
    ];
    check(
        &Docx::of(&body.concat()),
        &[
            ("name", "Mira Solano"),
            ("sections/0/items/0/name", "Kestrel"),
            ("sections/0/items/0/position", "Guardian of the lighthouse"),
        ],
    );
}
