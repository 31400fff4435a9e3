//! The dialogs: HTML that the build made, in the document once it is asked for, and one at a time.

use super::document::{document, find, set_on};
use wasm_bindgen::JsCast;
use web_sys::HtmlDialogElement;

/// Shows a dialog, in the place of the one that was shown last; says whether it is open now.
///
/// The script that it names, if it does, is started with it.
pub(crate) fn show_dialog(html: &str) -> bool {
    close_dialog();
    let Some(body) = document().and_then(|document| document.body()) else { return false };
    // The page may have changed since it was last asked for.
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

/// Closes the dialog that is open; says whether there was one. The focus goes back to where it was.
pub(crate) fn close_dialog() -> bool {
    let Some(dialog) = dialog().filter(HtmlDialogElement::open) else { return false };
    dialog.close();
    true
}

/// Starts a script, which a parser would leave alone in HTML that comes later. It runs once,
/// however often the dialog is shown.
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
