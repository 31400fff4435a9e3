//! Moves the sections of a profile from the HTML of its page to the page that is shown, without the
//! application: they are most of a page, and only there.

use super::document::{all, document, find, mark, set_on};
use js_sys::{JsString, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{DocumentFragment, Element};

/// Sections that the browser has parsed and not yet shown.
#[derive(Clone, Debug)]
pub(crate) struct Sections(Element);

impl Sections {
    /// Lets the browser parse the sections in the HTML of a page; returns `None` if it has none.
    pub(crate) fn read(html: &JsValue) -> Option<Self> {
        // In a template, nothing is loaded and no script runs.
        let parsed = document()?.create_element("template").ok()?;
        // The text goes to the parser directly, and never enters WebAssembly.
        Reflect::set(&parsed, &"innerHTML".into(), html).ok()?;
        let content = Reflect::get(&parsed, &"content".into()).ok()?;
        let content: DocumentFragment = content.dyn_into().ok()?;
        content.query_selector("main .sections").ok()?.map(Self)
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

/// Returns whether the HTML of a page is of this revision.
pub(crate) fn is_of_revision(html: &JsValue, revision: &str) -> bool {
    let attribute = ["data-revision=\"", revision, "\""].concat();
    html.dyn_ref::<JsString>().is_some_and(|html| html.includes(&attribute, 0))
}

/// Hides the page, which stays in the document until the next one is laid out.
pub(crate) fn hide_page() {
    for element in all("#app > :not([role])") {
        set_on(&element, "hidden", Some(""));
    }
}
