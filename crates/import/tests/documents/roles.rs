//! Which part of a head is the position, and what is only a title within an entry.

use crate::{at, check_text, imported};

#[test]
fn entries_of_one_document_have_their_parts_in_one_order() {
    let text = "# Mira Solano\n\n## Experience\n\n\
        Translator, Taylor Press\n2019 – 2021\n\n\
        Engineer, Kestrel\n2017 – 2019\n\n\
        Keeper of the lamps, Harbour of Porto\n2015 – 2017\n";
    check_text(
        "cv.md",
        text,
        &[
            ("sections/0/items/0/position", "Translator"),
            ("sections/0/items/0/name", "Taylor Press"),
            ("sections/0/items/1/position", "Engineer"),
            ("sections/0/items/2/position", "Keeper of the lamps"),
            ("sections/0/items/2/name", "Harbour of Porto"),
        ],
    );
}

#[test]
fn organisations_may_be_first() {
    let text = "# Mira Solano\n\n## Experience\n\n\
        **Kestrel** - Engineer\n2017 – 2019\n\n\
        **Harbour of Porto** - Lamps and signals\n2015 – 2017\n";
    check_text(
        "cv.md",
        text,
        &[
            ("sections/0/items/1/name", "Harbour of Porto"),
            ("sections/0/items/1/position", "Lamps and signals"),
        ],
    );
}

#[test]
fn who_does_something_is_the_position() {
    for (line, position, name) in [
        ("Translator, Taylor Press", "Translator", "Taylor Press"),
        ("Taylor Press, Translator", "Translator", "Taylor Press"),
        ("Waiter @Kestrel", "Waiter", "Kestrel"),
        ("Hill School, Night watch", "Night watch", "Hill School"),
    ] {
        let text = format!("# Mira Solano\n\n## Experience\n\n{line}\n2019 – 2021\n");
        let node = imported("cv.md", &text).node;
        assert_eq!(at(&node, "sections/0/items/0/position"), position, "{line}");
        assert_eq!(at(&node, "sections/0/items/0/name"), name, "{line}");
    }
}

#[test]
fn strong_titles_within_entries_are_no_entries() {
    let text = "# Mira Solano\n\n## Experience\n\n\
        **Engineer, Kestrel** 2019 – 2021\n\n\
        **Move of the ticket office**\n\n- Halved the bill\n\n\
        **Key achievements**\n\n- Kept the trains on time\n\n\
        **Developer, Cometa** 2017 – 2019\n\n- Wrote the timetable\n";
    let node = imported("cv.md", text).node;
    let json = perfil_source::to_json(&node);
    assert_eq!(at(&node, "sections/0/items/1/name"), "Cometa", "{json}");
    for found in ["Move of the ticket office", "Key achievements", "Halved the bill"] {
        assert!(json.contains(found), "{found}: {json}");
    }
}

#[test]
fn earlier_roles_are_entries_of_their_own() {
    let text = "# Mira Solano\n\n## Experience\n\n\
        **Engineer, Kestrel** 2019 – 2021\n\n- Halved the bill\n\n\
        **Developer, Cometa** 2017 – 2019\n\n- Wrote the timetable\n\n\
        **Previous roles**\n\nBaker, and a keeper of lamps.\n";
    check_text("cv.md", text, &[("sections/0/items/2/name", "Previous roles")]);
}

#[test]
fn what_was_done_in_a_job_is_no_section() {
    let text = "# Mira Solano\n\n## Experience\n\n\
        **Engineer**\\\nKestrel, Porto\\\n2019 – 2021\n\n- Halved the bill\n\n\
        ## Achievements\n\nWon the race of the harbour.\n\n\
        **Developer**\\\nCometa, Porto\\\n2017 – 2019\n\n- Wrote the timetable\n";
    check_text(
        "cv.md",
        text,
        &[
            ("sections/0/items/0/name", "Kestrel"),
            ("sections/0/items/1/name", "Cometa"),
            ("sections/0/items/1/startDate", "2017"),
            ("sections/1/title", ""),
        ],
    );
}

#[test]
fn the_organisation_may_be_below_the_dates() {
    let text = "# Mira Solano\n\n## Experience\n\n### Engineer\n\n2019 – 2021\n\nHarbour of Porto\n\n\
        - Halved the bill\n\n### Developer\n\n2017 – 2019\n\n[Cometa](https://cometa.example/)\n\n- Wrote it\n";
    check_text(
        "cv.md",
        text,
        &[("sections/0/items/0/name", "Harbour of Porto"), ("sections/0/items/1/name", "Cometa")],
    );
}

#[test]
fn numbered_titles_are_above_their_dates() {
    let text = "# Mira Solano\n\n## Experience\n\n1. Ambassador, Kestrel\n\n(September 2019 – May 2020)\n\n\
        Went to all harbours.\n\nAnalyst, Cometa\n\n(February 2021 – May 2021)\n\nCounted them.\n";
    check_text(
        "cv.md",
        text,
        &[
            ("sections/0/items/0/position", "Ambassador"),
            ("sections/0/items/0/name", "Kestrel"),
            ("sections/0/items/1/position", "Analyst"),
        ],
    );
}

#[test]
fn dates_may_be_above_strong_titles() {
    let text = "# Mira Solano\n\n## Experience\n\n2022 – present\n\n### Engineer @Kestrel\n\nHalved the bill.\n\n\
        Summer 2021\n\n### Intern @Cometa\n\nWrote it.\n";
    check_text(
        "cv.md",
        text,
        &[
            ("sections/0/items/0/name", "Kestrel"),
            ("sections/0/items/1/name", "Cometa"),
            ("sections/0/items/1/endDate", "2021"),
        ],
    );
}
