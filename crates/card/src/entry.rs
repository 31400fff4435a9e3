//! The only function that the custom element calls.

use crate::mount::{Mounted, mount};
use perfil_ui::embed::panel;
use perfil_view::{FromJs, Panel};
use wasm_bindgen::prelude::*;

/// An open card. Freeing it removes its view.
#[wasm_bindgen]
pub struct Open(#[expect(dead_code, reason = "it is held for its drop")] Mounted);

/// Shows the panel of a card. `place` is an element, `data` a panel as the build writes it,
/// `skills` the ids of the chosen skills, separated by commas or whitespace. Returns `None` if the
/// data is not a panel or the place is not an element.
#[wasm_bindgen]
#[expect(unreachable_pub, reason = "it is for the script, which asks for it")]
pub fn open(place: JsValue, data: &JsValue, skills: &str) -> Option<Open> {
    let data = Panel::from_js(data)?;
    let chosen = skills.split([',', ' ', '\n', '\t']).map(str::to_owned).collect();
    mount(place, move || panel(data, chosen)).map(Open)
}
