//! Writes entries as the items of sections: jobs, schools and projects.

use super::blocks::{Block, around};
use super::entries::Entry;
use super::head::Head;
use super::text::Text;
use super::written;
use crate::tree::{list, member, object, text};
use perfil_model::profile::ResumeList;
use perfil_source::{Member, Node};

/// Words between a degree and its subject.
const IN: [&str; 12] =
    [" in ", " en ", " em ", " of ", ": ", " - ", " für ", " fur ", " i ", " de ", " der ", " di "];

/// Returns an entry as an item of a section of this list.
pub(super) fn item(entry: &Entry, of: ResumeList) -> Node {
    let head = &entry.head;
    let mut fields = Vec::new();
    let mut notes = dates(head, &mut fields);
    duration(head, &mut fields);
    notes.extend(head.others.iter().cloned());
    if of == ResumeList::Projects {
        let name = head.name.clone().or_else(|| head.written.clone());
        fields.insert(0, member("name", name.unwrap_or_default().plain_node()));
        notes.extend(head.position.iter().chain(&head.place).cloned());
        url(head, &mut fields);
        body("description", &notes, &entry.body, &mut fields);
    } else {
        let mut names = names(head, of);
        if names.is_empty() {
            let written = head.written.clone().unwrap_or_default();
            names.push(member("name", written.plain_node()));
        }
        fields.splice(0..0, names);
        fields.extend(head.place.as_ref().map(|it| member("location", it.plain_node())));
        url(head, &mut fields);
        body("summary", &notes, &entry.body, &mut fields);
        if !entry.roles.is_empty() {
            let roles = entry.roles.iter().map(role).collect();
            fields.push(member("roles", list(roles, entry.span.clone())));
        }
    }
    object(fields, entry.span.clone())
}

fn url(head: &Head, fields: &mut Vec<Member>) {
    let span = head.name.as_ref().map_or(0..0, Text::span);
    fields.extend(head.url.as_ref().map(|url| member("url", text(&**url, span))));
}

fn duration(head: &Head, fields: &mut Vec<Member>) {
    fields.extend(head.duration.as_ref().map(|it| member("duration", it.plain_node())));
}

/// Returns the organisation and the position, or the degree with its subject.
fn names(head: &Head, of: ResumeList) -> Vec<Member> {
    let mut fields: Vec<Member> =
        head.name.iter().map(|name| member("name", name.plain_node())).collect();
    let Some(position) = &head.position else { return fields };
    if of != ResumeList::Education && !head.is_degree {
        fields.push(member("position", position.plain_node()));
        return fields;
    }
    let plain = position.plain();
    let found = IN.iter().filter_map(|word| Some((plain.find(word)?, word.len()))).min();
    let first = plain.find(' ').filter(|at| *at < 7 && is_short_degree(plain.get(..*at)));
    match (first, found) {
        (Some(at), _) => {
            let end = plain.get(..at).unwrap_or_default().trim_end_matches([',', ':']).len();
            fields.push(member("studyType", position.part(0..end).plain_node()));
            let rest = plain.get(at..).unwrap_or_default();
            let word = ["in ", "of "].iter().find(|word| rest.trim_start().starts_with(*word));
            let start = word.map_or(at, |word| at + 1 + word.len());
            fields.push(member("area", position.part(start..plain.len()).plain_node()));
        }
        _ if !super::vocabulary::has(&plain, super::vocabulary::Kind::Degree) => {
            fields.push(member("area", position.plain_node()));
        }
        (None, Some((at, length))) if at > 2 && plain.get(at..at + length) != Some(" of ") => {
            let is_kept = plain.get(at..at + length).is_some_and(|it| !it.starts_with([':', '-']));
            fields.push(member("studyType", position.part(0..at).plain_node()));
            // The word between them stays where the languages of the page differ.
            let start = if is_kept && !plain.is_ascii() { at } else { at + length };
            fields.push(member("area", position.part(start..plain.len()).plain_node()));
        }
        _ => fields.push(member("studyType", position.plain_node())),
    }
    fields
}

