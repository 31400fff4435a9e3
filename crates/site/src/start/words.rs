//! The locales of a new site.

use super::{node, profile::member};
use crate::finding::Finding;
use perfil_model::language::{Tag, plural_categories};
use perfil_source::{self as source, Node, Value, to_json};
use std::path::Path;

const ENGLISH: &str = include_str!(concat!(env!("PERFIL_FILES"), "/public/locales/en.json"));
const SPANISH: &str = include_str!(concat!(env!("PERFIL_FILES"), "/public/locales/es.json"));

/// The languages that Perfil ships locales for.
pub(super) const SHIPPED: [&str; 2] = ["en", "es"];

/// Returns the locale of a language, and whether it is translated: where Perfil has none, it is
/// English.
pub(super) fn of(tag: &Tag) -> (String, bool) {
    match shipped(tag) {
        Some("es") => (SPANISH.to_owned(), true),
        Some(_) => (ENGLISH.to_owned(), true),
        None => (english(tag), false),
    }
}

/// Returns the shipped language that a reader of another one would consider the same.
pub(super) fn shipped(tag: &Tag) -> Option<&'static str> {
    let is_same = |own: &str| Tag::parse(own).is_some_and(|own| own.is_same_language(tag));
    SHIPPED.into_iter().find(|own| is_same(own))
}

/// Returns the English locale as a template for another language: with that language's name, and
/// with each plural category that it has.
fn english(tag: &Tag) -> String {
    let Ok(mut words) = source::parse(ENGLISH.as_bytes()) else { return ENGLISH.to_owned() };
    set(&mut words, &["name"], |name| *name = node(Value::String(tag.to_string())));
    for unit in ["years", "months"] {
        set(&mut words, &["dates", unit], |texts| {
            let text = |category| texts.get(category).or_else(|| texts.get("other")).cloned();
            let categories = plural_categories(tag).into_iter();
            let members = categories.filter_map(|name| Some(member(name, text(name)?)));
            *texts = node(Value::Object(members.collect()));
        });
    }
    to_json(&words)
}

/// Changes the node at a path, if there is one.
fn set(tree: &mut Node, path: &[&str], change: impl FnOnce(&mut Node)) {
    let Some((key, rest)) = path.split_first() else { return change(tree) };
    let Value::Object(members) = &mut tree.value else { return };
    if let Some(found) = members.iter_mut().find(|member| member.key == *key) {
        set(&mut found.value, rest, change);
    }
}

/// Reports what has to be translated.
pub(super) fn untranslated(file: &Path, tag: &Tag) -> Finding {
    let message = format!("the words are English, because Perfil has none in {tag} yet");
    let remedy = format!(
        "Translate each text there, first \"name\", what the language calls itself; then the texts \
         of the profile that are English under \"{tag}\"."
    );
    Finding::warning(file, message, remedy)
}
