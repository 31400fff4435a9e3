//! Imports JSON Resume (<https://jsonresume.org/schema>), version 1.0.0 and the earlier names.

mod basics;
mod entry;
mod forms;
mod keywords;
mod meta;
mod own;

use crate::unmapped::{Unmapped, below, section};
use crate::{names, titles, tree};
use forms::Form;
use own::Extension;
use perfil_model::language::Tag;
use perfil_model::profile::ResumeList;
use perfil_source::{Node, Path, Problem, Step, Value, privacy};
use std::collections::BTreeSet;

/// Converts a JSON Resume into the order of a native profile.
pub(super) fn arrange(written: &Node, name: &str, languages: &[Tag]) -> (Node, Vec<Problem>) {
    let mut unmapped = Unmapped::default();
    nulls(written, &Path::default(), &mut unmapped);
    shapes(written, &mut unmapped);
    let span = written.span.clone();
    let start = span.start..span.start + 1;
    let mut members = vec![tree::version(start.clone())];
    let mut own = Extension::read(written, &mut unmapped);
    members.append(&mut own.members);
    let mut sections = std::mem::take(&mut own.sections);
    let mut seen = BTreeSet::new();
    for member in written.members() {
        let path = below(&Path::default(), Step::Key(member.key.clone()));
        if !seen.insert(&member.key) {
            let message = format!("the key {:?} occurs twice in the same object", member.key);
            unmapped.error(&path, &member.key_span, message, "Keep one of the two.");
            continue;
        }
        if tree::is_empty(&member.value) || !is_shaped(&member.key, &member.value) {
            continue;
        }
        match (member.key.as_str(), ResumeList::of(&member.key)) {
            _ if privacy::is_mark(member) => members.push(member.clone()),
            ("basics", _) => {
                members.extend(basics::read(&member.value, &path, own.is_there, &mut unmapped));
            }
            (_, Some(list)) => {
                let form = forms::of(list);
                sections.extend(read(form, member, &path, languages, &mut own, &mut unmapped));
            }
            ("meta", _) => members.extend(meta::read(&member.value, &path, &mut unmapped)),
            ("$schema", _) => {}
            _ => unmapped.keep(&path, &member.value),
        }
    }
    if members.iter().all(|member| member.key != "name") {
        let name = names::of_file(name);
        let message = format!("the résumé has no name, so the page is called {name:?}");
        unmapped.warn(&Path::default(), &start, message, "Add \"name\" to \"basics\".");
        members.push(tree::member("name", tree::text(name, start)));
    }
    let (more, report) = unmapped.finish(&own.free("more"), languages);
    sections.extend(more);
    members.push(tree::member("sections", tree::list(sections, span.clone())));
    (tree::object(members, span), report)
}

/// Returns a section of entries, if it has any.
fn read(
    form: &Form,
    member: &perfil_source::Member,
    path: &Path,
    languages: &[Tag],
    own: &mut Extension,
    unmapped: &mut Unmapped,
) -> Option<Node> {
    let (key, kind) = (form.list.key(), form.list.kind());
    let title = titles::title(key, languages, &member.key_span);
    let items = unmapped.convert(&member.value, &mut |unmapped, list| {
        let items = list.elements().iter().enumerate().filter_map(|(index, element)| {
            let path = below(path, Step::Index(index));
            if tree::is_empty(element) || own.has(form.list, &member.value, index) {
                return None;
            }
            unmapped.convert(element, &mut |unmapped, element| {
                entry::read(form, element, &path, &title, unmapped)
            })
        });
        let items: Vec<_> = items.collect();
        (!items.is_empty()).then(|| tree::list(items, list.span.clone()))
    })?;
    let span = member.key_span.start..member.value.span.end;
    Some(section(&own.free(key), title, kind, vec![tree::member("items", items)], span))
}

/// Whether a part of the résumé has the type that its key requires.
fn is_shaped(key: &str, node: &Node) -> bool {
    let node = privacy::wrapped(node).unwrap_or(node);
    match key {
        "basics" | "meta" => matches!(node.value, Value::Object(_)),
        "$schema" => node.as_str().is_some(),
        _ => ResumeList::of(key).is_none() || matches!(node.value, Value::Array(_)),
    }
}

/// Rejects values of the wrong type before their parts are read.
fn shapes(written: &Node, unmapped: &mut Unmapped) {
    for member in written.members() {
        let is_null = member.value.value == Value::Null;
        if !is_null && !is_shaped(&member.key, &member.value) {
            let path = below(&Path::default(), Step::Key(member.key.clone()));
            let expected = match member.key.as_str() {
                "basics" | "meta" => "an object",
                "$schema" => "an address",
                _ => "a list",
            };
            let found = &member.value.value;
            let message = format!("expected {expected} for {:?}, found {found}", member.key);
            let remedy = "Write it as JSON Resume does, or remove it.";
            unmapped.error(&path, &member.value.span, message, remedy);
        }
    }
}

/// Warns about every `null`, which JSON Resume does not allow; older files use it for missing
/// values.
fn nulls(node: &Node, path: &Path, unmapped: &mut Unmapped) {
    let mut look = |value: &Node, step: Step| {
        let path = below(path, step);
        if value.value == Value::Null {
            let message = format!("{path} is null, so it is ignored");
            unmapped.warn(&path, &value.span, message, "Write a value, or leave the key out.");
        }
        nulls(value, &path, unmapped);
    };
    for member in node.members() {
        look(&member.value, Step::Key(member.key.clone()));
    }
    for (index, element) in node.elements().iter().enumerate() {
        look(element, Step::Index(index));
    }
}
