//! Which part of the head of an entry is the organisation, the position, the place.

use crate::{at, check_text, imported};

/// Reads one job with this heading and this text below it.
#[track_caller]
fn check_job(heading: &str, below: &str, name: &str, position: &str, place: &str) -> String {
    let text = format!(
        "# Mira Solano\n\n## Experience\n\n### {heading}\n\n{below}\n\n- Wrote the solver\n"
    );
    check_text(
        "cv.md",
        &text,
        &[
            ("sections/0/items/0/name", name),
            ("sections/0/items/0/position", position),
            ("sections/0/items/0/location", place),
            ("sections/0/items/0/highlights/0", "Wrote the solver"),
        ],
    )
}

#[test]
fn dates_on_a_line_of_their_own_may_be_above_their_heads() {
    for (start, end) in [("**", "**"), ("### ", "")] {
        let text = format!(
            "# Mira Solano\n\n## Experience\n\nMarch 2019 – present\n\n{start}Developer, Kestrel{end}\n\n\
             - Wrote the solver\n\n2016 – 2019\n\n{start}Developer, Cometa{end}\n\n- Sailed\n"
        );
        check_text(
            "cv.md",
            &text,
            &[
                ("sections/0/items/0/name", "Kestrel"),
                ("sections/0/items/0/startDate", "2019-03"),
                ("sections/0/items/0/highlights/0", "Wrote the solver"),
                ("sections/0/items/1/name", "Cometa"),
                ("sections/0/items/1/startDate", "2016"),
                ("sections/0/items/1/endDate", "2019"),
            ],
        );
    }
}

#[test]
fn organisations_positions_and_places_are_told_apart() {
    for (heading, name, position, place) in [
        ("Tide team, Kestrel Group Inc (2019 – 2021)", "Kestrel Group Inc", "Tide team", ""),
        ("Kestrel, Eilat — Tidero (2019 – 2021)", "Kestrel", "Tidero", "Eilat"),
        ("KESTREL, Staff SE\tBoston MA\t2019 – 2021", "KESTREL", "Staff SE", "Boston MA"),
        ("Kestrel, VN, March 2019 - March 2021", "Kestrel", "", "VN"),
        (
            "Engineer, Kestrel Ltd, Tallinn, Estonia (2019 – 2021)",
            "Kestrel Ltd",
            "Engineer",
            "Tallinn, Estonia",
        ),
        (
            "**Engineer**, Kestrel Ltd, Perugia, Italy (2019 – 2021)",
            "Kestrel Ltd",
            "Engineer",
            "Perugia, Italy",
        ),
        (
            "Kestrel (Villach, Austria) | Engineer | 2019 – 2021",
            "Kestrel",
            "Engineer",
            "Villach, Austria",
        ),
        (
            "Team Lead · Full Stack Developer — Kestrel (2019 – 2021)",
            "Kestrel",
            "Team Lead · Full Stack Developer",
            "",
        ),
        (
            "Developer | Tide Engineering | 2019 – 2021 | Remote",
            "Tide Engineering",
            "Developer",
            "Remote",
        ),
        (
            "Specialist | Kestrel (Retail expert) | 2019 – 2021",
            "Kestrel (Retail expert)",
            "Specialist",
            "",
        ),
        (
            "Tide clerk | Kestrel AG, Wil SG (harbors) | 2019 – 2021",
            "Kestrel AG, Wil SG (harbors)",
            "Tide clerk",
            "",
        ),
        ("Polymechanikerin | Kestrel | 01.2019 – offen", "Kestrel", "Polymechanikerin", ""),
        ("Freelance Programmer — Freelance (2019 – 2021)", "Freelance", "Freelance Programmer", ""),
    ] {
        check_job(heading, "", name, position, place);
    }
}

#[test]
fn what_is_beside_dates_is_the_place_or_how_long_it_took() {
    for line in [
        "*Jul 2019 – Jun 2021 · Ciudad de Mar, MX*",
        "*Jul 2019 – Jun 2021 · 2 yrs · Ciudad de Mar, MX*",
        "**Jul 2019 – Jun 2021 (2 years) | Ciudad de Mar, MX**",
    ] {
        let json =
            check_job("Engineer — Kestrel", line, "Kestrel", "Engineer", "Ciudad de Mar, MX");
        assert!(json.contains("\"startDate\": \"2019-07\"") && !json.contains("closing"), "{json}");
    }
    let json = check_job(
        "Engineer — Kestrel — Tides",
        "*2019 – 2021 · Ciudad de Mar, MX*",
        "Kestrel",
        "Engineer",
        "Ciudad de Mar, MX",
    );
    assert!(json.contains("Tides"), "{json}");
}

