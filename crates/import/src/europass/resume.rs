//! A JSON Resume while it is written from a file.

use crate::resume_tree::ResumeTree;
use crate::tree;
use perfil_model::language::Tag;
use perfil_model::profile::ResumeList;
use perfil_source::{Member, Node};
use std::ops::Range;

/// The fields of an entry.
#[derive(Default)]
pub(super) struct Entry(Vec<Member>);

impl Entry {
    /// Adds a field, if there is a value.
    pub(super) fn put(&mut self, key: &str, value: Option<Node>) -> &mut Self {
        self.0.extend(value.map(|value| tree::member(key, value)));
        self
    }

    /// Adds the fields of another entry, of which `name` gets another key.
    pub(super) fn append(&mut self, name: &str, other: Entry) {
        let renamed = other.0.into_iter().map(|member| match member.key.as_str() {
            "name" => Member { key: name.to_owned(), ..member },
            _ => member,
        });
        self.0.extend(renamed);
    }

    /// Whether there is a field.
    pub(super) fn has(&self, key: &str) -> bool {
        self.0.iter().any(|member| member.key == key)
    }

    /// Returns the entry, if it has any field.
    pub(super) fn finish(&mut self, span: Range<usize>) -> Option<Node> {
        let members = std::mem::take(&mut self.0);
        (!members.is_empty()).then(|| tree::object(members, span))
    }
}

/// A section with a title of its own.
struct Section {
    title: Node,
    content: Content,
}

/// What a section has.
enum Content {
    Items(Vec<Node>),
    Text(Node),
}

/// A résumé.
pub(super) struct Resume {
    /// The language of the file.
    pub(super) language: Option<Tag>,
    /// The person.
    pub(super) basics: Entry,
    lists: Vec<(ResumeList, Vec<Node>)>,
    sections: Vec<Section>,
}

impl Resume {
    pub(super) fn new(language: Option<Tag>) -> Self {
        Self { language, basics: Entry::default(), lists: Vec::new(), sections: Vec::new() }
    }

    /// Adds an entry to a list.
    pub(super) fn add(&mut self, list: ResumeList, entry: Option<Node>) {
        let Some(entry) = entry else { return };
        match self.lists.iter_mut().find(|(other, _)| *other == list) {
            Some((_, entries)) => entries.push(entry),
            None => self.lists.push((list, vec![entry])),
        }
    }

    /// Adds an entry to the section with this title.
    pub(super) fn add_below(&mut self, title: &Node, entry: Option<Node>) {
        let Some(entry) = entry else { return };
        let same = self.sections.iter_mut().find_map(|section| match &mut section.content {
            Content::Items(items) if tree::same(&section.title, title) => Some(items),
            _ => None,
        });
        if let Some(items) = same {
            return items.push(entry);
        }
        let content = Content::Items(vec![entry]);
        self.sections.push(Section { title: title.clone(), content });
    }

    /// Adds a section that is a text.
    pub(super) fn add_text(&mut self, title: Node, text: Option<Node>) {
        self.sections.extend(text.map(|text| Section { title, content: Content::Text(text) }));
    }

    /// Returns the résumé as a tree.
    pub(super) fn finish(mut self, span: Range<usize>) -> Node {
        let start = span.start..span.start + 1;
        let mut tree = ResumeTree { basics: self.basics.0, ..ResumeTree::default() };
        let language = self.language.map(|tag| tree::text(tag.as_str(), start.clone()));
        tree.others.extend(language.map(|language| tree::member("language", language)));
        for (list, entries) in self.lists {
            let entries = list_of(entries).unwrap_or_else(|| tree::list(Vec::new(), start.clone()));
            tree.list(list.key(), entries.span.clone(), list, None, entries);
        }
        for (index, section) in self.sections.drain(..).enumerate() {
            let key = format!("section-{}", index + 1);
            let (title, place) = (Some(section.title), start.clone());
            match section.content {
                Content::Items(items) => {
                    let items = list_of(items).unwrap_or_else(|| tree::list(Vec::new(), place));
                    // The schema names conferences and talks as kinds of project.
                    tree.list(&key, items.span.clone(), ResumeList::Projects, title, items);
                }
                Content::Text(text) => tree.text(&key, text.span.clone(), title, text),
            }
        }
        tree.finish(span)
    }
}

/// Returns values as a list, if there are any.
pub(super) fn list_of(values: Vec<Node>) -> Option<Node> {
    let span = values.first()?.span.start..values.last()?.span.end;
    let span = span.start..span.end.max(span.start);
    Some(tree::list(values, span))
}
