//! Dates that were broken over lines, or that stand before what they are of.

use crate::{at, check_text, imported};

#[test]
fn a_period_in_a_narrow_column_is_one() {
    let text = "Mira Solano\n\nEXPERIENCE\n\nMarch 2011 -\tEngineer at Kestrel, on all ships of the\nApril 2013\tcoast.\n\n\
        May 2008 -\tDeveloper at Cometa\nJune 2010\n\nEDUCATION\n\n2004 – 2007\tHill School\n";
    check_text(
        "cv.txt",
        text,
        &[
            ("sections/0/items/0/startDate", "2011-03"),
            ("sections/0/items/0/endDate", "2013-04"),
            ("sections/0/items/0/position", "Engineer"),
            ("sections/0/items/1/startDate", "2008-05"),
            ("sections/0/items/1/endDate", "2010-06"),
            ("sections/1/items/0/name", "Hill School"),
        ],
    );
}

#[test]
fn the_end_of_a_period_may_have_a_line_of_its_own() {
    let text = "<html><h1>Mira Solano</h1><h2>Experience</h2><h3>Engineer</h3><p>Kestrel</p>\
        <p>Jul 2020</p><p>- present</p><h3>Developer</h3><p>Cometa</p><p>Jul 2018 –</p><p>May 2019</p></html>";
    let node = imported("cv.html", text).node;
    let json = perfil_source::to_json(&node);
    for (path, value) in [
        ("sections/0/items/0/name", "Kestrel"),
        ("sections/0/items/0/startDate", "2020-07"),
        ("sections/0/items/1/name", "Cometa"),
        ("sections/0/items/1/startDate", "2018-07"),
        ("sections/0/items/1/endDate", "2019-05"),
    ] {
        assert_eq!(at(&node, path), value, "{path} in {json}");
    }
}

#[test]
fn years_of_their_own_stay_two_entries() {
    let text = "Mira Solano\n\nEXPERIENCE\n\n2019\tEngineer at Kestrel\n2020\tEngineer at Cometa\n";
    check_text(
        "cv.txt",
        text,
        &[("sections/0/items/0/name", "Kestrel"), ("sections/0/items/1/name", "Cometa")],
    );
}

#[test]
fn dates_as_terms_are_those_of_what_explains_them() {
    let text = "# Mira Solano\n\n## Experience\n\nSince June 2022\n: **Engineer**, Kestrel\n\n    Sailed.\n\n\
        2019 - March 2022\n: **Developer**,\n[Cometa](https://cometa.example), Porto, Portugal\n";
    check_text(
        "cv.md",
        text,
        &[
            ("sections/0/items/0/startDate", "2022-06"),
            ("sections/0/items/0/name", "Kestrel"),
            ("sections/0/items/0/position", "Engineer"),
            ("sections/0/items/1/startDate", "2019"),
            ("sections/0/items/1/endDate", "2022-03"),
            ("sections/0/items/1/name", "Cometa"),
        ],
    );
}

#[test]
fn hyphens_that_do_not_break_are_dashes() {
    let text = "# Mira Solano\n\n## Experience\n\n### Engineer, Kestrel\n\nNov 2021 ‑ Dec 2022\n\nSailed.\n";
    check_text(
        "cv.md",
        text,
        &[("sections/0/items/0/startDate", "2021-11"), ("sections/0/items/0/endDate", "2022-12")],
    );
}

#[test]
fn what_announces_a_list_is_no_entry() {
    let text = "# Mira Solano\n\n## Experience\n\n### Engineer, Kestrel\n\n2011 – 2025\n\n**Leadership (2022–2025):**\n\
        - Led a crew\n\n**Sailing (2011–2022):**\n- Sailed\n";
    let node = imported("cv.md", text).node;
    let items =
        node.get("sections").and_then(|it| it.elements().first()).and_then(|it| it.get("items"));
    assert_eq!(items.map(|it| it.elements().len()), Some(1));
    assert_eq!(at(&node, "sections/0/items/0/startDate"), "2011");
}

