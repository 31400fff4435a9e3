//! Jobs that people tell in sentences.

use super::{EMAIL, NAME, check_text};

const HEAD: &str = "# Mira Solano\n\nmira@example.org\n\n## Work experience\n\n";

#[test]
fn items_may_tell_jobs_in_sentences() {
    let below = "- From 2018 to 2021 I worked as a software engineer at Kestrel Ltd.\n\
                 - I worked as a cook in Orion Ltd from 2012 to 2015.\n";
    check_text(
        "cv.md",
        &format!("{HEAD}{below}"),
        &[
            NAME,
            EMAIL,
            ("sections/0/items/0/position", "software engineer"),
            ("sections/0/items/0/name", "Kestrel Ltd"),
            ("sections/0/items/0/endDate", "2021"),
            ("sections/0/items/1/position", "cook"),
            ("sections/0/items/1/startDate", "2012"),
        ],
    );
}

#[test]
fn lines_may_tell_jobs_in_other_languages() {
    let text = "# Mira Solano\n\nmira@example.org\n\n## Expérience\n\n\
                De janvier 2012 à mars 2014, j'ai travaillé chez Cometa comme assistante de direction.\n\n\
                ## Formation\n\n2008 – 2012 Université de Porto\n";
    check_text(
        "cv.md",
        text,
        &[("sections/0/items/0/name", "Cometa"), ("sections/0/items/0/startDate", "2012-01")],
    );
    let text = "# Mira Solano\n\nmira@example.org\n\n## Berufserfahrung\n\n\
                - Von 2018 bis 2021 arbeitete ich als Lehrerin bei der Kestrel GmbH.\n\
                - Seit März 2021 bin ich als Köchin bei Cometa tätig.\n";
    check_text(
        "cv.md",
        text,
        &[
            ("sections/0/items/0/position", "Lehrerin"),
            ("sections/0/items/0/name", "Kestrel GmbH"),
            ("sections/0/items/1/position", "Köchin"),
            ("sections/0/items/1/startDate", "2021-03"),
        ],
    );
}

#[test]
fn what_was_done_in_a_job_stays_with_it() {
    let below = "**Engineer, Kestrel**, 2016 – 2021\n\n\
                 - From 2018 to 2021 I worked as a team lead at Orion for the port.\n\
                 - Sailed at night.\n";
    let json =
        check_text("cv.md", &format!("{HEAD}{below}"), &[("sections/0/items/0/name", "Kestrel")]);
    assert!(!json.contains(r#""name": "Orion""#), "{json}");
    let below = "2018.03.20 – 2018.06.29 Intern as Java developer in Kestrel company.\n";
    check_text(
        "cv.md",
        &format!("{HEAD}{below}"),
        &[("sections/0/items/0/position", "Intern as Java developer")],
    );
}

#[test]
fn entries_below_something_else_are_jobs_where_no_heading_names_any() {
    let entries = "**Kestrel (Lead Tide Engineer) 8/2019 to 10/2020**\n\n- Built boats\n\n\
        **Cometa.example 2016 – 2018**\n\n- Wove nets\n";
    let text = |other: &str| {
        format!(
            "# Mira Solano\n\nmira@example.org\n\n## Skills\n\nTides, winds, nets\n\n{entries}\n{other}"
        )
    };
    check_text(
        "cv.md",
        &text("## Education\n\nSchool of tides, 2012 – 2016\n"),
        &[
            ("sections/0/title", "Skills"),
            ("sections/1/list", "work"),
            ("sections/1/items/0/startDate", "2019-08"),
            ("sections/1/items/1/startDate", "2016"),
            ("sections/2/list", "education"),
        ],
    );
    // Degrees are none.
    let studies = "# Mira Solano\n\nmira@example.org\n\n## Profile\n\nI weave tides.\n\n\
        Bachelor of Science, University of Porto, 2012 – 2016\n\nMaster of Science, University of Porto, 2016 – 2018\n";
    let json = perfil_source::to_json(&crate::imported("cv.md", studies).node);
    assert!(!json.contains("\"work\""), "{json}");
    // Where a heading names jobs, they may be anything.
    let node = crate::imported("cv.md", &text("## Experience\n\n### Marea\n2020 – 2024\n")).node;
    assert_ne!(crate::at(&node, "sections/1/items/0/startDate"), "2019-08");
}

#[test]
fn a_line_that_begins_with_a_position_is_a_job() {
    for (line, start) in [
        (
            "Docente de tiempo completo de secundaria en el área de Tecnología desde el 2006 hasta la fecha.",
            "2006",
        ),
        (
            "Teacher of mathematics and physics in the secondary school at Ovar College, 2011 to 2014.",
            "2011",
        ),
    ] {
        let text = format!("{HEAD}- {line}\n");
        check_text("cv.md", &text, &[NAME, ("sections/0/items/0/startDate", start)]);
    }
    let text = format!(
        "{HEAD}- Managed from 2011 to 2014 the whole team of nine that was at the port of Ovar.\n"
    );
    check_text("cv.md", &text, &[NAME, ("sections/0/items/0/startDate", "")]);
}
