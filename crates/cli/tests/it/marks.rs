//! Every way to mark something as private, in every format.

use perfil_import::{ImportContext, Imported, Source, import};
use perfil_model::language::Tag;
use perfil_model::profile::Profile;
use perfil_source::{Context, Severity, redact, reveal, to_json};

/// The members that make an object private; the first is the plain one.
pub(crate) fn marks() -> impl Iterator<Item = &'static str> {
    include_str!("../../../../tests/data/private-marks.txt").lines()
}

/// Values of which nothing is published.
const VALUES: [&str; 6] = [
    r#"{ "private": "Sesame" }"#,
    r#"{ "private": { "private": "Sesame" } }"#,
    r#"{ "private": ["Sesame"] }"#,
    r#"{ "private": "Sesame", "private": "Sesame" }"#,
    r#"{ "private": "Sesame", "es": "Sesame" }"#,
    r#"["Sesame", { "private": true }]"#,
];

/// Objects in each format; `MARK` is the position of the mark.
const OBJECTS: [(&str, &[&str]); 3] = [
    (
        "JSON Resume",
        &[
            r#"{ "basics": { "name": "Ada", "location": { "city": "Sesame", MARK } } }"#,
            r#"{ "basics": { "name": "Ada", "profiles": [{ "url": "https://sesame.example", MARK }] } }"#,
            r#"{ "basics": { "name": "Ada", "odd": { "a": "Sesame", MARK } } }"#,
            r#"{ "basics": { "name": "Ada" }, "work": [{ "name": "Sesame", "odd": "Sesame", MARK }] }"#,
            r#"{ "basics": { "name": "Ada" }, "odd": [{ "b": { "a": "Sesame", MARK } }] }"#,
            r#"{ "basics": { "name": "Ada" }, "references": [{ "name": "Sesame", MARK }] }"#,
            r#"{ "basics": { "name": "Ada" }, "work": [{ "name": "A", "position": "B" },
                { "name": "A", "position": "Sesame", "location": "Sesame", MARK }],
               "meta": { "perfil": { "sections": [{ "id": "work", "title": "Work", "kind": "timeline",
                "items": [{ "entry": "/work/0", "roles": ["/work/1"] }] }] } } }"#,
            r#"{ "basics": { "name": "Ada" }, "work": [{ "name": "Sesame", "position": "B", MARK }],
               "meta": { "perfil": { "sections": [{ "id": "work", "title": "Work", "kind": "timeline",
                "items": [{ "entry": "/work/0", "private": false }] }] } } }"#,
            r#"{ "basics": { "name": "Ada" }, "meta": { MARK, "perfil": { "focus": ["Sesame"] } } }"#,
        ],
    ),
    (
        "RenderCV",
        &[
            r#"{ "cv": { "name": "Ada", "social_networks": [{ "network": "GitHub", "username": "Sesame", MARK }] } }"#,
            r#"{ "cv": { "name": "Ada", "odd": { "a": "Sesame", MARK } } }"#,
            r#"{ "cv": { "name": "Ada", "sections": { "work": [{ "company": "Sesame", "odd": "Sesame", MARK }] } } }"#,
            r#"{ "cv": { "name": "Ada", "sections": { "Sesame": ["Sesame"], MARK } } }"#,
            r#"{ "cv": { "name": "Ada" }, "odd": { "a": { "b": "Sesame", MARK } } }"#,
        ],
    ),
    (
        "our Markdown",
        &[
            "---\n{ \"name\": \"Ada\", \"language\": \"en\", \"canonical\": \"https://a.example/\", \
             \"links\": [{ \"label\": \"Sesame\", \"url\": \"https://sesame.example\", MARK }] }\n\
             ---\n\n# Ada\n",
        ],
    ),
];

