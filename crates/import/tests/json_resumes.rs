//! JSON Resumes with values that the schema does not foresee, of which nothing is lost.

#![allow(clippy::expect_used)] // A test that cannot read its input has failed.

use perfil_import::{ImportContext, Imported, Kind, Source, import};
use perfil_source::{redact, to_json};

fn read(written: &str) -> Imported {
    let file = Source { name: "ada.json", bytes: written.as_bytes(), language: None };
    import(&[file], &ImportContext::default()).expect("it is JSON")
}

/// Checks that an imported file has these parts, and none of the others.
fn check(written: &str, has: &[&str], has_not: &[&str]) {
    let imported = read(written);
    let profile = to_json(&imported.node).split_whitespace().collect::<Vec<_>>().join(" ");
    for part in has {
        assert!(profile.contains(part), "{part} in {profile}");
    }
    for part in has_not {
        assert!(!profile.contains(part), "{part} in {profile}");
    }
    let errors: Vec<_> = imported.report.iter().filter(|problem| problem.is_error()).collect();
    assert!(errors.is_empty(), "{errors:?}");
}

#[test]
fn a_file_with_basics_is_a_resume_whatever_else_it_has() {
    for written in [
        r#"{ "basics": { "name": "Ada" }, "sections": ["profile", "work"] }"#,
        r#"{ "name": "cv", "basics": { "name": "Ada" } }"#,
        r#"{ "version": "1.0", "basics": { "name": "Ada" } }"#,
    ] {
        assert_eq!(read(written).kind, Kind::JsonResume, "{written}");
    }
    for written in
        [r#"{ "version": 1, "basics": { "name": "Ada" } }"#, r#"{ "name": "Ada", "sections": [] }"#]
    {
        assert_eq!(read(written).kind, Kind::Native, "{written}");
    }
}

#[test]
fn a_file_says_what_its_sections_are_called_and_their_order() {
    let written = r#"{
        "basics": { "name": "Ada" },
        "headings": { "work": "Where I was", "awards": "Prizes", "skills": "" },
        "work": [{ "company": "Engine", "position": "Analyst" }],
        "skills": [{ "name": "Mathematics" }],
        "sections": ["templates", "profile", "skills", "work", "awards"]
    }"#;
    check(written, &[r#""title": "Where I was""#], &["Prizes", "templates"]);
    let profile = to_json(&read(written).node);
    let place = |id: &str| profile.find(&format!("\"id\": \"{id}\""));
    assert!(place("skills") < place("work"), "{profile}");
    let report = format!("{:?}", read(written).report);
    assert!(report.contains("headings.awards is left out"), "{report}");
    for headings in
        [r#"{ "private": { "work": "Sesame" } }"#, r#"{ "work": { "private": "Sesame" } }"#]
    {
        let written = format!(
            r#"{{ "basics": {{ "name": "Ada" }}, "headings": {headings},
                "work": [{{ "company": "Engine" }}] }}"#
        );
        let public = to_json(&redact(read(&written).node));
        assert!(!public.contains("Sesame"), "{public}");
    }
}

#[test]
fn sections_of_an_unknown_form_are_reported() {
    for sections in
        [r#"[{ "title": "More", "text": "Words" }]"#, r#"{ "more": { "body": "Words" } }"#]
    {
        let written = format!(r#"{{ "basics": {{ "name": "Ada" }}, "sections": {sections} }}"#);
        let report = format!("{:?}", read(&written).report);
        assert!(report.contains("is left out"), "{report}");
    }
}

#[test]
fn the_end_of_a_period_that_starts_after_it_is_kept() {
    check(
        r#"{ "basics": { "name": "Ada" }, "work": [{ "company": "Engine",
            "startDate": "1843-05", "endDate": "1842-01" }] }"#,
        &[r#""startDate": "1843-05""#, r#"{ "label": "End date", "text": "1842-01" }"#],
        &[r#""endDate""#],
    );
    check(
        r#"{ "basics": { "name": "Ada" }, "work": [{ "company": "Engine", "positions": [
            { "title": "Analyst", "startDate": "1843-05", "endDate": "1842-01" }] }] }"#,
        &[r#"{ "label": "Analyst: End date", "text": "1842-01" }"#],
        &[r#""endDate""#],
    );
}

