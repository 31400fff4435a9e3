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

#[test]
fn what_was_done_in_a_job_is_no_role() {
    let text = "# Mira Solano\n\n## Experience\n\n### Kestrel — Lead engineer\n2015 – 2023\n\n\
        - 2015–2017: moved the timetable to Rust\n- 2018–2020: led the ticket office\n- Halved the bill\n\n\
        ### Cometa\n2010 – 2015\n\n#### Engineer\n2012 – 2015\n\n#### Developer\n2010 – 2012\n";
    check_text(
        "cv.md",
        text,
        &[
            ("sections/0/items/0/position", "Lead engineer"),
            ("sections/0/items/0/highlights/1", "2018–2020: led the ticket office"),
            ("sections/0/items/0/highlights/2", "Halved the bill"),
            ("sections/0/items/1/roles/1/position", "Developer"),
        ],
    );
    let text = "# 山田 花子\n\n## 職務経歴\n\n### 株式会社ほしぞら（2015年4月〜2023年3月）\n役職：エンジニア\n\n\
        #### 2018年4月～2023年3月 注文システムの開発\n- Rust\n\n#### 2015年4月～2018年3月 予約サイトの開発\n- Java\n";
    let node = imported("cv.md", text).node;
    let json = perfil_source::to_json(&node);
    assert_eq!(at(&node, "sections/0/items/0/position"), "エンジニア", "{json}");
    assert!(!json.contains("roles") && json.contains("予約サイトの開発"), "{json}");
}

#[test]
fn jobs_told_twice_are_one() {
    let text = "# 김미라\n\n## 경력\n\n[물총새] 2015.03 ~ 2023.04 백엔드 개발자\n[왜가리] 2012.01 ~ 2015.02 웹 개발자\n\n\
        ## 경력 상세\n\n### [물총새]\n2015.03 ~ 2023.04\n- 결제 시스템 개발\n\n### [왜가리]\n2012.01 ~ 2015.02\n- 웹사이트\n";
    let node = imported("cv.md", text).node;
    let json = perfil_source::to_json(&node);
    assert_eq!(at(&node, "sections/0/items/0/position"), "백엔드 개발자", "{json}");
    assert_eq!(json.matches("물총새").count(), 1, "{json}");
    // Two periods with one employer stay two jobs.
    let text = "# Mira Solano\n\n## Experience\n\n### Kestrel\n2015 – 2018\n\n### Cometa\n2010 – 2014\n\n\
        ## Internships\n\n### Kestrel\n2009 – 2010\n\n### Heron\n2008 – 2009\n";
    let json = perfil_source::to_json(&imported("cv.md", text).node);
    assert_eq!(json.matches("\"Kestrel\"").count(), 2, "{json}");
}

#[test]
fn a_town_or_a_firm_may_be_before_a_colon() {
    let text = "# Mira Solano\n\n## Experience\n\nApr 2015 – Apr 2023, Porto: Lead engineer at Kestrel\n\
        - Halved the bill\n\nJan 2012 – Mar 2015, Cometa Labs: Developer\n- Wrote the timetable\n";
    check_text(
        "cv.md",
        text,
        &[
            ("sections/0/items/0/name", "Kestrel"),
            ("sections/0/items/0/position", "Lead engineer"),
            ("sections/0/items/1/name", "Cometa Labs"),
            ("sections/0/items/1/position", "Developer"),
        ],
    );
}

#[test]
fn the_first_of_several_roles_is_one_of_them() {
    let text = "# Mira Solano\n\n## Experience\n\n**Kestrel, Porto**\\\n*Lead engineer* 2019 – 2022\n\n- Halved the bill\n\n\
        *Engineer* 2016 – 2019\n\n- Wrote the solver\n\n**Cometa, Ovar**\\\n*Developer* 2012 – 2016\n\n- Wrote the timetable\n";
    check_text(
        "cv.md",
        text,
        &[
            ("sections/0/items/0/name", "Kestrel"),
            ("sections/0/items/0/roles/0/position", "Lead engineer"),
            ("sections/0/items/0/roles/0/startDate", "2019"),
            ("sections/0/items/0/roles/0/highlights/0", "Halved the bill"),
            ("sections/0/items/0/roles/1/position", "Engineer"),
            ("sections/0/items/1/position", "Developer"),
        ],
    );
}

