//! What begins a section of a Word document, where its styles do not say so, or say so wrongly.

use super::check;
use super::docx::{Docx, bold, item, p, r, rp, styled, text};

#[test]
fn a_strong_topic_beside_styled_headings_begins_a_section() {
    let body = [
        styled("Titel", "Mira Solano"),
        styled("berschrift1", "Experience"),
        text("Pilot, Kestrel, 2019 – 2021"),
        item(1, 0, "Sailed along the coast."),
        bold("Education"),
        text("BSc, University of Porto, 2015 – 2018"),
        styled("berschrift1", "Skills"),
        text("Go, Rust"),
    ];
    check(
        &Docx::of(&body.concat()),
        &[
            ("sections/0/list", "work"),
            ("sections/1/title", "Education"),
            ("sections/1/items/0/name", "University of Porto"),
        ],
    );
    // What each job repeats is a part of it.
    let body = [
        styled("Titel", "Mira Solano"),
        styled("berschrift1", "Experience"),
        text("Pilot, Kestrel, 2019 – 2021"),
        bold("Projects"),
        item(1, 0, "Boat"),
        text("Waiter, Cometa, 2017 – 2019"),
        bold("Projects"),
        item(1, 0, "Menu"),
        styled("berschrift1", "Skills"),
        text("Go, Rust"),
    ];
    let json = check(&Docx::of(&body.concat()), &[("sections/1/title", "Skills")]);
    assert!(!json.contains(r#""projects""#), "{json}");
}

#[test]
fn space_between_letters_only_makes_words_wider() {
    let body = [
        styled("Titel", "Mira Solano"),
        styled("berschrift1", "E X P E R I E N C E"),
        text("Pilot, Kestrel, 2019 – 2021"),
        styled("berschrift1", "W H A T   I   R E A D"),
        text("Maps of the stars."),
    ];
    check(
        &Docx::of(&body.concat()),
        &[
            ("sections/0/title", "EXPERIENCE"),
            ("sections/0/list", "work"),
            ("sections/1/title", "WHAT I READ"),
        ],
    );
}

#[test]
fn titles_that_each_job_repeats_end_none_of_them() {
    let job = |name: &str, dates: &str| {
        let head = [bold("Engineer"), text(name), text(dates)].concat();
        let titles = [
            styled("berschrift2", "Tasks"),
            text("Sailing at night."),
            styled("berschrift2", "Technologies"),
            item(1, 0, "Maps"),
        ];
        head + &titles.concat()
    };
    let body = [
        styled("Titel", "Mira Solano"),
        styled("berschrift1", "Experience"),
        job("Kestrel", "2021 - Present"),
        job("Cometa", "2019 - 2021"),
        job("Orion", "2017 - 2019"),
        styled("berschrift1", "Education"),
        text("BSc, University of Porto, 2013 – 2016"),
    ];
    check(
        &Docx::of(&body.concat()),
        &[
            ("sections/0/items/0/name", "Kestrel"),
            ("sections/0/items/1/startDate", "2019"),
            ("sections/0/items/2/startDate", "2017"),
            ("sections/1/list", "education"),
        ],
    );
}

#[test]
fn headings_may_be_beside_the_first_lines_of_their_sections() {
    let body = [
        p(&rp(r#"<w:sz w:val="48"/>"#, "Mira Solano")),
        text("mira@example.org"),
        text("Experience\tKestrel\t2019 – 2021"),
        text("Engineer"),
        text("Cometa\t2016 – 2019"),
        text("Waiter"),
        text("Education\tUniversity of Porto\t2012 – 2016"),
        text("BSc Mathematics"),
        text("Skills\tGo, Rust"),
    ];
    check(
        &Docx::of(&body.concat()),
        &[
            ("name", "Mira Solano"),
            ("sections/0/title", "Experience"),
            ("sections/0/items/0/name", "Kestrel"),
            ("sections/0/items/1/startDate", "2016"),
            ("sections/1/items/0/name", "University of Porto"),
            ("sections/2/title", "Skills"),
        ],
    );
}

#[test]
fn headings_may_be_underlined_with_dashes() {
    let lines = |lines: &[&str]| {
        let runs: Vec<String> = lines.iter().map(|line| r(line)).collect();
        p(&runs.join("<w:r><w:br/></w:r>"))
    };
    let body = [
        lines(&["Mira Solano", "-----------", "mira@example.org"]),
        lines(&["Education:", "----------", "School of tides, 2012 – 2016"]),
        lines(&[
            "Experience:",
            "-----------",
            "Kestrel - May 14, 2018 – February 12, 2022",
            "-------------",
            "Built boats",
        ]),
        lines(&["Cometa - October 1, 2016 – May 11, 2018", "-------------", "Wove nets"]),
    ];
    check(
        &Docx::of(&body.concat()),
        &[
            ("name", "Mira Solano"),
            ("email", "mira@example.org"),
            ("sections/0/list", "education"),
            ("sections/1/list", "work"),
            ("sections/1/items/0/startDate", "2018-05-14"),
            ("sections/1/items/1/startDate", "2016-10-01"),
        ],
    );
}
