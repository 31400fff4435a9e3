//! The initial profile of a site.

use super::{node, words};
use perfil_model::language::Tag;
use perfil_source::{self as source, Member, Node, Problem, Value, to_json};

/// The template, in the languages that Perfil ships: one sentence that is true of everybody, and
/// examples that stay private until their owner removes the mark.
const FIRST: &str = include_str!("profile.json");

/// Creates the first profile of a person.
pub(super) fn first(name: &str, file: &str, languages: &[Tag]) -> Result<String, Problem> {
    let template = source::parse(FIRST.as_bytes())?;
    let language = languages.first().map_or("en", Tag::as_str);
    let written = |text: &str| {
        text.replace("{language}", language).replace("{file}", file).replace("{name}", name)
    };
    Ok(to_json(&filled(template, languages, &written)))
}

/// Serializes an imported profile, with the name that its owner wants.
pub(super) fn native(mut profile: Node, name: Option<&str>) -> String {
    let schema = node(Value::String("../schema/profile.json".into()));
    if let Value::Object(members) = &mut profile.value {
        members.retain(|member| member.key != "$schema");
        members.insert(0, member("$schema", schema));
        if let Some(name) = name {
            let name = node(Value::String(name.to_owned()));
            match members.iter_mut().find(|member| member.key == "name") {
                Some(written) => written.value = name,
                None => members.push(member("name", name)),
            }
        }
    }
    to_json(&profile)
}

/// Fills the template with texts in the languages of the site.
fn filled(template: Node, languages: &[Tag], fill: &impl Fn(&str) -> String) -> Node {
    match template.value {
        Value::Object(members) if is_text(&members) => in_each(languages, |tag| {
            let own = words::shipped(tag).unwrap_or("en");
            let text = members.iter().find(|member| member.key == own);
            fill(text.and_then(|member| member.value.as_str()).unwrap_or_default())
        }),
        Value::Object(members) => {
            let members = members
                .into_iter()
                .map(|written| member(&written.key, filled(written.value, languages, fill)));
            node(Value::Object(members.collect()))
        }
        Value::Array(elements) => {
            let elements = elements.into_iter().map(|element| filled(element, languages, fill));
            node(Value::Array(elements.collect()))
        }
        Value::String(text) => node(Value::String(fill(&text))),
        value => node(value),
    }
}

fn is_text(members: &[Member]) -> bool {
    members.iter().map(|member| member.key.as_str()).eq(words::SHIPPED)
}

/// Returns a text in each language; a plain string if there is only one language.
pub(super) fn in_each(languages: &[Tag], text: impl Fn(&Tag) -> String) -> Node {
    let in_language = |tag: &Tag| node(Value::String(text(tag)));
    match languages {
        [only] => in_language(only),
        several => {
            let members = several.iter().map(|tag| member(tag.as_str(), in_language(tag)));
            node(Value::Object(members.collect()))
        }
    }
}

/// Creates a member that is not in any file yet.
pub(super) fn member(key: &str, value: Node) -> Member {
    Member { key: key.to_owned(), key_span: 0..0, value }
}
