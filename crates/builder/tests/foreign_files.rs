//! Files as other people write them, with comments, another order and keys that Perfil does not know: a word
//! that is changed in a form is the only difference.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "every file here is a test, which fails by panicking"
)]

use perfil_builder::session::Session;
use perfil_form::{Change, Part, PathStep, Request, Writing};
use perfil_site::{Fonts, Shell};
use std::path::Path;

const SITE: &str = r#"{ "title": "Ada", "baseUrl": "https://ada.example", "defaultLanguage": "en", "languages": ["en", "es"], "profiles": ["ada"] }"#;

/// A file, the path and the language of a text in it, and the word that is changed.
struct Case {
    name: &'static str,
    text: &'static str,
    path: &'static str,
    language: &'static str,
    word: &'static str,
    /// The text that the form shows for it.
    shown: &'static str,
}

const CASES: [Case; 10] = [
    Case {
        name: "ada.json",
        text: "{\"name\":\"Ada Lovelace\",\"sections\":[],\"x-source\":{\"b\":1,\"a\":[ ]},\"headline\":\"Analyst\",\"version\":1}",
        path: "headline",
        language: "en",
        word: "Analyst",
        shown: "Analyst",
    },
    Case {
        name: "ada.json",
        text: "\u{feff}{\r\n\t\"$schema\": \"./schema.json\",\r\n\t\"version\": 1,\r\n\t\"headline\": {\"es\": \"Analista\",   \"en\": \"Analyst of engines\"},\r\n\t\"name\": \"Ada Lovelace\", \"sections\": []\r\n}\r\n\r\n",
        path: "headline",
        language: "es",
        word: "Analista",
        shown: "Analista",
    },
    Case {
        name: "ada.json",
        text: "{ \"version\": 1.0, \"name\": \"Ada\\u0020Lovelace\",\n  \"sections\": [ { \"items\": [ {\"summary\": \"Wrote programs\",\n      \"start\" :\"2018\", \"position\":\"Analyst\", \"organization\": \"Engine Works\", \"note-to-self\": null } ],\n      \"kind\": \"experience\" } ] }",
        path: "sections/0/items/0/summary",
        language: "en",
        word: "programs",
        shown: "Wrote programs",
    },
    Case {
        name: "ada.yaml",
        text: "# My CV. Do not sort!\nsections: []   # later\nname: Ada Lovelace # née Byron\n\nversion: 1\nheadline: >-\n  Analyst of\n  engines\nx-mood: {happy: yes}\n",
        path: "name",
        language: "",
        word: "Lovelace",
        shown: "Ada Lovelace",
    },
    Case {
        name: "ada.yaml",
        text: "---\n'version': 1\n'name': 'Ada Lovelace'\nheadline:\n    es: 'Analista d''ingenios'   # check this\n    en: \"Analyst \\\"of\\\" engines\"\nsections:\n- kind: experience\n  # the good years\n  items:\n  - {position: Analyst, organization: Engine Works, start: 2018, end: 2021}\n...\n",
        path: "sections/0/items/0/position",
        language: "en",
        word: "Analyst",
        shown: "Analyst",
    },
    Case {
        name: "ada.yml",
        text: "version: 1\r\nname: Ada Lovelace\r\nsections:\r\n  - items:\r\n      - summary: |\r\n          Wrote the first program.\r\n\r\n          Published the notes.\r\n        organization: Engine Works\r\n        position: Analyst\r\n        start: 2018-03\r\n    kind: experience # jobs\r\n",
        path: "sections/0/items/0/organization",
        language: "",
        word: "Works",
        shown: "Engine Works",
    },
    Case {
        name: "ada.yaml",
        text: "%YAML 1.2\n---\nversion: 1\nname: Ada Lovelace\nsections:\n    -   kind: skills\n        items:\n            # order matters\n            - name: Mathematics\n            - name: Poetry   # a little\n",
        path: "sections/0/items/1/name",
        language: "",
        word: "Poetry",
        shown: "Poetry",
    },
    Case {
        name: "ada.yaml",
        text: "{version: 1, name: Ada Lovelace, # one line\n  sections: [{kind: awards, items: [{title: Medal, issuer: Society}]}]}",
        path: "sections/0/items/0/title",
        language: "en",
        word: "Medal",
        shown: "Medal",
    },
    Case {
        name: "ada.json",
        text: "{\n    \"version\" : 1 ,\n    \"name\" : \"Ada Lovelace\" ,\n    \"sections\" : [\n        { \"kind\" : \"education\" , \"title\" : { \"en\" : \"Studies\" } ,\n          \"items\" : [ { \"institution\" : \"Home School\" , \"degree\" : { \"private\" : true , \"value\" : \"None\" } } ] }\n    ]\n}",
        path: "sections/0/items/0/institution",
        language: "",
        word: "School",
        shown: "Home School",
    },
    Case {
        name: "ada.yaml",
        text: "version: 1\nname: Ada Lovelace\nsections:\n  - kind: projects\n    items:\n      - name: Analytical Engine\n        description: {en: Notes on the engine, es: \"Notas sobre la máquina\"}\n        keywords: [ cards,punched , 'brass' ]\n\n\n# the end\n",
        path: "sections/0/items/0/description",
        language: "es",
        word: "máquina",
        shown: "Notas sobre la máquina",
    },
];

fn steps(path: &str) -> Vec<PathStep> {
    let step = |step: &str| match step.parse() {
        Ok(index) => PathStep::Index(index),
        Err(_) => PathStep::Key(step.to_owned()),
    };
    path.split('/').map(step).collect()
}

fn writing(path: &str) -> Writing {
    match path.rsplit('/').next() {
        Some("summary" | "description") => Writing::Prose,
        Some("name" | "organization" | "institution") => Writing::Name,
        _ => Writing::Line,
    }
}

#[test]
fn a_changed_word_is_the_only_difference() {
    let element = include_bytes!("../../card/element.js").to_vec();
    let shell = Shell { element, fonts: Fonts::default(), ..Shell::default() };
    for Case { name, text, path, language, word, shown } in CASES {
        let profile = format!("profiles/{name}");
        let mut session = Session::new(shell.clone());
        session.open(
            [
                ("site.json".into(), SITE.as_bytes().to_vec()),
                (profile.clone().into(), text.as_bytes().to_vec()),
            ]
            .into(),
        );
        let request = Request {
            profile: profile.clone(),
            part: Some(Part::Head),
            open: Vec::new(),
            language: "en".to_owned(),
            theme: None,
            is_counted: false,
        };
        assert!(session.state(&request).0.form.is_some(), "{text}");
        // A form asks for a state after each change, and what nobody changes stays.
        assert_eq!(session.files()[Path::new(&profile)], text.as_bytes());
        let change = Change::Text {
            path: steps(path),
            language: language.to_owned(),
            text: shown.replace(word, "Changed"),
            writing: writing(path),
            is_required: true,
        };
        let changed = session.change(&profile, &change).unwrap_or_else(|it| panic!("{text}: {it}"));
        let (before, after) = text.split_at(text.rfind(word).unwrap());
        let expected = format!("{before}{}", after.replacen(word, "Changed", 1));
        assert_eq!(changed, expected);
        assert_eq!(session.files()[Path::new(&profile)], expected.as_bytes());
    }
}
