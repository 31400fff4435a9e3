//! A content folder that is open in an editor.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "every file here is a test, which fails by panicking"
)]

use perfil_builder::session::Session;
use perfil_form::{Change, Part, PathStep, Problem, Request, State, Writing};
use perfil_site::{Fonts, Shell};

const CV: &str = "# Ada Lovelace\n\nada@ada.example\n\n## Experience\n\n### Analyst, Engine Works\n\
    *2018 – 2021*\n\n- Wrote the first program\n";

/// An application of which only the place for the addresses of the card is there.
fn shell() -> Shell {
    let element = include_bytes!("../../card/element.js").to_vec();
    Shell { element, fonts: Fonts::default(), ..Shell::default() }
}

fn opened(name: &str, file: &str) -> Session {
    let mut session = Session::new(shell());
    let started = session.start(None, Some((name, file.as_bytes())), &["en".to_owned()]);
    started.unwrap_or_else(|problems| panic!("{problems:?}"));
    session
}

fn ask(session: &mut Session) -> (State, Option<String>) {
    session.state(&Request {
        profile: "profiles/ada-lovelace.json".to_owned(),
        part: Some(Part::Head),
        open: Vec::new(),
        language: "en".to_owned(),
        theme: None,
        is_counted: true,
    })
}

fn name(text: &str) -> Change {
    Change::Text {
        path: vec![PathStep::Key("name".to_owned())],
        language: String::new(),
        text: text.to_owned(),
        writing: Writing::Name,
        is_required: true,
    }
}

#[test]
fn a_cv_is_a_page_that_changes() {
    let mut session = opened("cv.md", CV);
    let (state, html) = ask(&mut session);
    assert!(html.unwrap().contains("Engine Works"));
    assert_eq!(state.outline.unwrap().sections.len(), 1);
    assert!(state.exports.iter().any(|path| path.contains("/vcf/")), "{:?}", state.exports);
    assert!(state.languages.iter().any(|it| it.tag == "en" && it.written > 0));
    let text = session.change("profiles/ada-lovelace.json", &name("Ada King")).unwrap();
    assert!(text.contains("\"Ada King\""));
    let (_, html) = ask(&mut session);
    assert!(html.unwrap().contains("Ada King"));
    let spot = session.locate("profiles/ada-lovelace.json", "Engine Works", Some("experience"), 0);
    assert_eq!(spot.unwrap().part, Part::Section(0));
}

#[test]
fn a_mistake_is_told_and_mended() {
    let mut session = opened("cv.md", CV);
    let path = "profiles/ada-lovelace.json";
    let good = session.files()[std::path::Path::new(path)].clone();
    session.write(path, b"{ \"version\": 1,\n  \"name\": 7 }".to_vec());
    let (state, html) = ask(&mut session);
    assert!(html.is_none());
    let Problem { place, is_error, range, .. } = state.findings.first().unwrap().clone();
    assert_eq!((place, is_error, range), (Some((2, 11)), true, Some((26, 27))));
    session.write(path, b"{ \"version\": 1,".to_vec());
    let (state, _) = ask(&mut session);
    assert!(state.outline.is_none() && state.findings.iter().any(|it| it.is_error));
    assert!(session.change(path, &name("Ada")).is_err());
    session.write(path, good);
    assert!(ask(&mut session).1.is_some());
}

#[test]
fn languages_of_a_file_become_those_of_its_site() {
    let profile = r#"{ "version": 1, "name": "Ada Lovelace", "sections": [],
        "headline": { "es": "Analista", "de": "Analytikerin" } }"#;
    let mut session = opened("ada.json", profile);
    let (state, _) = ask(&mut session);
    let tags: Vec<_> = state.languages.iter().map(|it| it.tag.as_str()).collect();
    assert_eq!(tags, ["de", "es"]);
}

#[test]
fn a_file_that_is_no_cv_is_told() {
    let mut session = Session::new(shell());
    let started = session.start(None, Some(("a.json", b"{ \"a\": ")), &["en".to_owned()]);
    let problems = started.unwrap_err();
    assert!(problems.iter().any(|it| it.is_error && !it.remedy.is_empty()), "{problems:?}");
}

#[test]
fn what_no_page_shows_is_named() {
    let mut session = Session::new(shell());
    let files = [
        ("profiles/ada.json", r#"{ "version": 1, "name": "Ada", "phone": { "private": "1" } }"#),
        ("profiles/bob.yaml", "version: 1\nname: Bob\ndraft: true\n"),
        ("profiles/cut.json", r#"{ "phone": { "private": "1" "#),
        ("profiles/eve.md", "---\nname: Eve\nphone:\n  private: '1'\n---\n# Eve\n"),
        ("profiles/jan.json", r#"{ "version": 1, "name": "Jan", "private": false }"#),
        ("profiles/mia.md", "# Mia\n\nWorks in private equity.\n"),
        ("site.json", r#"{ "private": true }"#),
    ];
    session.open(files.map(|(path, text)| (path.into(), text.into())).into());
    let expected =
        ["profiles/ada.json", "profiles/bob.yaml", "profiles/cut.json", "profiles/eve.md"];
    assert_eq!(session.withheld(), expected);
}

#[test]
fn the_workflow_publishes_the_branch_that_is_named() {
    let branches =
        |name: &str| {
            let (path, text) = perfil_site::pages_workflow(name);
            assert_eq!(path, ".github/workflows/pages.yml");
            let line = text.lines().find(|line| line.contains("branches:")).unwrap();
            assert!(text.contains(&format!(
                "push to {}.",
                &line[line.find('[').unwrap() + 1..line.len() - 1]
            )));
            line.trim().to_owned()
        };
    assert_eq!(branches("main"), "branches: [main]");
    assert_eq!(branches("site/2026"), "branches: [site/2026]");
    assert_eq!(branches("c++, it's"), r"branches: ['c\+\+, it''s']");
}
