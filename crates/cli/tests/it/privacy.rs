//! What is marked private is in no published file, wherever it stands.

use crate::content::Content;
use perfil_site::Tree;
use serde_json::{Value, json};

const SECRET: &str = "Sesame";

/// What a file says: a text that is folded or drawn there as it was before.
fn said(path: &str, bytes: &[u8]) -> String {
    if path.starts_with("export/pdf/") {
        return crate::paper::said(bytes);
    }
    let text = String::from_utf8_lossy(bytes);
    match path.split('/').take(2).collect::<Vec<_>>().as_slice() {
        ["export", "vcf"] => text.replace("\r\n ", ""),
        ["export", "svg"] => text.to_string() + &crate::qr::read(&text),
        _ => text.into_owned(),
    }
}

/// Looks for the secret in every file and its name, however it is spelt there.
fn leaks(tree: &Tree) -> Vec<String> {
    let holds = |text: &str| ["esame", "ESAME"].iter().any(|secret| text.contains(secret));
    tree.iter()
        .filter(|(path, bytes)| holds(path) || holds(&said(path, bytes)))
        .map(|(path, _)| path.to_owned())
        .collect()
}

/// Writes the secret into every text of a value, or into the parts that have to be of a form.
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

/// Makes the value at a place secret, and tells whether the site could do without it.
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
fn any_value_can_be_wrapped() {
    let mut all = Vec::new();
    places(&everything().json("profiles/everything.json"), "", &mut all);
    let good = all.iter().filter(|place| check(place, |value| json!({ "private": value })));
    let count = good.count();
    assert!(count > 150, "{count} of {} values can be private", all.len());
}

#[test]
fn no_sheet_of_paper_tells_what_is_private() {
    let mut all = Vec::new();
    places(&everything().json("profiles/everything.json"), "", &mut all);
    let mut sheets = 0;
    // PaperSize is made of what pages are made of, so a part of the places will do.
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
        let leaked = |tree: Option<Tree>| {
            let paths = tree.map(|tree| leaks(&tree)).unwrap_or_default();
            paths.into_iter().filter(|path| path.starts_with("export/pdf/")).count()
        };
        assert_eq!(leaked(print(|value| json!({ "private": value }))), 0, "{place}");
        sheets += leaked(print(|value| value));
    }
    assert!(sheets > 50, "what is not private is found on {sheets} sheets");
}

#[test]
fn any_object_can_be_marked() {
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
fn one_language_of_a_text_can_be_kept_back() {
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
    let profile = &data["body"]["profile"];
    let borrowed = json!({ "lang": "en", "dir": "ltr" });
    assert_eq!(profile["headline"], json!({ "text": "Analyst", "language": borrowed }));
    assert_eq!(profile["summary"], Value::Null);
}

#[test]
fn a_secret_that_is_not_private_is_found() {
    let content = everything();
    content.edit("profiles/everything.json", "Rear admiral", SECRET);
    assert_eq!(
        leaks(&content.build().tree),
        [
            "data/en/everything.json",
            "embed/en/everything/panel.json",
            "en/everything/index.html",
            "export/json/en/everything.json",
            "export/md/en/everything.md",
            "export/txt/en/everything.txt",
        ]
    );
}
