//! Transliterates texts.

use wasm_bindgen::prelude::*;

/// Returns a text in letters of ASCII.
#[wasm_bindgen]
#[must_use]
pub fn answer(question: &[u8]) -> Vec<u8> {
    perfil_text::transliterate_here(&String::from_utf8_lossy(question)).into_bytes()
}

fn main() {}
