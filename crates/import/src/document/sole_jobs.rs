//! Finds the jobs of a document that has no section about them: entries below a heading that says what the work
//! was about, as scientists write.

use super::overviews::{is_of_jobs, items};
use super::vocabulary::{Kind, has};
use crate::tree::{member, text as text_node};
use perfil_source::{Member, Node, Value};

/// Marks the entries below headings that nothing is known about as jobs, if most of them name a position and no
/// other section has jobs with dates.
pub(super) fn marked(mut sections: Vec<Node>) -> Vec<Node> {
    if sections.iter().any(has_jobs) {
        return sections;
    }
    for section in &mut sections {
        let is_open = text(section, "kind") == Some("timeline") && section.get("list").is_none();
        if is_open && names_positions(section) {
            let list = member("list", text_node("work", section.span.clone()));
            if let Value::Object(members) = &mut section.value {
                insert(members, list);
            }
        }
    }
    sections
}

fn insert(members: &mut Vec<Member>, list: Member) {
    let at = members.iter().position(|it| it.key == "kind").map_or(0, |at| at + 1);
    members.insert(at, list);
}

fn text<'a>(node: &'a Node, key: &str) -> Option<&'a str> {
    node.get(key).and_then(Node::as_str)
}

fn elements<'a>(node: &'a Node, key: &str) -> &'a [Node] {
    node.get(key).map(Node::elements).unwrap_or_default()
}

/// Whether a section, or one within it, has jobs with dates.
fn has_jobs(section: &Node) -> bool {
    let is_dated =
        |item: &Node| is_dated(item) || elements(item, "roles").iter().any(self::is_dated);
    (is_of_jobs(section) && items(section).iter().any(is_dated))
        || elements(section, "sections").iter().any(has_jobs)
}

fn is_dated(item: &Node) -> bool {
    item.get("startDate").is_some() || item.get("endDate").is_some()
}

/// Whether most entries have a word for a position, where they have one at all, and their dates.
fn names_positions(section: &Node) -> bool {
    let items = items(section);
    let is_job = |item: &&Node| {
        let says = |key: &str| text(item, key).is_some_and(|it| has(it, Kind::Job));
        is_dated(item) && (says("position") || says("name"))
    };
    let jobs = items.iter().filter(is_job).count();
    jobs > 0 && jobs * 2 > items.len()
}
