//! `perfil import`: its output, and that nothing is overwritten without `--force`.

use crate::command::perfil;
use crate::content::{Content, data};
use crate::json_resume::ADA;
use serde_json::Value;
use std::fs;

/// A site of one person whose profile is a fixture.
fn site(fixture: &str, file: &str) -> Content {
    let content = Content::fixture("small");
    fs::remove_file(content.path().join(ADA)).unwrap();
    content.write(file, fs::read(data().join(fixture)).unwrap());
    content
}

#[test]
fn an_imported_profile_makes_the_same_site() {
    for (fixture, ending) in [
        ("json-resume/sample.json", "json"),
        ("json-resume/senior-engineer.json", "json"),
        ("rendercv/sample.yaml", "yaml"),
        ("rendercv/John_Doe_ClassicTheme_CV.yaml", "yaml"),
        ("europass/candidate.xml", "xml"),
        ("europass/passport.xml", "xml"),
        ("small/profiles/ada-lovelace.json", "json"),
        ("yaml-resume/full.yml", "yml"),
        ("reactive-resume/v4.json", "json"),
        ("reactive-resume/v5.json", "json"),
    ] {
        let file = format!("profiles/ada-lovelace.{ending}");
        let content = site(fixture, &file);
        let before = content.build().tree;
        let outcome = perfil(content.path(), &["import", &file, "--out", "profiles/new.json"]);
        assert_eq!((outcome.code, outcome.stdout.as_str()), (0, ""), "{}", outcome.stderr);
        let again = perfil(content.path(), &["import", "profiles/new.json"]);
        let written = fs::read_to_string(content.path().join("profiles/new.json")).unwrap();
        assert_eq!(again.stdout, written, "{fixture}: imported again it is the same");
        fs::remove_file(content.path().join(&file)).unwrap();
        fs::rename(content.path().join("profiles/new.json"), content.path().join(ADA)).unwrap();
        assert!(content.build().tree == before, "{fixture}");
    }
}

#[test]
fn nothing_is_overwritten_without_force() {
    let content = site("json-resume/sample.json", ADA);
    let before = fs::read(content.path().join(ADA)).unwrap();
    let refused = perfil(content.path(), &["import", ADA, "--out", ADA]);
    assert_eq!(refused.code, 1);
    assert!(refused.stderr.contains("--force"), "{}", refused.stderr);
    assert_eq!(fs::read(content.path().join(ADA)).unwrap(), before);
    let forced = perfil(content.path(), &["import", ADA, "--out", ADA, "--force"]);
    assert_eq!(forced.code, 0, "{}", forced.stderr);
    assert_eq!(content.json(ADA)["version"], 1);
}

#[test]
fn unmapped_fields_are_reported() {
    let content = Content::fixture("small");
    let resume = r#"{ "basics": { "name": "Ada" }, "odd": "x", "work": [{ "name": "Engine" }] }"#;
    content.write("ada.json", resume);
    let outcome =
        perfil(content.path(), &["import", "ada.json", "--languages", "es,en", "--format", "json"]);
    assert_eq!(outcome.code, 0);
    let report: Value = serde_json::from_str(&outcome.stdout).unwrap();
    assert_eq!(report["profile"]["sections"][0]["title"]["es"], "Experiencia");
    assert_eq!(report["problems"][0]["path"], "$.odd");
    assert_eq!((&report["format"], outcome.stderr.as_str()), (&"JSON Resume".into(), ""));
}

