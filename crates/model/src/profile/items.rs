//! The items of sections of short texts.

use crate::language::{Name, Prose, Text};
use perfil_source::{Context, Decode, Fields, Node, Shape, Value, record};

record! {
    /// An item of a list.
    pub struct ListItem ("a list item", alone = "text") {
        /// The text.
        text: Prose,
        /// The skills that it demonstrates.
        skills: Vec<Name>,
    }
}

record! {
    /// A term with an explanation.
    pub struct Term ("a term", alone = "term") {
        /// The term.
        term: Text,
        /// The explanation.
        text: Option<Prose>,
        /// The skills that it demonstrates.
        skills: Vec<Name>,
    }
}

record! {
    /// A step of a process.
    pub struct Step ("a step", alone = "title") {
        /// The name of the step.
        title: Text,
        /// A description of the step.
        text: Option<Prose>,
        /// The skills that it demonstrates.
        skills: Vec<Name>,
    }
}

record! {
    /// A group of skills.
    pub struct Skill ("a skill", alone = "name") {
        /// The name of the group, e.g. "Message Queues".
        name: Text,
        /// The level of proficiency, e.g. "Expert".
        level: Option<Text>,
        /// The skills in the group.
        keywords: Vec<Keyword>,
    }
}

/// A skill, optionally with the parts of it that the person knows: Python (Django, `FastAPI`).
#[derive(Clone, Debug, PartialEq)]
pub struct Keyword {
    /// The skill.
    pub name: Name,
    /// Its parts.
    pub keywords: Vec<Name>,
}

record! {
    /// A measurable result.
    pub struct Metric ("a metric") {
        /// The project or product in which it was achieved.
        title: Text,
        /// A sentence that describes the result.
        text: Option<Prose>,
        /// The figures that are shown in large type.
        figures: Vec<Figure>,
        /// The skills that it demonstrates.
        skills: Vec<Name>,
    }
}

record! {
    /// A figure.
    pub struct Figure ("a figure") {
        /// The figure as it is shown, e.g. "99.99%".
        value: Name,
        /// What the figure measures, e.g. "uptime".
        label: Option<Text>,
    }
}

impl Decode for Keyword {
    fn decode(node: &Node, context: &mut Context) -> Option<Self> {
        let is_object_of_parts =
            matches!(node.value, Value::Object(_)) && node.get("name").is_some();
        if !is_object_of_parts {
            return Name::decode(node, context).map(|name| Self { name, keywords: Vec::new() });
        }
        let mut fields = Fields::new(node, "a skill", context)?;
        let name = fields.field("name", context);
        let keywords = fields.field("keywords", context);
        fields.finish(context);
        Some(Self { name: name?, keywords: keywords? })
    }

    fn shape() -> Shape {
        Shape::Record {
            what: "a skill",
            alone: Some("name"),
            fields: perfil_source::fields!(name: Name, keywords: Vec<Name>,),
        }
    }
}
