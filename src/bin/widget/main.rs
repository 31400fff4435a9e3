//! The widget's entry in the browser: what the custom element calls when a card is opened.
//!
//! It is compiled with the application; see `xtask/src/shell` and `src/widget/element.js`.

#[cfg(target_arch = "wasm32")]
mod entry {
    use perfil::browser::{Mounted, mount};
    use perfil::view::{FromJs, Panel};
    use perfil::widget::panel;
    use wasm_bindgen::prelude::*;

    /// An open card. What it holds goes when it is freed.
    #[wasm_bindgen]
    pub struct Open(#[expect(dead_code, reason = "it is held for its drop")] Mounted);

    /// Shows what a card has besides. `place` is an element, `data` a panel as the build writes it,
    /// `skills` the names of the skills that are chosen, with commas or blanks between them. Gives
    /// nothing if the data is of another kind.
    #[wasm_bindgen]
    #[expect(unreachable_pub, reason = "it is for the script, which asks for it")]
    pub fn open(place: JsValue, data: &JsValue, skills: &str) -> Option<Open> {
        let data = Panel::from_js(data)?;
        let chosen = skills.split([',', ' ', '\n', '\t']).map(str::to_owned).collect();
        mount(place, move || panel(data, chosen)).map(Open)
    }
}

fn main() {}