/// Whether a word is the abbreviation of a degree: `BSc`, `M.A.`.
fn is_short_degree(word: Option<&str>) -> bool {
    let Some(word) = word else { return false };
    let upper = word.chars().filter(|c| c.is_uppercase()).count();
    upper > 1 && super::vocabulary::is(word, super::vocabulary::Kind::Degree)
}

/// Adds the dates; returns them as they are written if they say more.
fn dates(head: &Head, fields: &mut Vec<Member>) -> Vec<Text> {
    let Some(period) = &head.period else { return Vec::new() };
    let written = head.written.clone().unwrap_or_default();
    let (start, end) = (period.start.as_ref(), period.end.as_ref());
    let is_reversed = start.zip(end).is_some_and(|(start, end)| {
        let length = start.date.len().min(end.date.len());
        start.date.get(..length) > end.date.get(..length)
    });
    if is_reversed {
        // One of the two is wrong, but what is dated stays so.
        fields.extend(start.map(|read| member("startDate", text(&*read.date, written.span()))));
        return vec![written];
    }
    let is_whole = [start, end].into_iter().flatten().all(|read| read.is_whole);
    for (key, read) in [("startDate", start), ("endDate", end)] {
        fields.extend(read.map(|read| member(key, text(read.date.as_str(), written.span()))));
    }
    if is_whole { Vec::new() } else { vec![written] }
}

/// Returns one of several positions in an organisation.
fn role(entry: &Entry) -> Node {
    let head = &entry.head;
    let title = head.position.clone().or_else(|| head.name.clone());
    let mut fields = vec![member("position", title.unwrap_or_default().plain_node())];
    let mut notes = dates(head, &mut fields);
    duration(head, &mut fields);
    if head.position.is_some() {
        notes.extend(head.name.clone());
    }
    notes.extend(head.place.iter().chain(&head.others).cloned());
    let mut blocks = entry.body.clone();
    for inner in &entry.roles {
        // There are no roles in roles.
        let lines = [&inner.head.position, &inner.head.name, &inner.head.written];
        blocks.push(Block::Paragraph(lines.into_iter().flatten().cloned().collect()));
        blocks.extend(inner.body.iter().cloned());
    }
    body("summary", &notes, &blocks, &mut fields);
    object(fields, entry.span.clone())
}

/// Adds the text of an entry, and its list as accomplishments.
fn body(key: &str, notes: &[Text], blocks: &[Block], fields: &mut Vec<Member>) {
    let lists = blocks.iter().filter(|block| matches!(block, Block::List { .. })).count();
    let is_end = |at: usize| matches!(blocks.get(at), Some(Block::List { .. }));
    let first = (0..blocks.len()).find(|at| is_end(*at)).unwrap_or(blocks.len());
    let is_one = (first..first + lists).all(is_end);
    let mut texts: Vec<&Block> = Vec::new();
    let mut highlights = Vec::new();
    for block in blocks {
        match block {
            Block::List { items, .. } if is_one => {
                highlights.extend(items.iter().map(|item| highlight(item)));
            }
            other => texts.push(other),
        }
    }
    let mut note = Text::default();
    for text in notes {
        note.append(" · ", text);
    }
    let mut parts = vec![written::markdown(&note)];
    let texts: Vec<Block> = texts.into_iter().cloned().collect();
    parts.push(written::blocks(&texts));
    parts.retain(|part| !part.is_empty());
    if !parts.is_empty() {
        let span = around(texts.iter().map(Block::span).chain([note.span()]));
        fields.push(member(key, text(parts.join("\n\n"), span)));
    }
    if !highlights.is_empty() {
        let span = around(highlights.iter().map(|node: &Node| node.span.clone()));
        fields.push(member("highlights", list(highlights, span)));
    }
}

/// Returns an item of a list as a text.
pub(super) fn highlight(item: &[Block]) -> Node {
    text(written::item(item, false), around(item.iter().map(Block::span)))
}
