//! The dialog that explains how to embed a card in another page: opens it, copies from it, closes
//! it.

use super::links::TOAST;
use crate::browser;
use leptos::prelude::*;
use leptos::task::spawn_local;
use perfil_ui::app::State;

/// The live region that reports a copy. While a dialog is open, regions outside it are not
/// announced.
const STATUS: &str = "#embed [role=status]";

pub(super) fn install_listeners(state: State) {
    browser::on_press(move |press| match press.name.as_str() {
        "embed" => open(state),
        "copy-text" => copy(state, press.value),
        "close" => {
            browser::close_dialog();
        }
        _ => {}
    });
}

/// Opens the dialog.
pub(super) fn open(state: State) {
    state.page.with_untracked(|page| browser::show_dialog(&page.embed));
}

fn copy(state: State, text: String) {
    spawn_local(async move {
        if browser::copy(&text).await {
            state.page.with_untracked(|page| browser::set_text(STATUS, page.words.copied()));
            browser::after(TOAST, || browser::set_text(STATUS, ""));
        }
    });
}