/// Values in each format; `VALUE` is their position.
const PLACES: [(&str, &[&str]); 2] = [
    (
        "JSON Resume",
        &[
            r#"{ "basics": { "name": "Ada", "phone": VALUE } }"#,
            r#"{ "basics": { "name": "Ada", "odd": VALUE } }"#,
            r#"{ "basics": { "name": "Ada" }, "work": [{ "name": "A", "summary": VALUE }] }"#,
            r#"{ "basics": { "name": "Ada" }, "work": [{ "name": "A", "highlights": VALUE }] }"#,
            r#"{ "basics": { "name": "Ada" }, "work": [{ "name": "A", "odd": VALUE }] }"#,
            r#"{ "basics": { "name": "Ada" }, "odd": VALUE }"#,
        ],
    ),
    (
        "RenderCV",
        &[
            r#"{ "cv": { "name": "Ada", "phone": VALUE } }"#,
            r#"{ "cv": { "name": "Ada", "odd": VALUE } }"#,
            r#"{ "cv": { "name": "Ada", "sections": { "work": [{ "company": "A", "summary": VALUE }] } } }"#,
            r#"{ "cv": { "name": "Ada", "sections": { "publications": [{ "title": "A", "authors": VALUE }] } } }"#,
        ],
    ),
];

fn imported(files: &[(&str, &str)]) -> Result<Imported, String> {
    let languages = ["en", "es"].map(|tag| Tag::parse(tag).unwrap());
    let mut sources = Vec::new();
    for ((name, text), language) in files.iter().zip([None, Some(&languages[1])]) {
        sources.push(Source { name, bytes: text.as_bytes(), language: language.cloned() });
    }
    let context = ImportContext {
        languages: &languages,
        default: Some(&languages[0]),
        ..ImportContext::default()
    };
    import(&sources, &context).map_err(|problems| problems[0].message.clone())
}

fn holds_secret(imported: &Imported) -> bool {
    to_json(&redact(imported.node.clone())).to_lowercase().contains("sesame")
}

/// The errors that would stop a build.
fn errors(imported: &Imported) -> Vec<String> {
    let mut context = Context::default();
    let _ = Profile::read(&reveal(imported.node.clone()), &mut context);
    let problems = context.finish().0.into_iter().chain(imported.report.iter().cloned());
    let errors = problems.filter(|problem| problem.severity == Severity::Error);
    errors.map(|problem| problem.message).collect()
}

/// The names of files in which JSON is read; YAML refuses a duplicate key.
fn names(format: &str) -> &'static [&'static str] {
    if format == "our Markdown" { &["ada.md"] } else { &["ada.json", "ada.yaml"] }
}

