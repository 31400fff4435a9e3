//! What is hidden in Reactive Resume, or private, is in no output and in the report.

use crate::content::{Content, listed};
use crate::json_resume::ADA;
use crate::reactive_resume::{fixture, imported};
use perfil_import::Kind;
use perfil_source::{Problem, redact};
use serde_json::json;

#[test]
fn what_is_hidden_is_named_in_the_report() {
    for (name, paths) in [
        (
            "v4.json",
            &[
                "basics.picture",
                "sections.experience.items[2]",
                "sections.profiles.items[1]",
                "sections.references",
                "metadata.notes",
            ][..],
        ),
        (
            "v5.json",
            &[
                "sections.experience.items[2]",
                "sections.skills.items[2]",
                "sections.interests",
                "customSections[2]",
                "customSections[3]",
                "metadata.notes",
            ][..],
        ),
    ] {
        let resume = imported(&fixture(name)).unwrap();
        assert_eq!(resume.kind, Kind::ReactiveResume);
        for path in paths {
            let of_path = |it: &&Problem| it.path.to_string() == format!("$.{path}");
            let found = resume.report.iter().find(of_path).map(|it| it.message.as_str());
            let message = format!("{path} is left out: ");
            assert!(
                found.is_some_and(|it| it.starts_with(&message)),
                "{path}: {:#?}",
                resume.report
            );
        }
    }
}

#[test]
fn any_mark_hides_a_part_of_the_file() {
    let secret = "sesame";
    for (pointer, value) in [
        ("/basics/phone", json!({ "private": secret })),
        ("/basics/url", json!({ "private": { "href": "https://sesame.example" } })),
        ("/basics/url", json!({ "private": true, "href": "https://sesame.example" })),
        ("/basics/customFields/0", json!({ "private": true, "name": "a", "value": secret })),
        ("/basics/customFields", json!({ "private": [{ "name": "a", "value": secret }] })),
        ("/basics/customFields/1", json!({ "name": secret, "value": "a.example", "hidden": true })),
        ("/sections/summary", json!({ "private": { "content": secret } })),
        ("/sections/summary", json!({ "visible": false, "content": secret })),
        ("/sections/skills/items", json!({ "private": [{ "name": secret }] })),
        ("/sections/skills/items/0", json!({ "private": { "name": secret } })),
        ("/sections/skills", json!({ "private": true, "items": [{ "name": secret }] })),
        ("/sections/skills/name", json!({ "private": secret })),
        (
            "/sections/experience/items/0/url",
            json!({ "hidden": true, "href": "https://sesame.example" }),
        ),
        ("/sections/experience/items/0/date", json!({ "private": "2014 sesame" })),
        ("/sections/experience/items/0/date", json!({ "private": true, "start": secret })),
        ("/sections/experience/items/0/summary", json!({ "private": secret })),
        (
            "/sections/custom/cuid1",
            json!({ "hidden": true, "name": secret, "items": [{ "name": secret }] }),
        ),
        ("/sections/custom/cuid2/items/0", json!({ "private": true, "summary": secret })),
        ("/metadata/notes", json!(secret)),
        ("/metadata/css/value", json!(secret)),
    ] {
        let mut resume = fixture("v4.json");
        *resume.pointer_mut(pointer).unwrap() = value.clone();
        let content = Content::fixture("small");
        content.write(ADA, resume.to_string());
        let built = content.try_build().unwrap_or_else(|it| panic!("{pointer}: {}", listed(&it)));
        let leak = built.tree.iter().find(|(_, it)| String::from_utf8_lossy(it).contains(secret));
        assert_eq!(leak.map(|(path, _)| path), None, "{pointer} {value}");
        let node = redact(imported(&resume).unwrap().node);
        assert!(!format!("{node:?}").contains(secret), "{pointer}");
    }
}
