//! What is remembered from one visit to the next: the theme, the language and whether keys
//! are off, nothing else.

use wasm_bindgen::JsCast;
use web_sys::{HtmlDocument, Storage};

const THEME: &str = "theme";
const KEYS: &str = "keys";

/// A year, in seconds.
const YEAR: u32 = 31_536_000;

fn storage() -> Option<Storage> {
    web_sys::window()?.local_storage().ok()?
}

/// The theme that was chosen.
pub(crate) fn remembered_theme() -> Option<String> {
    storage()?.get_item(THEME).ok()?
}

/// Remembers a theme, or forgets it for the system's.
pub(crate) fn remember_theme(name: Option<&str>) {
    let Some(storage) = storage() else { return };
    let _ = match name {
        Some(name) => storage.set_item(THEME, name),
        None => storage.remove_item(THEME),
    };
}

/// Whether the keys were switched off.
pub(crate) fn are_keys_off() -> bool {
    storage().is_some_and(|storage| storage.get_item(KEYS).is_ok_and(|value| value.is_some()))
}

/// Remembers whether the keys are switched off.
pub(crate) fn remember_keys(off: bool) {
    let Some(storage) = storage() else { return };
    let _ = if off { storage.set_item(KEYS, "off") } else { storage.remove_item(KEYS) };
}

/// Remembers the language that was chosen, in the cookie that Netlify's redirects and the chooser
/// both read.
pub(crate) fn remember_language(tag: &str) {
    let document = web_sys::window().and_then(|window| window.document());
    if let Some(document) = document.and_then(|document| document.dyn_into::<HtmlDocument>().ok()) {
        let cookie = format!("nf_lang={tag}; path=/; max-age={YEAR}; samesite=lax");
        let _ = document.set_cookie(&cookie);
    }
}
