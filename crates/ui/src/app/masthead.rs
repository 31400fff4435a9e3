//! The header of every page: the site, the languages, the theme.

use super::Theme;
use crate::parts::{Erase, ErasedView, Icon, icon, language, text};
use leptos::prelude::*;
use perfil_view::{Page, Words};

/// Renders the header. `theme` is the chosen theme; the client shows when another one is chosen.
pub(super) fn masthead(page: &Page, theme: Theme) -> ErasedView {
    view! {
        <header class="masthead">
            {home(page)}
            {languages(page)}
            {themes(&page.words, theme)}
            {commands(&page.words)}
        </header>
    }
    .erase()
}

/// The header of a page that the application does not hydrate.
#[cfg(feature = "ssr")]
pub(super) fn static_masthead(page: &Page) -> ErasedView {
    view! {
        <header class="masthead">
            {home(page)}
            {languages(page)}
        </header>
    }
    .erase()
}

fn home(page: &Page) -> ErasedView {
    let is_home = (page.path == page.home).then_some("page");
    view! { <a class="home" href=page.home.clone() aria-current=is_home>{text(&page.site)}</a> }
        .erase()
}

/// The button that opens the command palette.
fn commands(words: &Words) -> ErasedView {
    let label = words.commands().to_owned();
    view! {
        <button
            type="button"
            class="commands"
            name="commands"
            aria-label=label.clone()
            title=label
            aria-haspopup="dialog"
        >
            {icon(Icon::Commands)}
        </button>
    }
    .erase()
}

fn languages(page: &Page) -> Option<ErasedView> {
    let label = page.words.languages().to_owned();
    let links = page.languages.iter().map(|item| language(item, &page.lang)).collect_view();
    (page.languages.len() > 1).then(|| {
        view! {
            <nav class="languages" aria-label=label>
                <ul>{links}</ul>
            </nav>
        }
        .erase()
    })
}

fn themes(words: &Words, theme: Theme) -> ErasedView {
    let label = words.theme().to_owned();
    let button = |value: Theme, drawing: Icon, name: &str| {
        let name = name.to_owned();
        view! {
            <button
                type="button"
                name="theme"
                value=value.value()
                aria-label=name.clone()
                title=name
                aria-pressed=if theme == value { "true" } else { "false" }
            >
                {icon(drawing)}
            </button>
        }
    };
    view! {
        <div class="themes" role="group" aria-label=label>
            {button(Theme::System, Icon::System, words.theme_system())}
            {button(Theme::Light, Icon::Light, words.theme_light())}
            {button(Theme::Dark, Icon::Dark, words.theme_dark())}
        </div>
    }
    .erase()
}
