//! What is the position and what the organisation in the heads of a Word document.

use super::check;
use super::docx::{Docx, bold, item, p, r, styled, text};

fn jobs(below: &[String]) -> Docx {
    let head = [styled("Titel", "Mira Solano"), styled("berschrift1", "Experience")];
    let end = [styled("berschrift1", "Education"), text("BSc, University of Porto, 2012 – 2016")];
    Docx::of(&(head.concat() + &below.concat() + &end.concat()))
}

#[test]
fn a_slash_or_brackets_can_be_between_both() {
    let below = [
        text("2021 – Present"),
        styled("berschrift2", "Software Engineer / Kestrel, Porto"),
        item(1, 0, "Boats"),
        text("2017 – 2019"),
        styled("berschrift2", "Engineer / Team Lead, Cometa, Porto"),
        item(1, 0, "Stars"),
    ];
    let json = check(
        &jobs(&below),
        &[
            ("sections/0/items/0/position", "Software Engineer"),
            ("sections/0/items/0/name", "Kestrel"),
            ("sections/0/items/0/location", "Porto"),
        ],
    );
    assert!(!json.contains(r#""position": "Engineer""#), "{json}");
    let below = [bold("Kestrel (Software Engineer | Remote)\t2021 – 2023"), item(1, 0, "Boats")];
    check(
        &jobs(&below),
        &[
            ("sections/0/items/0/position", "Software Engineer"),
            ("sections/0/items/0/name", "Kestrel"),
        ],
    );
}

#[test]
fn an_organisation_may_be_a_strong_line_below_its_position() {
    let job = |position: &str, dates: &str, name: &str| {
        let strong = format!("<w:r><w:rPr><w:b/></w:rPr><w:t>{name}</w:t></w:r>");
        let name = p(&(strong + &r("  ·  Porto, Portugal")));
        [bold(&format!("{position}\t{dates}")), name, item(1, 0, "Boats")].concat()
    };
    let below = [
        job("Engineer", "2021 – Present", "Kestrel"),
        job("Waiter", "2017 – 2019", "Cometa"),
        job("Teacher, Mathematics", "2015 – 2017", "Orion"),
    ];
    check(
        &jobs(&below),
        &[
            ("sections/0/items/0/position", "Engineer"),
            ("sections/0/items/0/name", "Kestrel"),
            ("sections/0/items/2/position", "Teacher, Mathematics"),
            ("sections/0/items/2/name", "Orion"),
        ],
    );
}

#[test]
fn a_label_below_the_dates_says_what_the_position_is() {
    let below = [
        bold("Kestrel Pieren"),
        text("Haarlem Zuid"),
        text("2021 – Present"),
        text("Function: Waiter"),
    ];
    check(
        &jobs(&below),
        &[("sections/0/items/0/position", "Waiter"), ("sections/0/items/0/name", "Kestrel Pieren")],
    );
}

#[test]
fn an_organisation_may_be_a_strong_line_above_a_heading() {
    let below = [
        bold("Kestrel"),
        styled("berschrift2", "Engineer, Boats\t2019 – 2021"),
        item(1, 0, "Sailed"),
        bold("Cometa"),
        styled("berschrift2", "Waiter\t2017 – 2019"),
        item(1, 0, "Served"),
    ];
    check(
        &jobs(&below),
        &[
            ("sections/0/items/0/name", "Kestrel"),
            ("sections/0/items/1/name", "Cometa"),
            ("sections/0/items/1/position", "Waiter"),
        ],
    );
    let below = [
        styled("berschrift2", "Kestrel, Inc"),
        styled("berschrift2", "Web Developer |October 2017 - Current"),
        item(1, 0, "Sailed"),
        styled("berschrift2", "Cometa University"),
        styled("berschrift2", "Teacher |November 2016 – July 2017"),
        item(1, 0, "Taught"),
    ];
    check(
        &jobs(&below),
        &[
            ("sections/0/items/0/name", "Kestrel, Inc"),
            ("sections/0/items/0/position", "Web Developer"),
            ("sections/0/items/1/name", "Cometa University"),
        ],
    );
}

#[test]
fn a_position_may_be_below_where_its_organisation_is() {
    let below = [
        bold("Kestrel Pieren"),
        text("August 2021 — Present"),
        text("kestrel.example.org"),
        bold("Software Engineer"),
        text("Boats and their sails."),
        bold("Cometa Pieren"),
        text("May 2019 — June 2021"),
        text("Porto, Portugal"),
        bold("Cook"),
        text("Fish and rice."),
    ];
    let json = check(
        &jobs(&below),
        &[
            ("sections/0/items/0/name", "Kestrel Pieren"),
            ("sections/0/items/0/position", "Software Engineer"),
            ("sections/0/items/1/position", "Cook"),
        ],
    );
    assert!(json.contains("Boats and their sails"), "{json}");
}
