//! Formats dates in every language of CLDR.

use perfil_model::language::{Date, Tag, format_date_here, format_range_here};
use wasm_bindgen::prelude::*;

/// Returns a date or the range of two, or nothing if ranges of such dates have no short form. The question is
/// the tag of the language and the dates, separated by zeros.
#[wasm_bindgen]
#[must_use]
pub fn answer(question: &[u8]) -> Vec<u8> {
    let question = String::from_utf8_lossy(question);
    let mut parts = question.split('\0');
    let tag = parts.next().and_then(Tag::parse);
    let mut date = || Date::parse(parts.next()?).ok();
    let formatted = match (tag, date(), date()) {
        (Some(tag), Some(date), None) => Some(format_date_here(date, &tag)),
        (Some(tag), Some(start), Some(end)) => format_range_here(start, end, &tag),
        _ => None,
    };
    formatted.unwrap_or_default().into_bytes()
}

fn main() {}
