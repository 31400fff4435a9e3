//! The state that is stored between visits: only the theme, the language, and whether keyboard
//! shortcuts are off.

use wasm_bindgen::JsCast;
use web_sys::{HtmlDocument, Storage};

const THEME: &str = "theme";
const KEYS: &str = "keys";

/// A year, in seconds.
const YEAR: u32 = 31_536_000;

fn storage() -> Option<Storage> {
    web_sys::window()?.local_storage().ok()?
}

/// Returns the stored theme.
pub(crate) fn remembered_theme() -> Option<String> {
    storage()?.get_item(THEME).ok()?
}

/// Stores a theme, or removes it to use the system's.
pub(crate) fn remember_theme(name: Option<&str>) {
    let Some(storage) = storage() else { return };
    let _ = match name {
        Some(name) => storage.set_item(THEME, name),
        None => storage.remove_item(THEME),
    };
}

/// Returns whether the keyboard shortcuts are switched off.
pub(crate) fn are_keys_off() -> bool {
    storage().is_some_and(|storage| storage.get_item(KEYS).is_ok_and(|value| value.is_some()))
}

/// Stores whether the keyboard shortcuts are switched off.
pub(crate) fn remember_keys(off: bool) {
    let Some(storage) = storage() else { return };
    let _ = if off { storage.set_item(KEYS, "off") } else { storage.remove_item(KEYS) };
}

/// Stores the chosen language (BCP 47), in the cookie that both Netlify's redirects and the chooser
/// read.
pub(crate) fn remember_language(tag: &str) {
    let document = web_sys::window().and_then(|window| window.document());
    if let Some(document) = document.and_then(|document| document.dyn_into::<HtmlDocument>().ok()) {
        let cookie = format!("nf_lang={tag}; path=/; max-age={YEAR}; samesite=lax");
        let _ = document.set_cookie(&cookie);
    }
}
