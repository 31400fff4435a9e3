//! Texts that the owner writes once, or once per language.

use super::Tag;
use perfil_source::{Context, Decode, Node, Step, Value};
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use std::borrow::Cow;

/// A text: a string in the profile's own language, or an object keyed by language tag.
#[derive(Clone, Debug, PartialEq)]
pub enum Text {
    /// In the language of the document.
    Plain(String),
    /// In each of these languages, in the order of the file.
    ByLanguage(Vec<(Tag, String)>),
}

/// A proper name, such as `PostgreSQL`: as a plain string it is the same in every language.
#[derive(Clone, Debug, PartialEq)]
pub struct Name(pub Text);

impl Decode for Text {
    fn decode(node: &Node, context: &mut Context) -> Option<Self> {
        if node.as_str().is_some() {
            context.written(node, Vec::new());
        }
        read(node, context)
    }
}

impl Decode for Name {
    fn decode(node: &Node, context: &mut Context) -> Option<Self> {
        read(node, context).map(Self)
    }
}

fn read(node: &Node, context: &mut Context) -> Option<Text> {
    let members = match &node.value {
        Value::String(_) => return String::decode(node, context).map(Text::Plain),
        Value::Object(members) if !members.is_empty() => members,
        _ => {
            let remedy = r#"Write a string, or one for each language: { "en": "…", "es": "…" }."#;
            return context.mismatch(node, "a text", remedy);
        }
    };
    let mut texts: Vec<(Tag, String)> = Vec::new();
    let mut whole = true;
    for member in members {
        context.within(Step::Key(member.key.clone()), |context| {
            let tag = Tag::parse(&member.key);
            match &tag {
                None => context.unknown_language(member.key_span.clone(), &member.key),
                Some(tag) if texts.iter().any(|(earlier, _)| earlier == tag) => context.error(
                    member.key_span.clone(),
                    format!("the language {tag} stands twice in the same text"),
                    "Keep one of the two.",
                ),
                Some(tag) => context.known_language(member.key_span.clone(), tag.as_str()),
            }
            match (tag, String::decode(&member.value, context)) {
                (Some(tag), Some(text)) => texts.push((tag, text)),
                _ => whole = false,
            }
        });
    }
    context.written(node, members.iter().map(|member| member.key.clone()).collect());
    whole.then_some(Text::ByLanguage(texts))
}

impl JsonSchema for Text {
    fn schema_name() -> Cow<'static, str> {
        "Text".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "description": "A text: a string in the profile's own language, or an object that \
                            holds it for each language tag (BCP 47).",
            "anyOf": [
                { "type": "string", "minLength": 1 },
                {
                    "type": "object",
                    "minProperties": 1,
                    "propertyNames": { "pattern": "^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$" },
                    "additionalProperties": { "type": "string", "minLength": 1 },
                },
            ],
            "examples": ["A text", { "en": "A text", "es": "Un texto" }],
        })
    }
}

/// Returns a schema like that of [`Text`], with a description of its own.
pub(super) fn like_text(generator: &mut SchemaGenerator, description: &str) -> Schema {
    let mut schema = Text::json_schema(generator);
    schema.insert("description".into(), description.into());
    schema
}

impl JsonSchema for Name {
    fn schema_name() -> Cow<'static, str> {
        "Name".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let description = "A proper name: a string that is the same in every language, or an \
                           object that holds it for each language tag (BCP 47).";
        like_text(generator, description)
    }
}