#[test]
fn an_organisation_or_a_title_is_above_the_dates() {
    let text = "Mira Solano\n\nProfessional Experience\n\nKestrel – Seattle, WA\n\nSenior Engineer, April 2020 - April 2021\n\nWrote the solver.\n\nCometa Harbor; Halifax, Canada\n\nTeaching Assistant (2012 - 2015)\n  Marked software.\n\nResearch Assistant (2010 - 2011)\n  Measured tides.\n\nEducation\n\nPorto University\n";
    check_text(
        "cv.txt",
        text,
        &[
            ("sections/0/title", "Professional Experience"),
            ("sections/0/items/0/name", "Kestrel"),
            ("sections/0/items/0/location", "Seattle, WA"),
            ("sections/0/items/0/position", "Senior Engineer"),
            ("sections/0/items/1/name", "Cometa Harbor"),
            ("sections/0/items/1/location", "Halifax, Canada"),
            ("sections/0/items/1/roles/1/position", "Research Assistant"),
            ("sections/0/items/1/roles/1/startDate", "2010"),
        ],
    );
    let text = "# Mira Solano\n\n# Experience\n\n## Tide Specialist\n\n### Kestrel (Harbor team) – Ovar S.p.A.\n\n**December 2022 – Present**\n\n- Wrote the solver\n\n## Developer\n\n### Cometa\n\n**March 2020 – June 2021**\n\n- Built it\n";
    check_text(
        "cv.md",
        text,
        &[
            ("sections/0/items/0/position", "Tide Specialist"),
            ("sections/0/items/0/startDate", "2022-12"),
            ("sections/0/items/1/position", "Developer"),
            ("sections/0/items/1/name", "Cometa"),
            ("sections/0/items/1/endDate", "2021-06"),
        ],
    );
    let text = "# Mira Solano\n\n## Experience\n\n### TKG - The Kestrel Group ~ 7 years (2015-Present)\n\n#### Junior Engineer (2022-Present)\n\nPatches.\n\n#### Clerk (2015-2022)\n\nFiles.\n";
    check_text(
        "cv.md",
        text,
        &[
            ("sections/0/items/0/name", "TKG – The Kestrel Group"),
            ("sections/0/items/0/position", ""),
            ("sections/0/items/0/roles/1/position", "Clerk"),
        ],
    );
}

#[test]
fn a_sentence_keeps_its_dates() {
    check_text(
        "cv.md",
        "# 山田 花子\n\n## 職務経歴\n\n### 株式会社なみ\n\n正社員として2021年12月〜2024年4月の間フルリモートで勤務\n\n- 潮汐の計算\n",
        &[
            ("sections/0/items/0/name", "株式会社なみ"),
            ("sections/0/items/0/position", ""),
            ("sections/0/items/0/startDate", "2021-12"),
            ("sections/0/items/0/endDate", "2024-04"),
            (
                "sections/0/items/0/summary",
                "正社員として2021年12月〜2024年4月の間フルリモートで勤務",
            ),
        ],
    );
    check_text(
        "cv.md",
        "# Mira Solano\n\n## Work experience\n\n### Kestrel, Inc.\n\nWorked as a full-time employee from December 2021 to April 2024 in a remote team\n\n- Computed tides\n",
        &[
            ("sections/0/items/0/name", "Kestrel, Inc."),
            ("sections/0/items/0/position", ""),
            ("sections/0/items/0/endDate", "2024-04"),
        ],
    );
}

#[test]
fn the_only_item_below_dates_is_the_entry() {
    check_text(
        "cv.md",
        "# Mira Solano\n\n### Experiência\n\n(26/01/2018 - 01/03/2019)\n\n- **Desenvolvedora de Sistemas**, Kestrel, Belém - Pará\n  - Trabalhou no sistema das marés.\n\n(03/11/2020 - atual)\n\n- **Analista de Sistemas**, Cometa\n  - Trabalha nas pontes.\n",
        &[
            ("sections/0/items/0/position", "Desenvolvedora de Sistemas"),
            ("sections/0/items/0/startDate", "2018-01-26"),
            ("sections/0/items/0/highlights/0", "Trabalhou no sistema das marés."),
            ("sections/0/items/1/position", "Analista de Sistemas"),
            ("sections/0/items/1/name", "Cometa"),
        ],
    );
}

