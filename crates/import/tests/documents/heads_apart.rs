//! Heads whose parts are on lines of their own: titles above their dates, organisations below positions and around
//! them.

use crate::{EMAIL, NAME, at, check_text, imported};

const TOP: &str = "# Mira Solano\n\nmira@example.org\n\n## Experience\n\n";

#[test]
fn a_title_may_be_above_its_dates_and_a_town() {
    // The second town is one that nobody knows.
    let text = format!(
        "{TOP}Kestrel | Engineer\n\n2019 – 2021 | Porto, Portugal\n\n- Built boats\n- Mended them\n\n\
         Cometa | Developer\n\n2017 – 2019 | Vilarinho\n\n- Wrote the timetable\n"
    );
    check_text(
        "cv.md",
        &text,
        &[
            NAME,
            EMAIL,
            ("sections/0/items/0/name", "Kestrel"),
            ("sections/0/items/0/position", "Engineer"),
            ("sections/0/items/0/location", "Porto, Portugal"),
            ("sections/0/items/1/name", "Cometa"),
            ("sections/0/items/1/position", "Developer"),
            ("sections/0/items/1/location", "Vilarinho"),
        ],
    );
}

#[test]
fn organisations_below_positions_belong_to_them() {
    let text = format!(
        "{TOP}2019 – 2021 | Research assistant\n\nInstitute of tides and winds (ITW)\n\n- Counted boats\n\n\
         2017 – 2019 | Teaching assistant\n\nSchool of the western harbours\n\n- Corrected exams\n"
    );
    check_text(
        "cv.md",
        &text,
        &[
            ("sections/0/items/0/position", "Research assistant"),
            ("sections/0/items/0/name", "Institute of tides and winds (ITW)"),
            ("sections/0/items/0/highlights/0", "Counted boats"),
            ("sections/0/items/1/name", "School of the western harbours"),
        ],
    );
    // What one entry alone has below it is its text.
    let text = format!(
        "{TOP}2019 – 2021 | Research assistant\n\nCounted boats in four harbours, with care\n\n\
         2017 – 2019 | Teaching assistant\n\n- Corrected exams\n"
    );
    let node = imported("cv.md", &text).node;
    assert_eq!(at(&node, "sections/0/items/0/name"), "");
}

#[test]
fn positions_are_below_the_organisation_whose_time_holds_theirs() {
    let text = format!(
        "{TOP}Kestrel\t2019 – 2023\n\nSenior engineer\t2021 – 2023\n\n- Led four people\n\n\
         Engineer\t2019 – 2021\n\n- Built boats\n\nCometa, Developer\t2016 – 2019\n\n- Wrote the timetable\n"
    );
    check_text(
        "cv.md",
        &text,
        &[
            ("sections/0/items/0/name", "Kestrel"),
            ("sections/0/items/0/roles/0/position", "Senior engineer"),
            ("sections/0/items/0/roles/1/position", "Engineer"),
            ("sections/0/items/0/roles/1/endDate", "2021"),
            ("sections/0/items/1/name", "Cometa"),
            ("sections/0/items/1/position", "Developer"),
        ],
    );
}

#[test]
fn a_town_is_no_organisation_where_another_part_is_one() {
    for town in ["Porto, Portugal", "Hybrid / Porto, Portugal", "Remote / Ovar, Portugal"] {
        let text = format!("{TOP}**Engineer**\t{town}\nKestrel\t2019 – 2021\n\n- Built boats\n");
        let node = imported("cv.md", &text).node;
        assert_eq!(at(&node, "sections/0/items/0/name"), "Kestrel", "{town}");
        assert_eq!(at(&node, "sections/0/items/0/position"), "Engineer", "{town}");
    }
}

#[test]
fn months_of_one_year_and_signs_for_now_are_periods() {
    for (dates, start, end) in [
        ("3 - 4/2014", "2014-03", "2014-04"),
        ("11 – 12/2013", "2013-11", "2013-12"),
        ("05.2019 - ∞", "2019-05", ""),
        ("2020-...", "2020", ""),
        ("05/2019 – bis dato", "2019-05", ""),
    ] {
        let text = format!("{TOP}{dates}\tEngineer, Kestrel\n\n- Built boats\n");
        let node = imported("cv.md", &text).node;
        assert_eq!(at(&node, "sections/0/items/0/startDate"), start, "{dates}");
        assert_eq!(at(&node, "sections/0/items/0/endDate"), end, "{dates}");
        assert_eq!(at(&node, "sections/0/items/0/name"), "Kestrel", "{dates}");
    }
}

