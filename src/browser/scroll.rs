//! The scroll position of the page.

use super::document::{all, element, find, unfold};
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

/// The distance of the reading line from the top of the window, in pixels.
const READING: f64 = 96.0;

/// Returns the id of the section that is being read: the last one that begins above the reading
/// line, or at the end of the page the last of all, which may be too short to reach the line.
pub(crate) fn current_section() -> Option<String> {
    let window = web_sys::window()?;
    let height = window.inner_height().ok()?.as_f64()?;
    let bottom = window.document()?.document_element()?.get_bounding_client_rect().bottom();
    let is_end = position() > 0.0 && bottom <= height + 1.0;
    sections().filter(|item| is_end || top(item) <= READING).last().map(|item| item.id())
}

fn top(element: &Element) -> f64 {
    element.get_bounding_client_rect().top()
}

/// Returns the sections with a title, without the hidden ones.
fn sections() -> impl Iterator<Item = Element> {
    all("section[aria-labelledby]").into_iter().filter(|section| section.client_height() > 0)
}
