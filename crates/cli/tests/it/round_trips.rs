//! Round trips: exported, imported and exported again, a file is the same.

use crate::content::{Content, data, listed, text};
use crate::export::{exported, schema};
use crate::hostile::{self, HOSTILE};
use crate::json_resume::{ADA, cases};
use perfil_cli::Disk;
use perfil_model::language::Tag;
use perfil_site::{Built, NativeProfile, import_file};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::fs;

/// Imports a file as `perfil import` does.
fn import(name: &str, written: &str, language: &str) -> NativeProfile {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(name);
    fs::write(&path, written).unwrap();
    let languages = [Tag::parse(language).unwrap()];
    import_file(&Disk, &path, &languages, None)
        .unwrap_or_else(|findings| panic!("{name}: {}\n{written}", listed(&findings)))
}

/// Imports what a site exports in a language, in the place of its profiles, and builds it again.
/// The portrait is a file that no export contains, so it is put back.
pub(crate) fn again(
    content: &Content,
    built: &Built,
    extension: &str,
    language: &str,
) -> (Built, Vec<Value>) {
    let mut profiles = Vec::new();
    for (path, written) in exported(&built.tree, extension) {
        let name = path.rsplit('/').next().unwrap();
        let slug = name.split('.').next().unwrap();
        if !path.contains(&format!("/{language}/")) {
            continue;
        }
        let mut profile: Value = import(name, written, language).json.parse().unwrap();
        let file = format!("profiles/{slug}.json");
        let before = content.json(&file);
        let images = [&before["image"], &before["basics"]["image"]].into_iter();
        if let Some(image) = images.filter_map(Value::as_str).find(|image| !image.is_empty()) {
            profile["image"] = image.into();
        }
        content.write(&file, profile.to_string());
        profiles.push(profile);
    }
    (content.build(), profiles)
}

/// The differences between the files of two sites in a language.
fn differences(first: &Built, second: &Built, extension: &str, language: &str) -> Vec<String> {
    let mut found = Vec::new();
    for (path, written) in exported(&first.tree, extension) {
        let after = text(&second.tree, path);
        if path.contains(&format!("/{language}/")) && after != written {
            let lines = written.lines().zip(after.lines()).filter(|(a, b)| a != b).take(4);
            let lines: Vec<_> = lines.map(|(a, b)| format!("- {a}\n+ {b}")).collect();
            found.push(format!("{path}\n{}", lines.join("\n")));
        }
    }
    found
}

/// Exports, imports and exports a site twice, in each of these languages.
pub(crate) fn check(make: impl Fn() -> Content, extension: &str, languages: &[&str]) {
    for language in languages {
        let content = make();
        let first = content.build();
        let (second, once) = again(&content, &first, extension, language);
        let found = differences(&first, &second, extension, language);
        assert!(found.is_empty(), "{}", found.join("\n"));
        let (_, twice) = again(&content, &second, extension, language);
        assert_eq!(once, twice);
    }
}

/// A site of one profile in another format.
fn of_resume(name: &str) -> Content {
    let content = Content::fixture("small");
    content.write(ADA, fs::read(data().join("json-resume").join(name)).unwrap());
    content
}

/// A site of all valid cases of JSON Resume's own tests.
fn valid_cases() -> Content {
    let cases = cases(|name| name.contains("valid") && !name.contains("invalid"));
    let content = Content::fixture("small");
    let image = fs::read(data().join("every-kind/images/grace.png")).unwrap();
    content.write("profile-image.png", image);
    let mut site = content.json("site.json");
    // By default, a site of so many profiles has less of each.
    site["outputs"] = json!(["jsonResume"]);
    site["profiles"] = cases.iter().map(|(name, _)| json!(name)).collect();
    content.write("site.json", site.to_string());
    fs::remove_file(content.path().join(ADA)).unwrap();
    for (name, case) in &cases {
        content.write(&format!("profiles/{name}.json"), case.to_string());
    }
    content
}

fn check_all(extension: &str) {
    check(|| Content::fixture("small"), extension, &["en", "es"]);
    check(|| Content::fixture("every-kind"), extension, &["en"]);
    check(Content::shipped, extension, &["en", "es"]);
    check(|| Content::crowd(8), extension, &["en", "es"]);
    check(|| of_resume("sample.json"), extension, &["en", "es"]);
    check(|| of_resume("senior-engineer.json"), extension, &["en"]);
}

#[test]
fn an_exported_json_resume_is_imported_without_loss() {
    check_all("json");
    check(valid_cases, "json", &["en", "es"]);
}

#[test]
fn exports_in_two_languages_are_imported_as_one_profile() {
    for content in [Content::fixture("small"), Content::shipped(), Content::crowd(8)] {
        let first = content.build();
        for (path, written) in exported(&first.tree, "json") {
            let [.., language, name] = path.split('/').collect::<Vec<_>>()[..] else { panic!() };
            let mut resume: Value = serde_json::from_str(written).unwrap();
            let before = content.json(&format!("profiles/{name}"));
            if let Some(image) = before["image"].as_str().filter(|_| language == "en") {
                resume["basics"]["image"] = image.into();
            } else if let Some(basics) = resume["basics"].as_object_mut() {
                basics.remove("image");
            }
            // The profile itself is compared as long as it has another export to follow.
            content.write(&format!("{language}/{name}"), resume.to_string());
        }
        for (path, _) in exported(&first.tree, "json") {
            let name = path.rsplit('/').next().unwrap();
            let read = |language: &str| fs::read(content.path().join(language).join(name)).unwrap();
            content.write(&format!("profiles/{name}"), read("en"));
            content.write(&format!("profiles/{}", name.replace(".json", ".es.json")), read("es"));
        }
        let second = content.build();
        for language in ["en", "es"] {
            let found = differences(&first, &second, "json", language);
            assert!(found.is_empty(), "{}", found.join("\n"));
        }
    }
}

