//! The keyboard shortcuts: search, clear, and the command palette. A visitor can switch them off.

use super::commands;
use super::finder::Finder;
use crate::browser;
use perfil_ui::app::State;
use std::rc::Rc;

pub(super) fn install_listeners(state: State, finder: &Rc<Finder>) {
    let finder = Rc::clone(finder);
    browser::on_key(move |key| {
        let is_command = key.is_command && key.name.eq_ignore_ascii_case("k");
        if browser::is_dialog_open() && !is_command {
            commands::press(state, &key);
            return;
        }
        if browser::are_keys_off() {
            return;
        }
        let is_plain = !key.is_typing && !key.is_command;
        match key.name.as_str() {
            "Escape" if finder.clear() => key.prevent_default(),
            "/" if is_plain && browser::find("#search").is_some() => {
                key.prevent_default();
                browser::focus("#search");
            }
            "?" if is_plain => {
                key.prevent_default();
                commands::toggle(state);
            }
            _ if is_command => {
                key.prevent_default();
                commands::toggle(state);
            }
            _ => {}
        }
    });
}