#[test]
fn jobs_may_be_below_what_they_were_about() {
    let jobs = "- Researcher, Kestrel (January 2015 – March 2023)\n- Lecturer, School of tides (2013 – 2014)\n";
    let top = "# Mira Solano\n\nmira@example.org\n\n";
    let node = imported("cv.md", &format!("{top}## Winds and waves\n\n{jobs}")).node;
    assert_eq!(at(&node, "sections/0/list"), "work");
    assert_eq!(at(&node, "sections/0/title"), "Winds and waves");
    assert_eq!(at(&node, "sections/0/items/0/name"), "Kestrel");
    // Beside a section about jobs, it may be anything.
    let both = format!(
        "{TOP}### Engineer, Cometa (2023 – 2024)\n\n- Built boats\n\n## Winds and waves\n\n{jobs}"
    );
    let node = imported("cv.md", &both).node;
    assert_eq!(at(&node, "sections/0/list"), "work");
    assert_ne!(at(&node, "sections/1/list"), "work");
}

#[test]
fn a_family_name_may_be_alone_below_the_given_one() {
    let jobs = "## Experience\n\n### Kestrel, Engineer (2019 – 2021)\n\n- Built boats\n";
    for given in ["Mira", "Dr. Mira"] {
        let text =
            format!("# {given}\n\nSolano\n\nTide engineer\n\nmira.solano@example.org\n\n{jobs}");
        let node = imported("cv.md", &text).node;
        assert_eq!(at(&node, "name"), format!("{given} Solano"));
        assert_eq!(at(&node, "headline"), "Tide engineer");
    }
    // The address does not say that this is a name.
    let text = format!("# Mira\n\nSolano\n\nmira@example.org\n\n{jobs}");
    assert_eq!(at(&imported("cv.md", &text).node, "name"), "Mira");
}

#[test]
fn dates_may_be_the_last_sentence() {
    let text = format!(
        "{TOP}**Pilot, Kestrel**\n\nKept the ferries of the coast on time in all weathers. June 2019–August 2019.\n\n\
         **Steward, Cometa**\n\nServed tea. Oct. 2018.\n\n**Engineer, Harbour**\n\nMended all the cranes that \
         the port has.\\\nSept. 2016 – Jan. 2018.\n"
    );
    let json = check_text(
        "cv.md",
        &text,
        &[
            ("sections/0/items/0/startDate", "2019-06"),
            ("sections/0/items/0/endDate", "2019-08"),
            ("sections/0/items/0/position", "Pilot"),
            ("sections/0/items/1/endDate", "2018-10"),
            ("sections/0/items/2/startDate", "2016-09"),
            ("sections/0/items/2/name", "Harbour"),
        ],
    );
    assert!(!json.contains("time in all weathers. June"), "{json}");
}

#[test]
fn studies_and_jobs_below_one_heading_are_told_apart() {
    let text = "# Mira Solano\n\nmira@example.org\n\n## Formation et expériences\n\n\
         **2020 – 2022 : Ingénieure navale**\n\nKestrel, Porto\n\n\
         **2018 – 2020 : École d’ingénieurs navals**\n\nÉcole du port, Ovar\n\n\
         **2016 – 2018 : Classe préparatoire d’ingénieur**\n\nPorto\n";
    check_text(
        "cv.md",
        text,
        &[
            ("sections/0/list", "work"),
            ("sections/0/items/0/position", "Ingénieure navale"),
            ("sections/1/list", "education"),
            ("sections/1/items/0/startDate", "2018"),
            ("sections/1/items/1/startDate", "2016"),
        ],
    );
}

#[test]
fn an_address_is_no_position() {
    let text = "# Mira Solano\n\n## Work experience\n\n### Kestrel A.G., Kaistrasse 12, 4058 Basel\n\n2019 – 2021\n\n- Sailed\n\n\
        ## Voluntary work\n\n### Cometa\n\n2016 – 2018\n\n- Taught\n";
    check_text(
        "cv.md",
        text,
        &[
            ("sections/0/items/0/name", "Kestrel A.G."),
            ("sections/0/items/0/position", ""),
            ("sections/1/list", "volunteer"),
        ],
    );
}

