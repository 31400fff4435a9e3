//! The scroll position of the page.

use super::document::{all, document, element, find, focus_on, set_on, unfold};
use wasm_bindgen::JsCast;
use web_sys::Element;

/// A section and its distance from the top of the window, by which a position is restored after the
/// text has changed.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Anchor {
    id: String,
    top: f64,
}

/// Returns the scroll position of the page, in pixels.
pub(crate) fn position() -> f64 {
    web_sys::window().and_then(|window| window.scroll_y().ok()).unwrap_or_default()
}

/// Scrolls the page to a position.
pub(crate) fn scroll_to(pixels: f64) {
    if let Some(window) = web_sys::window() {
        window.scroll_to_with_x_and_y(0.0, pixels);
    }
}

/// Scrolls to the target of a fragment (including `#`); returns whether it exists.
pub(crate) fn scroll_to_fragment(fragment: &str) -> bool {
    let target = fragment.strip_prefix('#').filter(|id| !id.is_empty()).and_then(element);
    if let Some(target) = &target {
        unfold(target);
        target.scroll_into_view();
    }
    target.is_some()
}

/// Returns whether the page is where a browser begins it: at its top, or at the target of its fragment.
pub(crate) fn is_at_beginning(fragment: &str) -> bool {
    let pixels = position();
    if pixels < 1.0 {
        return true;
    }
    let is_at_target = scroll_to_fragment(fragment) && (position() - pixels).abs() < 2.0;
    scroll_to(pixels);
    is_at_target
}

/// Scrolls an element to the top of the window.
pub(crate) fn scroll_to_top_of(selector: &str) {
    if let Some(element) = find(selector) {
        element.scroll_into_view();
    }
}

/// Returns the anchor of the current position; `None` at the top of the page.
pub(crate) fn anchor() -> Option<Anchor> {
    if position() < 1.0 {
        return None;
    }
    let anchors = sections().map(|item| Anchor { top: top(&item), id: item.id() });
    anchors.min_by(|a, b| a.top.abs().total_cmp(&b.top.abs()))
}

/// Scrolls so that an anchor is where it was.
pub(crate) fn restore(anchor: &Anchor) {
    if let Some(element) = element(&anchor.id) {
        scroll_to(position() + top(&element) - anchor.top);
    }
}

/// Renders the page anew, and keeps the scroll position and the focus.
pub(crate) fn keep_place(render: impl FnOnce()) {
    let pixels = position();
    let focused = document().and_then(|document| document.active_element());
    let alike = focused.as_ref().map(alike).unwrap_or_default();
    let number = alike.iter().position(|element| Some(element) == focused.as_ref());
    render();
    if let (Some(focused), Some(number)) = (focused, number)
        && let Some(element) = self::alike(&focused).into_iter().nth(number)
        && let Ok(element) = element.dyn_into()
    {
        focus_on(&element);
    }
    scroll_to(pixels);
}

/// Returns the elements of the page that lead where an element leads, or do what it does.
fn alike(element: &Element) -> Vec<Element> {
    let purpose =
        |element: &Element| ["id", "href", "name", "value"].map(|name| element.get_attribute(name));
    let wanted = purpose(element);
    let all = all("#app :is(a, button, input, summary)");
    all.into_iter().filter(|element| purpose(element) == wanted).collect()
}

/// The distance of the reading line from the top of the window, in pixels.
const READING: f64 = 96.0;

/// Returns the id of the section that is being read: the last one that begins above the reading
/// line, or at the end of the page the last of all, which may be too short to reach the line.
fn current_section() -> Option<String> {
    let window = web_sys::window()?;
    let height = window.inner_height().ok()?.as_f64()?;
    let bottom = window.document()?.document_element()?.get_bounding_client_rect().bottom();
    let is_end = position() > 0.0 && bottom <= height + 1.0;
    sections().filter(|item| is_end || top(item) <= READING).last().map(|item| item.id())
}

/// Marks the section that is being read in the table of contents.
pub(crate) fn show_current_section() {
    let Some(contents) = find(".contents") else { return };
    let link = |selector: &str| contents.query_selector(selector).ok().flatten();
    let current = current_section().and_then(|id| link(&["[href='#", &id, "']"].concat()));
    let marked = link("[aria-current]");
    if current != marked {
        for (link, value) in [(marked, None), (current, Some("true"))] {
            if let Some(link) = link {
                set_on(&link, "aria-current", value);
            }
        }
    }
}

fn top(element: &Element) -> f64 {
    element.get_bounding_client_rect().top()
}

/// Returns the sections with a title, without the hidden ones.
fn sections() -> impl Iterator<Item = Element> {
    all("section[aria-labelledby]").into_iter().filter(|section| section.client_height() > 0)
}
