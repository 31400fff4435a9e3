//! The JSON Schema of a file, generated from the types that it is read into.

mod values;

use schemars::generate::SchemaSettings;
use schemars::transform::{Transform, transform_subschemas};
use schemars::{JsonSchema, Schema, json_schema};
use serde_json::{Value, json};

/// Returns the JSON Schema (draft 2020-12) of files that are read as `T`.
#[must_use]
pub fn schema<T: JsonSchema>(title: &str) -> Value {
    generate::<T>(title, settings())
}

/// Returns the same schema for files in which any value may be private.
#[must_use]
pub fn schema_with_private<T: JsonSchema>(title: &str) -> Value {
    generate::<T>(title, settings().with_transform(Private))
}

fn settings() -> SchemaSettings {
    SchemaSettings::draft2020_12().with_transform(Lenient)
}

fn generate<T: JsonSchema>(title: &str, settings: SchemaSettings) -> Value {
    let mut schema = settings.into_generator().into_root_schema_for::<T>();
    schema.insert("title".into(), title.into());
    if let Some(Value::Object(properties)) = schema.get_mut("properties") {
        let description = "The schema of this file, with which editors complete and validate it.";
        let link = json!({ "type": "string", "description": description });
        properties.insert("$schema".into(), link);
    }
    schema.to_value()
}

/// Makes lists and booleans optional: a missing list is empty, and a missing boolean is false.
#[derive(Clone)]
struct Lenient;

impl Transform for Lenient {
    fn transform(&mut self, schema: &mut Schema) {
        let optional: Vec<String> = schema
            .get("properties")
            .and_then(Value::as_object)
            .into_iter()
            .flatten()
            .filter(|(_, property)| {
                property["type"] == "array" || property["type"] == "boolean" || is_end(property)
            })
            .map(|(name, _)| name.clone())
            .collect();
        if let Some(Value::Array(required)) = schema.get_mut("required") {
            required.retain(|name| !optional.iter().any(|optional| name == optional));
        }
        transform_subschemas(self, schema);
    }
}

/// Allows the text of a field alone in the place of an object that has nothing else.
pub(crate) fn alone(schema: &mut Schema, key: &str) {
    let text = schema.get("properties").and_then(|properties| properties.get(key)).cloned();
    let Some(text) = text else { return };
    let description = schema.get("description").cloned().unwrap_or_default();
    let object = std::mem::take(schema).to_value();
    *schema = json_schema!({ "description": description, "anyOf": [text, object] });
}

fn is_end(property: &Value) -> bool {
    property["anyOf"]
        .as_array()
        .is_some_and(|forms| forms.iter().any(|form| form["type"] == "null"))
}

/// Allows any value to be wrapped as private, and any object to be marked as private.
#[derive(Clone)]
struct Private;

impl Transform for Private {
    fn transform(&mut self, schema: &mut Schema) {
        transform_subschemas(self, schema);
        let mut is_object = false;
        if let Some(Value::Object(properties)) = schema.get_mut("properties") {
            let excluded = ["version", "kind", "id"];
            let values =
                properties.iter_mut().filter(|(name, _)| !excluded.contains(&name.as_str()));
            values.for_each(|(_, property)| wrap(property));
            is_object = true;
        }
        if let Some(value @ Value::Object(_)) = schema.get_mut("additionalProperties") {
            wrap(value);
            is_object = true;
        }
        if let Some(items) = schema.get_mut("items") {
            wrap(items);
        }
        if is_object {
            let description = "Excludes this object from everything that is published.";
            let mark = json!({ "type": "boolean", "description": description });
            schema.ensure_object().entry("properties").or_insert_with(|| json!({}))["private"] =
                mark;
        }
    }
}

/// Allows a value to be written in an object of its own, under the key `private`.
fn wrap(value: &mut Value) {
    let public = value.take();
    let mut wrapped = json!({
        "anyOf": [
            public,
            {
                "type": "object",
                "properties": { "private": public },
                "required": ["private"],
                "additionalProperties": false,
            },
        ],
    });
    if let Some(description) = public.get("description") {
        wrapped["description"] = description.clone();
    }
    *value = wrapped;
}
