//! Words that only say what something is: the document, its letterhead, the columns of a table.

use crate::{EMAIL, NAME, at, check_text, imported};

#[test]
fn what_a_document_is_stays_out_of_its_page() {
    for text in [
        "# Lebenslauf\n\n## Persönliche Daten\n\nMira Solano\n\nmira@example.org\n\n## Berufserfahrung\n\n### Kestrel, Entwicklerin (2019 – 2021)\n\n- Gebaut\n",
        "# Mira Solano | Curriculum Vitae\n\nmira@example.org\n\n## Contact me\n\n## Experience\n\n### Kestrel, Entwicklerin (2019 – 2021)\n\n- Built\n",
        "# Résumé\n\n## Mira Solano\n\n## All links\n\n[mira@example.org](mailto:mira@example.org)\n\n## Expérience\n\n### Kestrel, Entwicklerin (2019 – 2021)\n\n- Construit\n",
    ] {
        let json = check_text(
            "cv.md",
            text,
            &[NAME, EMAIL, ("sections/0/items/0/name", "Kestrel"), ("sections/1/kind", "")],
        );
        for word in ["Lebenslauf", "Curriculum", "Résumé", "Persönliche", "ontact", "links\""] {
            let of_title = json.contains(word) && !json.contains("\"links\":");
            assert!(!of_title, "{word}: {json}");
        }
    }
}

#[test]
fn names_of_columns_are_no_content() {
    let json = check_text(
        "履歴.md",
        "# 職務経歴書\n\n| 氏名 | 山田 花子 |\n|---|---|\n| 住所 | 東京都 |\n| メール | mira@example.org |\n\n## 資格\n\n| 名称 | 取得時期 |\n|---|---|\n| LPIC-1 | 2020年2月 |\n",
        &[
            ("name", "山田 花子"),
            EMAIL,
            ("sections/0/items/0/name", "LPIC-1"),
            ("sections/0/items/0/date", "2020-02"),
            ("sections/1/kind", ""),
        ],
    );
    assert!(!json.contains("氏名"), "{json}");
    let json = check_text(
        "cv.md",
        "# Mira Solano\n\n## Experience\n\n### 01. Tide tables (2019 – 2021)\n\n| Item | Details |\n|---|---|\n| Role | Wrote the solver |\n| Team | Four people |\n",
        &[
            NAME,
            ("sections/0/items/0/name", "01. Tide tables"),
            ("sections/0/items/0/endDate", "2021"),
        ],
    );
    assert!(json.contains("Wrote the solver") && !json.contains("Details"), "{json}");
}

#[test]
fn signs_around_a_title_are_none_of_it() {
    for title in ["■Skills", "【Skills】", "Skills:", "+ Skills", "◆ Skills："] {
        let text = format!("# Mira Solano\n\n## {title}\n\n- Tides\n");
        check_text(
            "cv.md",
            &text,
            &[("sections/0/title", "Skills"), ("sections/0/kind", "skills")],
        );
    }
    for title in ["C++", "Projects in C++", "Skills【Web】"] {
        let text = format!("# Mira Solano\n\n## {title}\n\n- Tides\n");
        check_text("cv.md", &text, &[("sections/0/title", title)]);
    }
}

#[test]
fn bars_of_every_kind_divide() {
    for bar in ["|", "│", "❘", "∣", "｜"] {
        let text =
            format!("# Mira Solano\n\n## Experience\n\n### Kestrel{bar} Engineer, 2019 – 2021\n");
        let expected =
            [("sections/0/items/0/name", "Kestrel"), ("sections/0/items/0/position", "Engineer")];
        check_text("cv.md", &text, &expected);
    }
}

#[test]
fn research_beside_jobs_is_projects_unless_it_names_positions() {
    let kind = |entry: &str| {
        let work = "## Experience\n\n**Engineer, Kestrel** 2020 – 2022\n\nBuilt rockets.\n\n";
        let text = format!("# Mira Solano\n\n{work}## Research\n\n{entry} 2018 – 2019\n\nText.\n");
        at(&imported("cv.md", &text).node, "sections/1/kind")
    };
    assert_eq!(kind("**A model of swarms**"), "projects");
    assert_eq!(kind("**Research Assistant, University of Porto**"), "timeline");
}

#[test]
fn lines_that_name_sections_are_headings_above_larger_titles() {
    check_text(
        "cv.md",
        "# Mira Solano\n\nmira@example.org\n\nExperience\n\n## Engineer\n\nKestrel • Porto 06/2014 - 02/2015\n\n- Built\n\n## Developer\n\nTide Works • Porto 12/2015 - 04/2016\n\nSkills\n\nRust, Go\n",
        &[
            NAME,
            ("sections/0/list", "work"),
            ("sections/0/items/0/position", "Engineer"),
            ("sections/0/items/0/name", "Kestrel"),
            ("sections/0/items/0/startDate", "2014-06"),
            ("sections/0/items/1/name", "Tide Works"),
            ("sections/1/kind", "skills"),
        ],
    );
}

