//! Marks the texts of a profile that are in another language than its own: a summary in English in a
//! German document.

use super::headings::matched;
use crate::detect;
use crate::tree::{member, object};
use perfil_model::language::Tag;
use perfil_prose::Document;
use perfil_source::{Member, Node, Value};

/// The fields that are sentences.
const TEXTS: [&str; 4] = ["text", "summary", "description", "highlights"];

/// Marks the texts of sections and entries, and the summary, that are surely in another language than
/// the profile's own.
pub(super) fn marked(profile: Node, own: Option<&Tag>) -> Node {
    let (Value::Object(fields), Some(own)) = (&profile.value, own) else { return profile };
    let field = |field: &Member| {
        let field = field.clone();
        match field.key.as_str() {
            "summary" => Member { value: text(field.value, own), ..field },
            "sections" => Member { value: each(field.value, |it| section(it, own)), ..field },
            _ => field,
        }
    };
    let fields = fields.iter().map(field).collect();
    Node { value: Value::Object(fields), span: profile.span }
}

fn text(node: Node, own: &Tag) -> Node {
    let mut said = Vec::new();
    collect(&node, true, &mut said);
    match language(&said, own) {
        Some(tag) => keyed(node, &tag, true),
        None => node,
    }
}

/// Marks a section whose texts are all in one other language, or else each of its entries.
fn section(node: Node, own: &Tag) -> Node {
    let mut said = Vec::new();
    let has_sections = node.get("sections").is_some();
    collect(&node, false, &mut said);
    let found = language(&said, own).filter(|_| !has_sections);
    let Value::Object(fields) = node.value else { return node };
    let field = |field: Member| match (field.key.as_str(), &found) {
        ("sections", _) => Member { value: each(field.value, |it| section(it, own)), ..field },
        ("title", Some(tag)) => Member { value: title(field.value, tag, own), ..field },
        (_, Some(tag)) => keyed_field(field, tag),
        ("items", None) => Member { value: each(field.value, |it| entry(it, own)), ..field },
        _ => field,
    };
    let fields = fields.into_iter().map(field).collect();
    Node { value: Value::Object(fields), span: node.span }
}

fn entry(node: Node, own: &Tag) -> Node {
    let mut said = Vec::new();
    collect(&node, false, &mut said);
    match language(&said, own) {
        Some(tag) => keyed(node, &tag, false),
        None => node,
    }
}

/// Marks the title of a section, if its words are those of its texts and not of the profile.
fn title(node: Node, tag: &Tag, own: &Tag) -> Node {
    let found = node.as_str().and_then(matched);
    let is = |tag: &Tag| {
        let languages = found.iter().flat_map(|found| &found.languages);
        languages.into_iter().any(|language| *language == tag.as_str())
    };
    if is(tag) && !is(own) { keyed(node, tag, true) } else { node }
}

/// Returns the other language that texts are in, if none of them is in the profile's own.
fn language(texts: &[String], own: &Tag) -> Option<Tag> {
    let found = detect::surely(&texts.join("\n")).filter(|tag| !tag.is_same_language(own))?;
    let is_own =
        |text: &String| detect::of_sentences(text).is_some_and(|tag| tag.is_same_language(own));
    (!texts.iter().any(is_own)).then_some(found)
}

/// Collects the sentences of a node.
fn collect(node: &Node, is_text: bool, texts: &mut Vec<String>) {
    match &node.value {
        Value::String(text) if is_text => texts.push(Document::parse(text).to_text()),
        Value::Array(elements) => elements.iter().for_each(|it| collect(it, is_text, texts)),
        Value::Object(fields) => {
            for field in fields.iter().filter(|field| field.key != "sections") {
                collect(&field.value, TEXTS.contains(&field.key.as_str()), texts);
            }
        }
        _ => {}
    }
}

/// Keys the texts of a node by their language.
fn keyed(node: Node, tag: &Tag, is_text: bool) -> Node {
    let span = node.span.clone();
    match node.value {
        Value::String(_) if is_text => object(vec![member(tag.as_str(), node)], span),
        Value::Array(elements) => {
            let elements = elements.into_iter().map(|it| keyed(it, tag, is_text)).collect();
            Node { value: Value::Array(elements), span }
        }
        Value::Object(fields) => {
            let fields = fields.into_iter().map(|field| keyed_field(field, tag)).collect();
            Node { value: Value::Object(fields), span }
        }
        value => Node { value, span },
    }
}

fn keyed_field(field: Member, tag: &Tag) -> Member {
    let is_text = TEXTS.contains(&field.key.as_str());
    let value = keyed(field.value, tag, is_text);
    Member { value, ..field }
}

fn each(node: Node, change: impl Fn(Node) -> Node) -> Node {
    let value = match node.value {
        Value::Array(elements) => Value::Array(elements.into_iter().map(change).collect()),
        other => other,
    };
    Node { value, span: node.span }
}