#[test]
fn short_months_end_no_sentence() {
    let text = format!(
        "{TOP}**Developer, Kestrel**\n*Mar. 2022 - Present*\n\n- Sailed\n\n**Tools: Rust, Typst**\n\n\
         **Engineer**\n**Cometa** *Aug. 2021 - Jan. 2022*\n\n- Sailed\n\n**Tools: Rust, Typst**\n\n\
         **Engineer**\n**Harbour** *Jan. 2018 - Jan. 2021*\n\n- Sailed\n"
    );
    let json = perfil_source::to_json(&imported("cv.md", &text).node);
    assert!(json.contains("\"startDate\": \"2021-08\""), "{json}");
    assert!(json.contains("\"startDate\": \"2018-01\""), "{json}");
}

#[test]
fn organisations_stay_below_their_positions() {
    let text = "Mira Solano\n\nEXPERIENCE\n\nSince 02/2021\tEngineer\n\nKestrel GmbH – Porto\n\n\
        12/2017 – 08/2019\tDriver\n\nCometa GmbH – Porto\n\n08/2017 – 10/2017\tWaiter\n\nHarbour GmbH – Porto\n";
    check_text(
        "cv.txt",
        text,
        &[
            ("sections/0/items/0/name", "Kestrel GmbH"),
            ("sections/0/items/0/position", "Engineer"),
            ("sections/0/items/1/name", "Cometa GmbH"),
            ("sections/0/items/1/position", "Driver"),
            ("sections/0/items/2/name", "Harbour GmbH"),
            ("sections/0/items/2/position", "Waiter"),
        ],
    );
}

#[test]
fn long_titles_may_stand_above_their_dates() {
    let text = "# Mira Solano\n\n## Experience\n\n**Kestrel Metals Manufacturing,** Porto, Portugal — *Production Planner, Shipping Coordinator and Keeper*\n\n\
        December 2023 - May 2024\n\n- Planned.\n\n**Cometa,** Porto, Portugal — *Intern*\n\nMarch 2023 - December 2023\n\n- Helped.\n";
    check_text(
        "cv.md",
        text,
        &[
            ("sections/0/items/0/name", "Kestrel Metals Manufacturing"),
            ("sections/0/items/0/startDate", "2023-12"),
            ("sections/0/items/1/name", "Cometa"),
            ("sections/0/items/1/position", "Intern"),
        ],
    );
}

#[test]
fn strong_words_do_not_put_later_entries_below_one() {
    let text = "# Mira Solano\n\n## Experience\n\n10/2001 - 12/2003\tDriver\nKestrel GmbH\n\n- Drove.\n\n\
        10/1997 - 12/1999\t**Keeper**\nCometa GmbH\n\n- Kept.\n\n02/1995 - 09/1997\tWaiter\nHarbour of Porto\n\n- Waited.\n";
    check_text(
        "cv.md",
        text,
        &[
            ("sections/0/items/1/startDate", "1997-10"),
            ("sections/0/items/2/startDate", "1995-02"),
            ("sections/0/items/2/position", "Waiter"),
        ],
    );
}

#[test]
fn a_heading_below_a_job_that_has_its_organisation_is_no_organisation() {
    let text = "# Mira Solano\n\nmira@example.org\n\n## Experience\n\n### Software Engineer, Kestrel Inc. (2018 – 2019)\n\n\
        #### Payments platform\n\n- Built it.\n\n### Data Engineer, Heron Ltd (2016 – 2017)\n\n#### Warehouse migration\n\n- Moved it.\n";
    check_text(
        "cv.md",
        text,
        &[("sections/0/items/0/name", "Kestrel Inc."), ("sections/0/items/1/name", "Heron Ltd")],
    );
    let text = "# Mira Solano\n\nmira@example.org\n\n## Experience\n\nManager: Kestrel 2018 – 2019\n\n- Led ten people\n\n\
        Assistant: Responsible for guests 2016 – 2017\n\n- Greeted guests\n";
    check_text("cv.md", text, &[("sections/0/items/1/name", "")]);
    let text = "# Mira Solano\n\nmira@example.org\n\n## Experience\n\nAssistant, Lab of Y. Du, 2018 – 2019\n";
    check_text("cv.md", text, &[("sections/0/items/0/name", "Lab of Y. Du")]);
}
