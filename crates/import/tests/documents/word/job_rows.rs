//! Rows of a table that are jobs, and headings about jobs below others.

use super::check;
use super::docx::{Docx, bold, item, styled, table, text};

#[test]
fn a_period_may_be_in_several_paragraphs_of_a_cell() {
    let period = |lines: &[&str]| lines.iter().copied().map(text).collect::<String>();
    let (first, second) = (period(&["April 2015", "-", "Heden"]), period(&["2011", "-", "2014"]));
    let work = ["Duiker (gasmaskers)", "Schipper", "Kok"].map(text).concat();
    let rows = table(&[
        &[&text("Periode"), &text("Functie"), &text("Werkgever")],
        &[&first, &work, &text("Kestrel")],
        &[&second, &text("Matroos"), &text("Cometa")],
        &[&text("2010"), &text("Zeiler"), &text("Bris")],
    ]);
    let body = [
        styled("Titel", "Mira Solano"),
        text("mira@example.org"),
        styled("berschrift1", "Werkervaring"),
        rows,
        styled("berschrift1", "Talen"),
        text("Nederlands"),
    ];
    check(
        &Docx::of(&body.concat()),
        &[
            ("sections/0/items/0/name", "Kestrel"),
            ("sections/0/items/0/startDate", "2015-04"),
            ("sections/0/items/1/name", "Cometa"),
            ("sections/0/items/1/position", "Matroos"),
            ("sections/0/items/1/startDate", "2011"),
            ("sections/0/items/1/endDate", "2014"),
            ("sections/0/items/2/name", "Bris"),
        ],
    );
}

#[test]
fn a_heading_about_jobs_is_no_part_of_what_is_above() {
    let body = [
        styled("Titel", "Mira Solano"),
        styled("berschrift1", "Key Attributes"),
        item(1, 0, "Eagerness to sail"),
        styled("berschrift2", "Relevant Work Experience"),
        styled("berschrift2", "Kestrel"),
        text("Pilot, April 2019 – June 2021"),
        styled("berschrift2", "Cometa"),
        text("Sailor, April 2017 – June 2018"),
    ];
    check(
        &Docx::of(&body.concat()),
        &[
            ("sections/0/title", "Key Attributes"),
            ("sections/1/list", "work"),
            ("sections/1/items/0/name", "Kestrel"),
            ("sections/1/items/1/startDate", "2017-04"),
        ],
    );
}

#[test]
fn a_strong_line_may_say_a_little_more_than_the_topic() {
    let body = [
        styled("Titel", "Mira Solano"),
        styled("berschrift1", "Education"),
        item(1, 0, "BSc, University of Porto, 2012 – 2016"),
        bold("Relevant Professional Experience"),
        item(1, 0, "Statistician, Kestrel Institute, 2017 – 2019"),
        item(1, 0, "Research Consultant, Cometa, 2016 – 2017"),
        styled("berschrift1", "Service"),
        text("Boats for all."),
    ];
    check(
        &Docx::of(&body.concat()),
        &[
            ("sections/1/list", "work"),
            ("sections/1/items/0/position", "Statistician"),
            ("sections/1/items/1/startDate", "2016"),
        ],
    );
}
