//! What the owner of a `SkillsPassport` chose not to print: `<Field name="LearnerInfo.Skills.Driving"
//! show="false"/>`. It is as private as any other value that somebody hides.

use roxmltree::{Document, Node};
use std::collections::BTreeMap;

/// Whether fields are printed, by their names: `LearnerInfo.WorkExperience[0].Activities`.
#[derive(Debug, Default)]
pub(super) struct Preferences(BTreeMap<String, bool>);

/// Elements around others, which are no part of a field's name.
const AROUND: [&str; 3] = ["Contact", "VerifiedBy", "Documentation"];

impl Preferences {
    /// Reads the preferences for a CV, which are those of the first document that is one.
    pub(super) fn of(document: &Document) -> Self {
        let is = |node: &Node, name: &str| node.tag_name().name() == name;
        let root = document.root_element();
        let preferences = root.children().find(|node| is(node, "PrintingPreferences"));
        let documents = preferences.into_iter().flat_map(|it| it.children());
        let mut documents = documents.filter(|node| is(node, "Document"));
        let is_cv = |node: &Node| {
            node.attribute("type").is_none_or(|kind| ["ECV", "ECV_ESP"].contains(&kind.trim()))
        };
        let Some(document) = documents.find(is_cv) else { return Self::default() };
        let field = |node: Node| {
            let show = node.attribute("show")?.trim();
            Some((node.attribute("name")?.trim().to_owned(), show != "false" && show != "0"))
        };
        Self(document.children().filter_map(field).collect())
    }

    /// Returns the name of the field that hides an element. Of a field and those around it, the
    /// innermost decides that says anything: lists are often hidden whose entries are shown.
    pub(super) fn hiding(&self, node: Node) -> Option<String> {
        if self.0.is_empty() {
            return None;
        }
        let mut name = String::new();
        let mut found = None;
        for (part, index) in parts(node) {
            if !name.is_empty() {
                name.push('.');
            }
            name.push_str(part);
            found = self.0.get_key_value(&name).or(found);
            if let Some(index) = index {
                name = format!("{name}[{index}]");
                found = self.0.get_key_value(&name).or(found);
            }
        }
        found.filter(|(_, is_shown)| !**is_shown).map(|(name, _)| name.clone())
    }
}

/// Returns the parts of the name of a field, outermost first, with the number of an entry of a list.
fn parts<'a>(node: Node<'a, 'a>) -> Vec<(&'a str, Option<usize>)> {
    let mut parts = Vec::new();
    for node in node.ancestors().filter(Node::is_element) {
        let name = node.tag_name().name();
        let Some(parent) = node.parent_element() else { break };
        let is_around = AROUND.contains(&name) || (name.ends_with("List") && name != "List");
        if is_around {
            continue;
        }
        let parent = parent.tag_name().name();
        let is_entry = parent.strip_suffix("List") == Some(name) || parent == "VerifiedBy";
        let before = node.prev_siblings().skip(1).filter(|it| it.tag_name().name() == name);
        parts.push((name, is_entry.then(|| before.count())));
    }
    parts.reverse();
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_innermost_field_decides() {
        let text = "<S><PrintingPreferences><Document type='ECL'><Field name='A' show='true'/></Document>\
            <Document type='ECV'><Field name='A' show='false'/><Field name='A[1]' show='true'/>\
            <Field name='A[1].B' show='false'/><Field name='C' order='x'/></Document>\
            </PrintingPreferences><AList><A/><A><B><Contact>x</Contact></B><D/></A></AList><C/></S>";
        let document = Document::parse(text).expect("this is XML");
        let preferences = Preferences::of(&document);
        let names = |name: &str| {
            let all = document.descendants().filter(|node| node.tag_name().name() == name);
            all.map(|node| preferences.hiding(node)).collect::<Vec<_>>()
        };
        assert_eq!(names("A"), [Some("A".to_owned()), None]);
        assert_eq!(names("Contact"), [Some("A[1].B".to_owned())]);
        assert_eq!(names("D"), [None]);
        assert_eq!(names("C"), [None]);
    }
}
