//! Reads one entry of a list of JSON Resume.

use super::forms::Form;
use super::period;
use super::reader::{Reader, detail};
use super::shape::Shape;
use crate::unmapped::{Unmapped, below, is_localized};
use crate::{omit, tree, values};
use perfil_model::profile::ResumeList;
use perfil_source::{Member, Node, Path, Step, Value, privacy};

/// Native fields that can hold several paragraphs.
const PARAGRAPHS: [&str; 2] = ["summary", "description"];

/// An entry while it is read.
#[derive(Default)]
pub(super) struct Read<'a> {
    pub(super) members: Vec<Member>,
    pub(super) details: Vec<Node>,
    /// The keys whose values have been read.
    pub(super) used: Vec<&'a str>,
}

impl Read<'_> {
    fn has(&self, field: &str) -> bool {
        self.members.iter().any(|member| member.key == field)
    }
}

/// Reads an entry; `None` if it has nothing that a section can show.
pub(crate) fn read(
    form: &Form,
    entry: &Node,
    path: &Path,
    title: &Node,
    reader: &Reader,
    unmapped: &mut Unmapped,
) -> Option<Node> {
    if !matches!(entry.value, Value::Object(_)) {
        if reader.is_own {
            // The decoder of profiles reports what is expected here.
            return Some(entry.clone());
        }
        return line(form, entry, path, reader, unmapped);
    }
    let mut read = Read { members: privacy::mark(entry).into_iter().collect(), ..Read::default() };
    for (field, names) in form.fields {
        self::field(form, field, names, entry, path, reader, &mut read, unmapped);
    }
    if form.has_period && !read.has("startDate") && !read.has("endDate") {
        period::of_text(entry, reader, &mut read);
    }
    if !reader.is_own {
        period::without_reversed_end(path, &mut read.members, &mut read.details, unmapped);
    }
    keep(form, entry, path, reader, &mut read, unmapped);
    let is_empty = read.members.iter().all(privacy::is_mark) && read.details.is_empty();
    let has_words = read.has("name") || read.has("reference");
    if is_empty || (form.list == ResumeList::References && !has_words) {
        return None;
    }
    if let [first, ..] = form.needs
        && !form.needs.iter().any(|field| read.has(field))
    {
        let span = entry.span.start..entry.span.start + 1;
        let message = format!("{path} has no {first:?}, so it gets the title of its section");
        unmapped.warn(path, &span, message, "Add its name.");
        read.members.push(tree::member(first, Node { span, ..title.clone() }));
    }
    if !read.details.is_empty() {
        let details = tree::list(read.details, entry.span.clone());
        read.members.push(tree::member("details", details));
    }
    Some(tree::object(read.members, entry.span.clone()))
}

/// Reads an entry that is only a text.
fn line(
    form: &Form,
    entry: &Node,
    path: &Path,
    reader: &Reader,
    unmapped: &mut Unmapped,
) -> Option<Node> {
    let read = match Shape::of(form.line) {
        Shape::Prose => reader.prose(entry, path, unmapped),
        _ => reader.text(entry, ", ", path, unmapped),
    };
    let Some(text) = read else {
        unmapped.leave_out(path, &entry.span, "it says nothing here");
        return None;
    };
    let mut members = vec![tree::member(form.line, text.clone())];
    if let [first, ..] = form.needs
        && !form.needs.contains(&form.line)
    {
        members.push(tree::member(first, tree::text("—", text.span)));
    }
    Some(tree::object(members, entry.span.clone()))
}

/// Reads a field, from the first of its names that is there, and from others that say the same.
#[allow(
    clippy::too_many_arguments,
    reason = "all of what surrounds a field decides how it is read"
)]
fn field<'a>(
    form: &Form,
    field: &'static str,
    names: &[&str],
    entry: &'a Node,
    path: &Path,
    reader: &Reader,
    read: &mut Read<'a>,
    unmapped: &mut Unmapped,
) {
    let found = names
        .iter()
        .filter_map(|name| entry.members().iter().find(|member| member.key == *name))
        .filter(|member| !tree::is_empty(&member.value));
    let mut value: Option<(&Member, Node)> = None;
    for member in found {
        if read.used.contains(&member.key.as_str()) || !form.takes(field, member) {
            continue;
        }
        let inner = below(path, Step::Key(member.key.clone()));
        let shape = Shape::of_list(form.list, field);
        let Some((first, before)) = &value else {
            read.used.push(&member.key);
            let made = reader.value(shape, &member.value, &inner, &mut read.details, unmapped);
            value = made.map(|made| (member, made));
            continue;
        };
        let Some(again) = reader.value(shape, &member.value, &inner, &mut Vec::new(), unmapped)
        else {
            continue;
        };
        if tree::same(&again, before) {
            read.used.push(&member.key);
        } else if let Some(joined) = joined(field, shape, before, &again) {
            read.used.push(&member.key);
            value = Some((first, joined));
        }
    }
    if let Some((first, value)) = value {
        let key_span = first.key_span.clone();
        read.members.push(Member { key: field.to_owned(), key_span, value });
    }
}