#[test]
fn an_item_may_end_with_its_dates_and_a_full_stop() {
    let text = "Mira Solano\n\nEXPERIENCE\n\n- Three months as an engineer of the ships of the coast - Kestrel - from 03/2021 to 06/2021.\n\
        - Four months as a developer of the ships of the coast - Cometa - from 07/2021 to 11/2021.\n";
    check_text(
        "cv.txt",
        text,
        &[("sections/0/items/0/startDate", "2021-03"), ("sections/0/items/1/endDate", "2021-11")],
    );
}

#[test]
fn sections_in_a_list_are_sections() {
    let text = "# Mira Solano\n\n- ## **Experience**\n\n  ### **Engineer - Kestrel**\n\n  2019 – 2021\n\n  - Sailed\n\n  \
        ## **Education**\n\n  ### Hill School\n\n  2012 – 2016\n";
    check_text(
        "cv.md",
        text,
        &[
            ("sections/0/title", "Experience"),
            ("sections/0/items/0/name", "Kestrel"),
            ("sections/0/items/0/startDate", "2019"),
            ("sections/1/items/0/name", "Hill School"),
        ],
    );
}

#[test]
fn a_gap_can_be_the_colon_after_a_label() {
    let text = "NAME\tMira Solano\nADDRESS\tPorto, Portugal\nE-MAIL\tmira@example.org\n\nEXPERIENCE\n\n2019 – 2021\tEngineer at Kestrel\n";
    check_text(
        "cv.txt",
        text,
        &[("name", "Mira Solano"), ("location/city", "Porto"), ("email", "mira@example.org")],
    );
}

#[test]
fn names_of_columns_of_skills_are_not_left_over() {
    let text = "# Mira Solano\n\n## Skills\n\n| Area | Tools |\n|---|---|\n| Sailing | Compass, Chart |\n| Repair | Saw |\n";
    let json = check_text("cv.md", text, &[("sections/0/items/0/name", "Sailing")]);
    assert!(!json.contains("Tools"), "{json}");
}

#[test]
fn months_may_share_a_year() {
    let text = "# Mira Solano\n\n## Experience\n\n### Engineer, Kestrel\n\n*2020, Jul-Oct*. There I built bridges.\n\n\
        ### Developer, Cometa\n\n08–09 2012\n\nDrew charts.\n";
    check_text(
        "cv.md",
        text,
        &[
            ("sections/0/items/0/startDate", "2020-07"),
            ("sections/0/items/0/endDate", "2020-10"),
            ("sections/0/items/0/summary", "There I built bridges."),
            ("sections/0/items/1/startDate", "2012-08"),
            ("sections/0/items/1/endDate", "2012-09"),
        ],
    );
}

#[test]
fn dates_with_a_label_end_an_entry() {
    let text = "# Mira Solano\n\n## Experience\n\n**Company: Kestrel**\n**Position: Engineer**\n\nBuilt bridges.\n\n**(Tasks)**\n\n\
        Drew charts.\n\nPeriod: May 2018 – present\n\n**Company: Cometa**\n**Position: Developer**\n\nSailed.\n\n\
        Period: 2014 – May 2018\n";
    let node = imported("cv.md", text).node;
    let json = perfil_source::to_json(&node);
    let items =
        node.get("sections").and_then(|it| it.elements().first()).and_then(|it| it.get("items"));
    assert_eq!(items.map(|it| it.elements().len()), Some(2), "{json}");
    assert_eq!(at(&node, "sections/0/items/0/startDate"), "2018-05", "{json}");
    assert_eq!(at(&node, "sections/0/items/1/endDate"), "2018-05", "{json}");
    assert!(json.contains("Tasks"), "{json}");
}

#[test]
fn entries_may_have_the_level_of_their_section() {
    let text = "<html><h1>Mira Solano</h1><h3>Experience</h3><h3>Kestrel</h3><h5>05/2022 - 08/2022</h5>\
        <h4>Engineer</h4><p>Built bridges.</p><h3>Cometa</h3><h5>07/2021 - 05/2022</h5><h4>Developer</h4>\
        <h3>Skills</h3><p>Rust</p></html>";
    let node = imported("cv.html", text).node;
    let json = perfil_source::to_json(&node);
    for (path, value) in [
        ("sections/0/title", "Experience"),
        ("sections/0/items/0/name", "Kestrel"),
        ("sections/0/items/0/position", "Engineer"),
        ("sections/0/items/1/startDate", "2021-07"),
        ("sections/1/title", "Skills"),
    ] {
        assert_eq!(at(&node, path), value, "{path} in {json}");
    }
}

