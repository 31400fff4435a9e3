//! Compresses fonts.

use wasm_bindgen::prelude::*;

/// Returns the tables of a font, compressed; nothing if that is not possible.
#[wasm_bindgen]
#[must_use]
pub fn answer(question: &[u8]) -> Vec<u8> {
    perfil_webfont::compress(question).unwrap_or_default()
}

fn main() {}
