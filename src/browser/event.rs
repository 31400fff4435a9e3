//! The visitor's events, handled by listeners at the root of the document.

use super::document::{all, element, find};
use super::palette::{Command, command};
use wasm_bindgen::prelude::*;
use web_sys::{
    AddEventListenerOptions, Element, Event, EventTarget, HtmlAnchorElement, HtmlButtonElement,
    HtmlInputElement, MouseEvent,
};

/// A link of the site that was clicked, hovered or focused.
#[derive(Clone, Debug)]
pub(crate) struct Link {
    /// The path of its target.
    pub(crate) path: String,
    /// The query and the fragment, including `?` and `#`.
    pub(crate) rest: String,
    /// The link's absolute URL.
    pub(crate) href: String,
    /// The link's classes.
    pub(crate) class: String,
}

/// A click on a link of the site, whose default action can be prevented.
#[derive(Debug)]
pub(crate) struct Click {
    /// The link.
    pub(crate) link: Link,
    event: Event,
}

impl Click {
    /// Prevents the default action, so that the browser does not follow the link.
    pub(crate) fn prevent_default(&self) {
        self.event.prevent_default();
    }
}

/// Calls the handler on every plain click on a link of the site.
///
/// A click with a modifier key or another button, on a download, or for another window is left to
/// the browser.
pub(crate) fn on_click(handler: impl Fn(Click) + 'static) {
    listen(document(), "click", move |event| {
        let Some(mouse) = event.dyn_ref::<MouseEvent>() else { return };
        let is_plain = mouse.button() == 0
            && !(mouse.meta_key() || mouse.ctrl_key() || mouse.shift_key() || mouse.alt_key());
        if is_plain
            && !event.default_prevented()
            && let Some(link) = link(&event)
        {
            handler(Click { link, event });
        }
    });
}

/// A press of a button that has a name.
#[derive(Debug)]
pub(crate) struct Press {
    /// The button's name: its purpose.
    pub(crate) name: String,
    /// The button's value.
    pub(crate) value: String,
    button: HtmlButtonElement,
}

impl Press {
    /// Shows or hides the items of the button's section that do not match.
    pub(crate) fn toggle_rest(&self) {
        let Ok(Some(section)) = self.button.closest(".section") else { return };
        let is_open = section.toggle_attribute("data-open").unwrap_or_default();
        let _ = self.button.set_attribute("aria-expanded", if is_open { "true" } else { "false" });
    }
}

/// Calls the handler on every press of a button that has a name.
pub(crate) fn on_press(handler: impl Fn(Press) + 'static) {
    listen(document(), "click", move |event| {
        if let Some(button) = closest::<HtmlButtonElement>(&event, "button[name]") {
            handler(Press { name: button.name(), value: button.value(), button });
        }
    });
}

/// Calls the handler on every command chosen with a pointer, and with `None` on a click on a
/// dialog's backdrop.
pub(crate) fn on_choice(handler: impl Fn(Option<Command>) + 'static) {
    listen(document(), "click", move |event| {
        if let Some(option) = closest::<Element>(&event, "#palette-list li") {
            handler(Some(command(&option)));
        } else if event.target().and_then(|target| target.dyn_into::<Element>().ok()).is_some_and(
            // All content of a dialog is in its children, so only a click on the backdrop targets
            // the dialog.
            |target| target.tag_name() == "DIALOG",
        ) {
            handler(None);
        }
    });
}

/// Highlights the counterpart of a hovered or focused element: a row of the chart and the entry
/// that it represents.
pub(crate) fn on_pointing() {
    for name in ["pointerover", "focusin"] {
        listen(document(), name, |event| {
            for element in all(".answers") {
                let _ = element.class_list().remove_1("answers");
            }
            let other = closest::<HtmlAnchorElement>(&event, ".chart a")
                .and_then(|link| element(link.hash().strip_prefix('#')?))
                .or_else(|| {
                    let id = closest::<Element>(&event, ".entry[id]")?.id();
                    find(&[".chart a[href='#", &id, "']"].concat())
                });
            if let Some(other) = other {
                let _ = other.class_list().add_1("answers");
            }
        });
    }
}

/// Calls the handler with the id and the value of a field on every input.
pub(crate) fn on_input(handler: impl Fn(&str, String) + 'static) {
    listen(document(), "input", move |event| {
        if let Some(field) = closest::<HtmlInputElement>(&event, "input") {
            handler(&field.id(), field.value());
        }
    });
}

/// Calls the handler when an element that a CSS selector matches, or one inside it, is hovered or
/// focused.
pub(crate) fn on_approach(selector: &'static str, handler: impl Fn() + Clone + 'static) {
    for name in ["pointerover", "focusin"] {
        let handler = handler.clone();
        listen(document(), name, move |event| {
            if closest::<Element>(&event, selector).is_some() {
                handler();
            }
        });
    }
}

/// Calls the handler when a link of the site is hovered or focused.
pub(crate) fn on_link_approach(handler: impl Fn(Link) + Clone + 'static) {
    for name in ["pointerover", "focusin"] {
        let handler = handler.clone();
        listen(document(), name, move |event| {
            if let Some(link) = link(&event) {
                handler(link);
            }
        });
    }
}

/// Calls the handler when the visitor goes back or forward in the history.
pub(crate) fn on_popstate(handler: impl Fn() + 'static) {
    listen(window(), "popstate", move |_| handler());
}

/// Calls the handler when the page has been scrolled.
pub(crate) fn on_scroll(handler: impl Fn() + 'static) {
    listen(window(), "scroll", move |_| handler());
}

/// Calls the handler when the visitor leaves the document.
pub(crate) fn on_leave(handler: impl Fn() + 'static) {
    listen(window(), "pagehide", move |_| handler());
}

/// Calls the handler when the document is shown, including from the back/forward cache.
pub(crate) fn on_return(handler: impl Fn() + 'static) {
    listen(window(), "pageshow", move |_| handler());
}

fn window() -> Option<EventTarget> {
    web_sys::window().map(Into::into)
}

pub(super) fn document() -> Option<EventTarget> {
    web_sys::window()?.document().map(Into::into)
}

/// Adds a listener for the lifetime of the document.
pub(super) fn listen(target: Option<EventTarget>, name: &str, handler: impl Fn(Event) + 'static) {
    let Some(target) = target else { return };
    let closure = Closure::<dyn Fn(Event)>::new(handler).into_js_value();
    let options = AddEventListenerOptions::new();
    options.set_passive(name != "click" && name != "keydown");
    let _ = target.add_event_listener_with_callback_and_add_event_listener_options(
        name,
        closure.unchecked_ref(),
        &options,
    );
}

/// Returns the closest element that a CSS selector matches: the event's target or an ancestor.
fn closest<T: JsCast>(event: &Event, selector: &str) -> Option<T> {
    let target: Element = event.target()?.dyn_into().ok()?;
    target.closest(selector).ok()??.dyn_into().ok()
}

fn link(event: &Event) -> Option<Link> {
    let anchor: HtmlAnchorElement = closest(event, "a[href]")?;
    let origin = web_sys::window()?.location().origin().ok()?;
    let is_plain = anchor.target().is_empty() && !anchor.has_attribute("download");
    (is_plain && anchor.origin() == origin).then(|| Link {
        path: anchor.pathname(),
        rest: anchor.search() + &anchor.hash(),
        href: anchor.href(),
        class: anchor.class_name(),
    })
}