#[test]
fn any_mark_hides_its_object_in_every_format() {
    for (format, texts) in OBJECTS {
        let marks = || marks().enumerate();
        for (text, (index, mark)) in texts.iter().flat_map(|text| marks().map(move |it| (text, it)))
        {
            let text = text.replace("MARK", mark);
            for name in names(format) {
                let imported = match imported(&[(name, &text)]) {
                    Err(message) if message.contains("occurs twice") => continue,
                    other => other.unwrap(),
                };
                assert!(!holds_secret(&imported), "{format}, {name}: {text}");
                // What is merged is not a section of a CV and not a field of ours, so it is
                // refused.
                let is_refused = format != "JSON Resume" && mark.contains("<<");
                let errors = errors(&imported);
                assert!(is_refused || errors.is_empty(), "{format}, {name}: {text}: {errors:?}");
                // YAML with a duplicate key is read line by line, and hides without a warning.
                let is_twice = !mark.contains("<<") && mark.matches("private").count() > 1;
                let is_odd = index > 0 && (format != "our Markdown" || !is_twice);
                let is_reported = imported.report.iter().any(|it| it.message.contains("private"));
                assert_eq!(is_reported, is_odd, "{format}: {text}: {:?}", imported.report);
            }
        }
        for text in texts {
            let open = text.replace("MARK", r#""private": false"#);
            let imported = imported(&[(names(format)[0], &open)]).unwrap();
            // A field that no schema knows is not for readers.
            let is_known = !open.contains("references") && !open.contains("\"odd\"");
            let is_shown = holds_secret(&imported) || !is_known;
            assert!(is_shown, "{format}: what is not private is shown: {open}");
        }
    }
}

#[test]
fn any_private_value_is_hidden_in_every_format() {
    for (format, texts) in PLACES {
        for (text, value) in texts.iter().flat_map(|text| VALUES.map(|value| (text, value))) {
            let text = text.replace("VALUE", value);
            for name in names(format) {
                match imported(&[(name, &text)]) {
                    Err(message) => assert!(message.contains("occurs twice"), "{text}: {message}"),
                    Ok(imported) => assert!(!holds_secret(&imported), "{format}, {name}: {text}"),
                }
            }
        }
        for text in texts {
            let open = text.replace("VALUE", r#"{ "en": "Sesame" }"#);
            // What no schema knows is left out.
            let is_known = !open.contains("\"odd\"");
            let is_shown = holds_secret(&imported(&[("ada.json", &open)]).unwrap());
            assert!(is_shown || !is_known, "{open}");
        }
    }
}

#[test]
fn a_private_document_is_not_published() {
    for (name, text) in [
        ("ada.json", r#"{ "basics": { "name": "Sesame" }, MARK }"#),
        ("ada.yaml", r#"{ "cv": { "name": "Sesame", MARK }, MARK }"#),
        (
            "ada.md",
            "---\n{ \"name\": \"Sesame\", \"language\": \"en\", \"canonical\": \"x\", MARK }\n---\n",
        ),
    ] {
        for mark in marks() {
            let text = text.replace("MARK", mark);
            match imported(&[(name, &text)]) {
                Err(message) => assert!(message.contains("occurs twice"), "{text}: {message}"),
                Ok(imported) => assert!(!holds_secret(&imported), "{text}"),
            }
        }
    }
}

#[test]
fn a_mark_in_one_file_hides_the_other_languages() {
    let resume = |mark: &str| {
        let open = r#"{ "basics": { "name": "Ada" }, "work": [{ "name": "Sesame", MARK }] }"#;
        open.replace("MARK", mark)
    };
    let open = resume(r#""private": false"#);
    for marked in marks().map(resume) {
        for [own, other] in [[&open, &marked], [&marked, &open], [&marked, &marked]] {
            let imported = imported(&[("ada.json", own), ("ada.es.json", other)]).unwrap();
            assert!(!holds_secret(&imported), "{own} and {other}");
        }
    }
    assert!(holds_secret(&imported(&[("ada.json", &open), ("ada.es.json", &open)]).unwrap()));
}

#[test]
fn front_matter_hides_marked_values() {
    for facts in [
        "phone: { private: Sesame }",
        "phone: {\"private\": \"Sesame\"}",
        "phone:\n  private: Sesame",
        "phone:\n  work: Sesame\n  private: true",
        "phone:\n  private: \"false\"\n  work: Sesame",
        "phone:\n- private: Sesame",
        "place: { city: Sesame, private: yes }",
        "odd: [{ private: Sesame }]",
        "phone: { private: Sesame",
        "phone: {\n  home: 1, work: Sesame, private: true,\n  odd: 2 }",
        "phone: { private: false, work: Sesame, private: true }",
        "private: true\nphone: Sesame",
        "phone: Sesame\nprivate:",
        "private: false\nprivate: true\nphone: Sesame",
        "language: en\ncanonical: x\nprivate: false\nprivate: true\nphone: Sesame",
    ] {
        let text = format!("---\nname: Ada\n{facts}\n---\n\nShe wrote the first program.\n");
        let imported = imported(&[("ada.md", &text)]).unwrap();
        assert!(!holds_secret(&imported), "{text}");
        assert_eq!(errors(&imported), Vec::<String>::new(), "{text}");
    }
    for facts in [
        "phone: Sesame\nprivate: false",
        "note: \"private: Sesame\"",
        "place: { city: Sesame, private: false }",
        "note: [private beta](https://sesame.example)",
    ] {
        let text = format!("---\nname: Ada\n{facts}\n---\n\nShe wrote the first program.\n");
        assert!(holds_secret(&imported(&[("ada.md", &text)]).unwrap()), "{text}");
    }
}

#[test]
fn merged_and_repeated_yaml_stays_private() {
    for text in [
        "cv:\n  name: Ada\n  base: &hidden {private: true, note: Sesame}\n  sections:\n    work:\n    \
         - {<<: *hidden, company: Sesame}\n",
        "cv:\n  name: Ada\n  phone: &phone {private: Sesame}\n  sections:\n    work:\n    \
         - {company: A, summary: *phone}\n",
        "basics:\n  name: Ada\nwork:\n- &first {name: Sesame, private: yes}\n- *first\n",
        "basics:\n  name: Ada\nwork:\n- <<: {<<: {private: True}}\n  name: Sesame\n",
    ] {
        let imported = imported(&[("ada.yaml", text)]).unwrap();
        assert!(!holds_secret(&imported), "{text}");
        assert_eq!(errors(&imported), Vec::<String>::new(), "{text}");
    }
}
