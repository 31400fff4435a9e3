//! Which headings begin sections, and entries that are forms.

use crate::{EMAIL, NAME, check_text};

const CONTACT: &str = "# Mira Solano\n\nmira@example.org\n\n";

#[test]
fn a_heading_may_have_one_wrong_letter() {
    for (heading, list) in [("Berufserfarung", "work"), ("Experiance", "work")] {
        let text = format!("{CONTACT}## {heading}\n\nKestrel, Ovar, 2019 – 2021\n");
        check_text("cv.md", &text, &[NAME, ("sections/0/list", list)]);
    }
}

#[test]
fn a_section_may_look_smaller_than_what_is_in_it() {
    let text = "# Mira Solano\n\nmira@example.org\n\n## Engineer\n\nI build bridges.\n\n### Experience\n\n\
        ## Engineer\n\nKestrel, March 2019 – May 2021\n\n### Education\n\n## Botany\n\nUniversity of Ovar, 2015\n";
    check_text(
        "cv.md",
        text,
        &[
            NAME,
            ("sections/1/list", "work"),
            ("sections/1/items/0/position", "Engineer"),
            ("sections/1/items/0/startDate", "2019-03"),
            ("sections/2/list", "education"),
        ],
    );
    // Where other sections are on their level, headings below them are parts of a group.
    let text = "# Mira Solano\n\n## Skills\n\n- Rust\n\n## Background\n\n### Experience\n\nEngineer, Kestrel, 2019 – 2021\n\n\
        ### Education\n\nUniversity of Ovar, 2015\n";
    check_text("cv.md", text, &[("sections/1/sections/0/list", "work")]);
}

#[test]
fn lines_of_a_letterhead_may_look_like_headings() {
    let text = "# Mira Solano\n\n## Address: Rua do Sol 7, Ovar\n\n## Phone: +351 912 345 678 – E-mail: mira@example.org\n\n\
        ## Experience\n\nEngineer, Kestrel, 2019 – 2021\n";
    check_text(
        "cv.md",
        text,
        &[NAME, EMAIL, ("phone", "+351 912 345 678"), ("sections/0/list", "work")],
    );
}

#[test]
fn what_each_job_repeats_begins_no_section() {
    let text = format!(
        "{CONTACT}## Experience\n\nEngineer, Kestrel, 2019 – 2021\n\n## Technologies\n\n- Rust\n\n\
         Clerk, Cometa, 2015 – 2018\n\n## Technologies\n\n- Typst\n\n## Languages\n\n- English\n"
    );
    check_text(
        "cv.md",
        &text,
        &[
            ("sections/0/items/1/name", "Cometa"),
            ("sections/0/items/1/startDate", "2015"),
            ("sections/1/title", "Languages"),
        ],
    );
}

#[test]
fn a_gap_may_part_headings_from_their_text() {
    let text = "Mira Solano\n\nmira@example.org\n\nProfile\t\tI steer ships.\n\nExperience\t\tEngineer, Kestrel, 2019 – 2021\n\n\
        Education\t\tUniversity of Ovar, 2015\n\nSkills\t\tRust, Typst\n";
    check_text(
        "cv.txt",
        text,
        &[NAME, ("sections/1/list", "work"), ("sections/1/items/0/name", "Kestrel")],
    );
}

#[test]
fn forms_describe_a_job_each() {
    let form = |period: &str, position: &str, firm: &str| {
        format!(
            "| | |\n|---|---|\n| Dates | {period} |\n| Occupation or position held | {position} |\n\
             | Main activities | Steering |\n| Name and address of employer | {firm} |\n\n"
        )
    };
    let table = format!(
        "{}{}",
        form("2013 - 2016", "Engineer", "Kestrel"),
        form("2016 - 2017", "Clerk", "Cometa")
    );
    let list = "- Period: 2013 - 2016\n- Position: Engineer\n- Employer: Kestrel\n\
        - Period: 2016 - 2017\n- Position: Clerk\n- Employer: Cometa\n";
    for jobs in [table.as_str(), list] {
        let text = format!("{CONTACT}## Experience\n\n{jobs}");
        check_text(
            "cv.md",
            &text,
            &[
                ("sections/0/list", "work"),
                ("sections/0/items/0/position", "Engineer"),
                ("sections/0/items/0/name", "Kestrel"),
                ("sections/0/items/0/startDate", "2013"),
                ("sections/0/items/1/name", "Cometa"),
                ("sections/0/items/1/endDate", "2017"),
            ],
        );
    }
}

