//! Reads one entry of a list of JSON Resume.

use super::forms::Form;
use crate::tree;
use crate::unmapped::{Unmapped, below, is_localized};
use perfil_model::profile::ResumeList;
use perfil_source::{Member, Node, Path, Step, Value, privacy};

/// Native fields that can hold several paragraphs.
const PARAGRAPHS: [&str; 2] = ["summary", "description"];

/// Reads an entry; `None` if it has nothing that a section can show.
pub(super) fn read(
    form: &Form,
    entry: &Node,
    path: &Path,
    title: &Node,
    unmapped: &mut Unmapped,
) -> Option<Node> {
    if !matches!(entry.value, Value::Object(_)) {
        // The decoder of profiles reports what is expected here.
        return Some(entry.clone());
    }
    let mut members: Vec<Member> = privacy::mark(entry).into_iter().collect();
    let mut used: Vec<&str> = Vec::new();
    for (field, names) in form.fields {
        let found: Vec<&Member> = names
            .iter()
            .filter_map(|name| entry.members().iter().find(|member| member.key == *name))
            .filter(|member| !tree::is_empty(&member.value))
            .filter(|member| !used.contains(&member.key.as_str()))
            .collect();
        let Some((first, others)) = found.split_first() else { continue };
        used.push(&first.key);
        let mut value = tree::filled(&first.value);
        for other in others {
            let again = tree::filled(&other.value);
            if PARAGRAPHS.contains(field)
                && let Some(joined) = paragraphs(&value, &again)
            {
                value = joined;
                used.push(&other.key);
            } else if tree::same(&again, &value) {
                used.push(&other.key);
            }
        }
        members.push(Member { key: (*field).into(), key_span: first.key_span.clone(), value });
    }
    keep(entry, &used, path, unmapped);
    let has = |field: &str| members.iter().any(|member| member.key == field);
    if form.list == ResumeList::References && !has("reference") {
        let named = entry.members().iter().filter(|member| !privacy::is_mark(member));
        for member in named.filter(|member| used.contains(&member.key.as_str())) {
            let inner = below(path, Step::Key(member.key.clone()));
            unmapped.keep(&inner, &member.value);
        }
        return None;
    }
    if members.iter().all(privacy::is_mark) {
        return None;
    }
    if let [first, ..] = form.needs
        && !form.needs.iter().any(|field| has(field))
    {
        let span = entry.span.start..entry.span.start + 1;
        let message = format!("{path} has no {first:?}, so it gets the title of its section");
        unmapped.warn(path, &span, message, "Add its name.");
        members.push(tree::member(first, Node { span, ..title.clone() }));
    }
    Some(tree::object(members, entry.span.clone()))
}

/// Keeps the fields that have no place in the section.
fn keep(entry: &Node, used: &[&str], path: &Path, unmapped: &mut Unmapped) {
    for (index, member) in entry.members().iter().enumerate() {
        let is_first =
            entry.members().iter().position(|other| other.key == member.key) == Some(index);
        let is_used = used.contains(&member.key.as_str()) && is_first;
        if !is_used && !privacy::is_mark(member) && !tree::is_empty(&member.value) {
            let path = below(path, Step::Key(member.key.clone()));
            unmapped.keep(&path, &member.value);
        }
    }
}

/// Joins two texts as paragraphs of one, in every language that either has.
fn paragraphs(first: &Node, second: &Node) -> Option<Node> {
    let span = first.span.clone();
    if privacy::has_private(first) || privacy::has_private(second) {
        return None;
    }
    match (first.as_str(), second.as_str()) {
        (Some(a), Some(b)) if a == b => Some(first.clone()),
        (Some(a), Some(b)) => Some(tree::text(format!("{a}\n\n{b}"), span)),
        _ if is_localized(first) && is_localized(second) => {
            let mut members = first.members().to_vec();
            for member in second.members() {
                match members.iter_mut().find(|other| other.key == member.key) {
                    Some(other) => other.value = paragraphs(&other.value, &member.value)?,
                    None => members.push(member.clone()),
                }
            }
            Some(tree::object(members, span))
        }
        _ => None,
    }
}
