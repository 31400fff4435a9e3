//! What an import understood, written for people and for tools.

use crate::report::count;
use perfil_model::language::Tag;
use perfil_site::{Contact, End, Part, Understood};
use serde_json::{Value, json};
use std::fmt::Write as _;

/// The longest title after which what was read stands in its column, in characters.
const WIDEST: usize = 28;

/// Returns what was understood of a file, a line for each part, with names of one width.
pub(crate) fn text(file: &str, format: &str, understood: &Understood, warnings: usize) -> String {
    let mut rows: Vec<(String, String)> = Vec::new();
    let name = [Some(understood.name.as_str()), understood.headline.as_deref()];
    rows.push(("Name".to_owned(), name.into_iter().flatten().collect::<Vec<_>>().join(", ")));
    if let Some(language) = &understood.language {
        rows.push(("Language".to_owned(), language.as_str().to_owned()));
    }
    if !understood.contact.is_empty() {
        let contact: Vec<String> = understood.contact.iter().map(contact).collect();
        rows.push(("Contact".to_owned(), contact.join(", ")));
    }
    for part in &understood.sections {
        let title = if part.title.is_empty() { "(no title)" } else { &part.title };
        rows.push((title.to_owned(), section(part)));
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

fn contact(contact: &Contact) -> String {
    let name = match contact.field {
        "url" => "website",
        "links" => return count(contact.count, "link") + private(contact),
        field => field,
    };
    name.to_owned() + private(contact)
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
        Some((start, End::Open)) => format!("{entries}, {start} to today"),
        Some((start, End::Date(end))) if start == end => format!("{entries}, {start}"),
        Some((start, End::Date(end))) => format!("{entries}, {start} to {end}"),
    }
}

/// Returns the same as an object; the end of what goes on is null.
pub(crate) fn object(understood: &Understood) -> Value {
    let contact = understood
        .contact
        .iter()
        .map(|it| json!({ "field": it.field, "count": it.count, "private": it.is_private }));
    let sections = understood.sections.iter().map(|part| {
        let mut section =
            json!({ "title": part.title, "kind": part.kind, "entries": part.entries });
        if let Some((start, end)) = &part.dates {
            section["startDate"] = start.as_str().into();
            section["endDate"] = match end {
                End::Open => Value::Null,
                End::Date(end) => end.as_str().into(),
            };
        }
        section
    });
    json!({
        "name": understood.name,
        "headline": understood.headline,
        "language": understood.language.as_ref().map(Tag::as_str),
        "contact": contact.collect::<Vec<_>>(),
        "sections": sections.collect::<Vec<_>>(),
    })
}
