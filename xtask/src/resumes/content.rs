//! What a JSON Resume says, however it is written.

use std::collections::BTreeMap;

use serde_json::Value;
use url::Url;

/// A list, its fields, and their former names, each with the present one.
type List = (&'static str, &'static [&'static str], &'static [(&'static str, &'static str)]);

/// The fields of the schema, and the former name of each.
const FIELDS: &[List] = &[
    (
        "work",
        &[
            "name",
            "location",
            "description",
            "position",
            "url",
            "startDate",
            "endDate",
            "summary",
            "highlights",
        ],
        &[("company", "name"), ("website", "url")],
    ),
    (
        "volunteer",
        &["organization", "position", "url", "startDate", "endDate", "summary", "highlights"],
        &[("website", "url")],
    ),
    (
        "education",
        &["institution", "url", "area", "studyType", "startDate", "endDate", "score", "courses"],
        &[("gpa", "score")],
    ),
    ("awards", &["title", "date", "awarder", "summary"], &[]),
    ("certificates", &["name", "date", "url", "issuer"], &[]),
    (
        "publications",
        &["name", "publisher", "releaseDate", "url", "summary"],
        &[("website", "url")],
    ),
    ("skills", &["name", "level", "keywords"], &[]),
    ("languages", &["language", "fluency"], &[("name", "language"), ("level", "fluency")]),
    ("interests", &["name", "keywords"], &[]),
    ("references", &["name", "reference"], &[]),
    (
        "projects",
        &[
            "name",
            "description",
            "highlights",
            "keywords",
            "startDate",
            "endDate",
            "url",
            "roles",
            "entity",
            "type",
        ],
        &[],
    ),
];

const BASICS: &[&str] = &["name", "label", "image", "phone", "url", "summary"];
const LOCATION: &[&str] = &["address", "postalCode", "city", "countryCode", "region"];
const PROFILE: &[&str] = &["network", "username", "url"];

/// What has no place in the schema, and is for readers.
const FACT: &str = "facts.text";

/// How often each field says what.
pub(super) type Content = BTreeMap<(String, String), usize>;

/// Returns what the fields of the schema say.
pub(super) fn of(resume: &Value) -> Content {
    let mut content = Content::new();
    let basics = &resume["basics"];
    for key in BASICS {
        add(&mut content, &format!("basics.{key}"), &basics[*key]);
    }
    email(&mut content, resume);
    facts(&mut content, &resume["meta"]["perfil"]);
    for (old, new) in [("picture", "image"), ("website", "url")] {
        if basics[new].as_str().is_none_or(str::is_empty) {
            add(&mut content, &format!("basics.{new}"), &basics[old]);
        }
    }
    for key in LOCATION {
        add(&mut content, &format!("location.{key}"), &basics["location"][*key]);
    }
    for profile in basics["profiles"].as_array().into_iter().flatten() {
        let mut said = Content::new();
        for key in PROFILE {
            add(&mut said, &format!("profiles.{key}"), &profile[*key]);
        }
        // A network alone is a field of a form that was not filled in.
        if said.keys().any(|(field, _)| field != "profiles.network") {
            for (said, count) in said {
                *content.entry(said).or_default() += count;
            }
        }
    }
    for (list, fields, former) in FIELDS {
        for item in resume[*list].as_array().into_iter().flatten() {
            for field in *fields {
                add(&mut content, &format!("{list}.{field}"), &item[*field]);
            }
            for (old, new) in *former {
                if item[*new].is_null() {
                    add(&mut content, &format!("{list}.{new}"), &item[*old]);
                }
            }
        }
    }
    content
}

/// Adds the e-mail address. Others, and a text that is none, are facts, because the schema has no
/// place for them.
fn email(content: &mut Content, resume: &Value) {
    let written = &resume["basics"]["email"];
    let all = written.as_array().map_or(std::slice::from_ref(written), Vec::as_slice);
    let is_address = |email: &&Value| {
        let parts = email.as_str().and_then(|it| it.split_once('@'));
        parts.is_some_and(|(user, host)| {
            !user.is_empty() && host.contains('.') && !host.contains('@')
        })
    };
    let first = all.iter().position(|email| is_address(&email));
    for (index, email) in all.iter().enumerate() {
        add(content, if first == Some(index) { "basics.email" } else { FACT }, email);
    }
}

/// Adds the facts that our own export keeps beside the fields of the schema.
fn facts(content: &mut Content, own: &Value) {
    for (key, value) in own.as_object().into_iter().flatten() {
        if key == "facts" || key == "details" {
            let all = value.as_array().into_iter().flatten();
            all.for_each(|fact| add(content, FACT, &fact["text"]));
        }
        facts(content, value);
    }
    own.as_array().into_iter().flatten().for_each(|value| facts(content, value));
}

fn add(content: &mut Content, field: &str, value: &Value) {
    match value {
        // Several paragraphs are one text.
        Value::Array(items) if field.ends_with("summary") || field.ends_with("description") => {
            let texts: Vec<&str> = items.iter().filter_map(Value::as_str).collect();
            insert(content, field, &texts.join(" "));
        }
        Value::Array(items) => items.iter().for_each(|item| add(content, field, item)),
        // Words where an address is expected are a fact, because the schema has no place for them.
        Value::String(text) if field.ends_with("url") && is_words(text) => {
            insert(content, FACT, text);
        }
        Value::String(text) => insert(content, field, text),
        Value::Object(page) if field.ends_with("url") => {
            add(content, field, page.get("url").unwrap_or(&Value::Null));
        }
        Value::Number(number) => insert(content, field, &number.to_string()),
        _ => {}
    }
}

fn insert(content: &mut Content, field: &str, text: &str) {
    let said = normalized(field, text);
    if !said.is_empty() {
        *content.entry((field.to_owned(), said)).or_default() += 1;
    }
}

/// Returns a text without what is not content: its markup, the form of a date or of an address, and
/// words for the present.
fn normalized(field: &str, text: &str) -> String {
    if field.to_lowercase().ends_with("date") {
        let year: String = text
            .split(|c: char| !c.is_ascii_digit())
            .find(|it| it.len() == 4)
            .unwrap_or_default()
            .into();
        return year;
    }
    if field.ends_with("url") || field.ends_with("image") {
        return address(text);
    }
    let mut plain = String::new();
    let mut rest = text.trim_start_matches("mailto:");
    while let Some(start) = rest.find('<') {
        plain.push_str(&rest[..start]);
        rest = rest[start..].split_once('>').map_or("", |(_, after)| after);
    }
    plain.push_str(rest);
    let words = plain.chars().filter(|c| c.is_alphanumeric());
    words.collect()
}

/// Returns an address without what only its form says: the scheme of the Web, a label before it, and
/// how the characters are written that an address cannot have (RFC 3987).
fn address(text: &str) -> String {
    // A file of the owner's own site is no content: no other site has it.
    let is_file = !text.contains(':') && (text.starts_with(['.', '/']) || is_file(text));
    if is_file && !text.starts_with("//") {
        return String::new();
    }
    let labelled = text.trim().split_once(": ").map(|(_, rest)| rest);
    let text = labelled.filter(|rest| rest.starts_with("http")).unwrap_or(text).trim();
    let mut rest = text;
    for scheme in ["https:", "http:", "//"] {
        rest = rest.strip_prefix(scheme).unwrap_or(rest);
    }
    let whole =
        Url::parse(&format!("https://{rest}")).map_or_else(|_| rest.to_owned(), String::from);
    whole.trim_start_matches("https://").trim_end_matches('/').to_lowercase()
}

/// Whether a text in the place of an address is several words.
fn is_words(text: &str) -> bool {
    text.trim().contains(' ') && !text.contains([':', '/', '.', '@'])
}

/// Whether an address ends in the name of a file, and not in that of a host.
fn is_file(text: &str) -> bool {
    let ends = [".pdf", ".html", ".jpg", ".jpeg", ".png", ".webp", ".avif", ".svg"];
    ends.iter().any(|end| text.to_lowercase().ends_with(end))
}

/// Returns what one file says and the other does not.
pub(super) fn missing(before: &Content, after: &Content) -> Vec<String> {
    let lost = before.iter().filter(|(said, count)| {
        after.get(said).is_none_or(|found| found < count) && !is_part_of_summary(said, after)
    });
    lost.map(|((field, said), _)| format!("{field}: {said}")).collect()
}

/// Whether this is a part of what the person says of themselves, which some files have in parts.
fn is_part_of_summary((field, said): &(String, String), after: &Content) -> bool {
    let mut summaries = after.keys().filter(|(other, _)| other == "basics.summary");
    field == "basics.summary" && summaries.any(|(_, whole)| whole.contains(said))
}

/// Returns the organisations that are in another list than they were.
pub(super) fn in_wrong_list(before: &Value, after: &Value) -> Vec<String> {
    const LISTS: [(&str, &[&str]); 3] = [
        ("work", &["name", "company"]),
        ("volunteer", &["organization", "name"]),
        ("education", &["institution", "name"]),
    ];
    let names = |resume: &Value, list: &str, keys: &[&str]| -> Vec<String> {
        let items = resume[list].as_array().into_iter().flatten();
        let name =
            |item: &Value| keys.iter().find_map(|key| item[*key].as_str().map(str::to_owned));
        items.filter_map(name).collect()
    };
    let mut wrong = Vec::new();
    for (list, keys) in LISTS {
        let others = LISTS.iter().filter(|(other, _)| *other != list);
        let elsewhere: Vec<String> =
            others.flat_map(|(other, keys)| names(before, other, keys)).collect();
        let own = names(before, list, keys);
        let moved = names(after, list, keys).into_iter();
        let moved = moved.filter(|name| !own.contains(name) && elsewhere.contains(name));
        wrong.extend(moved.map(|name| format!("{name} in {list}")));
    }
    wrong
}
