//! Mounts views in elements of pages that are not ours.

use leptos::mount::mount_to;
use leptos::prelude::*;
use std::any::Any;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::HtmlElement;

/// A mounted view. Dropping it removes the view with everything that it owns.
pub(crate) struct Mounted(#[expect(dead_code, reason = "it is held for its drop")] Box<dyn Any>);

/// Mounts a view in an element, replacing its content; returns `None` if `place` is not an HTML
/// element.
pub(crate) fn mount<V: IntoView + 'static>(
    place: JsValue,
    view: impl FnOnce() -> V + 'static,
) -> Option<Mounted> {
    let place: HtmlElement = place.dyn_into().ok()?;
    place.set_text_content(None);
    Some(Mounted(Box::new(mount_to(place, view))))
}