#[test]
fn what_was_understood_comes_first() {
    let content = Content::fixture("small");
    content.write(
        "ada.json",
        r#"{
        "basics": { "name": "Ada", "label": "Analyst", "email": "ada@ada.example",
            "phone": { "private": "+351 912 345 678" }, "url": "https://ada.example" },
        "work": [{ "name": "Engine", "startDate": "1842-10", "endDate": "1843" },
            { "name": "Loom", "startDate": "1844" }],
        "education": [{ "institution": "Home", "startDate": "1830", "endDate": "1835-06" }],
        "skills": [{ "name": "Logic" }],
        "odd": "x" }"#,
    );
    let read = "ada.json is read as JSON Resume:\n  \
         Name        Ada, Analyst\n  \
         Language    en\n  \
         Contact     email, phone (private), website\n  \
         Work        2 entries, 1842-10 to today\n  \
         Education   1 entry, 1830 to 1835-06\n  \
         Skills      1 entry\n  \
         To look at  1 warning\n";
    let arguments = ["import", "ada.json", "--languages", "en"];
    let outcome = perfil(content.path(), &arguments);
    assert!(outcome.stderr.starts_with(read), "{}", outcome.stderr);
    let new = ["new", "made", "--yes", "--import", "ada.json", "--languages", "en"];
    let outcome = perfil(content.path(), &new);
    assert!(outcome.stderr.starts_with(read), "{}", outcome.stderr);
    let outcome = perfil(content.path(), &[&arguments[..], &["--format", "json"]].concat());
    let report: Value = serde_json::from_str(&outcome.stdout).unwrap();
    let understood = &report["understood"];
    assert_eq!((&understood["name"], &understood["language"]), (&"Ada".into(), &"en".into()));
    let phone = serde_json::json!({ "field": "phone", "count": 1, "private": true });
    assert_eq!(understood["contact"][1], phone);
    let work = serde_json::json!({ "title": "Work", "kind": "timeline", "entries": 2,
        "startDate": "1842-10", "endDate": null });
    assert_eq!(understood["sections"][0], work);
    assert!(perfil(content.path(), &["-q", "import", "ada.json"]).stderr.is_empty());
}

#[test]
fn what_was_understood_of_a_document_has_its_place() {
    let content = Content::fixture("small");
    let document = "# Mira Solano\n\nmira@mira.example\n\n## Experience\n\n### Kestrel\n\n\
        03/2019 – present\n\n### Cometa\n\nTools.\n\n## History\n\nIn 2001 I taught in a school by the sea, and since 2004 I have sailed every summer with my pupils.\n";
    content.write("cv.md", document);
    let read = "cv.md is read as Markdown:\n  \
         Name        Mira Solano (line 1)\n  \
         Contact     email (line 3)\n  \
         Experience  2 entries, 2019-03 to today (line 5)\n  \
         \x20           2019-03 to today: Kestrel (line 7)\n  \
         History     text (line 15)\n  \
         Unsure      Cometa has no dates (line 11)\n  \
         \x20           History has dates, and stays a text (line 17)\n";
    let outcome = perfil(content.path(), &["import", "cv.md"]);
    assert!(outcome.stderr.starts_with(read), "{}", outcome.stderr);
    let outcome = perfil(content.path(), &["import", "cv.md", "--format", "json"]);
    let report: Value = serde_json::from_str(&outcome.stdout).unwrap();
    let understood = &report["understood"];
    assert_eq!(understood["place"], "line 1");
    assert_eq!(understood["sections"][0]["found"][0]["place"], "line 7");
    assert_eq!(understood["unsure"][0]["message"], "Cometa has no dates");
    content.write("me.txt", "Experience\n\n2019 - 2020 Kestrel\n");
    let outcome = perfil(content.path(), &["import", "me.txt"]);
    for doubt in ["no name was found", "no way to reach the person"] {
        assert!(outcome.stderr.contains(doubt), "{}", outcome.stderr);
    }
}

#[test]
fn files_that_cannot_be_imported_are_explained() {
    let content = Content::fixture("small");
    content.write("broken.json", "{ \"basics\": { \"name\": \"Ada\", ");
    for (arguments, code, message) in [
        (&["import", "broken.json"][..], 1, "this is not JSON"),
        (&["import", "nobody.json"], 1, "the file is missing"),
        (&["import", "broken.json", "--languages", "xx"], 1, "\"xx\" is not the tag"),
        (&["import"], 2, "<FILE>"),
    ] {
        let outcome = perfil(content.path(), arguments);
        assert_eq!((outcome.code, outcome.stdout.as_str()), (code, ""), "{}", outcome.stderr);
        assert!(outcome.stderr.contains(message), "{}", outcome.stderr);
    }
}

#[test]
fn other_languages_are_imported_with_their_profile() {
    let content = site("json-resume/sample.json", ADA);
    let spanish = "profiles/ada-lovelace.es.json";
    content.write(spanish, r#"{ "basics": { "label": "Programador" } }"#);
    for file in [ADA, spanish] {
        let outcome = perfil(content.path(), &["import", file]);
        let profile: Value = serde_json::from_str(&outcome.stdout).unwrap();
        let both = serde_json::json!({ "en": "Programmer", "es": "Programador" });
        assert_eq!(profile["headline"], both, "{file}");
    }
}
