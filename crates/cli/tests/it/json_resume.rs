//! JSON Resume as people write it, with problems at their positions in the original file.

use crate::content::{Content, data, listed, text};
use crate::page::Page;
use perfil_import::{ImportContext, Imported, Source, import};
use perfil_model::language::Tag;
use perfil_site::Finding;
use perfil_source::redact;
use serde_json::{Value, json};
use std::fs;

pub(crate) const ADA: &str = "profiles/ada-lovelace.json";

fn fixture(name: &str) -> Value {
    let bytes = fs::read(data().join("json-resume").join(name)).unwrap();
    serde_json::from_slice(&bytes).unwrap()
}

/// The cases of the schema's own tests, by name.
pub(crate) fn cases(is_wanted: impl Fn(&str) -> bool) -> Vec<(String, Value)> {
    let mut cases = Vec::new();
    let mut files: Vec<_> = fs::read_dir(data().join("json-resume/cases")).unwrap().collect();
    files.sort_by_key(|file| file.as_ref().unwrap().path());
    for file in files {
        let path = file.unwrap().path();
        let all: Value = serde_json::from_slice(&fs::read(&path).unwrap()).unwrap();
        let stem = path.file_stem().unwrap().to_str().unwrap().to_lowercase();
        let found = all.as_object().unwrap().clone().into_iter();
        let found = found.filter(|(name, _)| is_wanted(&name.to_lowercase()));
        cases.extend(found.map(|(name, case)| (format!("{stem}-{}", name.to_lowercase()), case)));
    }
    cases
}

/// The path of the first `null` or object in the place of a text, as messages have it.
fn invalid_path(value: &Value, at: &str) -> Option<String> {
    match value {
        Value::Null => Some(at.to_owned()),
        Value::Object(members) if members.is_empty() && at.ends_with("$schema") => Some(at.into()),
        Value::Object(members) => {
            members.iter().find_map(|(key, value)| invalid_path(value, &format!("{at}.{key}")))
        }
        Value::Array(items) => items
            .iter()
            .enumerate()
            .find_map(|(index, value)| invalid_path(value, &format!("{at}[{index}]"))),
        _ => None,
    }
}

pub(crate) fn small(resume: &Value) -> Content {
    let content = Content::fixture("small");
    content.write(ADA, format!("{resume:#}"));
    content
}

pub(crate) fn errors(content: &Content) -> Vec<Finding> {
    content.load().findings.into_iter().filter(Finding::is_error).collect()
}

fn imported(resume: &Value) -> Imported {
    let bytes = resume.to_string();
    let languages = ["en", "es"].map(|tag| Tag::parse(tag).unwrap());
    let file = Source { name: "ada.json", bytes: bytes.as_bytes(), language: None };
    import(
        &[file],
        &ImportContext {
            languages: &languages,
            default: Some(&languages[0]),
            ..ImportContext::default()
        },
    )
    .unwrap()
}

#[test]
fn all_valid_cases_of_the_schema_are_built() {
    let cases = cases(|name| name.contains("valid") && !name.contains("invalid"));
    assert!(cases.len() > 70, "{}", cases.len());
    let content = Content::fixture("small");
    content
        .write("profile-image.png", fs::read(data().join("every-kind/images/grace.png")).unwrap());
    let mut site = content.json("site.json");
    site["profiles"] = cases.iter().map(|(name, _)| json!(name)).collect();
    content.write("site.json", site.to_string());
    fs::remove_file(content.path().join(ADA)).unwrap();
    for (name, case) in &cases {
        content.write(&format!("profiles/{name}.json"), format!("{case:#}"));
    }
    let tree = content.build().tree;
    for (name, _) in &cases {
        assert!(text(&tree, &format!("en/{name}/index.html")).contains("<h1"), "{name}");
    }
}

#[test]
fn all_invalid_cases_of_the_schema_are_reported() {
    let cases = cases(|name| name.contains("invalid"));
    assert!(cases.len() > 50, "{}", cases.len());
    for (name, case) in cases {
        let findings = small(&case).load().findings;
        let path = invalid_path(&case, "$").unwrap_or_else(|| panic!("{name}: {case}"));
        let path = path.replace(".$schema", "[\"$schema\"]");
        let is_named =
            |finding: &Finding| finding.problem.path.to_string() == path && finding.place.is_some();
        assert!(findings.iter().any(is_named), "{name}: {path}\n{}", listed(&findings));
    }
}

#[test]
fn the_page_has_every_word_of_a_resume() {
    for name in ["sample.json", "senior-engineer.json"] {
        let resume = fixture(name);
        let content = small(&resume);
        let tree = content.build().tree;
        let page = Page::of(&tree, "en/index.html");
        let read = page.select("main")[0].text().concat();
        let shown = format!("{read} {}", page.attributes("href").join(" "));
        let mut words = Vec::new();
        strings(&resume, "", &mut words);
        let missing: Vec<_> = words.iter().filter(|word| !shown.contains(word.as_str())).collect();
        assert!(missing.is_empty(), "{name}: {missing:#?}");
    }
}

fn strings(value: &Value, key: &str, found: &mut Vec<String>) {
    let is_shown_otherwise = key.ends_with("Date")
        || ["date", "meta", "$schema", "countryCode", "postalCode"].contains(&key);
    match value {
        _ if is_shown_otherwise => {}
        Value::String(text) => found.push(text.clone()),
        Value::Array(items) => items.iter().for_each(|item| strings(item, key, found)),
        Value::Object(members) => {
            members.iter().for_each(|(key, value)| strings(value, key, found));
        }
        _ => {}
    }
}

