//! Moves the sections of a profile from the data to the page, without the application.

use super::document::{all, document, find, mark, set_on};
use js_sys::Reflect;
use wasm_bindgen::JsValue;
use web_sys::Element;

/// Sections that the browser has parsed and not yet shown.
#[derive(Clone, Debug)]
pub(crate) struct Sections(Element);

impl Sections {
    /// Lets the browser parse the sections in the data of a page; returns `None` if it has none.
    pub(crate) fn read(page: &JsValue) -> Option<Self> {
        let mut html = page.clone();
        for name in ["body", "profile", "sections"] {
            html = Reflect::get(&html, &name.into()).ok()?;
        }
        let element = document()?.create_element("div").ok()?;
        set_on(&element, "class", Some("sections"));
        // The text goes from the data to the parser directly, and never enters WebAssembly.
        Reflect::set(&element, &"innerHTML".into(), &html).ok()?;
        Some(Self(element))
    }

    /// Inserts the sections into the page that has just been shown without any.
    pub(crate) fn show(&self) {
        // The position of the page is set next.
        mark("data-whole", Some(""));
        if let Some(place) = find("main .sections") {
            let _ = place.replace_with_with_node_1(&self.0);
        }
    }
}

/// Hides the page, which stays in the document until the next one is laid out.
pub(crate) fn hide_page() {
    for element in all("#app > :not([role])") {
        set_on(&element, "hidden", Some(""));
    }
}