#[test]
fn addresses_and_how_far_a_study_is_are_no_names() {
    check_text(
        "cv.md",
        "# Mira Solano\n\n## Contact\n\n- mira@example.org\n\n---\n\n## Education\n\n**Master’s in Tides** | In Progress | 2020 – 2022\n\n## Experience\n\n### Kestrel, remote work, https://kestrel.example (2019 – 2021)\n\n- Wrote the solver\n",
        &[
            ("sections/0/title", "Education"),
            ("sections/0/items/0/name", ""),
            ("sections/0/items/0/summary", "In Progress"),
            ("sections/1/items/0/name", "Kestrel"),
            ("sections/1/items/0/position", ""),
            ("sections/1/items/0/url", "https://kestrel.example"),
            ("sections/1/items/0/location", "remote work"),
        ],
    );
}

#[test]
fn what_is_in_brackets_after_a_name_is_no_part_of_it() {
    let named = |title: &str| {
        imported(
            "cv.md",
            &format!(
                "# {title}\nmira@example.org\n\n## Experience\n\n### Engineer, Kestrel\n2019 – 2020\n"
            ),
        )
    };
    for title in ["Mira Solano (Student)", "Mira Solano (she/her)", "Mira Solano (Engineer)"] {
        assert_eq!(at(&named(title).node, "name"), "Mira Solano", "{title}");
    }
    assert_eq!(at(&named("Mira (Mimi) Solano").node, "name"), "Mira (Mimi) Solano");
    assert_eq!(at(&named("Mira Solano (Student)").node, "headline"), "Student");
}

#[test]
fn a_letterhead_may_be_below_the_first_heading() {
    let text = "# EDUCATION\n\n**Mira Solano**\n\nKestrel Group, Porto\n\n**Contact:** +351 912 345 678 **Email:** mira@example.org\n\n\
        **University of Porto** 2012 – 2016\n\n# EXPERIENCE\n\n**Engineer, Kestrel** 2016 – 2021\n\n- Halved the bill\n";
    check_text(
        "cv.md",
        text,
        &[
            ("name", "Mira Solano"),
            ("email", "mira@example.org"),
            ("sections/0/text", "Kestrel Group, Porto"),
            ("sections/1/title", "EDUCATION"),
            ("sections/2/items/0/name", "Kestrel"),
        ],
    );
}

#[test]
fn the_more_exact_of_two_periods_counts() {
    let text = "# Mira Solano\n\n## Experience\n\n- Clerk        2012–2012\\\n  (March 2012 – November 2012)\n\
        - Keeper        2013–2014\\\n  (June 2013 – August 2014)\n";
    check_text(
        "cv.md",
        text,
        &[
            ("sections/0/items/0/startDate", "2012-03"),
            ("sections/0/items/0/endDate", "2012-11"),
            ("sections/0/items/1/startDate", "2013-06"),
        ],
    );
    let text = "# Mira Solano\n\n## Experience\n\n2012 – 2014 : *Pilot at Kestrel* (Ovar, Portugal).\n\n- Steered\n\n\
        2010 (2 months) : *Student at the harbour, on boats of all the lines of the coast* (Ovar).\n\n- Sailed\n";
    check_text(
        "cv.md",
        text,
        &[("sections/0/items/0/endDate", "2014"), ("sections/0/items/1/endDate", "2010")],
    );
}

#[test]
fn a_name_may_be_beside_the_label_of_a_form() {
    let text = "# Curriculum vitae\n\nPERSONAL INFORMATION Solano Reis, Mira\n\nmira@example.org\n\n# Job applied for\n\nEngineer\n\n\
        ## Work experience\n\n**Engineer, Kestrel** 2016 – 2021\n\n- Halved the bill\n";
    let imported = imported("cv.md", text);
    assert_eq!(at(&imported.node, "name"), "Mira Solano Reis");
    let json = perfil_source::to_json(&imported.node);
    assert!(json.contains("\"startDate\": \"2016\""), "{json}");
}

#[test]
fn one_heading_may_name_jobs_and_studies() {
    let text = "# Mira Solano\n\n## Bildung und berufliche Laufbahn\n\n**Universität Porto: Informatik** 2012 – 2016\n\n\
        **Kestrel GmbH: Softwareentwickler** 2016 – 2021\n";
    let json = perfil_source::to_json(&imported("cv.md", text).node);
    assert!(
        json.contains("\"list\": \"work\"") && json.contains("\"list\": \"education\""),
        "{json}"
    );
}
