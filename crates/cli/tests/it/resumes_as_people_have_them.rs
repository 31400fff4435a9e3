//! Kinds of fault from the field: small résumés of `tests/data/json-resume/people`, each with what is
//! right.

use crate::content::{Content, data, listed, text};
use crate::json_resume::ADA;
use crate::page::Page;
use crate::resume_site::{Site, of_people};
use perfil_site::Finding;
use serde_json::{Value, json};
use std::fs;

#[test]
fn every_file_builds_with_warnings_at_most_and_shows_no_machine_path() {
    for file in fs::read_dir(data().join("json-resume/people")).unwrap() {
        let name = file.unwrap().file_name().into_string().unwrap();
        if name == "pair-meta.es.json" {
            continue;
        }
        let content = of_people(&name);
        let built =
            content.try_build().unwrap_or_else(|found| panic!("{name}: {}", listed(&found)));
        let site = Site { built };
        for path in ["[0]", "basics.", "$."] {
            let page = site.page();
            assert!(!page.contains(path), "{name}: {path} in {page}");
        }
    }
}

#[test]
fn a_volunteer_is_not_employed_and_a_school_is_no_employer() {
    let site = Site::of("volunteer-exported-as-work.json");
    let json = site.json();
    assert_eq!(json["volunteer"][0]["organization"], "Red Cross");
    assert_eq!(json["education"][0]["institution"], "Hill High School");
    assert_eq!(json.get("work"), None);
    let html = site.html();
    let linked =
        html.split("application/ld+json").nth(1).unwrap().split("</script>").next().unwrap();
    assert!(!linked.contains("worksFor") && !linked.contains("Red Cross"), "{linked}");
    let alumni = linked.split("alumniOf").nth(1).unwrap();
    assert!(alumni.contains("Hill High School"), "{linked}");
}

#[test]
fn keywords_are_shown_as_they_are_written() {
    let site = Site::of("keyword-lost.json");
    let line = "Oracle, PL/SQL, K8s, Kubernetes, JS, JavaScript";
    site.shows(&[line]);
    for format in ["txt", "md"] {
        assert!(site.file(format).contains(line), "{}", site.file(format));
    }
    let written = json!(["Oracle", "PL/SQL", "K8s", "Kubernetes", "JS", "JavaScript"]);
    assert_eq!(site.json()["work"][0]["keywords"], written);
}

#[test]
fn a_project_has_its_type() {
    let site = Site::of("project-type.json");
    site.shows(&["Designer, application"]);
    assert_eq!(site.reported(), [""; 0]);
    assert_eq!(site.json()["projects"][0]["type"], "application");
}

#[test]
fn what_belongs_to_a_file_is_no_conflict_between_languages() {
    let content = of_people("pair-meta.json");
    let spanish = fs::read(data().join("json-resume/people/pair-meta.es.json")).unwrap();
    content.write("profiles/ada-lovelace.es.json", spanish);
    let built = content.build();
    let errors: Vec<&Finding> = built.findings.iter().filter(|found| found.is_error()).collect();
    assert!(errors.is_empty());
    assert!(text(&built.tree, "en/index.html").contains("Hello"));
    assert!(text(&built.tree, "es/index.html").contains("Hola"));
    let site = Site { built };
    assert_eq!(site.reported(), [""; 0]);
}

#[test]
fn a_reference_without_a_text_has_its_contact() {
    let site = Site::of("reference-contact.json");
    site.shows(&["References", "Jane Doe", "Manager", "jane@acme.example", "555-0112"]);
    let reference = &site.json()["references"][0];
    let expected = json!({ "name": "Jane Doe", "relationship": "Manager",
        "email": "jane@acme.example", "phone": "555-0112" });
    assert_eq!(*reference, expected);
    Site::resume(&json!({ "basics": { "name": "Ada" }, "references": [{ "name": "Bob Roe" }] }))
        .shows(&["References", "Bob Roe"]);
}

#[test]
fn a_profile_needs_no_address() {
    let site = Site::of("profile-without-url.json");
    site.shows(&["Telegram @ada", "Twitter ada"]);
    let profiles = &site.json()["basics"]["profiles"];
    assert_eq!(profiles[0], json!({ "network": "Telegram", "username": "@ada" }));
    assert_eq!(profiles[1], json!({ "network": "Twitter", "username": "ada" }));
}

#[test]
fn lists_have_other_names() {
    let site = Site::of("old-section-names.json");
    site.shows(&[
        "Work",
        "Initech",
        "Dev",
        "January 2019",
        "Built.",
        "Certificates",
        "CKA",
        "May 2021",
    ]);
    assert_eq!(site.json()["work"][0]["name"], "Initech");
    assert_eq!(site.json()["certificates"][0]["issuer"], "CNCF");
}

#[test]
fn a_file_states_its_language() {
    let site = Site::of("language-key.json");
    assert!(site.html().contains("lang=\"de\""));
    assert!(!site.page().contains("More"));
    assert_eq!(site.reported().iter().filter(|it| it.contains("language")).count(), 0);
}

#[test]
fn positions_are_roles() {
    let site = Site::of("positions.json");
    let page = Page::of(&site.built.tree, "en/index.html");
    assert_eq!(page.select(".role").len(), 2);
    site.shows(&["Initech", "Manager", "Engineer", "Grew team"]);
}

#[test]
fn titles_are_in_the_language_of_the_page() {
    let content = of_people("japanese-site.json");
    let mut site = content.json("site.json");
    site["languages"] = json!(["ja"]);
    site["defaultLanguage"] = json!("ja");
    site["title"] = json!("山田 花子");
    content.write("site.json", site.to_string());
    fs::copy(content.path().join("locales/en.json"), content.path().join("locales/ja.json"))
        .unwrap();
    let built = content.try_build().unwrap_or_else(|found| panic!("{}", listed(&found)));
    assert!(text(&built.tree, "ja/index.html").contains("職歴"));
    let about_english: Vec<_> =
        built.findings.iter().filter(|found| found.problem.message.contains("\"en\"")).collect();
    assert!(about_english.is_empty(), "{about_english:?}");
}

#[test]
fn a_file_of_reactive_resume_is_read() {
    let site = Site::of("rxresume-v4.json");
    site.shows(&["Ada Sample", "Engineer", "Initech", "Dev", "March 2014", "Did"]);
    let resume = site.json();
    assert_eq!(resume["basics"]["url"], "https://ada.example");
    assert_eq!(resume["work"][0]["startDate"], "2014-03");
    assert_eq!(resume["work"][0]["summary"], "- Did");
    assert_eq!(site.reported(), [""; 0]);
}

#[test]
fn a_resume_inside_a_key_is_found() {
    let told = |resume: &Value| {
        let content = Content::fixture("small");
        content.write(ADA, resume.to_string());
        content
            .load()
            .findings
            .iter()
            .map(|it| it.problem.message.clone())
            .collect::<Vec<_>>()
            .join("\n")
    };
    let inside = json!({ "resume": { "basics": { "name": "Ada" } } });
    assert!(told(&inside).contains("inside the key \"resume\""));
    let record = json!({ "id": "1", "data": { "basics": { "name": "Ada" }, "sections": {} } });
    assert!(told(&record).contains("inside the key \"data\""));
}
