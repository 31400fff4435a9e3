//! Private values are in no published file, at any position.

use crate::content::Content;
use perfil_site::Tree;
use serde_json::{Value, json};

const SECRET: &str = "Sesame";

/// The text of a file: a text that was folded or drawn is as it was before.
fn searchable(path: &str, bytes: &[u8]) -> String {
    if path.starts_with("export/pdf/") {
        return crate::paper::all_text(bytes);
    }
    let text = String::from_utf8_lossy(bytes);
    match path.split('/').take(2).collect::<Vec<_>>().as_slice() {
        ["export", "vcf"] => text.replace("\r\n ", ""),
        ["export", "svg"] => text.to_string() + &crate::qr::read(&text),
        _ => text.into_owned(),
    }
}

/// Searches the secret in every file and its name, in any spelling.
fn leaks(tree: &Tree) -> Vec<String> {
    let has_secret = |text: &str| ["esame", "ESAME"].iter().any(|secret| text.contains(secret));
    tree.iter()
        .filter(|(path, bytes)| has_secret(path) || has_secret(&searchable(path, bytes)))
        .map(|(path, _)| path.to_owned())
        .collect()
}

/// Writes the secret into every text of a value, or into a part of texts that must have a form.
fn secret(value: &Value, key: &str) -> Value {
    match (value, key) {
        (Value::String(_), "id" | "kind" | "date" | "startDate" | "endDate" | "releaseDate") => {
            value.clone()
        }
        (Value::String(_), "duration" | "lastModified" | "version") => value.clone(),
        (Value::String(_), "language") if value == "en" => value.clone(),
        (Value::String(_), "url") => json!(format!("https://{SECRET}.example/")),
        (Value::String(_), "email") => json!(format!("{SECRET}@every.example")),
        (Value::String(_), "image") => json!(format!("images/{SECRET}.png")),
        (Value::String(text), _) => json!(format!("{SECRET} {text}")),
        (Value::Array(items), _) => items.iter().map(|item| secret(item, key)).collect(),
        (Value::Object(members), _) => Value::Object(
            members.iter().map(|(key, value)| (key.clone(), secret(value, key))).collect(),
        ),
        _ => value.clone(),
    }
}

/// The JSON pointers (RFC 6901) of all values below the root.
pub(crate) fn places(value: &Value, at: &str, found: &mut Vec<String>) {
    let inner: Vec<(String, &Value)> = match value {
        Value::Object(members) => members.iter().map(|(key, value)| (key.clone(), value)).collect(),
        Value::Array(items) => items.iter().enumerate().map(|(i, v)| (i.to_string(), v)).collect(),
        _ => Vec::new(),
    };
    for (step, value) in inner {
        let at = format!("{at}/{step}");
        found.push(at.clone());
        places(value, &at, found);
    }
}

fn everything() -> Content {
    let content = Content::fixture("every-kind");
    let image = content.path().join("images/grace.png");
    std::fs::copy(&image, content.path().join(format!("images/{SECRET}.png"))).unwrap();
    content
}

/// Makes a value private, and returns whether the site can be built without it.
fn check(place: &str, hide: impl Fn(Value) -> Value) -> bool {
    let content = everything();
    let mut profile = content.json("profiles/everything.json");
    let value = profile.pointer_mut(place).unwrap();
    let key = place.split('/').rfind(|step| step.parse::<usize>().is_err()).unwrap();
    *value = hide(secret(value, key));
    content.write("profiles/everything.json", profile.to_string());
    match content.try_build() {
        Ok(built) => {
            assert_eq!(leaks(&built.tree), Vec::<String>::new(), "{place}");
            true
        }
        Err(findings) => {
            for finding in findings {
                let message = finding.problem.message;
                assert!(message.ends_with(", because it is private"), "{place}: {message}");
            }
            false
        }
    }
}

