//! The tree of a JSON Resume that the readers of other formats make, from nodes of their files.

use crate::json_resume::{LIST, SECTIONS};
use crate::tree;
use perfil_model::profile::ResumeList;
use perfil_source::{Member, Node, Value, privacy};
use std::ops::Range;

/// A résumé while it is put together.
#[derive(Default)]
pub(super) struct ResumeTree {
    /// The fields of the person.
    pub(super) basics: Vec<Member>,
    /// The sections, each under a key that is the same in every language of the file.
    pub(super) sections: Vec<Member>,
    /// What else is at the top of the file.
    pub(super) others: Vec<Member>,
}

impl ResumeTree {
    /// Adds a section of a list, with its title if that is not the usual one.
    pub(super) fn list(
        &mut self,
        key: &str,
        key_span: Range<usize>,
        list: ResumeList,
        title: Option<Node>,
        items: Node,
    ) {
        let span = items.span.clone();
        let mut members = vec![tree::member(LIST, tree::text(list.key(), span.clone()))];
        members.extend(title.map(|title| tree::member("title", title)));
        members.push(tree::member("items", items));
        let value = tree::object(members, span);
        self.sections.push(Member { key: key.to_owned(), key_span, value });
    }

    /// Adds a section that is a text.
    pub(super) fn text(
        &mut self,
        key: &str,
        key_span: Range<usize>,
        title: Option<Node>,
        text: Node,
    ) {
        let span = text.span.clone();
        let mut members: Vec<Member> =
            title.into_iter().map(|title| tree::member("title", title)).collect();
        members.push(tree::member("text", text));
        let value = tree::object(members, span);
        self.sections.push(Member { key: key.to_owned(), key_span, value });
    }

    /// Puts the sections in the order of these keys; those without one follow as they are.
    pub(super) fn sort<K: AsRef<str>>(&mut self, keys: &[K]) {
        let rank = |member: &Member| keys.iter().position(|key| key.as_ref() == member.key);
        self.sections.sort_by_key(|member| rank(member).unwrap_or(usize::MAX));
    }

    /// Returns the tree of a file at this position.
    pub(super) fn finish(self, span: Range<usize>) -> Node {
        let mut members = self.others;
        let start = span.start..span.start + 1;
        if !self.basics.is_empty() {
            members.push(tree::member("basics", tree::object(self.basics, start.clone())));
        }
        if !self.sections.is_empty() {
            members.push(tree::member(SECTIONS, tree::object(self.sections, start)));
        }
        tree::object(members, span)
    }
}

/// Returns the members of an object, each of them private if the object is.
pub(super) fn members(node: &Node) -> Vec<Member> {
    let is_private = privacy::hides(node);
    let inner = privacy::wrapped(node).unwrap_or(node);
    let members = inner.members().iter().filter(|member| !privacy::is_mark(member)).cloned();
    let hide = |member: Member| Member { value: privacy::wrap(member.value), ..member };
    members.map(|member| if is_private { hide(member) } else { member }).collect()
}

/// Returns a list with each of its elements converted; anything else as it is.
pub(super) fn each(node: &Node, convert: &dyn Fn(&Node) -> Node) -> Node {
    let span = node.span.clone();
    match &node.value {
        Value::Array(elements) => tree::list(elements.iter().map(convert).collect(), span),
        _ => node.clone(),
    }
}