#[test]
fn what_a_position_has_no_place_for_is_a_fact_of_its_organisation() {
    check(
        r#"{ "basics": { "name": "Ada" }, "work": [{ "company": "Engine", "positions": [
            { "title": "Analyst", "from": "long ago", "duration": "2 years", "team": "Notes",
              "secretNote": "Sesame" },
            { "title": "Author", "hidden": true, "team": "Sesame" }] }] }"#,
        &[
            r#"{ "label": "Analyst: From", "text": "long ago" }"#,
            r#"{ "label": "Analyst: Duration", "text": "2 years" }"#,
            r#"{ "label": "Analyst: Team", "text": "Notes" }"#,
            r#"{ "private": { "label": "Author: Team", "text": "Sesame" } }"#,
        ],
        &["secretNote"],
    );
}

#[test]
fn of_a_date_with_two_months_the_year_is_certain() {
    check(
        r#"{ "basics": { "name": "Ada" }, "work": [
            { "company": "Engine", "startDate": "Feb Aug 1842", "endDate": "Mar 1843 – Dec 1844" },
            { "company": "Loom", "startDate": "Feb 1840 – Present" },
            { "company": "Salon", "startDate": "1837-05 - 1839-04, 1845-02" }] }"#,
        &[
            r#""startDate": "1837-05""#,
            r#"{ "label": "Start date", "text": "1837-05 - 1839-04, 1845-02" }"#,
            r#""startDate": "1842""#,
            r#""endDate": "1844-12""#,
            r#"{ "label": "Start date", "text": "Feb Aug 1842" }"#,
            r#""startDate": "1840-02""#,
        ],
        &[],
    );
}

#[test]
fn addresses_are_found_beside_their_labels() {
    check(
        r#"{ "basics": { "name": "Ada", "picture": "//ada.example/me.png",
            "website": { "name": "ada", "url": "https://www.ada.example" },
            "profiles": [{ "network": "Forge", "url": "forge: https://forge.example/ada" },
                         { "network": "Salon", "url": "Ada Lovelace" },
                         { "network": "Blog", "url": "notes.ada.example" }] },
          "work": [{ "company": "Engine", "url": "Private repository" },
                   { "company": "Loom", "url": "javascript: alert(1)" }] }"#,
        &[
            r#""imageUrl": "https://ada.example/me.png""#,
            r#""url": "https://www.ada.example""#,
            r#""url": "https://forge.example/ada""#,
            r#"{ "label": "Salon", "username": "Ada Lovelace" }"#,
            r#"{ "label": "Blog", "url": "https://notes.ada.example" }"#,
            r#"{ "label": "URL", "text": "Private repository" }"#,
        ],
        &["javascript"],
    );
}

#[test]
fn a_second_value_of_a_field_of_the_person_is_kept() {
    check(
        r#"{ "basics": { "name": "Ada", "label": "Analyst", "headline": "Author of notes",
            "summary": "First.", "summary_2": "Second.", "summary3": "First.",
            "url": "https://ada.example", "website": "https://notes.example",
            "profiles": [{ "network": "Forge", "username": "ada" }],
            "social": { "salon": "https://salon.example/ada" } } }"#,
        &[
            r#""headline": "Analyst""#,
            r#"{ "label": "Headline", "text": "Author of notes" }"#,
            r#""summary": "First.\n\nSecond."#,
            r#""url": "https://notes.example""#,
            r#""username": "ada""#,
            r#""url": "https://salon.example/ada""#,
        ],
        &[],
    );
    check(
        r#"{ "summary": "Second.", "basics": { "name": "Ada", "summary": "First.",
            "GitHub": "https://github.com/ada", "linked_in": { "private": "sesame" },
            "bankAccount": "42" } }"#,
        &[
            r#""summary": "First.\n\nSecond.""#,
            r#""url": "https://github.com/ada""#,
            r#""username": { "private": "sesame" }"#,
        ],
        &["42"],
    );
    check(
        r#"{ "basics": { "name": "Ada",
            "url": { "private": true, "name": "ada", "href": "https://sesame.example" },
            "website": { "private": "x", "href": "https://odd.example" } } }"#,
        &[r#""url": { "private": "https://sesame.example" }"#],
        &[],
    );
    // What one of them hides stays hidden.
    check(
        r#"{ "basics": { "name": "Ada", "label": "Analyst", "headline": { "private": "Sesame" },
            "url": "https://ada.example", "website": { "private": "https://sesame.example" } } }"#,
        &[
            r#"{ "private": { "label": "Headline", "text": "Sesame" } }"#,
            r#"{ "private": { "url": "https://sesame.example", "label": "sesame.example" } }"#,
        ],
        &[],
    );
}

#[test]
fn objects_that_are_only_a_name_are_texts() {
    check(
        r#"{ "basics": { "name": "Ada" }, "projects": [{ "name": "Notes",
            "techs": [{ "name": "Loom" }, { "name": "Cards" }] }] }"#,
        &[r#"{ "label": "Techs", "text": "Loom, Cards" }"#],
        &[],
    );
}
