//! Writes entries as the contents of sections.

use super::blocks::{Block, around};
use super::entries::{Entries, Entry};
use super::generic;
use super::lists::Content;
use super::timeline;
use crate::tree::{list, member, text};
use perfil_model::profile::ResumeList;
use perfil_source::Node;

/// Returns entries as the content of a section; `key` says what they are.
pub(super) fn of_entries(items: &[Entry], of: ResumeList, key: Option<&str>) -> Option<Content> {
    let span = around(items.iter().map(|entry| entry.span.clone()));
    let mut fields: Vec<_> = Vec::new();
    let nodes: Vec<Node> = items.iter().map(|entry| timeline::item(entry, of)).collect();
    fields.push(member("items", list(nodes, span.clone())));
    if let Some(key) = key.filter(|_| of != ResumeList::Projects) {
        fields.push(member("list", text(key, span)));
    }
    (!items.is_empty()).then_some(Content { kind: of.kind(), fields, next: None })
}

/// Returns all entries, the groups after the others.
pub(super) fn timelines(
    entries: &Entries,
    of: ResumeList,
    lead: &[&str],
    key: Option<&str>,
) -> Vec<Content> {
    let mut contents: Vec<Content> = Vec::new();
    if lead.is_empty() {
        contents.extend(of_entries(&entries.items, of, key));
    }
    for (title, items) in &entries.groups {
        let title = Block::Heading { level: 3, text: title.clone() };
        contents.extend(generic::contents(lead, &[title]).into_iter().map(|it| it.content));
        contents.extend(of_entries(items, of, key));
    }
    contents
}
