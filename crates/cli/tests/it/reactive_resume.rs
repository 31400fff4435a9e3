//! The files of Reactive Resume, versions 4 and 5: every value in its place.

use crate::content::{Content, data, listed, text};
use crate::json_resume::ADA;
use crate::page::Page;
use crate::resume_site::Site;
use perfil_import::{ImportContext, Imported, Source, import};
use perfil_source::Problem;
use serde_json::{Value, json};
use std::fs;

pub(crate) fn fixture(name: &str) -> Value {
    let bytes = fs::read(data().join("reactive-resume").join(name)).unwrap();
    serde_json::from_slice(&bytes).unwrap()
}

fn site(name: &str) -> Site {
    let content = Content::fixture("small");
    content.write(ADA, fs::read(data().join("reactive-resume").join(name)).unwrap());
    Site { built: content.build() }
}

pub(crate) fn imported(resume: &Value) -> Result<Imported, Vec<Problem>> {
    let bytes = resume.to_string();
    let source = Source { name: "ada.json", bytes: bytes.as_bytes(), language: None };
    import(&[source], &ImportContext::default())
}

fn titles(site: &Site) -> Vec<String> {
    let page = Page::of(&site.built.tree, "en/index.html");
    let titles = page.select("main section h2");
    titles.iter().map(|title| title.text().concat().trim().to_owned()).collect()
}

#[test]
fn every_section_of_version_4_is_on_the_page() {
    let site = site("v4.json");
    site.shows(&[
        "Tomás Berg",
        "Engineer of <quiet> machines",
        "Uppsala, Sweden",
        "Builds pumps that nobody hears & few see.",
        "Work permit",
        "Nordic countries",
        "Free from May",
        "Blog",
        "GitHub",
        "Hush Pumps",
        "Principal Engineer",
        "March 2016",
        "Halved the noise",
        "Valve & Sons",
        "Drew it",
        "twice",
        "Fyris Institute",
        "4.7",
        "Wells for All",
        "Golden Valve",
        "For silence.",
        "Pressure Vessels II",
        "With distinction",
        "On Quiet Valves",
        "Paper Pump",
        "A pump of paper",
        "It pumped once.",
        "Advanced",
        "2/5",
        "Modelica",
        "Mother tongue",
        "3/5",
        "Latin",
        "Bellows",
        "The Sound of Nothing",
        "Malmö",
        "Quieter, then smaller.",
    ]);
    site.hides(&["ecret", "0/5", "4/5", "5/5", "<ul><li><p>", "rhyhorn", "cuid1", "sk1"]);
}

#[test]
fn every_section_of_version_5_is_on_the_page() {
    let site = site("v5.json");
    site.shows(&[
        "Naomi Ferro",
        "Type designer",
        "Firenze",
        "Draws letters that small screens can read.",
        "Remote or Tuscany",
        "github.com/nferro",
        "Mastodon",
        "Officina",
        "Carattere",
        "Art Director",
        "January 2020",
        "Leads six people.",
        "Designer",
        "Drew Arno",
        "Stamperia Lungarno",
        "on and off",
        "Set lead by hand: 2*3*4 cases, __init__ and all.",
        "Scuola del Libro",
        "110/110",
        "Urbino",
        "Arno Sans",
        "A family in nine weights",
        "Expert",
        "3/5",
        "Native",
        "Penna d’Oro",
        "OpenType Engineering",
        "Traps for Ink",
        "Biblioteca Aperta",
        "Aldo Neri",
        "Printer",
        "Her letters never clog.",
        "Mostre",
        "Lettere al muro",
        "Metodo",
        "Draw, print, read.",
    ]);
    site.hides(&["ecret", "5/5", "inlineLink", "See it set", "onyx"]);
}

#[test]
fn the_sections_have_the_order_and_the_titles_of_the_owner() {
    let shown = titles(&site("v4.json"));
    let at = |title: &str| shown.iter().position(|it| it.contains(title));
    assert_eq!(at("Experience"), None, "{shown:?}");
    assert_eq!(at("References"), None, "{shown:?}");
    assert!(at("Work").is_some() && at("Work") < at("Talks"), "{shown:?}");
    assert!(at("Talks") < at("Studies and schools"), "{shown:?}");
    assert!(at("Studies and schools") < at("Skills"), "{shown:?}");
    assert!(at("Skills") < at("Motto") && at("Motto") < at("Awards"), "{shown:?}");
    let shown = titles(&site("v5.json"));
    let at = |title: &str| shown.iter().position(|it| it.contains(title));
    assert!(at("Projects").is_some() && at("Projects") < at("Officina"), "{shown:?}");
    assert!(at("Officina") < at("Mostre") && at("Mostre") < at("Skills"), "{shown:?}");
    assert!(at("Skills") < at("Metodo") && at("Metodo") < at("Education"), "{shown:?}");
}

