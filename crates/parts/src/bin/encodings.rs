//! Decodes texts that are not UTF-8.

use wasm_bindgen::prelude::*;

/// Returns whether a text can be decoded, and the text. The question is whether every byte has to be a letter,
/// the length of the name of the encoding, that name, and the text.
#[wasm_bindgen]
#[must_use]
pub fn answer(question: &[u8]) -> Vec<u8> {
    let decoded = || {
        let ([is_strict, length], rest) = question.split_first_chunk()?;
        let (name, bytes) = rest.split_at_checked(usize::from(*length))?;
        perfil_import::decoded_here(bytes, std::str::from_utf8(name).ok()?, *is_strict == 1)
    };
    decoded().map(|text| [&[1], text.as_bytes()].concat()).unwrap_or_default()
}

fn main() {}
