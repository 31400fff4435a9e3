//! The CVs that `RenderCV` has as examples.

use crate::content::{Content, data, listed, text};
use crate::json_resume::{ADA, errors};
use crate::page::Page;
use perfil_import::{ImportContext, Kind, Source, import};
use perfil_model::language::Tag;
use perfil_source::to_json;
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
        let imported = import(&[source], &ImportContext::default()).unwrap();
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
        .filter(|found| !found.problem.message.contains("not written in"))
        .map(|found| found.problem.path.to_string())
        .collect();
    paths.sort();
    let expected = ["$.cv.pronouns", "$.cv.sections.odd", "$.cv.sections.work[0].team"];
    assert_eq!(paths, expected, "{}", listed(&findings));
    assert!(errors(&content).is_empty());
    let tree = content.build().tree;
    let read = Page::of(&tree, "en/index.html").select("main")[0].text().concat();
    for shown in ["b@ada.example", "a line", "Team", "text"] {
        assert!(read.contains(shown), "{shown}");
    }
    assert!(
        !read.contains("she/her"),
        "what has no place is not for readers unless its owner says"
    );
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
        let imported = import(&[source], &ImportContext::default()).unwrap();
        let all = format!("{:?}", imported.node);
        let published = format!("{:?}", perfil_source::redact(imported.node));
        let is_half = hidden.contains("username");
        assert!(all.contains("sesame") && (is_half || !published.contains("sesame")), "{hidden}");
    }
}

/// The profile that a CV becomes, as JSON.
fn profile(cv: &str) -> serde_json::Value {
    let source = Source { name: "mira.yaml", bytes: cv.as_bytes(), language: None };
    let languages = [Tag::parse("en").unwrap()];
    let context = ImportContext {
        languages: &languages,
        default: Some(&languages[0]),
        ..ImportContext::default()
    };
    let imported = import(&[source], &context).unwrap();
    assert!(imported.report.iter().all(|problem| !problem.is_error()), "{:?}", imported.report);
    serde_json::from_str(&to_json(&imported.node)).unwrap()
}

#[test]
fn names_in_markdown_are_read_and_their_links_kept() {
    let profile = profile(
        "cv:\n  name: Mira\n  sections:\n    experience:\n      - company: \"Kestrel, see \
         [site](https://kestrel.example)\"\n        position: \"*Engineer*, \
         [Atlas](https://atlas.example)\"\n        location: \"[Porto](https://porto.example)\"\n      \
         - company: \"[Initech](https://initech.example) (acquired by Cometa)\"\n        position: \
         \"**Dev**\"\n        date: 2019\n",
    );
    let items = &profile["sections"][0]["items"];
    assert_eq!(items[0]["name"], "Kestrel, see site");
    assert_eq!(items[0]["position"], "Engineer, Atlas");
    assert_eq!(items[0]["location"], "Porto");
    assert_eq!(items[0]["url"], "https://kestrel.example");
    let summary = "[Atlas](<https://atlas.example>) · [Porto](<https://porto.example>)";
    assert_eq!(items[0]["summary"], summary);
    assert_eq!(items[1]["name"], "Initech (acquired by Cometa)");
    assert_eq!(items[1]["url"], "https://initech.example");
    assert_eq!(items[1]["endDate"], "2019");
}

#[test]
fn entries_are_what_their_section_says() {
    let profile = profile(
        "cv:\n  name: Mira\n  sections:\n    professional_experience:\n      - {company: Kestrel, \
         position: Engineer, start_date: 2020-01, end_date: present}\n    volunteering:\n      - \
         {company: Shelter, position: Walker}\n    projects:\n      - {name: Atlas, start_date: \
         2021-03, end_date: present, highlights: [A map tool]}\n    certifications:\n      - {name: \
         CKA, start_date: 2022-01}\n    skills:\n      - {label: Languages, details: \"Rust, Go (4 \
         years, daily), C#\"}\n    languages:\n      - {label: German, details: C1}\n    \
         additional:\n      - {label: Citizenship, details: EU}\n    leadership:\n      - {name: \
         Chess club, date: Fall 2023}\n",
    );
    let sections = profile["sections"].as_array().unwrap();
    let kinds: Vec<_> =
        sections.iter().map(|it| (&it["title"], &it["kind"], &it["list"])).collect();
    let kind = |title: &str, kind: &str, list: Option<&str>| {
        (title.into(), kind.into(), list.map_or(serde_json::Value::Null, Into::into))
    };
    let expected = [
        kind("Professional experience", "timeline", None),
        kind("Volunteering", "timeline", Some("volunteer")),
        kind("Projects", "projects", None),
        kind("Certifications", "certificates", None),
        kind("Skills", "skills", None),
        kind("Languages", "languages", None),
        kind("Additional", "terms", None),
        kind("Leadership", "projects", None),
    ];
    let expected: Vec<_> = expected.iter().map(|(a, b, c)| (a, b, c)).collect();
    assert_eq!(kinds, expected);
    let keywords = serde_json::json!(["Rust", "Go (4 years, daily)", "C#"]);
    assert_eq!(sections[4]["items"][0]["keywords"], keywords);
    assert_eq!(sections[7]["items"][0]["details"][0]["text"], "Fall 2023");
}

#[test]
fn every_way_to_reach_the_person_is_kept() {
    let profile = profile(
        "cv:\n  name: Mira\n  email: [mira@a.example, mira@b.example]\n  phone: [+351-912-345-678, \
         \"(415) 555-0134\"]\n  website: [https://mira.example, https://blog.example/mira]\n  \
         social_networks:\n    - {network: Reddit, username: mira}\n    - {network: WhatsApp, \
         username: \"+351912345678\"}\n  custom_connections:\n    - {fontawesome_icon: passport, \
         placeholder: EU work permit, url: }\n    - {fontawesome_icon: calendar, placeholder: Book a \
         call, url: \"https://cal.example/mira\"}\n  sections:\n    summary:\n      - Twelve years.\n",
    );
    assert_eq!(
        (&profile["email"], &profile["url"]),
        (&"mira@a.example".into(), &"https://mira.example".into())
    );
    let texts: Vec<_> = profile["facts"].as_array().unwrap().iter().map(|it| &it["text"]).collect();
    assert_eq!(texts, ["mira@b.example", "(415) 555-0134"]);
    let links = profile["links"].as_array().unwrap();
    let links: Vec<_> = links.iter().map(|it| (it["label"].as_str(), it["url"].as_str())).collect();
    let expected = [
        (Some("Reddit"), Some("https://reddit.com/user/mira")),
        (Some("WhatsApp"), Some("https://wa.me/351912345678")),
        (Some("Passport"), None),
        (Some("Book a call"), Some("https://cal.example/mira")),
        (Some("blog.example"), Some("https://blog.example/mira")),
    ];
    assert_eq!(links, expected);
    assert_eq!(profile["summary"], "Twelve years.");
}

#[test]
fn the_language_of_a_cv_is_stated_or_recognized() {
    let stated = profile("cv:\n  name: Mira\nlocale:\n  language: spanish\n");
    assert_eq!(stated["language"], "es");
    let recognized = profile(
        "cv:\n  name: Mira\n  sections:\n    experiencia:\n      - company: Cometa\n        \
         highlights:\n          - Diseñé la canalización de datos que mueve los pagos de cuatro \
         bancos y escribí las pruebas que la vigilan.\n",
    );
    assert_eq!(recognized["language"], "es");
}
