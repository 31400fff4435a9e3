//! The address bar and the session history.

use super::document::document;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{History, HtmlAnchorElement, Location, ScrollRestoration, UrlSearchParams};

fn api() -> Option<(History, Location)> {
    let window = web_sys::window()?;
    Some((window.history().ok()?, window.location()))
}

/// Returns the path and the fragment (including `#`) of the address.
pub(crate) fn location() -> Option<(String, String)> {
    let (_, location) = api()?;
    Some((location.pathname().ok()?, location.hash().ok()?))
}

/// Returns the value of a parameter in the query of the address.
pub(crate) fn parameter(name: &str) -> String {
    let search = search();
    let parameters = UrlSearchParams::new_with_str(&search).ok();
    parameters.and_then(|parameters| parameters.get(name)).unwrap_or_default()
}

/// Returns the query of the address, including `?`.
pub(crate) fn search() -> String {
    api().and_then(|(_, location)| location.search().ok()).unwrap_or_default()
}

/// Percent-encodes a text for an address.
pub(crate) fn encoded(text: &str) -> String {
    js_sys::encode_uri_component(text).into()
}

/// Replaces the address of the current history entry, and keeps its state.
pub(crate) fn replace(url: &str) {
    if let Some((history, _)) = api() {
        let state = history.state().unwrap_or(JsValue::NULL);
        let _ = history.replace_state_with_url(&state, "", Some(url));
    }
}

/// Returns the full address.
pub(crate) fn address() -> String {
    api().and_then(|(_, location)| location.href().ok()).unwrap_or_default()
}

/// Adds a history entry with this address.
pub(crate) fn push(url: &str) {
    if let Some((history, _)) = api() {
        let _ = history.push_state_with_url(&JsValue::NULL, "", Some(url));
    }
}

/// Saves the scroll position in the current history entry, in pixels.
pub(crate) fn save_scroll(pixels: f64) {
    if let Some((history, _)) = api() {
        let _ = history.replace_state(&JsValue::from_f64(pixels), "");
    }
}

/// Returns the scroll position when the current history entry was last shown, in pixels.
pub(crate) fn saved_scroll() -> Option<f64> {
    api()?.0.state().ok()?.as_f64()
}

/// Sets whether the application restores the scroll position, or the browser.
///
/// The browser would restore it before the page of a history entry is loaded; across a reload it
/// does better than the application.
pub(crate) fn restore_manually(manually: bool) {
    if let Some((history, _)) = api() {
        let mode = if manually { ScrollRestoration::Manual } else { ScrollRestoration::Auto };
        let _ = history.set_scroll_restoration(mode);
    }
}

/// Follows a link as if it were in the page, with this `class` attribute. A file is downloaded
/// instead of shown.
pub(crate) fn follow(href: &str, class: &str, is_file: bool) {
    let link = document().and_then(|document| document.create_element("a").ok());
    let Some(link) = link.and_then(|link| link.dyn_into::<HtmlAnchorElement>().ok()) else {
        return;
    };
    link.set_href(href);
    link.set_class_name(class);
    if is_file {
        link.set_download("");
    }
    if let Some(body) = document().and_then(|document| document.body()) {
        let _ = body.append_child(&link);
        link.click();
        link.remove();
    }
}

/// Loads the document at the current address.
pub(crate) fn reload() {
    if let Some((_, location)) = api() {
        let _ = location.reload();
    }
}

/// Leaves the document for an address, as a link does without the application.
pub(crate) fn leave_for(url: &str) {
    if let Some((_, location)) = api() {
        let _ = location.assign(url);
    }
}