#[test]
fn names_of_companies_end_no_sentence() {
    check_text(
        "cv.md",
        "# Mira Solano\n\nmira@example.org\n\n## Experience\n\nApril 2025 – present\\\n**Analyst, Tide Works**\\\nMember of the team for tides.\n\n- Wrote tables\n\nJuly 2023 – December 2023\\\n**Technical Consultant Engineer, KESTREL SYSTEMS INC.**\\\nMember of the team for lamps.\n\n- Kept lamps\n",
        &[
            NAME,
            ("sections/0/items/0/startDate", "2025-04"),
            ("sections/0/items/1/startDate", "2023-07"),
            ("sections/0/items/1/position", "Technical Consultant Engineer"),
            ("sections/0/items/1/name", "KESTREL SYSTEMS INC."),
        ],
    );
}

#[test]
fn a_town_before_its_region_stays_there() {
    check_text(
        "cv.md",
        "# Mira Solano\n\nmira@example.org\n\n## Experience\n\n### Kestrel Laboratory, Porto, Minho\n\n*Web Developer, December 2016 – present*\n\n- Built\n",
        &[
            ("sections/0/items/0/name", "Kestrel Laboratory"),
            ("sections/0/items/0/position", "Web Developer"),
            ("sections/0/items/0/location", "Porto, Minho"),
        ],
    );
    check_text(
        "cv.md",
        "# Mira Solano\n\n## Experience\n\nKestrel Laboratory, Logan, Utah\\\nWeb Developer, December 2016 – present\n",
        &[("sections/0/items/0/location", "Logan, Utah")],
    );
}

#[test]
fn other_jobs_are_jobs() {
    for title in ["Other Experience", "Autres expériences"] {
        let text = format!(
            "# Mira Solano\n\n## {title}\n\n**Kestrel** Feb. 2022 – May 2022\n*Engineer*\n\nSailed.\n"
        );
        check_text("cv.md", &text, &[("sections/0/list", "work")]);
    }
}

#[test]
fn an_ornament_above_a_heading_is_no_text() {
    let text = "# Mira Solano\n\nmira@example.org\n\nㅡ\n\n## Experience\n\n### Kestrel / Engineer\n\n2019 – 2021\n\nㅡ\n\n## Skills\n\nRust, Go\n";
    let json = check_text("cv.md", text, &[NAME, ("sections/0/items/0/startDate", "2019")]);
    assert!(!json.contains('ㅡ'), "{json}");
}

#[test]
fn a_text_between_rows_of_dashes_is_a_heading() {
    let text = "# Mira Solano\n\nmira@example.org\n\n\\------ EDUCATION \\-----\n\n2012 – 2016 Tide College\n\n\
        ~~---~~ **Work experience** ~~\\-- -----~~\n\n2016 – 2018 Engineer, Kestrel\n\n2018 – 2021 Weaver, Wave\n";
    check_text(
        "cv.md",
        text,
        &[
            ("sections/0/title", "EDUCATION"),
            ("sections/0/items/1/name", ""),
            ("sections/1/title", "Work experience"),
            ("sections/1/list", "work"),
            ("sections/1/items/1/name", "Wave"),
        ],
    );
    let text = "# Mira Solano\n\nmira@example.org\n\n## Experience\n\n### Waiter, Kestrel\n2018 – 2019\n\nServed.\n\n\\--- Achieved \\---\n\n\
        - Best waiter\n\n### Cook, Heron\n2016 – 2018\n";
    check_text(
        "cv.md",
        text,
        &[("sections/0/items/1/name", "Heron"), ("sections/0/items/1/endDate", "2018")],
    );
    let text = "# Mira Solano\n\nmira@example.org\n\n**Experience&Tab;··········**\n\nEngineer, Kestrel, 2016 – 2018\n";
    check_text("cv.md", text, &[("sections/0/title", "Experience"), ("sections/0/list", "work")]);
    // Within a section, they only divide it.
    let text = "# Mira Solano\n\nmira@example.org\n\n## Experience\n\nEngineer, Kestrel, 2016 – 2018\n\nMiscellaneous..........\n\n\
        Weaver, Wave, 2014 – 2016\n";
    check_text("cv.md", text, &[("sections/0/items/1/name", "Wave")]);
}

#[test]
fn a_heading_beside_its_text_is_told_by_the_dash_above_it() {
    let text = "# Mira Solano\n\nmira@example.org\n\nㅡ\n\n**Experience&Tab;Kestrel /** Engineer\n\n2019 – 2021, Ovar\n\nHalved the bill\n\n\
        **Wave /** Weaver\n\n2017 – 2019, Ovar\n";
    let json = check_text(
        "cv.md",
        text,
        &[
            ("sections/0/title", "Experience"),
            ("sections/0/items/0/name", "Kestrel"),
            ("sections/0/items/0/position", "Engineer"),
            ("sections/0/items/1/name", "Wave"),
        ],
    );
    assert!(!json.contains('ㅡ'), "{json}");
}

#[test]
fn a_title_below_several_jobs_is_a_part_of_each() {
    let text = "# Mira Solano\n\nmira@example.org\n\n## Doświadczenie\n\n**Inżynier**\\\n2019 – 2021\\\nKestrel\n\n\
        ## Osiągnięcia\n\nPociągi są punktualne.\n\n**Tkaczka**\\\n2016 – 2018\\\nCometa\n\n\
        ## Osiągnięcia\n\nPływy są utkane.\n\n## Wykształcenie\n\nSzkoła, 2012 – 2016\n";
    check_text(
        "cv.md",
        text,
        &[
            ("sections/0/items/0/startDate", "2019"),
            ("sections/0/items/1/startDate", "2016"),
            ("sections/1/items/0/startDate", "2012"),
        ],
    );
}
