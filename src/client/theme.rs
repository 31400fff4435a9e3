//! The theme: applies it, and stores it when it is chosen.

use crate::browser;
use leptos::prelude::*;
use perfil_ui::app::{State, Theme};

pub(super) fn install_listeners(state: State) {
    let remembered = Theme::named(browser::remembered_theme().as_deref());
    Effect::new(move |before: Option<Theme>| {
        let theme = state.theme.get();
        let Some(before) = before else {
            // The first run is after hydration, which requires the page as it was built.
            state.theme.set(remembered);
            return remembered;
        };
        if theme != before {
            browser::mark("data-theme", theme.name());
            browser::remember_theme(theme.name());
        }
        theme
    });
}
