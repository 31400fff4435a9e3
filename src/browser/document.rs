//! The document outside the application: its root and its head.

use wasm_bindgen::JsCast;
use web_sys::{Document, Element, FocusOptions, HtmlElement, HtmlInputElement, NodeList};

/// The values of a document's head.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Head<'a> {
    /// The language (BCP 47).
    pub(crate) lang: &'a str,
    /// `ltr` or `rtl`.
    pub(crate) dir: &'a str,
    /// The title.
    pub(crate) title: &'a str,
    /// The description for search engines.
    pub(crate) description: &'a str,
    /// The hue of the accent colour.
    pub(crate) hue: u32,
    /// The page's absolute URL.
    pub(crate) canonical: &'a str,
}

pub(super) fn document() -> Option<Document> {
    web_sys::window()?.document()
}

fn root() -> Option<Element> {
    document()?.document_element()
}

/// Returns the value of an attribute of the root element.
pub(crate) fn attribute(name: &str) -> Option<String> {
    root()?.get_attribute(name)
}

/// Sets an attribute of the root element, or removes it.
pub(crate) fn mark(name: &str, value: Option<&str>) {
    if let Some(root) = root() {
        set_on(&root, name, value);
    }
}

/// Returns the element with an id.
pub(crate) fn element(id: &str) -> Option<HtmlElement> {
    document()?.get_element_by_id(id)?.dyn_into().ok()
}

/// Returns the first element that a CSS selector matches.
pub(crate) fn find(selector: &str) -> Option<HtmlElement> {
    document()?.query_selector(selector).ok()??.dyn_into().ok()
}

/// Returns every element that a CSS selector matches, in document order.
pub(super) fn all(selector: &str) -> Vec<Element> {
    document()
        .and_then(|document| document.query_selector_all(selector).ok())
        .map_or_else(Vec::new, to_elements)
}

/// Returns every element of the current page that a CSS selector matches. The previous page may
/// still be in the document, after it.
pub(super) fn all_in_page(selector: &str) -> Vec<Element> {
    find("main")
        .and_then(|page| page.query_selector_all(selector).ok())
        .map_or_else(Vec::new, to_elements)
}

fn to_elements(list: NodeList) -> Vec<Element> {
    (0..list.length()).filter_map(|index| list.item(index)?.dyn_into().ok()).collect()
}

/// Opens every `details` element that contains an element.
pub(super) fn unfold(element: &Element) {
    let mut inner = element.clone();
    while let Ok(Some(fold)) = inner.closest("details") {
        let _ = fold.set_attribute("open", "");
        let Some(outer) = fold.parent_element() else { return };
        inner = outer;
    }
}

/// Opens or folds every section that can be folded.
pub(crate) fn unfold_all(open: bool) {
    for fold in all(".fold") {
        let _ = fold.toggle_attribute_with_force("open", open);
    }
}

/// Moves the focus to an element, without scrolling.
pub(super) fn focus_on(element: &HtmlElement) {
    let options = FocusOptions::new();
    options.set_prevent_scroll(true);
    let _ = element.focus_with_options(&options);
}

/// Moves the focus, without scrolling, to the first element that a CSS selector matches.
pub(crate) fn focus(selector: &str) {
    if let Some(element) = find(selector) {
        focus_on(&element);
    }
}

/// Removes the focus from the focused element.
pub(crate) fn blur() {
    let focused = document().and_then(|document| document.active_element());
    if let Some(element) = focused.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        let _ = element.blur();
    }
}

/// Moves the focus to the first element that a CSS selector matches, if the focused element was
/// removed.
pub(crate) fn keep_focus(selector: &str) {
    let focused = document().and_then(|document| document.active_element());
    if focused.is_none_or(|element| element.tag_name() == "BODY") {
        focus(selector);
    }
}

/// Replaces the content of the first element that a CSS selector matches with a text.
pub(crate) fn set_text(selector: &str, text: &str) {
    if let Some(element) = find(selector) {
        element.set_text_content(Some(text));
    }
}

/// Sets or removes an attribute of the first element that a CSS selector matches.
pub(crate) fn set(selector: &str, name: &str, value: Option<&str>) {
    if let Some(element) = find(selector) {
        set_on(&element, name, value);
    }
}

/// Sets or removes an attribute of an element.
pub(super) fn set_on(element: &Element, name: &str, value: Option<&str>) {
    // The names are constants of this program and valid, so the browser does not refuse them.
    let _ = match value {
        Some(value) => element.set_attribute(name, value),
        None => element.remove_attribute(name),
    };
}

/// Returns the names of the nodes in an element, and of those in the live regions among them.
pub(crate) fn outline(element: &Element) -> String {
    let mut names = Vec::new();
    let mut next = element.first_child();
    while let Some(node) = next {
        names.push(node.node_name());
        let region = node.dyn_ref::<Element>().filter(|element| element.has_attribute("role"));
        if let Some(region) = region {
            names.push(outline(region));
        }
        next = node.next_sibling();
    }
    names.join(" ")
}

/// Sets the pressed state of a button (`aria-pressed`).
pub(super) fn press(button: &Element, is_pressed: bool) {
    set_on(button, "aria-pressed", Some(if is_pressed { "true" } else { "false" }));
}

/// Shows that, of the buttons that a CSS selector matches, only the one with this value is pressed.
pub(crate) fn press_only(selector: &str, value: &str) {
    for button in all(selector) {
        press(&button, button.get_attribute("value").as_deref() == Some(value));
    }
}

/// Sets the value of a field, if it has another.
pub(crate) fn set_value(selector: &str, value: &str) {
    // Setting the same value again could disturb a word that is being composed.
    if let Some(field) = field(selector).filter(|field| field.value() != value) {
        field.set_value(value);
    }
}

fn field(selector: &str) -> Option<HtmlInputElement> {
    find(selector)?.dyn_into().ok()
}

/// Opens the browser's print dialog.
pub(crate) fn print() {
    if let Some(window) = web_sys::window() {
        let _ = window.print();
    }
}

/// What a head says of its page that is not updated: other files, and the picture for links.
const OF_LOADED_PAGE: &str = "link[rel=alternate]:not([hreflang]), meta[name^='twitter:'], \
    meta[property^='og:image'], meta[property^='og:locale'], meta[property^='profile:']";

/// Updates the head to what it would be if the page had been opened by its address.
///
/// `alternates` are the language versions of the page: tag and absolute URL.
pub(crate) fn set_head<'a>(head: Head, alternates: impl Iterator<Item = (&'a str, &'a str)>) {
    let Some(document) = document() else { return };
    document.set_title(head.title);
    let hue = head.hue.to_string();
    for (name, value) in [("lang", head.lang), ("dir", head.dir), ("data-hue", &hue)] {
        mark(name, Some(value));
    }
    // Nothing of the old page is seen any more that the fonts could move.
    mark("data-fonts", None);
    let set = |selector: &str, name: &str, value: &str| {
        if let Ok(Some(element)) = document.query_selector(selector) {
            let _ = element.set_attribute(name, value);
        }
    };
    set("meta[name=description]", "content", head.description);
    set("meta[property='og:title']", "content", head.title);
    set("meta[property='og:description']", "content", head.description);
    set("meta[property='og:url']", "content", head.canonical);
    set("link[rel=canonical]", "href", head.canonical);
    // These belong to the page that was loaded, and serve only programs that load pages.
    for element in all(OF_LOADED_PAGE) {
        element.remove();
    }
    for (lang, href) in alternates {
        set(&format!("link[hreflang={lang}]"), "href", href);
    }
}
