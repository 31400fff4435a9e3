//! The document outside the application: its root and its head.

use wasm_bindgen::JsCast;
use web_sys::{Document, Element, FocusOptions, HtmlElement};

/// What a document's head says of a page.
#[derive(Clone, Copy, Debug)]
pub struct Head<'a> {
    /// The language (BCP 47).
    pub lang: &'a str,
    /// `ltr` or `rtl`.
    pub dir: &'a str,
    /// The title.
    pub title: &'a str,
    /// What search engines show.
    pub description: &'a str,
    /// The hue of the accent colour.
    pub hue: u32,
    /// The page's own address.
    pub canonical: &'a str,
}

fn document() -> Option<Document> {
    web_sys::window()?.document()
}

fn root() -> Option<Element> {
    document()?.document_element()
}

/// The value of an attribute of the root element.
pub fn attribute(name: &str) -> Option<String> {
    root()?.get_attribute(name)
}

/// Sets an attribute of the root element, or removes it.
pub fn mark(name: &str, value: Option<&str>) {
    let Some(root) = root() else { return };
    // The names are this program's own, so the browser has no reason to refuse them.
    let _ = match value {
        Some(value) => root.set_attribute(name, value),
        None => root.remove_attribute(name),
    };
}

/// The element with an id.
pub fn element(id: &str) -> Option<HtmlElement> {
    document()?.get_element_by_id(id)?.dyn_into().ok()
}

/// The first element that a CSS selector finds.
fn find(selector: &str) -> Option<HtmlElement> {
    document()?.query_selector(selector).ok()??.dyn_into().ok()
}

/// Moves the focus, without moving the page, to the first element that a CSS selector finds.
pub fn focus(selector: &str) {
    let Some(element) = find(selector) else { return };
    let options = FocusOptions::new();
    options.set_prevent_scroll(true);
    let _ = element.focus_with_options(&options);
}

/// Makes the head say what it would say, had the page been opened by its address.
///
/// `alternates` are the same page in other languages: tag and address.
pub fn set_head<'a>(head: Head, alternates: impl Iterator<Item = (&'a str, &'a str)>) {
    let Some(document) = document() else { return };
    document.set_title(head.title);
    let hue = head.hue.to_string();
    for (name, value) in [("lang", head.lang), ("dir", head.dir), ("data-hue", &hue)] {
        mark(name, Some(value));
    }
    let set = |selector: &str, name: &str, value: &str| {
        if let Ok(Some(element)) = document.query_selector(selector) {
            let _ = element.set_attribute(name, value);
        }
    };
    set("meta[name=description]", "content", head.description);
    set("link[rel=canonical]", "href", head.canonical);
    for (lang, href) in alternates {
        set(&format!("link[hreflang={lang}]"), "href", href);
    }
}