#[test]
fn a_town_above_dates_is_no_employer() {
    let text = "<html><h1>Mira Solano</h1><h2>Experience</h2><p>Engineer of ships</p><p>Kestrel</p>\
        <p>Ovar, Portugal</p><p>Jul 2020 - present</p><ul><li>Sailed</li></ul></html>";
    let node = imported("cv.html", text).node;
    let json = perfil_source::to_json(&node);
    for (path, value) in [
        ("sections/0/items/0/name", "Kestrel"),
        ("sections/0/items/0/position", "Engineer of ships"),
        ("sections/0/items/0/location", "Ovar, Portugal"),
        ("sections/0/items/0/startDate", "2020-07"),
    ] {
        assert_eq!(at(&node, path), value, "{path} in {json}");
    }
}

#[test]
fn dates_may_stand_beside_the_first_item() {
    let text = "Mira Solano\n\nEXPERIENCE\n\nKestrel, Engineer\tPorto, Portugal\n- Built bridges\t03/2019 – 07/2020\n- Drew charts\n- Sailed\n\n\
        Cometa, Developer\tPorto, Portugal\n- Wrote books\t01/2017 – 02/2019\n- Read them\n- Sold them\n";
    check_text(
        "cv.txt",
        text,
        &[
            ("sections/0/items/0/name", "Kestrel"),
            ("sections/0/items/0/startDate", "2019-03"),
            ("sections/0/items/0/highlights/0", "Built bridges"),
            ("sections/0/items/1/endDate", "2019-02"),
        ],
    );
}

#[test]
fn dates_may_be_a_heading_of_the_same_level() {
    let text = "# Mira Solano\n\n## Experience\n\n### Engineer, Kestrel\n### Aug 2020 – present\n\nBuilt bridges.\n\n\
        ### Developer, Cometa\n### Dec 2019 – Jul 2020 (8 months)\n\nSailed.\n";
    check_text(
        "cv.md",
        text,
        &[
            ("sections/0/items/0/name", "Kestrel"),
            ("sections/0/items/0/startDate", "2020-08"),
            ("sections/0/items/1/name", "Cometa"),
            ("sections/0/items/1/endDate", "2020-07"),
        ],
    );
}

#[test]
fn a_date_of_birth_is_no_entry() {
    let text =
        "Mira Solano\n\nEXPERIENCE\n\n2019 – 2021\nEngineer at Kestrel\n\nBorn: 07.06.1997\n";
    let json = perfil_source::to_json(&imported("cv.txt", text).node);
    assert!(!json.contains("\"endDate\": \"1997"), "{json}");
    assert!(json.contains("07.06.1997"), "{json}");
}

#[test]
fn a_label_may_say_when_something_ended() {
    let text = "Mira Solano\n\nEDUCATION\n\nHill School\nGraduated: June 2022\n\nCoast School\nGraduated: May 2018\n";
    let json = perfil_source::to_json(&imported("cv.txt", text).node);
    assert!(json.contains("\"endDate\": \"2022-06\""), "{json}");
}

#[test]
fn a_period_at_the_right_edge_goes_on_in_the_next_line() {
    let text = "Mira Solano\n\nEXPERIENCE\n\nPilot\tSeptember\n2023 - Present\nKestrel\n\n\
        Engineer\tFeb 2018 – May\n2023\nCometa Labs\n\nDeveloper\tAug 2016\n– Feb 2018\nHarbour Tools\n";
    check_text(
        "cv.txt",
        text,
        &[
            ("sections/0/items/0/startDate", "2023-09"),
            ("sections/0/items/0/endDate", ""),
            ("sections/0/items/1/startDate", "2018-02"),
            ("sections/0/items/1/endDate", "2023-05"),
            ("sections/0/items/2/startDate", "2016-08"),
            ("sections/0/items/2/endDate", "2018-02"),
        ],
    );
}
