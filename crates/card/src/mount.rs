//! Views in places of somebody else's page.

use leptos::mount::mount_to;
use leptos::prelude::*;
use std::any::Any;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::HtmlElement;

/// A view in a place; dropped, it is gone with everything that it holds.
pub(crate) struct Mounted(#[expect(dead_code, reason = "it is held for its drop")] Box<dyn Any>);

/// Shows a view in a place instead of what is there; `None` if the place is no element.
pub(crate) fn mount<V: IntoView + 'static>(
    place: JsValue,
    view: impl FnOnce() -> V + 'static,
) -> Option<Mounted> {
    let place: HtmlElement = place.dyn_into().ok()?;
    place.set_text_content(None);
    Some(Mounted(Box::new(mount_to(place, view))))
}
