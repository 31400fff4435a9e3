//! Organisations below their positions, and beside them after a colon.

use crate::check_text;

#[test]
fn headings_below_those_with_positions_are_organisations() {
    let job = |name: &str, years: &str| {
        let work = "Worked on the boats.\n\nTools:\n\n- Rust\n- Go";
        format!("### SOFTWARE DEVELOPER {years}\n\n#### {name}\n\n{work}\n\n")
    };
    let text = format!(
        "# Mira Solano\n\n## Experience\n\n{}{}{}",
        job("Kestrel", "Aug 2021 – now"),
        job("Cometa", "May 2019 – June 2021"),
        job("Cometa", "May 2017 – May 2019"),
    );
    check_text(
        "cv.md",
        &text,
        &[
            ("sections/0/items/0/name", "Kestrel"),
            ("sections/0/items/0/position", "SOFTWARE DEVELOPER"),
            ("sections/0/items/1/name", "Cometa"),
        ],
    );
    // What each job repeats is no organisation.
    let text = text.replace("#### Kestrel", "#### Notes").replace("#### Cometa", "#### Notes");
    let json = check_text("cv.md", &text, &[("sections/0/items/0/startDate", "2021-08")]);
    assert!(!json.contains(r#""name": "Notes""#), "{json}");
}

#[test]
fn a_long_name_in_capitals_has_its_place() {
    let text = "# Mira Solano\n\n## Experience\n\n\
        **Teaching Assistant 2019 – 2021**\n\n\
        Systems of Boats, Boats and Playable Media, University of Porto Harbour Campus, Porto, PT\n\n\
        - Taught\n\n\
        **Research Assistant 2017 – 2019**\n\nKestrel Laboratory, Vigo, ES\n\n- Read\n";
    check_text(
        "cv.md",
        text,
        &[
            ("sections/0/items/0/position", "Teaching Assistant"),
            ("sections/0/items/1/position", "Research Assistant"),
            ("sections/0/items/1/name", "Kestrel Laboratory"),
        ],
    );
}

#[test]
fn an_organisation_may_follow_a_colon() {
    let text = "# Mira Solano\n\n## Work experience\n\n\
        **Support Analyst: Kestrel 2018 – Present**\n\nKey tasks:\n\n- Answered\n\n\
        **Applications Manager: Cometa College 2017 – 2018**\n\nKey tasks\n\n- Managed\n";
    check_text(
        "cv.md",
        text,
        &[
            ("sections/0/items/0/position", "Support Analyst"),
            ("sections/0/items/0/name", "Kestrel"),
            ("sections/0/items/1/position", "Applications Manager"),
            ("sections/0/items/1/name", "Cometa College"),
            ("sections/0/items/1/startDate", "2017"),
        ],
    );
}

#[test]
fn a_company_follows_a_slash() {
    let text = "# 山川 花子\n\n## 職歴\n\n### 2018/4/1 – 2021/6/30\n\n技術エンジニア / ケストレル株式会社\n\n船を直しました。\n";
    check_text(
        "cv.md",
        text,
        &[
            ("sections/0/items/0/position", "技術エンジニア"),
            ("sections/0/items/0/name", "ケストレル株式会社"),
        ],
    );
}

#[test]
fn the_first_of_two_days_may_have_no_year() {
    let text = "# Mira Solano\n\n## Expériences professionnelles\n\n\
        **Pilote, Kestrel** | 19 août au 30 novembre 2016\n\nA piloté des bateaux.\n";
    check_text(
        "cv.md",
        text,
        &[
            ("sections/0/items/0/startDate", "2016-08-19"),
            ("sections/0/items/0/endDate", "2016-11-30"),
        ],
    );
}

#[test]
fn two_words_of_an_address_are_a_name_though_they_stand_apart() {
    let text = "<html><h1>HARBOUR WORKER</h1><h2>Experience</h2><p>Waiter, 2019 – 2021, Kestrel</p>\
        <h2>Contact</h2><p>MIRA</p><p>SOLANO</p><p>mirasolano@example.org</p></html>";
    check_text("cv.html", text, &[("name", "MIRA SOLANO")]);
}