#[test]
fn valid_cases_are_exported_as_valid_json_resume() {
    let schema = schema();
    let tree = valid_cases().build().tree;
    let files = exported(&tree, "json");
    assert!(files.len() > 140, "{}", files.len());
    for (path, written) in files {
        let resume: Value = serde_json::from_str(written).unwrap();
        assert_eq!(schema.validate(&resume), Ok(()), "{path}");
    }
}

/// The words of a text, and how often each occurs.
fn words(text: &str) -> BTreeMap<&str, usize> {
    let mut words = BTreeMap::new();
    for word in text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()) {
        *words.entry(word).or_default() += 1;
    }
    words
}

#[test]
fn exported_plain_text_is_imported_with_every_word() {
    let shipped = [(Content::shipped(), "en"), (Content::shipped(), "es")];
    let others = [(Content::fixture("every-kind"), "en"), (Content::crowd(8), "en")];
    for (content, language) in shipped.into_iter().chain(others) {
        let first = content.build();
        let (second, _) = again(&content, &first, "txt", language);
        for (path, before) in exported(&first.tree, "txt") {
            if !path.contains(&format!("/{language}/")) {
                continue;
            }
            let after = text(&second.tree, path);
            let found = words(after);
            let missing: Vec<_> = words(before)
                .into_iter()
                .filter(|(word, count)| found.get(word).is_none_or(|found| found < count))
                .collect();
            assert!(missing.is_empty(), "{path}: {missing:?}\n{after}");
            // The name, the headline, the focus and the headings are distinguished.
            assert!(after.lines().take(3).eq(before.lines().take(3)), "{path}\n{after}");
            let headings = |text: &str| text.lines().filter(|line| line.starts_with("--")).count();
            assert_eq!(headings(after), headings(before), "{path}\n{after}");
        }
    }
}

#[test]
fn no_text_changes_in_a_json_resume() {
    for hostile in HOSTILE {
        check(|| hostile::content(hostile).0, "json", &["en"]);
    }
}

#[test]
fn a_native_profile_survives_its_json_resume() {
    for fixture in ["small", "every-kind"] {
        let content = Content::fixture(fixture);
        let built = content.build();
        for (path, written) in exported(&built.tree, "json") {
            let findings = import("ada.json", written, &path[12..14]).findings;
            let found =
                findings.iter().filter(|found| !found.problem.message.contains("is on a page"));
            assert_eq!(found.count(), 0, "{path}: {}", listed(&findings));
        }
    }
}

#[test]
fn exported_markdown_is_imported_without_loss() {
    check_all("md");
}

#[test]
fn items_added_to_an_export_get_their_own_section() {
    let content = Content::fixture("every-kind");
    let built = content.build();
    let mut resume: Value =
        serde_json::from_str(text(&built.tree, "export/json/en/everything.json")).unwrap();
    let work = resume["work"].as_array_mut().unwrap();
    work.push(json!({ "name": "Digital Equipment", "position": { "private": "Consultant" } }));
    resume["meta"]["perfil"]["sections"][5]["items"] =
        json!(["/skills/7", "/skills/0", "/skills/0"]);
    resume["meta"]["perfil"]["sections"][1]["private"] = json!(true);
    let imported = import("grace.json", &resume.to_string(), "en");
    let profile: Value = imported.json.parse().unwrap();
    let sections = profile["sections"].as_array().unwrap();
    let last = sections.last().unwrap();
    assert_eq!(last["id"], "work-2");
    assert_eq!(last["items"][0]["position"], json!({ "private": "Consultant" }));
    assert_eq!(sections[1]["private"], true);
    assert_eq!(
        sections[4]["items"][0]["roles"][1],
        json!({ "position": "Commander", "duration": "P3Y6M" })
    );
    assert_eq!(sections[5]["items"].as_array().unwrap().len(), 1);
    let without =
        imported.findings.iter().filter(|found| found.problem.message.contains("leads to"));
    let paths: Vec<_> = without.map(|found| found.problem.path.to_string()).collect();
    let path = "$.meta.perfil.sections[5].items";
    assert_eq!(paths, [format!("{path}[0]"), format!("{path}[2]")]);
}

#[test]
fn problems_in_meta_perfil_are_reported() {
    let schema = |perfil: Value| {
        json!({ "basics": { "name": "Ada" }, "work": [{ "name": "Engine" }],
            "meta": { "perfil": perfil } })
    };
    for (perfil, place) in [
        (json!({ "sections": "none" }), "$.meta.perfil.sections"),
        (json!({ "sections": [7] }), "$.meta.perfil.sections[0]"),
        (json!({ "sections": [{ "id": "a", "kind": "wrong" }] }), "$.meta.perfil.sections[0].kind"),
        (
            json!({ "sections": [{ "id": "a", "kind": "list", "items": 7 }] }),
            "$.meta.perfil.sections[0].items",
        ),
        (json!({ "accent": "red" }), "$.meta.perfil.accent"),
        (
            json!({ "sections": [{ "id": "a", "kind": "timeline", "items": [{ "entry": "/work/0", "roles": 7 }] }] }),
            "$.meta.perfil.sections[0].items[0].roles",
        ),
    ] {
        let content = Content::fixture("small");
        content.write(ADA, schema(perfil.clone()).to_string());
        let findings = content.load().findings;
        let is_reported = findings
            .iter()
            .any(|found| found.is_error() && found.problem.path.to_string() == place);
        assert!(is_reported, "{perfil}: {}", listed(&findings));
    }
}