#[test]
fn positions_may_be_above_what_was_done_in_all_of_them() {
    let text = format!(
        "{CONTACT}## Experience\n\n- Software Engineer, Kestrel, Feb 2013 – Mar 2015\n- Technology Lead, Cometa, Mar 2015 – now\n\
         - Built bridges\n- Steered ships\n- Tested lighthouses\n"
    );
    check_text(
        "cv.md",
        &text,
        &[
            ("sections/0/items/0/name", "Kestrel"),
            ("sections/0/items/1/startDate", "2015-03"),
            ("sections/0/items/2/name", ""),
        ],
    );
}

#[test]
fn clients_of_a_job_are_no_jobs() {
    let text = format!(
        "{CONTACT}## Experience\n\n**Kestrel, Ovar, Feb 2019 – May 2021**\n\nEngineer\n\n**Client: Cometa, Feb 2019 – May 2021**\n\n\
         Built bridges.\n\n**Heron, Porto, 2015 – 2018**\n\nClerk\n"
    );
    check_text(
        "cv.md",
        &text,
        &[("sections/0/items/0/name", "Kestrel"), ("sections/0/items/1/name", "Heron")],
    );
}

#[test]
fn titles_may_be_the_only_item_of_a_list() {
    let text = format!(
        "{CONTACT}## Experience\n\n- **Kestrel**\n\nMarch 2019 – May 2021\n\nEngineer\n\n- **Cometa**\n\nMay 2015 – June 2018\n\nClerk\n"
    );
    check_text(
        "cv.md",
        &text,
        &[
            ("sections/0/items/0/name", "Kestrel"),
            ("sections/0/items/0/startDate", "2019-03"),
            ("sections/0/items/1/name", "Cometa"),
        ],
    );
}

#[test]
fn a_running_title_in_the_text_is_left_out() {
    let text = "Mira Solano\n\nmira@example.org\n\nEXPERIENCE\n\nEngineer, Kestrel, 2019 – 2021\n\nMira Solano Page 2\n\n\
        Clerk, Cometa, 2015 – 2018\n";
    let json = check_text("cv.txt", text, &[NAME, ("sections/0/items/1/name", "Cometa")]);
    assert!(!json.contains("Page 2"), "{json}");
}

#[test]
fn short_months_may_have_dots_and_periods_an_arrow() {
    for (period, start, end) in [
        ("03.22 – 04.23", "2022-03", "2023-04"),
        ("feb/22 → feb/24", "2022-02", "2024-02"),
        ("feb/24 → Today", "2024-02", ""),
    ] {
        let text = format!("{CONTACT}## Experience\n\nEngineer, Kestrel\n\n{period}\n");
        check_text(
            "cv.md",
            &text,
            &[
                ("sections/0/items/0/startDate", start),
                ("sections/0/items/0/endDate", end),
                ("sections/0/items/0/name", "Kestrel"),
            ],
        );
    }
    // Times of the day are no months.
    let text = format!("{CONTACT}## Experience\n\nEngineer, Kestrel, 2019\n\nOpen 09.30 – 12.45\n");
    check_text("cv.md", &text, &[("sections/0/items/0/endDate", "2019")]);
}

#[test]
fn dates_stand_in_quotations_before_arrows_and_below_other_words_for_work() {
    let quoted = "# Mira Solano\n\nmira@example.org\n\n## Experience\n\n### Pilot — Kestrel\n\n\
        > May 2021 – Present · Full time\n>\n> [kestrel.example](https://kestrel.example/)\n\n- Steered\n";
    let json = check_text("cv.md", quoted, &[("sections/0/items/0/startDate", "2021-05")]);
    assert!(json.contains("https://kestrel.example/"), "{json}");
    let arrow = "# Mira Solano\n\nmira@example.org\n\n## Ocupación\n\n`2013→` **Kestrel**\n\n* Consultora\n\n\
        `2009-14` **Cometa**\n\n* Piloto\n";
    check_text(
        "cv.md",
        arrow,
        &[
            ("sections/0/list", "work"),
            ("sections/0/items/0/startDate", "2013"),
            ("sections/0/items/0/endDate", ""),
            ("sections/0/items/1/endDate", "2014"),
        ],
    );
    let activity = "# Mira Solano\n\nmira@example.org\n\n## Professional Activity\n\n### 2016 – now Pilot, Kestrel\n\n\
        - Steered\n\n### 2014 – 2016 Engineer, Cometa\n\n- Built\n\n## Education\n\n2010 – 2014 BSc, University of Ovar\n";
    check_text(
        "cv.md",
        activity,
        &[("sections/0/list", "work"), ("sections/0/items/1/startDate", "2014")],
    );
}
