//! The dialog by which a device gives an address to its other programs (Web Share).

use js_sys::{Function, Object, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::Navigator;

fn navigator() -> Option<Navigator> {
    Some(web_sys::window()?.navigator())
}

/// Returns the browser's function for sharing; many browsers of desktops have none.
fn function(navigator: &Navigator) -> Option<Function> {
    Reflect::get(navigator, &"share".into()).ok()?.dyn_into().ok()
}

/// Returns whether the browser can share.
pub(crate) fn can_share() -> bool {
    navigator().is_some_and(|navigator| function(&navigator).is_some())
}

/// Shares an address with its title; returns whether the visitor was asked, whatever the answer.
pub(crate) async fn share(url: &str, title: &str) -> bool {
    let Some(promise) = begin(url, title) else { return false };
    match JsFuture::from(promise).await {
        Ok(_) => true,
        // The visitor has closed the dialog, and wants nothing else in its place.
        Err(error) => Reflect::get(&error, &"name".into()).is_ok_and(|name| name == "AbortError"),
    }
}

fn begin(url: &str, title: &str) -> Option<Promise> {
    let navigator = navigator()?;
    let data = Object::new();
    for (key, value) in [("url", url), ("title", title)] {
        Reflect::set(&data, &key.into(), &JsValue::from_str(value)).ok()?;
    }
    function(&navigator)?.call1(&navigator, &data).ok()?.dyn_into().ok()
}
