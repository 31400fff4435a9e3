//! The dialogs: HTML made by the build, inserted into the document when it is opened, one at a
//! time.

use super::document::{document, find, set_on};
use wasm_bindgen::JsCast;
use web_sys::HtmlDialogElement;

/// Shows a dialog, replacing the one that was shown last; returns whether it is open.
///
/// If it names a script, that is started with it.
pub(crate) fn show_dialog(html: &str) -> bool {
    close_dialog();
    let Some(body) = document().and_then(|document| document.body()) else { return false };
    // The page may have changed since the dialog was last shown.
    if let Some(old) = dialog() {
        old.remove();
    }
    let _ = body.insert_adjacent_html("beforeend", html);
    let Some(dialog) = dialog() else { return false };
    if let Some(path) = dialog.get_attribute("data-script") {
        start(&dialog, &path);
    }
    dialog.show_modal().is_ok()
}

/// Closes the open dialog; returns whether there was one. The browser restores the focus.
pub(crate) fn close_dialog() -> bool {
    let Some(dialog) = dialog().filter(HtmlDialogElement::open) else { return false };
    dialog.close();
    true
}

/// Starts a script, because the parser does not run scripts in HTML that is inserted later. The
/// script runs only once, however often the dialog is shown.
fn start(dialog: &HtmlDialogElement, path: &str) {
    if let Some(script) = document().and_then(|document| document.create_element("script").ok()) {
        set_on(&script, "type", Some("module"));
        set_on(&script, "src", Some(path));
        let _ = dialog.append_child(&script);
    }
}

fn dialog() -> Option<HtmlDialogElement> {
    find("body > dialog")?.dyn_into().ok()
}
