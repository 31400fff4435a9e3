//! The items of sections of short texts.

use crate::language::{Name, Prose, Text};
use perfil_source::{Context, Decode, Fields, Node, Value, record};
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use std::borrow::Cow;

record! {
    /// One line of a list.
    pub struct ListItem ("a list item") {
        /// The line.
        text: Prose,
        /// The skills that it shows.
        skills: Vec<Name>,
    }
}

record! {
    /// A term and its explanation.
    pub struct Term ("a term") {
        /// The term.
        term: Text,
        /// What it means here.
        text: Option<Prose>,
        /// The skills that it shows.
        skills: Vec<Name>,
    }
}

record! {
    /// One step of a method.
    pub struct Step ("a step") {
        /// What the step is called.
        title: Text,
        /// What is done in it.
        text: Option<Prose>,
        /// The skills that it shows.
        skills: Vec<Name>,
    }
}

record! {
    /// A group of skills, as in JSON Resume.
    pub struct Skill ("a skill") {
        /// What the group is called: "Message Queues".
        name: Text,
        /// How well they are known: "Expert".
        level: Option<Text>,
        /// The skills.
        keywords: Vec<Keyword>,
    }
}

/// One skill, alone or with the parts of it that the person knows: Python (Django, `FastAPI`).
#[derive(Clone, Debug, PartialEq)]
pub struct Keyword {
    /// The skill.
    pub name: Name,
    /// Its parts.
    pub keywords: Vec<Name>,
}

record! {
    /// A result that can be told in figures.
    pub struct Metric ("a metric") {
        /// Where it was reached.
        title: Text,
        /// The whole of it as a sentence.
        text: Option<Prose>,
        /// The figures to be set large.
        figures: Vec<Figure>,
        /// The skills that it shows.
        skills: Vec<Name>,
    }
}

record! {
    /// A figure.
    pub struct Figure ("a figure") {
        /// The figure as it is read: "99.99%".
        value: Name,
        /// What it counts: "uptime".
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
}

impl JsonSchema for Keyword {
    fn schema_name() -> Cow<'static, str> {
        "Keyword".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let name = generator.subschema_for::<Name>();
        json_schema!({
            "description": "A skill, alone or with the parts of it that the person knows.",
            "anyOf": [
                name,
                {
                    "type": "object",
                    "properties": { "name": name, "keywords": { "type": "array", "items": name } },
                    "required": ["name"],
                    "additionalProperties": false,
                },
            ],
            "examples": ["Rust", { "name": "Python", "keywords": ["Django", "FastAPI"] }],
        })
    }
}
