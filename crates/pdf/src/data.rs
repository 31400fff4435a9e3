//! What the template reads: the profile as its outline has it, in one language.

use super::{Setting, prose};
use perfil_export::{PaperSize, Subject};
use perfil_localize::{Form, Item, OutlineSection, Statement, shown_address};
use perfil_view::{Detail, Language, Prose, Text};
use serde_json::{Value, json};

/// The whole of it.
pub(super) fn data(subject: &Subject, setting: &Setting) -> Value {
    let shown = &subject.shown.profile;
    let tag = &subject.localizer.locale().tag;
    let headline = shown.headline.as_ref();
    let skills: Vec<&str> = shown.skills.iter().map(|skill| skill.name.text.as_str()).collect();
    json!({
        "paper": match setting.paper {
            PaperSize::A4 => "a4",
            PaperSize::Letter => "us-letter",
        },
        "accent": setting.accent,
        "fonts": setting.fonts.families(),
        "language": language(tag.as_str()),
        "dir": tag.direction(),
        "title": subject.shown.title(),
        "keywords": skills,
        "description": headline.map(|headline| &headline.text),
        "name": text(&shown.name),
        "headline": headline.map(text),
        "focus": shown.focus.iter().map(text).collect::<Vec<_>>(),
        "details": shown.details.iter().map(detail).collect::<Vec<_>>(),
        "summary": shown.summary.as_ref().map(written),
        "chapters": chapters(&subject.shown.outline()),
    })
}

/// A language as Typst knows it. It has no names for variants of a language beside region and script.
fn language(tag: &str) -> Value {
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

/// Something with its language and direction, where they are not the page's.
fn in_language(mut value: Value, borrowed: Option<&Language>) -> Value {
    if let Some(borrowed) = borrowed {
        value["language"] = language(&borrowed.lang);
        value["dir"] = borrowed.dir.as_str().into();
    }
    value
}

fn text(text: &Text) -> Value {
    in_language(json!({ "text": text.text }), text.language.as_ref())
}

fn written(prose: &Prose) -> Value {
    in_language(json!({ "blocks": prose::blocks(prose) }), prose.language.as_ref())
}

/// A fact, or where the person is reached. On paper an address has to be whole.
fn detail(detail: &Detail) -> Value {
    let address = detail.url.as_deref().filter(|url| url.starts_with("http"));
    let shown =
        address.map_or_else(|| text(&detail.text), |url| json!({ "text": shown_address(url) }));
    json!({ "label": text(&detail.label), "text": shown, "url": detail.url })
}

/// The chapters, each with the level of its heading. The name has the first level, and no level is
/// left out, which a chapter in a group without a title would do.
fn chapters(chapters: &[OutlineSection]) -> Vec<Value> {
    let mut before = 1;
    let mut all = Vec::new();
    for chapter in chapters {
        let level = (chapter.depth + 2).min(before + 1);
        // Without a heading, its entries take the level that it would have had.
        let level = if chapter.title.is_some() { level } else { level - 1 };
        before = level;
        all.push(json!({
            "title": chapter.title.as_ref().map(text),
            "depth": chapter.depth,
            "level": level,
            "runs": runs(&chapter.items),
        }));
    }
    all
}

/// Items of one form that follow each other, which make one list.
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
    // Figures stand below the sentence that they are taken from, and skills below everything.
    let mut says = item.says.clone();
    says.sort_by_key(|saying| matches!(saying, Statement::Line(_)));
    json!({
        "title": item.title.as_ref().map(text),
        "period": item.period,
        "place": item.place.as_ref().map(text),
        "url": item.url.as_ref().map(|url| json!({ "address": url, "text": shown_address(url) })),
        "says": says.chunk_by(go_together).map(said).collect::<Vec<_>>(),
    })
}

/// Points make one list, and short lines stand on one line.
fn go_together(a: &Statement, b: &Statement) -> bool {
    matches!(
        (a, b),
        (Statement::Point(_), Statement::Point(_)) | (Statement::Line(_), Statement::Line(_))
    )
}

fn said(sayings: &[Statement]) -> Value {
    let kind = match sayings.first() {
        Some(Statement::Point(_)) => "points",
        Some(Statement::Line(_)) => "lines",
        Some(Statement::Author(_)) => "author",
        Some(Statement::Role(..)) => "role",
        Some(Statement::Prose(_)) | None => "prose",
    };
    let one = |saying: &Statement| match saying {
        Statement::Prose(prose) | Statement::Point(prose) => written(prose),
        Statement::Line(it) | Statement::Author(it) => text(it),
        Statement::Role(position, period) => {
            let mut role = text(position);
            role["period"] = json!(period);
            role
        }
    };
    json!({ "kind": kind, "all": sayings.iter().map(one).collect::<Vec<_>>() })
}
