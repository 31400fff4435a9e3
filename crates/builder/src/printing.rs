//! What the printer does for JavaScript besides what the builder does.

use super::{Studio, lines};
use perfil_export::PaperSize;
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
impl Studio {
    /// Returns a profile as PDF, on `letter` paper or A4.
    ///
    /// # Errors
    ///
    /// Returns everything that stops it, a line each.
    pub fn pdf(&self, profile: &str, language: &str, paper: &str) -> Result<Vec<u8>, JsValue> {
        let paper = PaperSize::of(paper);
        Ok(self.0.pdf(profile, language, paper).map_err(|problems| lines(&problems))?)
    }
}
