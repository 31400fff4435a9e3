//! Reads what a file calls its sections, and in which order it has them, as the editor resumake
//! writes it: `"headings": { "work": "Experience" }, "sections": ["profile", "work"]`.

use super::SECTIONS;
use super::lists::named_by;
use super::reader::Reader;
use crate::tree;
use crate::unmapped::{Unmapped, below};
use perfil_model::profile::ResumeList;
use perfil_source::{Member, Node, Path, Step, Value};
use std::collections::BTreeMap;

/// The key of the titles.
pub(super) const KEY: &str = "headings";

/// The titles of the lists of a file, and their order.
#[derive(Default)]
pub(super) struct Headings {
    titles: BTreeMap<ResumeList, Node>,
    order: Vec<ResumeList>,
}

impl Headings {
    /// Reads the titles and the order.
    pub(super) fn read(written: &Node, reader: &Reader, unmapped: &mut Unmapped) -> Self {
        let mut headings = Self::default();
        if reader.is_own {
            return headings;
        }
        let path = below(&Path::default(), Step::Key(KEY.to_owned()));
        if let Some(titles) = written.get(KEY) {
            unmapped.convert(titles, &mut |unmapped, titles| {
                headings.titles(titles, &path, reader, written, unmapped);
                None
            });
        }
        let order = written.get(SECTIONS).filter(|it| is_order(it)).into_iter();
        headings.order = order.flat_map(Node::elements).filter_map(list).collect();
        headings
    }

    fn titles(
        &mut self,
        titles: &Node,
        path: &Path,
        reader: &Reader,
        written: &Node,
        unmapped: &mut Unmapped,
    ) {
        if !matches!(titles.value, Value::Object(_)) {
            unmapped.leave_out(path, &titles.span, "it is no object");
        }
        for member in titles.members().iter().filter(|member| !tree::is_empty(&member.value)) {
            let path = below(path, Step::Key(member.key.clone()));
            let is_filled = |list: &ResumeList| {
                let mut lists = written.members().iter();
                lists.any(|it| named_by(&it.key) == Some(*list) && !tree::is_empty(&it.value))
            };
            let list = named_by(&member.key).filter(is_filled);
            let title = unmapped.convert(&member.value, &mut |unmapped, title| {
                reader.text(title, " ", &path, unmapped)
            });
            match (list, title) {
                (Some(list), Some(title)) => {
                    self.titles.insert(list, unmapped.protected(title));
                }
                _ => unmapped.leave_out(&path, &member.value.span, "it has no section"),
            }
        }
    }

    /// Returns the title of a list, if the file has one.
    pub(super) fn title(&self, list: ResumeList) -> Option<Node> {
        self.titles.get(&list).cloned()
    }

    /// Returns the members of a file in the order of its sections.
    pub(super) fn sorted<'a>(&self, written: &'a Node) -> Vec<&'a Member> {
        let place = |member: &&Member| {
            let list = named_by(&member.key)?;
            Some(self.order.iter().position(|other| *other == list).unwrap_or(usize::MAX))
        };
        let mut members: Vec<&Member> = written.members().iter().collect();
        if !self.order.is_empty() {
            members.sort_by_key(place);
        }
        members
    }
}

/// Whether the key of the sections has only their order.
pub(super) fn is_order(sections: &Node) -> bool {
    let elements = sections.elements();
    !elements.is_empty() && elements.iter().all(|element| element.as_str().is_some())
}

fn list(name: &Node) -> Option<ResumeList> {
    named_by(name.as_str()?)
}
