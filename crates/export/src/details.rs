//! Further facts of an item, which JSON Resume has no field for.

use super::json::Json;
use perfil_model::profile::is_resume_field;
use perfil_source::{key, label};

/// Returns the item with each fact whose label is made of a key that has no other meaning, under
/// that key, where other programs find what an imported file had there.
pub(super) fn with_keys(item: Json, facts: &[(String, String)]) -> Json {
    facts.iter().fold(item, |item, (written, text)| {
        let key = key(written);
        let is_free = label(&key) == *written && !is_resume_field(&key) && !item.has(&key);
        if is_free { item.with(key, text.as_str()) } else { item }
    })
}

/// Returns the facts as they are in a profile.
pub(super) fn objects(facts: &[(String, String)]) -> Vec<Json> {
    let object = |(label, text): &(String, String)| {
        Json::object().with("label", label.as_str()).with("text", text.as_str())
    };
    facts.iter().map(object).collect()
}
