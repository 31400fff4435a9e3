//! The files of `YAMLResume`: every value in its place, nothing hidden in any output.

use crate::content::{Content, data, listed, text};
use crate::json_resume::ADA;
use crate::page::Page;
use crate::resume_site::Site;
use perfil_import::{ImportContext, Imported, Kind, Source, import};
use perfil_source::{Problem, redact};
use serde_json::json;
use std::fs;

const YML: &str = "profiles/ada-lovelace.yml";

fn fixture(name: &str) -> Vec<u8> {
    fs::read(data().join("yaml-resume").join(name)).unwrap()
}

/// A site of one file.
pub(crate) fn site(yaml: &[u8]) -> Content {
    let content = Content::fixture("small");
    fs::remove_file(content.path().join(ADA)).unwrap();
    content.write(YML, yaml);
    content
}

fn imported(yaml: &str) -> Result<Imported, Vec<Problem>> {
    let source = Source { name: "ada.yml", bytes: yaml.as_bytes(), language: None };
    import(&[source], &ImportContext::default())
}

#[test]
fn every_section_is_on_the_page() {
    let site = Site { built: site(&fixture("full.yml")).build() };
    site.shows(&[
        "Ines Aldana",
        "Keeps rivers on maps",
        "Twelve years of hydrography, mostly outdoors",
        "Calle del Agua 4",
        "Zaragoza",
        "Spain",
        "On the water",
        "Cauce Systems",
        "Lead Hydrographer",
        "March 2016",
        "Cut the survey time by half",
        "Surveyed forty harbours.",
        "Sonar",
        "Universidad del Ebro",
        "Geodesy",
        "9.1",
        "Tides",
        "Mapped the delta",
        "River Watch",
        "Silver Buoy",
        "Boat Licence",
        "Shallow Water, Deep Trouble",
        "Expert",
        "Native or Bilingual Proficiency",
        "Full Professional Proficiency (C1 Advanced)",
        "Night tours",
        "Bruno Paz",
        "She finds the bottom every time.",
        "Open Gauge",
        "Runs a year on one battery",
    ]);
    site.hides(&["LayoutSecretNumbers", "moderncv", "2016-03-01"]);
    // Only what no field of a résumé has is named: facts about the referee.
    let reported = site.reported();
    assert_eq!(reported.len(), 3, "{reported:#?}");
    assert!(reported.iter().all(|it| it.starts_with("$.content.references[0].")), "{reported:#?}");
}

#[test]
fn the_sections_have_the_order_and_the_titles_of_the_owner() {
    let built = site(&fixture("full.yml")).build();
    let page = Page::of(&built.tree, "en/index.html");
    let titles: Vec<String> = page
        .select("main section h2")
        .iter()
        .map(|title| title.text().concat().trim().to_owned())
        .collect();
    let at = |title: &str| titles.iter().position(|it| it.contains(title));
    assert!(at("Skills") < at("On the water"), "{titles:?}");
    assert!(at("On the water").is_some() && at("On the water") < at("Education"), "{titles:?}");
    assert!(at("Awards").is_some() && at("Work").is_none(), "{titles:?}");
}

#[test]
fn the_exports_say_the_same() {
    let site = Site { built: site(&fixture("full.yml")).build() };
    let resume = site.json();
    assert_eq!(resume["basics"]["location"]["postalCode"], "50001");
    assert_eq!(resume["basics"]["profiles"][0]["url"], "https://github.com/inesaldana");
    assert_eq!(resume["basics"]["profiles"][1]["username"], "ines_a");
    let work = &resume["work"];
    assert_eq!(work[0]["name"], "Cauce Systems");
    assert_eq!(work[0]["startDate"], "2016-03");
    assert_eq!(work[0].get("endDate"), None);
    assert_eq!(work[0]["keywords"], json!(["Sonar", "Rust"]));
    assert_eq!(work[1]["endDate"], "2016-02");
    assert_eq!(resume["education"][0]["studyType"], "Master");
    assert_eq!(resume["education"][0]["score"], "9.1");
    assert_eq!(resume["education"][0]["courses"][1], "Adjustment of Networks");
    assert_eq!(resume["volunteer"][0]["startDate"], "2014");
    assert_eq!(resume["awards"][0]["date"], "2018-10");
    assert_eq!(resume["certificates"][0]["url"], "https://harbour.example/licence");
    assert_eq!(resume["publications"][0]["releaseDate"], "2017-12");
    assert_eq!(resume["skills"][1]["level"], "Intermediate");
    assert_eq!(resume["languages"][1]["fluency"], "Full Professional Proficiency (C1 Advanced)");
    assert_eq!(resume["references"][0]["relationship"], "Former captain");
    assert_eq!(resume["projects"][0]["keywords"], json!(["Hardware", "C"]));
    for line in ["1. Mapped the delta", "2. Measured it again", "Cut the survey time by half"] {
        assert!(site.file("txt").contains(line), "{}", site.file("txt"));
    }
}

