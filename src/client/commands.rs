//! The command palette: opens it by a button or a key, filters it by typing, and runs the commands.

use super::embed;
use super::links::{copy, share};
use crate::browser::{self, Command, Key};
use leptos::prelude::*;
use perfil_ui::app::{State, Theme};

pub(super) fn install_listeners(state: State) {
    browser::on_press(move |press| {
        if press.name == "commands" {
            toggle(state);
        }
    });
    browser::on_input(move |field, text| {
        if field == "palette-field" {
            let is_any = browser::filter_palette(&text);
            let page = state.page.read_untracked();
            let message = if is_any { "" } else { page.words.no_command() };
            browser::set_text(".palette-none", message);
        }
    });
    browser::on_choice(move |command| {
        browser::close_dialog();
        if let Some(command) = command {
            act(state, &command);
        }
    });
}

/// Opens the command palette, or closes it.
pub(super) fn toggle(state: State) {
    state.page.with_untracked(|page| browser::toggle_palette(&page.palette));
}

/// Handles a key press while a dialog is open.
pub(super) fn press(state: State, key: &Key) {
    if !browser::is_palette_open() {
        return;
    }
    match key.name.as_str() {
        "ArrowDown" => browser::move_in_palette(1),
        "ArrowUp" => browser::move_in_palette(-1),
        "Enter" => {
            if let Some(command) = browser::chosen_command() {
                browser::close_dialog();
                act(state, &command);
            }
        }
        _ => return,
    }
    key.prevent_default();
}

fn act(state: State, command: &Command) {
    if let Some(href) = &command.href {
        let class = if href.starts_with('?') { "skill-link" } else { "" };
        return browser::follow(href, class, command.act == "download");
    }
    match command.act.as_str() {
        "copy" => copy(state, browser::address()),
        "share" => share(state),
        "embed" => embed::open(state),
        "print" => browser::print(),
        "expand" => browser::unfold_all(true),
        "fold" => browser::unfold_all(false),
        "keys-off" => browser::remember_keys(true),
        "keys-on" => browser::remember_keys(false),
        theme => state.theme.set(Theme::named(Some(theme))),
    }
}
