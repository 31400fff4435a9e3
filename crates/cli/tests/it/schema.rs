//! The JSON Schemas, which editors use, compared with the checks, which decide.

use crate::content::{Content, data, root};
use crate::expected;
use boon::{Compiler, SchemaIndex, Schemas};
use perfil_cli::Disk;
use perfil_site::{self as site, Finding};
use serde_json::{Value, json};
use std::fs;
use std::path::Path;
use walkdir::WalkDir;

/// A compiled JSON Schema, which validates formats too.
pub(crate) struct Schema {
    schemas: Schemas,
    index: SchemaIndex,
}

impl Schema {
    pub(crate) fn new(schema: Value) -> Self {
        let (mut schemas, mut compiler) = (Schemas::new(), Compiler::new());
        compiler.enable_format_assertions();
        compiler.add_resource("schema.json", schema).unwrap();
        let index = compiler.compile("schema.json", &mut schemas).unwrap();
        Self { schemas, index }
    }

    /// Validates a document, or returns every reason why it is invalid.
    pub(crate) fn validate(&self, document: &Value) -> Result<(), String> {
        self.schemas.validate(document, self.index).map_err(|error| format!("{error:#}"))
    }
}

/// Returns the schema of the files of an owner: `profile` or `site`.
fn schema(name: &str) -> Schema {
    let (_, text) = site::generate_schemas().into_iter().find(|(other, _)| *other == name).unwrap();
    Schema::new(serde_json::from_str(&text).unwrap())
}

/// Whether `perfil check` accepts a profile.
fn is_accepted(profile: &Value) -> bool {
    let content = Content::fixture("every-kind");
    content.write("profiles/everything.json", profile.to_string());
    !content.load().findings.iter().any(Finding::is_error)
}

fn everything() -> Value {
    Content::fixture("every-kind").json("profiles/everything.json")
}

#[test]
fn the_committed_schemas_match_the_types() {
    for (name, schema) in site::generate_schemas() {
        expected::check_file(&root().join(format!("public/schema/{name}.json")), &schema);
    }
}

#[test]
fn accepted_files_are_valid() {
    let (site_schema, profile_schema) = (schema("site"), schema("profile"));
    let mut count = 0;
    for folder in [root().join("public"), data()] {
        for entry in WalkDir::new(folder).into_iter().map(Result::unwrap) {
            let path = entry.path();
            let is_in = |folder: &str| path.parent().unwrap().ends_with(folder);
            let schema = match path.extension().and_then(|end| end.to_str()) {
                Some("json") if path.ends_with("site.json") && !is_in("schema") => &site_schema,
                Some("json") if is_in("profiles") => &profile_schema,
                _ => continue,
            };
            if site::check_file(&Disk, path).findings.iter().any(Finding::is_error) {
                continue;
            }
            let document = serde_json::from_slice(&fs::read(path).unwrap()).unwrap();
            assert_eq!(schema.validate(&document), Ok(()), "{}", path.display());
            count += 1;
        }
    }
    assert!(count >= 7, "{count} files were looked at");
}

#[test]
fn shipped_files_refer_to_an_existing_schema() {
    for file in ["site.json", "profiles/rodrigo-de-leon.json", "profiles/marcus-rodriguez.json"] {
        let path = root().join("public").join(file);
        let document: Value = serde_json::from_slice(&fs::read(&path).unwrap()).unwrap();
        let schema = document["$schema"].as_str().unwrap();
        assert!(path.parent().unwrap().join(Path::new(schema)).is_file(), "{file}: {schema}");
    }
}

#[test]
fn private_values_are_valid_where_they_are_accepted() {
    let schema = schema("profile");
    for pointer in [
        "/name",
        "/headline",
        "/focus",
        "/focus/0",
        "/facts/0",
        "/facts/0/text",
        "/location",
        "/location/city",
        "/image",
        "/accent",
        "/email",
        "/phone",
        "/url",
        "/links",
        "/links/0/label",
        "/sections",
        "/sections/4",
        "/sections/4/items/0",
        "/sections/4/items/0/endDate",
        "/sections/4/items/0/highlights/0",
        "/sections/5/items/0/keywords/0",
        "/sections/5/items/0/keywords/0/keywords/0",
        "/sections/16/sections/0",
    ] {
        let mut profile = everything();
        let value = profile.pointer_mut(pointer).unwrap();
        *value = json!({ "private": value.take() });
        assert_eq!(schema.validate(&profile), Ok(()), "{pointer}");
    }
    let mut profile = everything();
    profile["headline"] = json!({ "en": "A", "es": { "private": "B" } });
    profile["summary"] = json!({ "en": "A", "private": true });
    profile["links"][0]["private"] = json!(true);
    profile["sections"][2]["private"] = json!(true);
    assert_eq!(schema.validate(&profile), Ok(()));
    assert!(is_accepted(&profile));
}

#[test]
fn broken_files_are_neither_accepted_nor_valid() {
    let schema = schema("profile");
    for (pointer, broken) in [
        ("", json!([])),
        ("/version", json!(2)),
        ("/name", json!(["Grace"])),
        ("/name", json!("")),
        ("/headline", json!({})),
        ("/headline", json!({ "en": 7 })),
        ("/headline", json!({ "e": "A" })),
        ("/focus", json!("Compilers")),
        ("/focus/0", json!(7)),
        ("/facts/0", json!({ "label": "Experience" })),
        ("/facts/0/label", json!(null)),
        ("/location", json!({ "town": "Arlington" })),
        ("/accent", json!(361)),
        ("/accent", json!("310")),
        ("/url", json!("javascript:alert(1)")),
        ("/links/0/url", json!("grace.example")),
        ("/sections/0/kind", json!("prosa")),
        ("/sections/0/id", json!("About me")),
        ("/sections/0/text", json!(null)),
        ("/sections/1/items", json!({})),
        ("/sections/1/items/0", json!(7)),
        ("/sections/4/items/0/startDate", json!("1943-13")),
        ("/sections/4/items/0/startDate", json!(1943)),
        ("/sections/4/items/0/endDate", json!("now")),
        ("/sections/4/items/1/duration", json!("4 years")),
        ("/sections/5/items/0/keywords/0/names", json!([])),
        ("/sections/7/author", json!({ "full name": "John" })),
        ("/nickname", json!("Amazing Grace")),
        ("/sections/0/items", json!([])),
    ] {
        let mut profile = everything();
        match (profile.pointer_mut(pointer), pointer.rsplit_once('/')) {
            (Some(value), _) => *value = broken,
            (None, Some((parent, key))) => {
                profile.pointer_mut(parent).unwrap()[key] = broken;
            }
            (None, None) => unreachable!("the root is there"),
        }
        assert!(!is_accepted(&profile), "the checks accept a broken {pointer}");
        assert!(schema.validate(&profile).is_err(), "the schema accepts a broken {pointer}");
    }
}
