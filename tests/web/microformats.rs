//! The microformats of a profile's page, as a parser that is not ours reads them.

use super::dist::{self, LANGUAGES, LONG, PROFILES};
use super::machines::node;
use super::site::publish;
use serde_json::{Value, json};
use std::fs;
use std::path::Path;
use tempfile::TempDir;

const PARSE: &str = "const [npm, file] = process.argv.slice(1);
    const { mf2 } = require(`${npm}/microformats-parser`);
    const html = require('fs').readFileSync(file, 'utf8');
    console.log(JSON.stringify(mf2(html, { baseUrl: 'https://ada.example/en/' })));";

/// What is read of a page: its résumé, and the addresses of the same person.
fn read(page: &Path) -> (Value, Value) {
    let read = node(PARSE, &[page]);
    let items = read["items"].as_array().unwrap();
    let of_resume = items.iter().filter(|item| item["type"] == json!(["h-resume"]));
    let [resume] = of_resume.collect::<Vec<_>>()[..] else { panic!("{read:#}") };
    (resume.clone(), read["rels"]["me"].clone())
}

fn site() -> (TempDir, TempDir) {
    let (content, dist) = (TempDir::new().unwrap(), TempDir::new().unwrap());
    let settings = json!({
        "title": "Ada", "baseUrl": "https://ada.example/", "languages": ["en"],
        "defaultLanguage": "en", "profiles": ["ada"],
    });
    let profile = json!({
        "version": 1, "name": "Ada Lovelace", "headline": "Analyst", "email": "ada@ada.example",
        "phone": "+44 20 7946 0000", "url": "https://ada.example/about",
        "links": [{ "label": "Mastodon", "url": "https://social.example/@ada" }],
        "sections": [
            { "id": "work", "title": "Work", "kind": "timeline", "items": [
                { "name": "Engine Ltd", "url": "https://engine.example/", "position": "Analyst",
                  "location": "London", "startDate": "1842-02", "endDate": "1843-09",
                  "highlights": ["Wrote Note G."], "skills": ["Bernoulli numbers"] },
                { "name": "Several", "roles": [
                    { "position": "Second", "startDate": "1841" },
                    { "position": "First", "duration": "P2Y" },
                ] },
                { "name": "University", "studyType": "Degree", "area": "Mathematics",
                  "endDate": "1840" },
            ] },
            { "id": "projects", "title": "Projects", "kind": "projects", "items": [
                { "name": "Note G", "url": "https://note.example/", "startDate": "1842" },
            ] },
            { "id": "skills", "title": "Skills", "kind": "skills", "items": [
                { "name": "Analysis", "keywords": [
                    "Calculus", { "name": "Algebra", "keywords": ["Groups"] } ] },
            ] },
            { "id": "interests", "title": "Interests", "kind": "interests", "items": [
                { "name": "Music", "keywords": ["Harp"] },
            ] },
            { "id": "awards", "title": "Awards", "kind": "awards", "items": [
                { "title": "Medal", "date": "1844-05-06", "awarder": "Society" },
            ] },
        ],
    });
    fs::create_dir_all(content.path().join("profiles")).unwrap();
    fs::write(content.path().join("site.json"), settings.to_string()).unwrap();
    fs::write(content.path().join("profiles/ada.json"), profile.to_string()).unwrap();
    publish(content.path(), &dist.path().join("site"));
    (content, dist)
}

#[test]
fn a_parser_finds_the_posts_and_the_skills() {
    let (_content, dist) = site();
    let (resume, me) = read(&dist.path().join("site/en/index.html"));
    let properties = &resume["properties"];
    let names: Vec<&str> = properties.as_object().unwrap().keys().map(String::as_str).collect();
    for name in &names {
        let known =
            ["name", "summary", "contact", "education", "experience", "skill", "affiliation"];
        assert!(known.contains(name), "h-resume has no {name}: {properties:#}");
    }
    let contact = &properties["contact"][0];
    assert_eq!(contact["type"], json!(["h-card"]));
    let own = |name: &str| contact["properties"][name].clone();
    assert_eq!(own("name"), json!(["Ada Lovelace"]));
    assert_eq!(own("email"), json!(["mailto:ada@ada.example"]));
    assert_eq!(own("tel"), json!(["+44 20 7946 0000"]));
    assert_eq!(own("url"), json!(["https://ada.example/about", "https://social.example/@ada"]));
    let events = properties["experience"].as_array().unwrap();
    assert_eq!(events.len(), 3, "{events:#?}");
    let event = &events[0]["properties"];
    assert_eq!(events[0]["type"], json!(["h-event"]));
    assert_eq!(event["name"], json!(["Analyst"]));
    assert_eq!(event["org"][0]["type"], json!(["h-card"]));
    assert_eq!(event["org"][0]["properties"]["name"], json!(["Engine Ltd"]));
    assert_eq!(event["org"][0]["properties"]["url"], json!(["https://engine.example/"]));
    assert_eq!(event["start"], json!(["1842-02"]));
    assert_eq!(event["end"], json!(["1843-09"]));
    assert_eq!(event["location"], json!(["London"]));
    assert_eq!(event["category"], json!(["Bernoulli numbers"]));
    let on_one_line =
        |text: &Value| text.as_str().unwrap().split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(on_one_line(&event["description"][0]).starts_with("Wrote Note G. "), "{event:#}");

    let several = &events[1];
    let description = on_one_line(&several["properties"]["description"][0]);
    assert_eq!(description, "Second 1841 – present First 2 years");
    assert_eq!(several["properties"]["name"], json!(["Several"]));
    let roles = several["children"].as_array().unwrap();
    assert_eq!(roles[0]["properties"]["name"], json!(["Second"]));
    assert_eq!(roles[0]["properties"]["start"], json!(["1841"]));
    assert_eq!(roles[0]["properties"]["end"], Value::Null, "it goes on");
    assert_eq!(roles[1]["properties"]["duration"], json!(["P2Y"]));

    let project = &events[2]["properties"];
    assert_eq!(
        (&project["name"], &project["url"]),
        (&json!(["Note G"]), &json!(["https://note.example/"]))
    );

    let degree = &properties["education"][0]["properties"];
    assert_eq!(degree["name"], json!(["Degree Mathematics"]));
    assert_eq!(degree["org"][0]["properties"]["name"], json!(["University"]));
    assert_eq!((&degree["start"], &degree["end"]), (&Value::Null, &json!(["1840"])));

    assert_eq!(properties["skill"], json!(["Calculus", "Algebra", "Groups"]));
    let mut me: Vec<&str> = me.as_array().unwrap().iter().filter_map(Value::as_str).collect();
    me.sort_unstable();
    assert_eq!(
        me,
        ["https://ada.example/about", "https://social.example/@ada", "mailto:ada@ada.example"]
    );
}

#[test]
fn every_shipped_profile_is_a_resume() {
    for lang in LANGUAGES {
        for slug in PROFILES {
            let (resume, _) = read(&dist::folder().join(format!("{lang}/{slug}/index.html")));
            let count = |name: &str| resume["properties"][name].as_array().map_or(0, Vec::len);
            // The other has neither posts nor a section of skills.
            if slug == LONG {
                assert_eq!(count("experience"), 4, "{lang}: {resume:#}");
                assert_eq!(count("education"), 2, "{lang}: {resume:#}");
                assert!(count("skill") > 20, "{lang}: {resume:#}");
            }
        }
    }
}
