//! The keyboard.

use super::document::find;
use super::event::{document, listen};
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlElement, KeyboardEvent};

/// A key press, whose default action can be prevented.
#[derive(Debug)]
pub(crate) struct Key {
    /// Its name, as in `KeyboardEvent.key`: `/`, `Escape`, `ArrowDown`.
    pub(crate) name: String,
    /// Whether the control or the command key is pressed.
    pub(crate) is_command: bool,
    /// Whether the visitor is typing into a field.
    pub(crate) is_typing: bool,
    event: Event,
}

impl Key {
    /// Prevents the default action, so that the browser does nothing with the key.
    pub(crate) fn prevent_default(&self) {
        self.event.prevent_default();
    }
}

/// Calls the handler on every key press, except while a word is being composed.
pub(crate) fn on_key(handler: impl Fn(Key) + 'static) {
    listen(document(), "keydown", move |event| {
        let Some(pressed) = event.dyn_ref::<KeyboardEvent>() else { return };
        if pressed.is_composing() || pressed.alt_key() || event.default_prevented() {
            return;
        }
        let is_command = pressed.ctrl_key() || pressed.meta_key();
        let (name, is_typing) = (pressed.key(), is_field(&event));
        handler(Key { name, is_command, is_typing, event });
    });
}

fn is_field(event: &Event) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<HtmlElement>().ok());
    target.is_some_and(|target| {
        target.is_content_editable() || target.matches("input, textarea, select").unwrap_or(false)
    })
}

/// Returns whether a dialog is open, which then receives all keys.
pub(crate) fn is_dialog_open() -> bool {
    find("dialog[open]").is_some()
}
