//! Further facts of an item, which JSON Resume has no field for.

use super::items::date;
use super::json::Json;
use perfil_model::language::Date;
use perfil_model::profile::is_resume_field;
use perfil_source::{Node, Value, key, label};

/// Returns the item with each fact whose label is made of a key that has no other meaning, under
/// that key, where other programs find what an imported file had there. The end of a period that
/// starts after it is such a fact too, because no page shows that period.
pub(super) fn with_keys(item: Json, facts: &[(String, String)]) -> Json {
    facts.iter().fold(item, |item, (written, text)| {
        let key = key(written);
        let has_place = !is_resume_field(&key) || (key == "endDate" && is_reversed(&item, text));
        let is_free = label(&key) == *written && has_place && !item.has(&key);
        if is_free { item.with(key, text.as_str()) } else { item }
    })
}

/// Whether the period of an item starts after this date, which the schema supports.
fn is_reversed(item: &Json, end: &str) -> bool {
    let parsed = |text: &str| Date::of(&Node { value: Value::String(text.to_owned()), span: 0..0 });
    let end = parsed(end).filter(|end| date(Some(*end)).is_some());
    let start = item.text("startDate").and_then(parsed);
    start.zip(end).is_some_and(|(start, end)| start.is_after(end))
}

/// Returns the facts as they are in a profile.
pub(super) fn objects(facts: &[(String, String)]) -> Vec<Json> {
    let object = |(label, text): &(String, String)| {
        Json::object().with("label", label.as_str()).with("text", text.as_str())
    };
    facts.iter().map(object).collect()
}
