//! Reads one of several positions in an organisation.

use super::reader::Reader;
use super::shape::Shape;
use super::{entry, period};
use crate::tree;
use crate::unmapped::{Unmapped, below};
use perfil_source::{Member, Node, Path, Step, privacy};

/// The native fields of a position, and the names of each.
const FIELDS: &[(&str, Shape, &[&str])] = &[
    ("position", Shape::Text, &["position", "title", "name", "role", "jobTitle"]),
    ("startDate", Shape::Date, &["startDate", "start", "from"]),
    ("endDate", Shape::End, &["endDate", "end", "to"]),
    ("duration", Shape::Native, &["duration"]),
    ("summary", Shape::Prose, &["summary", "description"]),
    ("highlights", Shape::Proses, &["highlights", "achievements", "responsibilities"]),
    ("skills", Shape::Texts, &["skills", "keywords", "technologies"]),
];

/// Reads a position. What it has no place for is added to the details of its organisation.
pub(super) fn read(
    value: &Node,
    path: &Path,
    reader: &Reader,
    details: &mut Vec<Node>,
    unmapped: &mut Unmapped,
) -> Option<Node> {
    let span = value.span.clone();
    if value.members().is_empty() {
        let position = reader.text(value, ", ", path, unmapped)?;
        return Some(tree::object(vec![tree::member("position", position)], span));
    }
    let mut members: Vec<Member> = privacy::mark(value).into_iter().collect();
    let (mut facts, mut used) = (Vec::new(), Vec::new());
    for (field, shape, names) in FIELDS {
        // A length that is no duration of ISO 8601 is a fact.
        let is_read = |value: &Node| {
            *field != "duration" || value.as_str().is_none_or(|text| text.starts_with('P'))
        };
        let mut found = names.iter().filter_map(|name| Some((*name, value.get(name)?)));
        let found = found.find(|(_, found)| !tree::is_empty(found) && is_read(found));
        let Some((name, found)) = found else { continue };
        used.push(name);
        let path = below(path, Step::Key(name.to_owned()));
        let read = reader.value(*shape, found, &path, &mut facts, unmapped);
        members.extend(read.map(|read| tree::member(field, read)));
    }
    if ["startDate", "endDate"].iter().all(|key| members.iter().all(|it| it.key != *key)) {
        let written = ["period", "dates", "date"].into_iter();
        let mut periods = written.filter_map(|key| Some((key, reader.period(value.get(key)?)?)));
        if let Some((key, (dates, is_whole))) = periods.next() {
            members.extend(dates);
            // What is more than two dates stays a fact.
            used.extend(is_whole.then_some(key));
        }
    }
    period::without_reversed_end(path, &mut members, &mut facts, unmapped);
    for member in value.members() {
        if used.contains(&member.key.as_str()) || privacy::is_mark(member) {
            continue;
        }
        let path = below(path, Step::Key(member.key.clone()));
        facts.extend(entry::fact(member, &path, true, reader, unmapped));
    }
    let position = members.iter().find(|member| member.key == "position");
    let name = position.and_then(|position| position.value.as_str()).map(str::to_owned);
    details.extend(facts.into_iter().map(|fact| of_position(name.as_deref(), fact, unmapped)));
    if members.iter().all(|member| member.key != "position") {
        members.push(tree::member("position", tree::text("—", span.clone())));
    }
    Some(tree::object(members, span))
}

/// Returns a fact of a position as one of its organisation, which says whose it is.
fn of_position(name: Option<&str>, fact: Node, unmapped: &Unmapped) -> Node {
    if let Some(inner) = privacy::wrapped(&fact) {
        return privacy::wrap(of_position(name, inner.clone(), &Unmapped::default()));
    }
    let members = fact.members().iter().map(|member| match (name, member.value.as_str()) {
        (Some(name), Some(label)) if member.key == "label" => {
            tree::member("label", tree::text(format!("{name}: {label}"), member.value.span.clone()))
        }
        _ => member.clone(),
    });
    unmapped.protected(tree::object(members.collect(), fact.span.clone()))
}
