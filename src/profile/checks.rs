//! What a profile has to keep to beyond the types of its fields.

use super::entries::{Entry, Project, Role};
use super::{Hue, Profile, Version};
use crate::language::{Date, End};
use crate::source::{Context, Decode, Node, Step, Value};
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use std::borrow::Cow;

/// Fragments that the page itself has or that browsers give a meaning.
const RESERVED: [&str; 5] = ["app", "content", "main", "title", "top"];

pub(super) fn profile(profile: &Profile, node: &Node, context: &mut Context) {
    if let (Some(image), Some(node)) = (&profile.image, node.get("image")) {
        context.within(Step::Key("image".into()), |context| image_path(image, node, context));
    }
}

/// Looks at the ids of all sections, which have to differ over the whole page.
///
/// It reads the tree and not the profile, because the places are there.
pub(super) fn ids(node: &Node, context: &mut Context) {
    let mut seen: Vec<String> = Vec::new();
    sections(node, 0, &mut seen, context);
}

fn sections(node: &Node, depth: usize, seen: &mut Vec<String>, context: &mut Context) {
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

fn id(section: &Node, seen: &mut Vec<String>, context: &mut Context) {
    let Some((node, id)) = section.get("id").and_then(|node| Some((node, node.as_str()?))) else {
        return;
    };
    context.within(Step::Key("id".into()), |context| {
        if RESERVED.contains(&id) {
            let message = format!("the id {id:?} belongs to the page itself");
            context.error(node.span.clone(), message, "Choose another word.");
        } else if seen.iter().any(|earlier| earlier == id) {
            let message = format!("the id {id:?} is already taken by an earlier section");
            let remedy = "Give every section of the profile an id of its own.";
            context.error(node.span.clone(), message, remedy);
        } else if let Some(other) = seen.iter().find(|other| is_heading(id, other)) {
            let message = format!("the ids {other:?} and {id:?} name the same heading");
            let remedy = "Let none of the two be the other one and \"-title\".";
            context.error(node.span.clone(), message, remedy);
        } else {
            seen.push(id.to_owned());
        }
    });
}

/// Whether one of two sections would have the id of the other one's heading.
fn is_heading(a: &str, b: &str) -> bool {
    [(a, b), (b, a)].iter().any(|(whole, start)| whole.strip_prefix(start) == Some("-title"))
}

fn group(section: &Node, depth: usize, context: &mut Context) {
    let Some(kind) = section.get("kind").filter(|kind| kind.as_str() == Some("group")) else {
        return;
    };
    if depth > 0 {
        context.within(Step::Key("kind".into()), |context| {
            let remedy = "Move its sections up into the outer group.";
            context.error(kind.span.clone(), "a group stands in another group", remedy);
        });
    }
}

fn image_path(image: &str, node: &Node, context: &mut Context) {
    let ends = ["avif", "gif", "jpg", "jpeg", "png", "webp"];
    let is_below = !image.starts_with('/')
        && !image.contains(['\\', ':'])
        && image.split('/').all(|part| !part.is_empty() && part != ".." && part != ".");
    let is_image = image
        .rsplit_once('.')
        .is_some_and(|(_, end)| ends.iter().any(|known| end.eq_ignore_ascii_case(known)));
    if !is_below || !is_image {
        let message = format!("{image:?} is not the path of an image in the content folder");
        let remedy = format!("Write it as \"images/name.jpg\"; the forms are {}.", ends.join(", "));
        context.error(node.span.clone(), message, remedy);
    }
}

pub(super) fn entry(entry: &Entry, node: &Node, context: &mut Context) {
    if entry.name.is_none() && entry.position.is_none() && entry.area.is_none() {
        let message = "the entry has neither a name nor a position";
        let remedy = "Add \"name\", the organisation, or \"position\".";
        context.error(node.span.start..node.span.start + 1, message, remedy);
    }
    period(entry.start_date, entry.end_date, node, context);
}

pub(super) fn role(role: &Role, node: &Node, context: &mut Context) {
    period(role.start_date, role.end_date, node, context);
}

pub(super) fn project(project: &Project, node: &Node, context: &mut Context) {
    period(project.start_date, project.end_date, node, context);
}

fn period(start: Option<Date>, end: End, node: &Node, context: &mut Context) {
    if let (Some(start), Some(end), Some(at)) = (start, end.0, node.get("endDate"))
        && start.is_after(end)
    {
        context.within(Step::Key("endDate".into()), |context| {
            let message = format!("the end {end} is before the start {start}");
            context.error(at.span.clone(), message, "Exchange the two dates, or mend one.");
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

impl JsonSchema for Version {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "Version".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "const": 1 })
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
}

impl JsonSchema for Hue {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "Hue".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "number", "minimum": 0, "maximum": 360 })
    }
}
