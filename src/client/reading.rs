//! The reading position: marked in the table of contents, and saved in the history.

use crate::browser;
use leptos::prelude::*;
use perfil_ui::app::State;
use std::cell::Cell;
use std::rc::Rc;

/// The delay before the scroll position is saved, in milliseconds. Browsers limit how often a
/// history entry may change.
const SETTLE_MS: i32 = 200;

/// Saves the scroll position in the history, unless the entry is of a page that is still loading.
pub(super) fn note(state: State) {
    let path = browser::location().map(|(path, _)| path);
    if state.page.with_untracked(|page| path.as_ref() == Some(&page.path)) {
        browser::save_scroll(browser::position());
    }
}

pub(super) fn install_listeners(state: State) {
    let is_waiting = Rc::new(Cell::new(false));
    browser::on_scroll(move || {
        browser::show_current_section();
        if !is_waiting.replace(true) {
            let is_waiting = Rc::clone(&is_waiting);
            browser::after(SETTLE_MS, move || {
                is_waiting.set(false);
                note(state);
            });
        }
    });
    Effect::new(move || {
        state.page.track();
        // After a frame, the positions of sections are known without forcing another layout. At its
        // top, a page may be laid out only in part, and no section is being read.
        browser::after(browser::FRAME, || {
            if browser::position() > 0.0 {
                browser::show_current_section();
            }
        });
    });
}
