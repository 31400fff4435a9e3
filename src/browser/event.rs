//! What the visitor does, heard at the root of the document.

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
    /// The path that it leads to.
    pub(crate) path: String,
    /// The query and the fragment, each with its mark.
    pub(crate) rest: String,
    /// The link's whole address.
    pub(crate) href: String,
    /// The link's classes.
    pub(crate) class: String,
}

/// A click on a link of the site, which can be taken from the browser.
#[derive(Debug)]
pub(crate) struct Click {
    /// The link.
    pub(crate) link: Link,
    event: Event,
}

impl Click {
    /// Takes the click, so that the browser does not follow the link.
    pub(crate) fn take(&self) {
        self.event.prevent_default();
    }
}

/// Hears every plain click on a link of the site.
///
/// A click with a modifier, with another button, on a download or for another window is the
/// browser's alone.
pub(crate) fn on_click(hear: impl Fn(Click) + 'static) {
    listen(document(), "click", move |event| {
        let Some(mouse) = event.dyn_ref::<MouseEvent>() else { return };
        let is_plain = mouse.button() == 0
            && !(mouse.meta_key() || mouse.ctrl_key() || mouse.shift_key() || mouse.alt_key());
        if is_plain
            && !event.default_prevented()
            && let Some(link) = link(&event)
        {
            hear(Click { link, event });
        }
    });
}

/// A button with a name that was pressed.
#[derive(Debug)]
pub(crate) struct Press {
    /// What the button is for.
    pub(crate) name: String,
    /// What it is about.
    pub(crate) value: String,
    button: HtmlButtonElement,
}

impl Press {
    /// Opens what the button's section leaves out, or leaves it out again.
    pub(crate) fn toggle_rest(&self) {
        let Ok(Some(section)) = self.button.closest(".section") else { return };
        let is_open = section.toggle_attribute("data-open").unwrap_or_default();
        let _ = self.button.set_attribute("aria-expanded", if is_open { "true" } else { "false" });
    }
}

/// Hears every press of a button that has a name.
pub(crate) fn on_press(hear: impl Fn(Press) + 'static) {
    listen(document(), "click", move |event| {
        if let Some(button) = closest::<HtmlButtonElement>(&event, "button[name]") {
            hear(Press { name: button.name(), value: button.value(), button });
        }
    });
}

/// Hears every command that is chosen with a pointer; `None` is a click beside a dialog.
pub(crate) fn on_choice(hear: impl Fn(Option<Command>) + 'static) {
    listen(document(), "click", move |event| {
        if let Some(option) = closest::<Element>(&event, "#palette [role=option]") {
            hear(Some(command(&option)));
        } else if event.target().and_then(|target| target.dyn_into::<Element>().ok()).is_some_and(
            // All that a dialog shows stands in its children; the rest of it is its backdrop.
            |target| target.tag_name() == "DIALOG",
        ) {
            hear(None);
        }
    });
}

/// Lets what is pointed at, or has the focus, and what it leads to answer each other: a row of the
/// chart and the entry that it stands for.
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

/// Hears what is typed into a field; the field is told by its id.
pub(crate) fn on_input(hear: impl Fn(&str, String) + 'static) {
    listen(document(), "input", move |event| {
        if let Some(field) = closest::<HtmlInputElement>(&event, "input") {
            hear(&field.id(), field.value());
        }
    });
}

/// Hears when the visitor comes near to what a CSS selector finds, by pointer or by key.
pub(crate) fn on_approach(selector: &'static str, hear: impl Fn() + Clone + 'static) {
    for name in ["pointerover", "focusin"] {
        let hear = hear.clone();
        listen(document(), name, move |event| {
            if closest::<Element>(&event, selector).is_some() {
                hear();
            }
        });
    }
}

/// Hears when the visitor points at a link of the site, or moves the focus to it.
pub(crate) fn on_toward(hear: impl Fn(Link) + Clone + 'static) {
    for name in ["pointerover", "focusin"] {
        let hear = hear.clone();
        listen(document(), name, move |event| {
            if let Some(link) = link(&event) {
                hear(link);
            }
        });
    }
}

/// Hears when the visitor goes back or forward.
pub(crate) fn on_popstate(hear: impl Fn() + 'static) {
    listen(window(), "popstate", move |_| hear());
}

/// Hears when the page has moved.
pub(crate) fn on_scroll(hear: impl Fn() + 'static) {
    listen(window(), "scroll", move |_| hear());
}

/// Hears when the visitor leaves the document.
pub(crate) fn on_leave(hear: impl Fn() + 'static) {
    listen(window(), "pagehide", move |_| hear());
}

/// Hears when the visitor comes to the document, be it from the browser's own cache.
pub(crate) fn on_return(hear: impl Fn() + 'static) {
    listen(window(), "pageshow", move |_| hear());
}

fn window() -> Option<EventTarget> {
    web_sys::window().map(Into::into)
}

pub(super) fn document() -> Option<EventTarget> {
    web_sys::window()?.document().map(Into::into)
}

/// Listens for as long as the document lives.
pub(super) fn listen(target: Option<EventTarget>, name: &str, hear: impl Fn(Event) + 'static) {
    let Some(target) = target else { return };
    let closure = Closure::<dyn Fn(Event)>::new(hear).into_js_value();
    let options = AddEventListenerOptions::new();
    options.set_passive(name != "click" && name != "keydown");
    let _ = target.add_event_listener_with_callback_and_add_event_listener_options(
        name,
        closure.unchecked_ref(),
        &options,
    );
}

/// The element that an event is about: its target, or what the target stands in.
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
