//! The CVs that `RenderCV` has as examples.

use crate::content::{Content, data, listed, text};
use crate::json_resume::{ADA, errors};
use crate::page::Page;
use perfil_import::{ImportContext, Kind, Source, import};
use std::fs;

const YAML: &str = "profiles/ada-lovelace.yaml";

fn examples() -> Vec<(String, Vec<u8>)> {
    let files = fs::read_dir(data().join("rendercv")).unwrap().map(Result::unwrap);
    let examples = files.filter(|file| file.path().extension().is_some_and(|end| end == "yaml"));
    examples
        .map(|file| (file.file_name().into_string().unwrap(), fs::read(file.path()).unwrap()))
        .collect()
}

fn small(cv: &[u8]) -> Content {
    let content = Content::fixture("small");
    fs::remove_file(content.path().join(ADA)).unwrap();
    content.write(YAML, cv);
    content
}

#[test]
fn every_field_of_the_examples_is_mapped() {
    assert_eq!(examples().len(), 5);
    for (name, bytes) in examples() {
        let source = Source { name: &name, bytes: &bytes, language: None };
        let imported = import(&[source], &ImportContext { languages: &[], default: None }).unwrap();
        assert_eq!(imported.kind, Kind::RenderCv, "{name}");
        assert_eq!(imported.report, [], "{name}");
        let content = small(&bytes);
        assert!(errors(&content).is_empty(), "{name}: {}", listed(&errors(&content)));
        content.build();
    }
}

#[test]
fn the_words_of_the_sample_are_on_its_page() {
    let (_, bytes) = examples().into_iter().find(|(name, _)| name == "sample.yaml").unwrap();
    let tree = small(&bytes).build().tree;
    let page = Page::of(&tree, "en/index.html");
    let read = page.select("main")[0].text().concat();
    for word in [
        "Boğaziçi University",
        "Example Project",
        "Fall 2023",
        "Frodo Baggins, John Doe, Samwise Gamgee",
        "This is the third reversed numbered entry.",
        "Welcome to RenderCV!",
        "Proficient with Python",
    ] {
        assert!(read.contains(word), "{word}");
    }
    let links = page.attributes("href");
    for link in ["https://github.com/john.doe", "https://doi.org/10.1109/TASC.2023.3340648"] {
        assert!(links.contains(&link), "{link}");
    }
}

#[test]
fn unknown_fields_of_rendercv_are_kept_with_a_warning() {
    let content = small(
        b"cv:\n  name: Ada\n  pronouns: she/her\n  email: [a@ada.example, b@ada.example]\n  \
          sections:\n    work:\n    - company: Engine\n      position: Analyst\n      team: 3\n    \
          - a line\n    odd: text\n",
    );
    let findings = content.load().findings;
    let mut paths: Vec<_> = findings
        .iter()
        .filter(|found| found.problem.message.contains("no place") || found.is_error())
        .map(|found| found.problem.path.to_string())
        .collect();
    paths.sort();
    let expected = [
        "$.cv.email[1]",
        "$.cv.pronouns",
        "$.cv.sections.odd",
        "$.cv.sections.work[0].team",
        "$.cv.sections.work[1]",
    ];
    assert_eq!(paths, expected, "{}", listed(&findings));
}

#[test]
fn private_values_of_a_cv_stay_private() {
    let content = small(
        b"cv:\n  name: Ada\n  phone: {private: sesame}\n  location: {private: sesame}\n  \
          nickname: {private: sesame}\n  social_networks:\n  - {network: GitHub, username: sesame, \
          private: true}\n  sections:\n    work:\n    - {company: sesame, odd: sesame, private: true}\n    \
          - company: Engine\n      summary: {private: sesame}\n",
    );
    let tree = content.build().tree;
    let leak = tree.iter().find(|(_, bytes)| String::from_utf8_lossy(bytes).contains("sesame"));
    assert_eq!(leak.map(|(path, _)| path), None);
    assert!(text(&tree, "en/index.html").contains("Engine"));
    for hidden in [
        "cv: {private: {name: sesame, email: sesame@ada.example, sections: {a: [sesame]}}}\n",
        "cv: {private: true, name: sesame, odd: sesame, sections: {a: [sesame]}}\n",
        "cv: {name: Ada, sections: {private: {a: [sesame]}}}\n",
        "cv: {name: Ada, sections: {private: true, a: [sesame]}}\n",
        "cv: {name: Ada, sections: {a: {private: [sesame]}}}\n",
        "cv: {name: Ada, social_networks: [{network: {private: sesame}, username: sesame}]}\n",
    ] {
        let source = Source { name: "ada.yaml", bytes: hidden.as_bytes(), language: None };
        let imported = import(&[source], &ImportContext { languages: &[], default: None }).unwrap();
        let all = format!("{:?}", imported.node);
        let published = format!("{:?}", perfil_source::redact(imported.node));
        let is_half = hidden.contains("username");
        assert!(all.contains("sesame") && (is_half || !published.contains("sesame")), "{hidden}");
    }
}
