//! The JSON Schema of a file, generated from the types that read it.

use schemars::generate::SchemaSettings;
use schemars::transform::{Transform, transform_subschemas};
use schemars::{JsonSchema, Schema};
use serde_json::{Value, json};

/// The JSON Schema (draft 2020-12) of files that are read as `T`.
#[must_use]
pub fn schema<T: JsonSchema>(title: &str) -> Value {
    let settings = SchemaSettings::draft2020_12().with_transform(Lenient).with_transform(Private);
    let mut schema = settings.into_generator().into_root_schema_for::<T>();
    schema.insert("title".into(), title.into());
    schema.to_value()
}

/// A list or a switch that is left out is empty or off.
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

fn is_end(property: &Value) -> bool {
    property["anyOf"]
        .as_array()
        .is_some_and(|forms| forms.iter().any(|form| form["type"] == "null"))
}

/// Any value may be wrapped as private, and any object marked so.
#[derive(Clone)]
struct Private;

impl Transform for Private {
    fn transform(&mut self, schema: &mut Schema) {
        transform_subschemas(self, schema);
        let Some(Value::Object(properties)) = schema.get_mut("properties") else { return };
        for (name, property) in properties.iter_mut() {
            if matches!(name.as_str(), "$schema" | "version" | "kind" | "id" | "private") {
                continue;
            }
            let public = property.take();
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
            *property = wrapped;
        }
        let description = "Keeps this object out of everything that is published.";
        properties
            .insert("private".into(), json!({ "type": "boolean", "description": description }));
    }
}