/// Joins two values of the same field, if it can hold both.
fn joined(field: &str, shape: Shape, first: &Node, second: &Node) -> Option<Node> {
    if PARAGRAPHS.contains(&field) {
        return paragraphs(first, second);
    }
    match (shape, &first.value, &second.value) {
        (Shape::Keywords | Shape::Texts | Shape::Proses, Value::Array(a), Value::Array(b)) => {
            let more = b.iter().filter(|it| !a.iter().any(|other| tree::same(other, it)));
            Some(tree::list(a.iter().chain(more).cloned().collect(), first.span.clone()))
        }
        _ => None,
    }
}

/// Keeps the fields that have no place in the section: those for readers stand with the entry, under
/// a label, and the others are left out.
fn keep(
    form: &Form,
    entry: &Node,
    path: &Path,
    reader: &Reader,
    read: &mut Read,
    unmapped: &mut Unmapped,
) {
    for (index, member) in entry.members().iter().enumerate() {
        let same = |other: &Member| other.key == member.key;
        let is_first = entry.members().iter().position(same) == Some(index);
        let is_used = read.used.contains(&member.key.as_str()) && is_first;
        if is_used || privacy::is_mark(member) || tree::is_empty(&member.value) {
            continue;
        }
        if form.has_details && !reader.is_own && is_facts(&member.value) && member.key == "details"
        {
            read.details.extend(member.value.elements().iter().cloned());
            continue;
        }
        let path = below(path, Step::Key(member.key.clone()));
        read.details.extend(fact(member, &path, form.has_details, reader, unmapped));
    }
}

/// Returns a member that has no place of its own as a fact with a label, if it is for readers and
/// there is room for facts.
pub(super) fn fact(
    member: &Member,
    path: &Path,
    has_details: bool,
    reader: &Reader,
    unmapped: &mut Unmapped,
) -> Option<Node> {
    if tree::is_empty(&member.value) {
        return None;
    }
    let why = omit::reason(&member.key, &member.value).filter(|_| !reader.is_own);
    let why = why.or_else(|| (!has_details).then_some("a profile has no place for it"));
    let why = why.or_else(|| has_objects(&member.value).then_some("it is no text"));
    if let Some(why) = why {
        unmapped.leave_out(path, &member.value.span, why);
        return None;
    }
    let text = unmapped
        .convert(&member.value, &mut |unmapped, value| reader.text(value, ", ", path, unmapped))?;
    let label = perfil_source::label(&member.key);
    let message = format!("{path} is shown with its entry as {label:?}");
    unmapped.warn(path, &member.value.span, message, "Remove it if it is not for readers.");
    Some(match privacy::wrapped(&text) {
        Some(text) => privacy::wrap(detail(&member.key, text.clone())),
        None => detail(&member.key, text),
    })
}

/// Whether a value is a list of facts, each with its label.
fn is_facts(value: &Node) -> bool {
    let is_fact = |fact: &Node| ["label", "text"].iter().all(|key| fact.get(key).is_some());
    let elements = value.elements();
    !elements.is_empty() && elements.iter().all(|fact| fact.members().len() == 2 && is_fact(fact))
}

/// Whether a value has parts that a line of text cannot show.
fn has_objects(value: &Node) -> bool {
    let value = privacy::wrapped(value).unwrap_or(value);
    let is_text = |node: &Node| values::text(node, " ").is_some();
    match &value.value {
        Value::Object(_) => !is_localized(value) && !is_name(value),
        Value::Array(elements) => elements
            .iter()
            .any(|element| has_objects(element) || (!tree::is_empty(element) && !is_text(element))),
        _ => false,
    }
}

/// Whether an object is a name and nothing else.
fn is_name(value: &Node) -> bool {
    let mut filled = value.members().iter().filter(|member| !tree::is_empty(&member.value));
    let name = filled.next().filter(|member| member.key == "name");
    name.is_some_and(|name| name.value.as_str().is_some()) && filled.next().is_none()
}

/// Joins two texts as paragraphs of one, in every language that either has.
pub(super) fn paragraphs(first: &Node, second: &Node) -> Option<Node> {
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
