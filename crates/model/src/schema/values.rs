//! The schemas of values that can be written in several forms.

use crate::language::{Date, Duration, End, Name, Prose, Tag, Text};
use crate::profile::{Hue, Keyword, Version};
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use std::borrow::Cow;

impl JsonSchema for Tag {
    fn schema_name() -> Cow<'static, str> {
        "LanguageTag".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "description": "A language tag (BCP 47).",
            "type": "string",
            "pattern": "^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$",
            "examples": ["en", "es", "pt-BR"],
        })
    }
}

impl JsonSchema for Text {
    fn schema_name() -> Cow<'static, str> {
        "Text".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "description": "A text: a string in the profile's own language, or an object with \
                            a string for each language tag (BCP 47).",
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
fn like_text(generator: &mut SchemaGenerator, description: &str) -> Schema {
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
                           object with a string for each language tag (BCP 47).";
        like_text(generator, description)
    }
}

impl JsonSchema for Prose {
    fn schema_name() -> Cow<'static, str> {
        "Prose".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let description = "A text in Markdown (CommonMark): a string in the profile's own \
                           language, or an object with a string for each language tag (BCP 47). \
                           HTML in it is shown as text.";
        like_text(generator, description)
    }
}

impl JsonSchema for Date {
    fn schema_name() -> Cow<'static, str> {
        "Date".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "description": "A year, a month or a day (ISO 8601), depending on what is known.",
            "type": "string",
            "pattern": "^[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$",
            "examples": ["2021", "2021-03", "2021-03-15"],
        })
    }
}

impl JsonSchema for End {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "End".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "anyOf": [
                generator.subschema_for::<Date>(),
                { "type": "string", "pattern": "^([Pp]resent)?$" },
                { "type": "null" },
            ],
        })
    }
}

impl JsonSchema for Duration {
    fn schema_name() -> Cow<'static, str> {
        "Duration".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "description": "A duration in years and months (ISO 8601).",
            "type": "string",
            "pattern": "^P([0-9]{1,2}Y([0-9]{1,2}M)?|[0-9]{1,2}M)$",
            "examples": ["P4Y", "P3Y6M", "P8M"],
        })
    }
}

impl JsonSchema for Keyword {
    fn schema_name() -> Cow<'static, str> {
        "Keyword".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let name = generator.subschema_for::<Name>();
        json_schema!({
            "description": "A skill, optionally with the parts of it that the person knows.",
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
