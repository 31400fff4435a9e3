//! Profiles in other formats: several files for one person, and broken ones.

use crate::content::{Content, data, listed, text};
use crate::json_resume::{ADA, errors, small};
use perfil_import::{ImportContext, Source, import};
use serde_json::json;

#[test]
fn files_of_several_languages_are_one_profile() {
    let content = small(&json!({
        "basics": { "name": "Ada", "label": "Analyst", "email": "ada@ada.example" },
        "work": [{ "name": "Engine", "position": "Analyst", "startDate": "1842" }],
    }));
    let spanish = json!({
        "basics": { "name": "Ada", "label": "Analista", "summary": "Solo en español." },
        "work": [{ "name": "Engine", "position": "Analista", "startDate": "1842" }],
    });
    content.write("profiles/ada-lovelace.es.json", format!("{spanish:#}"));
    let built = content.build();
    assert!(built.findings.len() == 1, "{}", listed(&built.findings));
    let page = |language: &str| text(&built.tree, &format!("{language}/index.html"));
    assert!(page("en").contains("Analyst") && !page("en").contains("Analista"));
    assert!(page("es").contains("Analista") && !page("es").contains("Analyst"));
    assert!(page("es").contains("Solo en español."));
}

#[test]
fn lists_of_two_languages_are_matched_by_what_they_say() {
    let content = small(&json!({
        "basics": { "name": "Ada" },
        "work": [
            { "name": "Kestrel", "position": "Developer", "startDate": "2020-01",
              "highlights": ["Cut costs by 40 %", "Led a team", "Moved to Kubernetes"] },
            { "name": "Initech", "position": "Analyst", "startDate": "2018-02" },
        ],
    }));
    let spanish = json!({
        "basics": { "name": "Ada" },
        "work": [
            { "name": "Initech", "position": "Analista", "startDate": "2018-02" },
            { "name": "Kestrel", "position": "Desarrolladora", "startDate": "2020-01",
              "highlights": ["Reduje los costes un 40 %", "Migré a Kubernetes"] },
            { "name": "Umbrella", "position": "Becaria", "startDate": "2016-05" },
        ],
    });
    content.write("profiles/ada-lovelace.es.json", format!("{spanish:#}"));
    let built = content.build();
    let page = |language: &str| text(&built.tree, &format!("{language}/index.html"));
    for word in ["Developer", "Analyst", "Becaria", "Cut costs", "Led a team"] {
        assert!(page("en").contains(word), "{word}");
    }
    for word in ["Desarrolladora", "Analista", "Becaria", "Reduje", "Led a team", "Migré"] {
        assert!(page("es").contains(word), "{word}");
    }
    for word in ["Analyst", "Cut costs", "Moved to"] {
        assert!(!page("es").contains(word), "{word}");
    }
    let found = |path: &str| built.findings.iter().any(|it| it.problem.path.to_string() == path);
    assert!(found("$.work") && found("$.work[1].highlights"), "{}", listed(&built.findings));
}

#[test]
fn differences_between_files_are_reported() {
    let content = small(&json!({
        "basics": { "name": "Ada", "email": "ada@ada.example" },
        "work": [{ "name": "Engine", "startDate": "1842" }],
    }));
    let spanish = json!({
        "basics": { "name": "Ada", "email": "ada@otra.example" },
        "work": [{ "name": "Engine", "startDate": "1843" }, { "name": "Otro" }],
    });
    content.write("profiles/ada-lovelace.es.json", format!("{spanish:#}"));
    assert_eq!(errors(&content), []);
    let found = content.load().findings;
    let of = |path: &str| found.iter().find(|found| found.problem.path.to_string() == path);
    let (email, work) = (of("$.basics.email").unwrap(), of("$.work").unwrap());
    assert!(email.file.ends_with("ada-lovelace.es.json"));
    assert_eq!(
        (email.problem.path.to_string(), email.place.unwrap().line),
        ("$.basics.email".into(), 3)
    );
    assert_eq!(work.problem.path.to_string(), "$.work");
}

