//! What an import understood, written for people and for tools.

use crate::report::count;
use perfil_model::language::Tag;
use perfil_site::{Contact, End, Found, Part, Understood};
use serde_json::{Value, json};
use std::fmt::Write as _;

/// The longest title after which what was read stands in its column, in characters.
const WIDEST: usize = 28;

/// Returns what was understood of a file, a line for each part, with names of one width.
pub(crate) fn text(file: &str, format: &str, understood: &Understood, warnings: usize) -> String {
    let mut rows: Vec<(String, String)> = Vec::new();
    let name = [Some(understood.name.as_str()), understood.headline.as_deref()];
    let name = name.into_iter().flatten().collect::<Vec<_>>().join(", ");
    rows.push(("Name".to_owned(), placed(name, understood.place.as_ref())));
    if let Some(language) = &understood.language {
        rows.push(("Language".to_owned(), language.as_str().to_owned()));
    }
    if !understood.contact.is_empty() {
        let contact: Vec<String> = understood.contact.iter().map(contact).collect();
        rows.push(("Contact".to_owned(), contact.join(", ")));
    }
    for part in &understood.sections {
        let title = if part.title.is_empty() { "(no title)" } else { &part.title };
        rows.push((title.to_owned(), placed(section(part), part.place.as_ref())));
        rows.extend(part.found.iter().map(|found| (String::new(), entry(found))));
    }
    for (index, doubt) in understood.unsure.iter().enumerate() {
        let name = if index == 0 { "Unsure" } else { "" };
        rows.push((name.to_owned(), placed(doubt.message.clone(), doubt.place.as_ref())));
    }
    if warnings > 0 {
        rows.push(("To look at".to_owned(), count(warnings, "warning")));
    }
    let widths = rows.iter().map(|(name, _)| name.chars().count());
    let width = widths.filter(|width| *width <= WIDEST).max().unwrap_or_default();
    let mut text = format!("{file} is read as {format}:\n");
    for (name, value) in &rows {
        let space = width.saturating_sub(name.chars().count()) + 2;
        let _ = writeln!(text, "  {name}{:space$}{value}", "");
    }
    text
}

/// Returns what was read, with its place in the document.
fn placed(read: String, place: Option<&String>) -> String {
    match place {
        Some(place) => format!("{read} ({place})"),
        None => read,
    }
}

fn entry(found: &Found) -> String {
    let dates = found.dates.as_ref().map(|(start, end)| format!("{}: ", period(start, end)));
    let dates = dates.unwrap_or_default();
    placed(format!("{dates}{}", found.title), found.place.as_ref())
}

fn contact(contact: &Contact) -> String {
    let name = match contact.field {
        "url" => "website".to_owned(),
        "links" => count(contact.count, "link"),
        field => field.to_owned(),
    };
    placed(name + private(contact), contact.place.as_ref())
}

fn private(contact: &Contact) -> &'static str {
    if contact.is_private { " (private)" } else { "" }
}

fn section(part: &Part) -> String {
    let entries = match part.entries {
        0 => "text".to_owned(),
        1 => "1 entry".to_owned(),
        count => format!("{count} entries"),
    };
    match &part.dates {
        None => entries,
        Some((start, end)) => format!("{entries}, {}", period(start, end)),
    }
}

fn period(start: &str, end: &End) -> String {
    match end {
        End::Open => format!("{start} to today"),
        End::Date(end) if start == end => start.to_owned(),
        End::Date(end) => format!("{start} to {end}"),
    }
}

/// Returns the same as an object; the end of what goes on is null, and places are those of documents.
pub(crate) fn object(understood: &Understood) -> Value {
    let contact = understood.contact.iter().map(|it| {
        let value = json!({ "field": it.field, "count": it.count, "private": it.is_private });
        located(value, it.place.as_ref())
    });
    let sections = understood.sections.iter().map(|part| {
        let value = json!({ "title": part.title, "kind": part.kind, "entries": part.entries });
        let mut section = located(dated(value, part.dates.as_ref()), part.place.as_ref());
        if !part.found.is_empty() {
            let found = part.found.iter().map(|found| {
                let value = dated(json!({ "title": found.title }), found.dates.as_ref());
                located(value, found.place.as_ref())
            });
            section["found"] = found.collect();
        }
        section
    });
    let unsure = understood
        .unsure
        .iter()
        .map(|doubt| located(json!({ "message": doubt.message }), doubt.place.as_ref()));
    let object = json!({
        "name": understood.name,
        "headline": understood.headline,
        "language": understood.language.as_ref().map(Tag::as_str),
        "contact": contact.collect::<Vec<_>>(),
        "sections": sections.collect::<Vec<_>>(),
        "unsure": unsure.collect::<Vec<_>>(),
    });
    located(object, understood.place.as_ref())
}

fn located(mut value: Value, place: Option<&String>) -> Value {
    if let Some(place) = place {
        value["place"] = place.as_str().into();
    }
    value
}

fn dated(mut value: Value, dates: Option<&(String, End)>) -> Value {
    if let Some((start, end)) = dates {
        value["startDate"] = start.as_str().into();
        value["endDate"] = match end {
            End::Open => Value::Null,
            End::Date(end) => end.as_str().into(),
        };
    }
    value
}
