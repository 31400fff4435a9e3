//! Checks of a profile beyond the types of its fields.

use super::{Hue, Version};
use crate::language::Date;
use perfil_source::{Context, Decode, Node, Shape, Step, Value, shape};
use std::collections::BTreeSet;

/// Ids that the page itself uses, or that have a meaning to browsers.
pub(super) const RESERVED: [&str; 5] = ["app", "content", "main", "title", "top"];

/// Checks the ids of all sections, which must be unique on the whole page.
///
/// It reads the tree instead of the profile, because only the tree has the positions.
pub(super) fn ids(node: &Node, context: &mut Context) {
    let mut seen: BTreeSet<String> = BTreeSet::new();
    sections(node, 0, &mut seen, context);
}

fn sections(node: &Node, depth: usize, seen: &mut BTreeSet<String>, context: &mut Context) {
    let Some(list) = node.get("sections") else { return };
    context.within(Step::Key("sections".into()), |context| {
        for (index, section) in list.elements().iter().enumerate() {
            context.within(Step::Index(index), |context| {
                id(section, seen, context);
                group(section, depth, context);
                sections(section, depth + 1, seen, context);
            });
        }
    });
}

fn id(section: &Node, seen: &mut BTreeSet<String>, context: &mut Context) {
    let Some((node, id)) = section.get("id").and_then(|node| Some((node, node.as_str()?))) else {
        return;
    };
    context.within(Step::Key("id".into()), |context| {
        if RESERVED.contains(&id) {
            let message = format!("the id {id:?} belongs to the page itself");
            context.error(node.span.clone(), message, "Choose another word.");
        } else if seen.contains(id) {
            let message = format!("the id {id:?} is already taken by an earlier section");
            let remedy = "Give every section of the profile an id of its own.";
            context.error(node.span.clone(), message, remedy);
        } else if let Some(other) = same_heading(id, seen) {
            let message = format!("the ids {other:?} and {id:?} name the same heading");
            let remedy = "Choose another word for one of them.";
            context.error(node.span.clone(), message, remedy);
        } else {
            seen.insert(id.to_owned());
        }
    });
}

/// Returns an earlier section whose heading has this id, or whose id this section's heading would
/// have.
fn same_heading(id: &str, seen: &BTreeSet<String>) -> Option<String> {
    // The heading of `work` has the id `work-title` on the page.
    let others = [Some(format!("{id}-title")), id.strip_suffix("-title").map(str::to_owned)];
    others.into_iter().flatten().find(|other| seen.contains(other))
}

fn group(section: &Node, depth: usize, context: &mut Context) {
    let Some(kind) = section.get("kind").filter(|kind| kind.as_str() == Some("group")) else {
        return;
    };
    if depth > 0 {
        context.within(Step::Key("kind".into()), |context| {
            let remedy = "Move its sections up into the outer group.";
            context.error(kind.span.clone(), "a group is inside another group", remedy);
        });
    }
}

/// Checks an entry as it is written, so that one mistake in it does not hide another.
pub(super) fn entry(node: &Node, context: &mut Context) {
    if ["name", "position", "area", "studyType"].iter().all(|key| node.get(key).is_none()) {
        let message = "the entry has neither a name nor a position";
        let remedy = "Add \"name\", the organisation, or \"position\".";
        context.error(node.span.start..node.span.start + 1, message, remedy);
    }
    period(node, context);
}

/// Checks that a profile elsewhere can be found.
pub(super) fn link(node: &Node, context: &mut Context) {
    if ["url", "username"].iter().all(|key| node.get(key).is_none()) {
        let message = "the link has neither an address nor a username";
        let remedy = "Add \"url\", the address of the profile.";
        context.error(node.span.start..node.span.start + 1, message, remedy);
    }
}

/// Checks whether a period ends before it starts.
pub(super) fn period(node: &Node, context: &mut Context) {
    let [start, end] = ["startDate", "endDate"].map(|key| node.get(key).and_then(Date::of));
    if let (Some(start), Some(end), Some(at)) = (start, end, node.get("endDate"))
        && start.is_after(end)
    {
        context.within(Step::Key("endDate".into()), |context| {
            let message = format!("the end {end} is before the start {start}");
            context.error(at.span.clone(), message, "Swap the two dates, or correct one of them.");
        });
    }
}

impl Decode for Version {
    fn decode(node: &Node, context: &mut Context) -> Option<Self> {
        match node.value {
            Value::Number(1.0) => Some(Self),
            _ => context.mismatch(node, "the version 1", "Write \"version\": 1."),
        }
    }
}

impl Decode for Hue {
    fn decode(node: &Node, context: &mut Context) -> Option<Self> {
        let degrees = match node.value {
            Value::Number(degrees) => {
                (0..=360).find(|whole| (f64::from(*whole) - degrees).abs() <= 0.5)
            }
            _ => None,
        };
        degrees.map(|degrees| Self(degrees % 360)).or_else(|| {
            let remedy = "Write degrees: 25 is red, 90 amber, 145 green, 255 blue, 310 violet.";
            context.mismatch(node, "a hue from 0 to 360", remedy)
        })
    }

    fn shape() -> Shape {
        Shape::Line(shape::Line::Hue)
    }
}
