//! Compares names by the collation of a language.

use perfil_model::language::{Tag, order_here};
use std::cmp::Ordering;
use wasm_bindgen::prelude::*;

/// Returns how the first of two names is to the second: 0 for less, 1 for equal, 2 for greater. The question
/// is the tag of the language and the names, separated by zeros.
#[wasm_bindgen]
#[must_use]
pub fn answer(question: &[u8]) -> Vec<u8> {
    let question = String::from_utf8_lossy(question);
    let mut parts = question.splitn(3, '\0');
    let (Some(tag), Some(a), Some(b)) = (parts.next(), parts.next(), parts.next()) else {
        return Vec::new();
    };
    let Some(tag) = Tag::parse(tag) else { return Vec::new() };
    vec![match order_here(&tag)(a, b) {
        Ordering::Less => 0,
        Ordering::Equal => 1,
        Ordering::Greater => 2,
    }]
}

fn main() {}