#[test]
fn complete_entries_of_another_time_are_no_roles() {
    let text = "# Mira Solano\n\n## Experience\n\n\
        **Engineer, Kestrel Ltd** 2019 – 2021\n\nKept the lamps.\n\n\
        Developer, Cometa GmbH 2015 – 2019\n\nWrote the timetables.\n";
    check_text(
        "cv.md",
        text,
        &[
            ("sections/0/items/0/name", "Kestrel Ltd"),
            ("sections/0/items/0/startDate", "2019"),
            ("sections/0/items/1/name", "Cometa GmbH"),
            ("sections/0/items/1/startDate", "2015"),
        ],
    );
}

#[test]
fn a_label_announces_the_position_or_the_organisation() {
    for (lines, position, name) in [
        (
            "**08.2010 - 08.2011 KESTREL SA**\n\nStanowisko: Kasjer - Sprzedawca",
            "Kasjer - Sprzedawca",
            "KESTREL SA",
        ),
        ("**2010 - 2011 Kestrel**\n\nHarbours of Ovar\n\nRole: Seller", "Seller", "Kestrel"),
        ("**2010 - 2011 Kestrel**\n\n- Puesto: Delegada\n- Ventas", "Delegada", "Kestrel"),
        ("**2010 - 2011**\n\nCompany: Kestrel\nPosition: Seller", "Seller", "Kestrel"),
        ("**2010 - 2011 Engineer, Kestrel**\n\nRole: Lead", "Engineer", "Kestrel"),
    ] {
        let text = format!("# Mira Solano\n\nmira@example.org\n\n## Experience\n\n{lines}\n");
        let node = imported("cv.md", &text).node;
        let json = perfil_source::to_json(&node);
        assert_eq!(at(&node, "sections/0/items/0/position"), position, "{json}");
        assert_eq!(at(&node, "sections/0/items/0/name"), name, "{json}");
    }
}

#[test]
fn organisations_may_be_titles_above_their_positions() {
    let text = "# Mira Solano\n\n## Experience\n\n\
        **Kestrel**\n\n**Web Developer | October 2017 - Current**\n\n- Sailed\n\n\
        **Harbour of Porto**\n\n**Senior Engineer | November 2016 - July 2017**\n\n- Kept the lamps\n\n\
        **General Responsibilities**\n\nRepaired all the ships of the coast.\n\n\
        **Cometa**\n\n**Software Engineer, Web | June 2014 - November 2016**\n\n- Wrote the timetable\n";
    check_text(
        "cv.md",
        text,
        &[
            ("sections/0/items/0/name", "Kestrel"),
            ("sections/0/items/0/startDate", "2017-10"),
            ("sections/0/items/1/name", "Harbour of Porto"),
            ("sections/0/items/1/position", "Senior Engineer"),
            ("sections/0/items/2/name", "Cometa"),
            ("sections/0/items/2/endDate", "2016-11"),
        ],
    );
}

#[test]
fn organisations_with_the_level_of_sections_go_on_with_the_jobs() {
    let text = "# Mira Solano\n\n# Experience\n\n**Kestrel**\n\n## Engineer 2019 – 2021\n\n- Sailed\n\n\
        # Harbour of Porto\n\n## Developer 2017 – 2019\n\n- Kept the lamps\n\n\
        # Cometa\n\n## Web Developer 2015 – 2017\n\n- Wrote the timetable\n\n\
        # Education\n\n## Harbour School 2010 – 2013\n";
    check_text(
        "cv.md",
        text,
        &[
            ("sections/0/items/0/name", "Kestrel"),
            ("sections/0/items/1/name", "Harbour of Porto"),
            ("sections/0/items/1/position", "Developer"),
            ("sections/0/items/2/startDate", "2015"),
            ("sections/1/list", "education"),
        ],
    );
}
