//! The data for the template: the outline of a profile in one language.

use super::{Setting, prose};
use perfil_export::{PaperSize, Subject};
use perfil_localize::{Form, Item, OutlineSection, Statement, shown_address};
use perfil_view::{Detail, Language, Prose, Text};
use serde_json::{Value, json};

/// Returns all data of the template.
pub(super) fn data(subject: &Subject, setting: &Setting) -> Value {
    let shown = &subject.shown.profile.head;
    let tag = &subject.localizer.locale().tag;
    let headline = shown.headline.as_ref();
    let skills: Vec<&str> =
        subject.shown.profile.skills.iter().map(|skill| skill.name.text.as_str()).collect();
    json!({
        "paper": match setting.paper {
            PaperSize::A4 => "a4",
            PaperSize::Letter => "us-letter",
        },
        "theme": setting.look.data(),
        "language": language(tag.as_str()),
        "dir": tag.direction(),
        "title": subject.shown.title(),
        "keywords": skills,
        "description": headline.map(|headline| &headline.text),
        "name": text(&shown.name),
        "portrait": Value::Null,
        "headline": headline.map(text),
        "focus": shown.focus.iter().map(text).collect::<Vec<_>>(),
        "details": shown.details().map(detail).collect::<Vec<_>>(),
        "summary": shown.summary.as_ref().map(prose_value),
        "chapters": sections(&subject.shown.outline()),
    })
}

/// Returns the text alternative of the portrait: "Portrait of Ada Lovelace".
pub(super) fn portrait_alt(subject: &Subject) -> String {
    let name = &subject.shown.profile.head.name.text;
    subject.localizer.locale().interface.portrait().replace("{name}", name)
}

/// Returns a language as Typst represents it, which has no variants other than region and script.
pub(super) fn language(tag: &str) -> Value {
    let mut parts = tag.split('-');
    let mut language = json!({ "lang": parts.next() });
    for part in parts {
        match part.len() {
            2 => language["region"] = part.into(),
            4 => language["script"] = part.to_lowercase().into(),
            _ => {}
        }
    }
    language
}

/// Adds language and direction to a value, where they differ from the page's.
pub(super) fn in_language(mut value: Value, borrowed: Option<&Language>) -> Value {
    if let Some(borrowed) = borrowed {
        value["language"] = language(&borrowed.lang);
        value["dir"] = borrowed.dir.as_str().into();
    }
    value
}

fn text(text: &Text) -> Value {
    in_language(json!({ "text": text.text }), text.language.as_ref())
}

fn prose_value(prose: &Prose) -> Value {
    in_language(json!({ "blocks": prose::blocks(prose) }), prose.language.as_ref())
}

/// Returns a fact or a contact detail. On paper, a Web address has to be visible in full.
fn detail(detail: &Detail) -> Value {
    let address = detail.url.as_deref().filter(|url| url.starts_with("http"));
    let shown =
        address.map_or_else(|| text(&detail.text), |url| json!({ "text": shown_address(url) }));
    json!({ "label": text(&detail.label), "text": shown, "url": detail.url })
}

/// Returns the sections, each with its heading level. The name has the first level. A section in a
/// group without a title would skip a level, so levels are reduced to be consecutive.
fn sections(sections: &[OutlineSection]) -> Vec<Value> {
    let mut previous = 1;
    let mut all = Vec::new();
    for section in sections {
        let level = (section.depth + 2).min(previous + 1);
        // Without a heading, its entries take the level that the heading would have had.
        let level = if section.title.is_some() { level } else { level - 1 };
        previous = level;
        all.push(json!({
            "title": section.title.as_ref().map(text),
            "depth": section.depth,
            "level": level,
            "runs": runs(&section.items),
        }));
    }
    all
}

/// Groups consecutive items of the same form, which make one list.
fn runs(items: &[Item]) -> Vec<Value> {
    let run = |items: &[Item]| {
        let form = items.first().map_or(Form::Paragraph, |item| item.form);
        let form = match form {
            Form::Paragraph => "paragraph",
            Form::Point => "point",
            Form::Step => "step",
            Form::Term => "term",
            Form::Entry => "entry",
            Form::Quote => "quote",
        };
        json!({ "form": form, "items": items.iter().map(item).collect::<Vec<_>>() })
    };
    items.chunk_by(|a, b| a.form == b.form).map(run).collect()
}

fn item(item: &Item) -> Value {
    // Figures go below the sentence that they are taken from, and skills below everything.
    let mut statements = item.statements.clone();
    statements.sort_by_key(|statement| matches!(statement, Statement::Line(_)));
    json!({
        "title": item.title.as_ref().map(text),
        "period": item.period,
        "place": item.place.as_ref().map(text),
        "url": item.url.as_ref().map(|url| json!({ "address": url, "text": shown_address(url) })),
        "statements": statements.chunk_by(share_group).map(statement_group).collect::<Vec<_>>(),
    })
}

/// Consecutive points make one list, and consecutive short lines share a line.
fn share_group(a: &Statement, b: &Statement) -> bool {
    matches!(
        (a, b),
        (Statement::Point(_), Statement::Point(_)) | (Statement::Line(_), Statement::Line(_))
    )
}

fn statement_group(group: &[Statement]) -> Value {
    let kind = match group.first() {
        Some(Statement::Point(_)) => "points",
        Some(Statement::Line(_)) => "lines",
        Some(Statement::Author(_)) => "author",
        Some(Statement::Role(..)) => "role",
        Some(Statement::Prose(_)) | None => "prose",
    };
    let one = |statement: &Statement| match statement {
        Statement::Prose(prose) | Statement::Point(prose) => prose_value(prose),
        Statement::Line(it) | Statement::Author(it) => text(it),
        Statement::Role(position, period) => {
            let mut role = text(position);
            role["period"] = json!(period);
            role
        }
    };
    json!({ "kind": kind, "all": group.iter().map(one).collect::<Vec<_>>() })
}