#[test]
fn any_value_can_be_private() {
    let mut all = Vec::new();
    places(&everything().json("profiles/everything.json"), "", &mut all);
    let good = all.iter().filter(|place| check(place, |value| json!({ "private": value })));
    let count = good.count();
    assert!(count > 150, "{count} of {} values can be private", all.len());
}

#[test]
fn no_pdf_contains_private_values() {
    let mut all = Vec::new();
    places(&everything().json("profiles/everything.json"), "", &mut all);
    let mut sheets = 0;
    // PDFs are made from the same data as pages, so a sample of the positions is enough.
    for place in all.iter().step_by(7) {
        let print = |hide: fn(Value) -> Value| {
            let content = everything();
            let mut profile = content.json("profiles/everything.json");
            let value = profile.pointer_mut(place).unwrap();
            let key = place.split('/').rfind(|step| step.parse::<usize>().is_err()).unwrap();
            *value = hide(secret(value, key));
            content.write("profiles/everything.json", profile.to_string());
            content.load().content.is_some().then(|| content.print().tree)
        };
        let leaks = |tree: Option<Tree>| {
            let paths = tree.map(|tree| leaks(&tree)).unwrap_or_default();
            paths.into_iter().filter(|path| path.starts_with("export/pdf/")).count()
        };
        assert_eq!(leaks(print(|value| json!({ "private": value }))), 0, "{place}");
        sheets += leaks(print(|value| value));
    }
    assert!(sheets > 50, "what is not private is found on {sheets} sheets");
}

#[test]
fn any_object_can_be_private() {
    let profile = everything().json("profiles/everything.json");
    let mut all = Vec::new();
    places(&profile, "", &mut all);
    all.retain(|place| profile.pointer(place).is_some_and(Value::is_object));
    let marked = |mut value: Value| {
        value["private"] = json!(true);
        value
    };
    let good = all.iter().filter(|place| check(place, marked)).count();
    assert_eq!(good, all.len(), "every object of the fixture can be left out");
}

#[test]
fn one_translation_of_a_text_can_be_private() {
    let content = Content::fixture("small");
    for (file, text) in [
        ("headline", json!({ "en": "Analyst", "es": { "private": SECRET } })),
        ("summary", json!({ "en": { "private": SECRET }, "es": { "private": SECRET } })),
        ("name", json!({ "en": "Ada", "es": { "private": SECRET } })),
    ] {
        let mut profile = content.json("profiles/ada-lovelace.json");
        profile[file] = text;
        content.write("profiles/ada-lovelace.json", profile.to_string());
    }
    let tree = content.build().tree;
    assert_eq!(leaks(&tree), Vec::<String>::new());
    let data: Value = serde_json::from_slice(tree.get("data/es.json").unwrap()).unwrap();
    let hero = data["body"]["profile"]["hero"].as_str().unwrap();
    assert!(hero.contains("<span lang=\"en\" dir=\"ltr\">Analyst</span>"), "{hero}");
    assert!(!hero.contains("\"summary"), "{hero}");
}

#[test]
fn a_published_value_is_found() {
    let content = everything();
    content.edit("profiles/everything.json", "Rear admiral", SECRET);
    assert_eq!(
        leaks(&content.build().tree),
        [
            "embed/en/everything/panel.json",
            "en/everything/index.html",
            "export/json/en/everything.json",
            "export/md/en/everything.md",
            "export/txt/en/everything.txt",
        ]
    );
}

#[test]
fn one_of_several_addresses_can_be_private() {
    let resume = json!({ "basics": {
        "name": "Ada",
        "email": ["ada@ada.example", { "private": format!("{SECRET}@ada.example") }],
        "phone": ["+44 1", { "number": format!("+44 {SECRET}"), "private": true }],
    } });
    let tree = crate::json_resume::small(&resume).build().tree;
    assert_eq!(leaks(&tree), Vec::<String>::new());
    let page = crate::content::text(&tree, "en/index.html");
    assert!(page.contains("ada@ada.example") && page.contains("+44 1"));
}