#[test]
fn a_file_that_is_not_a_resume_is_explained() {
    for (broken, message) in [
        ("[]", "expected an object for a profile"),
        ("{ \"basics\": ", "this is not JSON"),
        ("{ \"basics\": { \"name\": \"\u{0}\" } }", "this is not JSON"),
    ] {
        let content = Content::fixture("small");
        content.write(ADA, broken);
        let found = errors(&content);
        assert!(found[0].problem.message.contains(message), "{}", listed(&found));
    }
    let content = Content::fixture("small");
    let deep = format!("{{\"work\": {}1{}}}", "[".repeat(200), "]".repeat(200));
    content.write(ADA, deep);
    assert!(!content.load().findings.is_empty());
}

#[test]
fn formats_that_are_not_read_are_named() {
    let archive = |name: &str| {
        let mut writer = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
        writer.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        writer.finish().unwrap().into_inner()
    };
    for (name, bytes, format) in [
        ("cv.xlsx", archive("xl/workbook.xml"), "an Excel workbook"),
        ("cv.pages", archive("Index/Document.iwa"), "a Pages document"),
        ("cv.odt", archive("content.xml"), "an OpenDocument text"),
        ("cv.doc", b"\xd0\xcf\x11\xe0\xa1".to_vec(), "an old Word document"),
        ("cv.rtf", b"{\\rtf1 Ada}".to_vec(), "a document in RTF"),
        ("cv.tex", b"\n\\documentclass{article}".to_vec(), "a document in LaTeX"),
        ("cv.yaml", b"\x89PNG\r\n".to_vec(), "a picture"),
    ] {
        let source = Source { name, bytes: &bytes, language: None };
        let context = ImportContext::default();
        let problems = import(&[source], &context).unwrap_err();
        assert_eq!(problems[0].message, format!("this is {format}, which is not read"), "{name}");
        assert!(problems[0].remedy.contains(".txt"), "{}", problems[0].remedy);
    }
}

#[test]
fn urls_without_a_scheme_get_https() {
    let written = json!({
        "basics": {
            "name": "Ada",
            "url": "www.ada.dev",
            "profiles": [{ "network": "GitHub", "url": "github.com/ada" }],
        },
        "work": [{ "name": "Engine", "url": "not an address" }],
    });
    let content = small(&written);
    assert_eq!(errors(&content), []);
    let found = content.load().findings;
    let is_told = found.iter().any(|found| found.problem.path.to_string() == "$.work[0].url");
    assert!(is_told, "{}", listed(&found));

    content.edit(ADA, "not an address", "engine.example");
    let built = content.build();
    for path in ["$.basics.url", "$.basics.profiles[0].url", "$.work[0].url"] {
        let is_it = |finding: &&perfil_site::Finding| finding.problem.path.to_string() == path;
        let found = built.findings.iter().find(is_it).unwrap_or_else(|| panic!("{path}"));
        assert!(found.problem.message.ends_with("so it is taken as https"), "{path}");
    }
    let page = text(&built.tree, "en/index.html");
    assert!(page.contains("https://www.ada.dev") && page.contains("https://github.com/ada"));

    let native = Content::fixture("small");
    native.edit(ADA, "\"version\": 1,", "\"version\": 1, \"url\": \"ada.dev\",");
    assert_eq!(errors(&native)[0].problem.path.to_string(), "$.url", "our own format is strict");
}

#[test]
fn every_part_of_a_file_is_read_or_reported() {
    let context = ImportContext::default();
    for name in ["rendercv/sample.yaml", "json-resume/sample.json"] {
        let whole = std::fs::read(data().join(name)).unwrap();
        let read = |bytes: &[u8]| {
            let result = import(&[Source { name, bytes, language: None }], &context);
            for problem in result.map_or_else(|problems| problems, |imported| imported.report) {
                let end = problem.span.map_or(0, |span| span.start);
                assert!(end <= bytes.len() + 1, "{name}: {}", problem.message);
            }
        };
        for end in (0..whole.len()).step_by(17) {
            read(&whole[..end]);
        }
        for (at, byte) in
            (0..whole.len()).step_by(19).zip(b"\t\xff:[{*&\"'-,}]\0#|>!%@`".iter().cycle())
        {
            let mut bytes = whole.clone();
            bytes[at] = *byte;
            read(&bytes);
        }
    }
}
