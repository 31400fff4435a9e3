//! The values that a form adds.

use perfil_edit::Value;
use perfil_source::shape::{Field, Line};
use perfil_source::{Node, Shape, privacy};

/// Returns a new value of a shape that can be read at once, with a text to be replaced.
pub(crate) fn first_value(shape: Shape, kind: Option<&str>, text: &str, document: &Node) -> Value {
    let written = || Value::Text(text.to_owned());
    match shape {
        Shape::Line(Line::Url) => Value::Text("https://example.org/".to_owned()),
        Shape::Line(Line::Email) => Value::Text("name@example.org".to_owned()),
        Shape::Record { alone: Some(_), .. } => written(),
        Shape::Record { fields, .. } => {
            let required = fields.iter().filter(|field| !(field.is_optional)());
            let mut members: Vec<_> = required
                .map(|field| (field.key(), first_value((field.shape)(), None, text, document)))
                .collect();
            let first = fields.iter().find(|field| matches!((field.shape)(), Shape::Text(_)));
            // A link without an address leads nowhere.
            let is_url = |field: &&Field| matches!((field.shape)(), Shape::Line(Line::Url));
            if fields.iter().any(|field| field.ident == "label") {
                let url = fields.iter().find(is_url);
                members.extend(url.map(|field| {
                    (field.key(), first_value((field.shape)(), None, text, document))
                }));
            }
            if members.is_empty() {
                members.extend(first.map(|field| (field.key(), written())));
            }
            object(members.iter().map(|(key, value)| (key.as_str(), value.clone())))
        }
        Shape::Kinds { kinds, .. } => {
            let kind = kind.unwrap_or("list");
            let own = kinds.iter().find(|(name, _)| *name == kind);
            let own = own.map(|(_, fields)| *fields).unwrap_or_default();
            let required = own.iter().filter(|field| !(field.is_optional)());
            let required = required
                .map(|field| (field.key(), first_value((field.shape)(), None, text, document)));
            let mut members = vec![
                ("id".to_owned(), Value::Text(free_id(document, kind))),
                ("kind".to_owned(), Value::Text(kind.to_owned())),
                ("title".to_owned(), written()),
            ];
            members.extend(required);
            object(members.iter().map(|(key, value)| (key.as_str(), value.clone())))
        }
        Shape::List(_) => Value::List(Vec::new()),
        _ => written(),
    }
}

/// Returns an id that no section has.
fn free_id(document: &Node, kind: &str) -> String {
    let mut ids = Vec::new();
    gather_ids(document, &mut ids);
    let is_free = |id: &String| !ids.contains(&id.as_str());
    let numbered = (2..).map(|number| format!("{kind}-{number}"));
    std::iter::once(kind.to_owned()).chain(numbered).find(is_free).unwrap_or_default()
}

fn gather_ids<'a>(node: &'a Node, ids: &mut Vec<&'a str>) {
    let sections = node.get("sections").map(Node::elements).unwrap_or_default();
    for section in sections {
        let section = privacy::wrapped(section).unwrap_or(section);
        ids.extend(section.get("id").and_then(Node::as_str));
        gather_ids(section, ids);
    }
}

/// Returns an object with these members.
pub(crate) fn object<'a>(members: impl IntoIterator<Item = (&'a str, Value)>) -> Value {
    Value::Object(members.into_iter().map(|(key, value)| (key.to_owned(), value)).collect())
}