#[test]
fn files_beside_each_other_are_languages_of_one_person() {
    let content = site(without_other_sections().as_bytes());
    content.write("profiles/ada-lovelace.es.yml", fixture("full.es.yml"));
    let built = content.build();
    let errors: Vec<_> = built.findings.iter().filter(|found| found.is_error()).collect();
    assert!(errors.is_empty());
    let (english, spanish) =
        (text(&built.tree, "en/index.html"), text(&built.tree, "es/index.html"));
    for word in ["On the water", "Lead Hydrographer", "hydrography"] {
        assert!(english.contains(word) && !spanish.contains(word), "{word}");
    }
    for word in ["En el agua", "Hidrógrafa jefe", "hidrografía", "Redujo a la mitad"] {
        assert!(spanish.contains(word) && !english.contains(word), "{word}");
    }
    let conflicts = built.findings.iter().filter(|it| it.problem.message.contains(" here and "));
    assert_eq!(conflicts.count(), 0, "{}", listed(&built.findings));
}

/// The English file with only the sections that the Spanish one has.
fn without_other_sections() -> String {
    let full = String::from_utf8(fixture("full.yml")).unwrap();
    let (head, rest) = full.split_once("  location:").unwrap();
    let (_, work) = rest.split_once("  work:").unwrap();
    let (work, rest) = work.split_once("  volunteer:").unwrap();
    let (_, locale) = rest.split_once("\nlocale:").unwrap();
    let basics =
        head.replace("      - Wrote the [gauge protocol](https://gauge.example/protocol)\n", "");
    format!("{basics}  work:{work}locale:{locale}")
}

#[test]
fn the_language_of_the_file_is_that_of_its_locale() {
    let imported = imported("content: {basics: {name: Ada}}\nlocale: {language: zh-hant-tw}\n");
    let written = perfil_source::to_json(&imported.unwrap().node);
    assert!(
        written.contains("\"language\": \"zh-Hant-TW\"") || written.contains("\"zh-TW\""),
        "{written}"
    );
}

#[test]
fn what_is_private_is_in_no_output() {
    let built = site(&fixture("private.yml")).build();
    let leak = built.tree.iter().find(|(_, it)| String::from_utf8_lossy(it).contains("sesame"));
    assert_eq!(leak.map(|(path, _)| path), None);
    let page = text(&built.tree, "en/index.html");
    assert!(page.contains("Cauce Systems") && page.contains("GitLab"));
    for hidden in [
        "content: {private: {basics: {name: sesame}, work: [{name: sesame}]}}\nlayouts: []\n",
        "content: {private: true, basics: {name: sesame}, work: [{name: sesame}]}\n",
        "content: {basics: {private: {name: sesame}}, education: []}\n",
        "content: {basics: {name: Ada, private: true, email: sesame@a.example}}\n",
        "content: {basics: {name: Ada}, location: {private: {city: sesame}}}\n",
        "content: {basics: {name: Ada}, work: {private: [{name: sesame}]}}\n",
        "content: {basics: {name: Ada}, skills: [{name: Go, level: {private: sesame}}]}\n",
    ] {
        let node = imported(hidden).unwrap().node;
        let published = format!("{:?}", redact(node));
        assert!(!published.contains("sesame"), "{hidden}: {published}");
    }
}

#[test]
fn problems_have_the_paths_of_the_file() {
    let yaml = "content:\n  basics: {name: Ada, nickname: A}\n  work:\n    - {name: X, position: Y, \
                startDate: often, team: 3}\n  hobbyhorses: [a]\n  languages: [{language: Spanish, since: 4}]\n";
    let imported = imported(yaml).unwrap();
    assert_eq!(imported.kind, Kind::YamlResume);
    assert_eq!(imported.kind.to_string(), "YAMLResume");
    let mut found: Vec<_> =
        imported.report.iter().map(|it| format!("{}: {}", it.path, it.message)).collect();
    found.sort();
    let starts = [
        "$.content.basics.nickname: content.basics.nickname is left out",
        "$.content.hobbyhorses: content.hobbyhorses is left out",
        "$.content.languages[0].since: content.languages[0].since is left out",
        "$.content.work[0].startDate: \"often\" is no date",
        "$.content.work[0].team: content.work[0].team is shown with its entry",
    ];
    assert_eq!(found.len(), starts.len(), "{found:#?}");
    for (found, start) in found.iter().zip(starts) {
        let found =
            found.replace("$.content.work[0].team: $.content", "$.content.work[0].team: content");
        assert!(found.starts_with(start), "{found} is not {start}");
    }
}

#[test]
fn broken_files_say_what_is_expected() {
    for (yaml, message) in [
        ("content: []\nlayouts: []\n", "expected an object for \"content\", found a list"),
        ("content: text\nlayout: {}\n", "expected an object for \"content\", found \"text\""),
    ] {
        let problems = imported(yaml).unwrap_err();
        assert_eq!(problems.len(), 1);
        assert_eq!(problems[0].message, message);
        assert!(problems[0].remedy.contains("\"basics\""));
        assert_eq!(problems[0].span.as_ref().map(|span| span.start), Some(9));
    }
    for (yaml, message) in [
        ("content: {work: [{name: X}]}\n", "the résumé has no name"),
        ("content: {basics: [], work: none}\n", "the résumé has no name"),
        ("content: {basics: {name: Ada}, work: Engineer}\n", "content.work is read as a list of 1"),
        ("content: {basics: text, skills: Go}\n", "the résumé has no name"),
    ] {
        let content = site(yaml.as_bytes());
        let built =
            content.try_build().unwrap_or_else(|found| panic!("{yaml}: {}", listed(&found)));
        let said = built.findings.iter().any(|it| it.problem.message.contains(message));
        assert!(said, "{yaml}: {}", listed(&built.findings));
    }
}
