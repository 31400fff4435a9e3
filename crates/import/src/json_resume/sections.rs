//! Sections with titles of their own, which the readers of other formats write beside the lists of
//! the schema.

use super::own::Extension;
use super::reader::Reader;
use super::{Items, LIST, forms};
use crate::unmapped::{Unmapped, below, section};
use crate::{ImportContext, titles, tree, values};
use perfil_model::profile::ResumeList;
use perfil_source::{Member, Node, Path, Step};
use perfil_text::slug;

/// Reads the sections, in the order in which they are written.
pub(super) fn read(
    node: &Node,
    path: &Path,
    context: &ImportContext,
    reader: &Reader,
    own: &mut Extension,
    unmapped: &mut Unmapped,
) -> Vec<Node> {
    if !node.elements().is_empty() {
        unmapped.leave_out(path, &node.span, "it is a list of an unknown form");
    }
    let sections = node.members().iter().filter_map(|member| {
        let path = below(path, Step::Key(member.key.clone()));
        let value = &member.value;
        let written = value.get("title").and_then(|title| reader.text(title, " ", &path, unmapped));
        let id = written.as_ref().and_then(values::first_text);
        let id = id.as_ref().and_then(Node::as_str).map(slug);
        let list = value.get(LIST).and_then(Node::as_str).and_then(ResumeList::of);
        match (list, value.members().iter().find(|member| member.key == "items")) {
            (Some(list), Some(items)) => {
                let is_default = written.is_none();
                let title =
                    written.unwrap_or_else(|| titles::title(list.key(), context, &member.key_span));
                let id = id.filter(|_| !is_default && !is_usual(&member.key));
                let id = id.as_deref().unwrap_or(list.key());
                let items = Items { form: forms::of(list), title, id, member: items };
                items.section(&path, reader, own, unmapped)
            }
            _ => prose(member, written, id, &path, reader, own, unmapped),
        }
    });
    sections.collect()
}

/// Whether a section is the usual one of its list, whatever its title.
fn is_usual(key: &str) -> bool {
    ResumeList::of(key).is_some()
}

/// Reads a section that is only a text.
fn prose(
    member: &Member,
    title: Option<Node>,
    id: Option<String>,
    path: &Path,
    reader: &Reader,
    own: &mut Extension,
    unmapped: &mut Unmapped,
) -> Option<Node> {
    let Some(text) = member.value.get("text").filter(|text| !tree::is_empty(text)) else {
        if !tree::is_empty(&member.value) && member.value.get(LIST).is_none() {
            unmapped.leave_out(path, &member.value.span, "it has no text");
        }
        return None;
    };
    let text = unmapped.convert(text, &mut |unmapped, it| reader.prose(it, path, unmapped))?;
    let span = member.value.span.clone();
    let title = title.unwrap_or_else(|| tree::text("—", span.clone()));
    let id = own.section_id(&id.unwrap_or_default());
    Some(section(&id, title, "prose", vec![tree::member("text", text)], span))
}