#[test]
fn the_exports_of_version_4_say_the_same() {
    let site = site("v4.json");
    let resume = site.json();
    assert_eq!(resume["basics"]["url"], "https://berg.example");
    assert_eq!(resume["basics"].get("image"), None);
    assert_eq!(resume["basics"]["profiles"][0]["url"], "https://github.com/tomasberg");
    assert_eq!(resume["basics"]["profiles"].as_array().unwrap().len(), 2);
    let work = &resume["work"];
    assert_eq!(work.as_array().unwrap().len(), 2);
    assert_eq!(work[0]["startDate"], "2016-03");
    assert_eq!(work[0].get("endDate"), None);
    assert_eq!(work[0]["url"], "https://hush.example");
    assert_eq!(work[1]["startDate"], "2011");
    assert_eq!(work[1]["endDate"], "2016-02");
    assert_eq!(work[1].get("url"), None);
    assert_eq!(work[1]["summary"], "1. Drew it\n   - twice\n2. Built it");
    assert_eq!(resume["education"][0]["studyType"], "MSc");
    assert_eq!(resume["education"][0]["endDate"], "2011");
    assert_eq!(resume["volunteer"][0]["organization"], "Wells for All");
    assert_eq!(resume["publications"][0]["releaseDate"], "2021-04-03");
    assert_eq!(resume["certificates"][0]["date"], "2018");
    assert_eq!(resume["skills"][0]["level"], "Advanced");
    assert_eq!(resume["skills"][1]["level"], "2/5");
    assert_eq!(resume["skills"][2]["keywords"], json!(["Modelica", "Rust"]));
    assert_eq!(resume["languages"][1]["fluency"], "3/5");
    assert_eq!(resume["languages"][2].get("fluency"), None);
    let projects = resume["projects"].as_array().unwrap();
    let pump = projects.iter().find(|project| project["name"] == "Paper Pump").unwrap();
    assert_eq!(pump["url"], "https://paper-pump.example");
    assert_eq!(resume.get("references"), None);
    for line in ["Halved the noise", "1. Drew it", "Summer 2011"] {
        assert!(site.file("txt").contains(line), "{}", site.file("txt"));
    }
}

#[test]
fn the_exports_of_version_5_say_the_same() {
    let site = site("v5.json");
    let resume = site.json();
    assert_eq!(resume["basics"]["profiles"][0]["network"], "Mastodon");
    assert_eq!(resume["basics"]["profiles"][1]["url"], "https://github.com/nferro");
    assert_eq!(resume["education"][0]["institution"], "Scuola del Libro");
    assert_eq!(resume["education"][0]["startDate"], "2010-09");
    assert_eq!(resume["education"][0]["summary"], "Thesis on ink traps");
    assert_eq!(resume["references"][0]["reference"], "Her letters never clog.");
    assert_eq!(resume["skills"].as_array().unwrap().len(), 2);
    assert_eq!(resume["awards"][0]["date"], "2021-04");
    let html = site.html();
    assert!(html.contains("lang=\"it\"") || html.contains("lang=\"it-IT\""));
}

#[test]
fn files_beside_each_other_are_languages_of_one_person() {
    let content = Content::fixture("small");
    let english = fixture("v5.json");
    let mut spanish = english.clone();
    let mut set = |pointer: &str, text: &str| *spanish.pointer_mut(pointer).unwrap() = json!(text);
    set("/basics/headline", "Diseñadora de letras");
    set("/summary/content", "<p>Dibuja <em>letras</em>.</p>");
    set("/sections/experience/title", "Taller");
    set("/sections/experience/items/0/period", "2015 - Actualidad");
    set("/sections/experience/items/0/roles/0/period", "enero de 2020 - Presente");
    set("/sections/awards/items/0/date", "abril de 2021");
    set("/customSections/1/items/0/content", "<p>Dibujar, imprimir, leer.</p>");
    let mut english = english;
    *english.pointer_mut("/metadata/page/locale").unwrap() = json!("en-US");
    content.write(ADA, english.to_string());
    content.write("profiles/ada-lovelace.es.json", spanish.to_string());
    let built = content.build();
    let page = text(&built.tree, "es/index.html");
    for word in ["Diseñadora de letras", "<em>letras</em>", "Taller", "Dibujar, imprimir, leer."] {
        assert!(page.contains(word), "{word}");
    }
    assert!(text(&built.tree, "en/index.html").contains("Type designer"));
    let conflicts = built.findings.iter().filter(|it| it.problem.message.contains(" here and "));
    assert_eq!(conflicts.count(), 0, "{}", listed(&built.findings));
}

#[test]
fn broken_files_say_what_is_expected() {
    let problems =
        imported(&json!({ "basics": { "name": "Ada" }, "sections": [], "metadata": {} }))
            .unwrap_err();
    assert_eq!(problems.len(), 1);
    assert_eq!(problems[0].message, "expected an object for \"sections\", found a list");
    assert_eq!(problems[0].path.to_string(), "$.sections");
    for (resume, message) in [
        (json!({ "basics": {}, "sections": {}, "metadata": {} }), "the résumé has no name"),
        (
            json!({ "basics": [], "sections": { "skills": [] }, "metadata": {} }),
            "basics is left out",
        ),
        (
            json!({ "basics": { "name": "Ada" }, "sections": { "skills": 5, "mood": { "items": [1] } } }),
            "sections.mood is left out",
        ),
        (
            json!({ "basics": { "name": "Ada" }, "sections": { "skills": { "items": "Go" } } }),
            "sections.skills.items is read as a list of 1",
        ),
        (
            json!({ "basics": { "name": "Ada" }, "sections": { "experience": { "items": [5, null, "x", [], {}] } } }),
            "sections.experience.items",
        ),
    ] {
        let content = Content::fixture("small");
        content.write(ADA, resume.to_string());
        let built = content.try_build().unwrap_or_else(|it| panic!("{resume}: {}", listed(&it)));
        let said = built.findings.iter().any(|it| it.problem.message.contains(message));
        assert!(said, "{message}: {}", listed(&built.findings));
    }
}
