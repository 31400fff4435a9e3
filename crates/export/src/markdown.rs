//! Markdown: contact and facts as YAML front matter, everything else as a document.

use super::block::{Block, written};
use super::style::Style;
use super::{Subject, clean, document, line, uri};
use std::fmt::Write as _;

/// Renders the whole file.
pub(super) fn markdown(subject: &Subject) -> String {
    let mut blocks: Vec<Block> = vec![Style::Markdown.heading(&subject.shown.profile.head.name, 1)];
    blocks.extend(document::body(subject, Style::Markdown));
    front(subject) + "\n" + &written(&blocks, None)
}

fn front(subject: &Subject) -> String {
    let (profile, shown) = (subject.profile, &subject.shown.profile.head);
    let place = subject.localizer.location(profile.location.as_ref());
    let mut front = "---\n".to_owned();
    let mut add = |key: &str, value: Option<String>| {
        if let Some(value) = value {
            // Writing to a string cannot fail.
            let _ = writeln!(front, "{key}: {}", quote(&value));
        }
    };
    add("name", Some(shown.name.text.clone()));
    add("headline", shown.headline.as_ref().map(|text| text.text.clone()));
    add("language", Some(subject.lang().to_owned()));
    add("location", place.map(|place| place.text));
    add("email", profile.email.as_ref().map(ToString::to_string));
    add("phone", profile.phone.clone());
    add("url", profile.url.as_ref().map(|url| uri(&url.to_string())));
    add("image", subject.image.map(ToOwned::to_owned));
    add("lastModified", profile.last_modified.map(|date| date.to_string()));
    add("canonical", Some(subject.page.to_owned()));
    let focus = shown.focus.iter().map(|text| format!("  - {}", quote(&line([text], ""))));
    list(&mut front, "focus", focus.collect());
    let facts = profile.facts.iter().map(|fact| {
        let (label, text) = (subject.text(&fact.label), subject.text(&fact.text));
        format!("  - label: {}\n    text: {}", quote(&label), quote(&text))
    });
    list(&mut front, "facts", facts.collect());
    let figures = profile.figures.iter().map(|figure| {
        let label = figure.label.as_ref().map(|label| subject.text(label));
        let label = label.map(|label| format!("\n    label: {}", quote(&label)));
        format!("  - value: {}{}", quote(&subject.name(&figure.value)), label.unwrap_or_default())
    });
    list(&mut front, "figures", figures.collect());
    let links = profile.links.iter().map(|link| {
        let label = subject.name(&link.label);
        let url =
            link.url.as_ref().map(|url| format!("\n    url: {}", quote(&uri(&url.to_string()))));
        let url = url.unwrap_or_default();
        let name = link.username.as_ref().map(|name| format!("\n    username: {}", quote(name)));
        let name = name.unwrap_or_default();
        format!("  - label: {}{url}{name}", quote(&label))
    });
    list(&mut front, "links", links.collect());
    front + "---\n"
}

fn list(front: &mut String, key: &str, items: Vec<String>) {
    if !items.is_empty() {
        // Writing to a string cannot fail.
        let _ = writeln!(front, "{key}:\n{}", items.join("\n"));
    }
}

/// Quotes a text for YAML, in which a JSON string is valid.
fn quote(text: &str) -> String {
    serde_json::Value::from(clean(text)).to_string()
}
