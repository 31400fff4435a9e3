//! What an entry of a Word document is, and to which section it belongs.

use super::check;
use super::docx::{Docx, bold, item, p, r, styled, table, text};

#[test]
fn an_unknown_heading_beside_the_jobs_is_about_something_else() {
    let body = [
        styled("Titel", "Mira Solano"),
        styled("berschrift1", "Experience"),
        text("Pilot, Kestrel, 2019 – 2021"),
        styled("berschrift1", "Skills"),
        text("Go, Rust"),
        styled("berschrift1", "Leadership"),
        text("Captain, Chess Club, 2017 – 2019"),
    ];
    check(
        &Docx::of(&body.concat()),
        &[
            ("sections/0/list", "work"),
            ("sections/2/title", "Leadership"),
            ("sections/2/list", "volunteer"),
        ],
    );
    let body = [
        styled("Titel", "Mira Solano"),
        styled("berschrift1", "Work"),
        text("All on the coast."),
        styled("berschrift1", "Kestrel"),
        text("Pilot, 2019 – 2021"),
        styled("berschrift1", "Cometa"),
        text("Sailor, 2017 – 2019"),
    ];
    let json = check(&Docx::of(&body.concat()), &[("sections/1/title", "Kestrel")]);
    assert!(!json.contains("volunteer"), "{json}");
}

#[test]
fn text_may_follow_the_dates_in_a_line() {
    let long = "2014 - 2015. Research Associate, Laboratory of Behaviour. Centre of Boats and School of \
                the Sea (now a part of the School of Coasts and Rivers), University of Porto, Portugal.";
    let body = [
        styled("Titel", "Mira Solano"),
        styled("berschrift1", "Employment"),
        text(
            "2018 – Present. Pilot. Centre of Boats, Kestrel, Porto, Portugal, on all of its ships.",
        ),
        text(long),
        text("2012. Sailor. Department of Ships and of their Sails, Kestrel, Porto, Portugal."),
        styled("berschrift1", "Skills"),
        text("Go, Rust"),
    ];
    check(
        &Docx::of(&body.concat()),
        &[
            ("sections/0/items/0/startDate", "2018"),
            ("sections/0/items/1/endDate", "2015"),
            ("sections/0/items/2/endDate", "2012"),
        ],
    );
    let body = [
        styled("Titel", "Mira Solano"),
        styled("berschrift1", "Experience"),
        text(
            "Kestrel Porto – 2022-2025: building of boats in projects of the port, and guiding of guests.",
        ),
    ];
    let path = "sections/0/items/0/startDate";
    let json = check(&Docx::of(&body.concat()), &[(path, "2022")]);
    assert!(json.contains("guiding of guests"), "{json}");
}

#[test]
fn a_line_that_was_drawn_with_signs_is_no_part_of_a_heading() {
    let line = format!(
        "{}{}",
        "<w:r><w:rPr><w:b/></w:rPr><w:t>Erfahrung</w:t></w:r>",
        r("____________________")
    );
    let row = |cells: [&str; 4]| {
        let [one, two, three, four] = cells.map(text);
        table(&[&[&format!("{one}{}", text("Werkstudentin")), &two, &three, &four]])
    };
    let body = [
        styled("Titel", "Mira Solano"),
        p(&line),
        row(["Softwareentwicklung", "Kestrel", "Porto", "03/2019 – 05/2021"]),
        item(1, 0, "Boote gesteuert"),
        p(&line.replace("Erfahrung", "Ausbildung")),
        row(["Abitur", "Schule am Hafen", "Porto", "2008 – 2016"]),
    ];
    check(
        &Docx::of(&body.concat()),
        &[
            ("sections/0/title", "Erfahrung"),
            ("sections/0/items/0/name", "Kestrel"),
            ("sections/1/title", "Ausbildung"),
        ],
    );
}

#[test]
fn what_follows_a_heading_in_brackets_only_adds_to_it() {
    for (title, dates) in [
        ("Experiencia laboral (3 últimas)", "2019 – 2021"),
        ("Опыт работы – (7 месяцев)", "Январь 2019 – Июль 2019"),
    ] {
        let body = [
            text("Mira Solano"),
            text("mira@example.org"),
            bold(title),
            text(&format!("Kestrel, {dates}")),
            bold("Skills"),
            text("Go, Rust"),
        ];
        check(
            &Docx::of(&body.concat()),
            &[("sections/0/title", title), ("sections/0/list", "work")],
        );
    }
}

#[test]
fn a_school_above_the_sections_is_no_employer() {
    let body = [
        text("Mira Solano"),
        text("mira@example.org"),
        text("2017-2021 University of Porto"),
        bold("Skills"),
        text("Go, Rust"),
        bold("Languages"),
        text("Galician"),
    ];
    check(&Docx::of(&body.concat()), &[("sections/0/list", "education")]);
}

#[test]
fn a_period_of_an_era_may_be_broken_at_its_dash() {
    let body = [
        styled("Titel", "山田 花子"),
        styled("berschrift1", "職務経歴"),
        text("株式会社ケストレル"),
        text("平成２６年１０月"),
        text("　～"),
        text("平成２９年５月"),
        text("船を動かしました。"),
    ];
    check(
        &Docx::of(&body.concat()),
        &[("sections/0/items/0/startDate", "2014-10"), ("sections/0/items/0/endDate", "2017-05")],
    );
}

#[test]
fn each_entry_may_have_a_bullet_before_its_dates() {
    let body = [
        styled("Titel", "Mira Solano"),
        styled("berschrift1", "Experience"),
        item(1, 0, "2021 – 2023"),
        text("Waiter"),
        text("Kestrel"),
        item(1, 0, "2017 – 2019"),
        text("Engineer"),
        text("Cometa"),
        styled("berschrift1", "Skills"),
        text("Go, Rust"),
    ];
    check(
        &Docx::of(&body.concat()),
        &[
            ("sections/0/items/0/startDate", "2021"),
            ("sections/0/items/1/startDate", "2017"),
            ("sections/0/items/1/position", "Engineer"),
        ],
    );
}
