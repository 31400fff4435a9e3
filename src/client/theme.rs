//! The theme: applies it, and stores it when it is chosen.

use crate::browser;
use leptos::prelude::*;
use perfil_ui::app::{State, Theme};

pub(super) fn install_listeners(state: State) {
    let remembered = Theme::named(browser::remembered_theme().as_deref());
    Effect::new(move |before: Option<Theme>| {
        let theme = state.theme.get();
        let Some(before) = before else {
            state.theme.set(remembered);
            return theme;
        };
        if theme != before {
            browser::press_only(".themes button", theme.value());
            browser::mark("data-theme", theme.name());
            browser::remember_theme(theme.name());
        }
        theme
    });
    browser::on_press(move |press| {
        if press.name == "theme" {
            state.theme.set(Theme::named(Some(&press.value)));
        }
    });
}