#[test]
fn former_field_names_are_read() {
    let content = small(&json!({
        "basics": {
            "name": "Ada", "picture": "", "website": "https://ada.example/",
            "location": { "city": "London" },
        },
        "work": [{
            "company": "Engine", "position": "Analyst", "website": "https://engine.example/",
            "startDate": "1842-02", "endDate": null, "summary": "", "highlights": [""],
        }, {
            "company": "Salon", "startDate": "1833", "endDate": "Present",
        }, {
            "company": "Study", "startDate": "1830", "endDate": "",
        }],
        "education": [{ "institution": "Home", "area": "Mathematics", "gpa": "4.0" }],
        "languages": [{ "name": "English", "level": "Native" }],
    }));
    let built = content.build();
    let unmapped: Vec<_> =
        built.findings.iter().filter(|found| found.problem.message.contains("no place")).collect();
    assert!(unmapped.is_empty(), "{unmapped:?}");
    let page = text(&built.tree, "en/index.html").to_owned();
    for word in ["https://ada.example/", "Engine", "https://engine.example/", "4.0", "Native"] {
        assert!(page.contains(word), "{word}");
    }
}

#[test]
fn fields_without_a_place_stand_with_their_entry_or_stay_out() {
    let resume = json!({
        "basics": { "name": "Ada", "image": "https://ada.example/face.png", "pronouns": "she/her" },
        "work": [{ "name": "Engine", "team": { "size": 3, "lead": true }, "company": "Other" }],
        "languages": [{ "language": { "en": "English", "es": "Inglés" }, "since": "1815" }],
        "references": [{ "name": "Charles Babbage" }],
        "hobbyHorses": ["Horses", "Flying"],
        "meta": { "version": "v1.0.0", "generator": "hand" },
    });
    let Imported { report, .. } = imported(&resume);
    let reported: Vec<_> = report.iter().map(|problem| problem.path.to_string()).collect();
    let expected = [
        "$.basics.image",
        "$.basics.pronouns",
        "$.work[0].team",
        "$.work[0].company",
        "$.languages[0].since",
        "$.hobbyHorses",
        "$.meta.generator",
    ];
    let mut expected: Vec<_> = expected.map(str::to_owned).to_vec();
    let mut sorted = reported.clone();
    expected.sort();
    sorted.sort();
    assert_eq!(sorted, expected);
    let tree = small(&resume).build().tree;
    let page = text(&tree, "es/index.html").to_owned();
    for word in ["Other", "Charles Babbage", "Inglés"] {
        assert!(page.contains(word), "{word}");
    }
    for word in ["face.png", "she/her", "Horses", "1815", "Más"] {
        assert!(!page.contains(word), "{word}");
    }
}

#[test]
fn problems_have_positions_in_the_original_file() {
    let content = small(&json!({
        "basics": { "name": "Ada", "email": "ada", "url": "javascript:alert(1)" },
        "work": [{ "name": 7, "startDate": "1842-13" }, "A line"],
        "skills": {},
        "projects": "none",
    }));
    assert_eq!(errors(&content), []);
    let found = content.load().findings;
    let paths: Vec<_> = found.iter().map(|found| found.problem.path.to_string()).collect();
    for path in ["$.basics.email", "$.basics.url", "$.projects", "$.work[0].startDate"] {
        assert!(paths.iter().any(|found| found == path), "{path}: {}", listed(&found));
    }
    assert!(found.iter().all(|finding| finding.place.is_some_and(|place| place.line > 1)));
}

#[test]
fn a_duplicate_section_is_reported() {
    let content = Content::fixture("small");
    content.write(ADA, r#"{ "basics": { "name": "Ada" }, "work": [], "work": [{ "name": "A" }] }"#);
    assert_eq!(errors(&content), []);
    let found = content.load().findings;
    let message = "the key \"work\" occurs twice in the same object";
    let is_there = found.iter().any(|found| found.problem.message == message);
    assert!(is_there, "{}", listed(&found));
}

#[test]
fn private_values_stay_private_anywhere() {
    let mut resume = fixture("sample.json");
    resume["work"][0]["unknown"] = json!({ "deep": ["a", "b"] });
    resume["basics"]["profiles"][0].as_object_mut().unwrap().remove("network");
    resume["basics"]["profiles"][1].as_object_mut().unwrap().remove("url");
    resume["basics"]["location"]["planet"] = json!("Earth");
    resume["references"] = json!([{ "name": "Erlich" }]);
    let mut places = Vec::new();
    crate::privacy::places(&resume, "", &mut places);
    assert!(places.len() > 80);
    for place in &places {
        let mut hidden = resume.clone();
        let value = hidden.pointer_mut(place).unwrap();
        *value = json!({ "private": marked(value) });
        assert_hidden(&hidden, place);
        let mut hidden = resume.clone();
        let value = hidden.pointer_mut(place).unwrap();
        if value.is_object() {
            *value = marked(value);
            value["private"] = json!(true);
            assert_hidden(&hidden, place);
        }
    }
}

/// The value with a secret in each of its texts, including URLs.
fn marked(value: &Value) -> Value {
    match value {
        Value::String(text) => match text.strip_prefix("http") {
            Some(_) => json!("https://sesame.example/"),
            None => json!(format!("sesame {text}")),
        },
        Value::Array(items) => items.iter().map(marked).collect(),
        Value::Object(members) => {
            Value::Object(members.iter().map(|(k, v)| (k.clone(), marked(v))).collect())
        }
        other => other.clone(),
    }
}

#[track_caller]
fn assert_hidden(resume: &Value, place: &str) {
    let published = format!("{:?}", redact(imported(resume).node));
    assert!(!published.contains("sesame"), "{place}: {published}");
}
