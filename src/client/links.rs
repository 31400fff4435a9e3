//! Links: follows them within the document, prefetches their pages, or copies them.

use super::finder::Finder;
use super::loader::Loader;
use super::navigation::{Entry, Navigator, Visit};
use super::query::query_in_url;
use crate::browser::{self, Link};
use leptos::prelude::*;
use leptos::task::spawn_local;
use perfil_ui::app::State;
use std::rc::Rc;

/// How long the message about a copy is shown, in milliseconds.
pub(super) const TOAST: i32 = 2500;

pub(super) fn install_listeners(
    state: State,
    navigator: &Rc<Navigator>,
    loader: &Rc<Loader>,
    finder: &Rc<Finder>,
) {
    let (navigator, pages, finder) = (Rc::clone(navigator), Rc::clone(loader), Rc::clone(finder));
    browser::on_click(move |click| {
        let link = &click.link;
        let is_here = state.page.with_untracked(|page| page.path == link.path);
        if is_here {
            if link.class == "anchor" {
                copy(state, link.href.clone());
            }
            // The browser itself scrolls to a fragment of the page.
            if link.rest.contains('#') {
                browser::save_scroll(browser::position());
            } else {
                click.prevent_default();
                ask(state, &finder, link);
            }
        } else if pages.knows(&link.path) {
            click.prevent_default();
            let is_translation = remember(state, link);
            let Link { path, mut rest, .. } = link.clone();
            if is_translation && rest.is_empty() {
                rest = browser::search();
            }
            navigator.go(Visit { path, rest, history: Entry::New });
        }
    });
    let ahead = Rc::clone(loader);
    browser::on_link_approach(move |link| {
        if state.page.with_untracked(|page| page.path != link.path) {
            ahead.prefetch(&link.path);
        }
    });
}

/// Follows a link from the page to itself, which has another query, or none.
fn ask(state: State, finder: &Finder, link: &Link) {
    if let Some(skill) = link.rest.strip_prefix("?skill=").filter(|_| link.class == "skill-link") {
        finder.toggle("skill", skill);
    } else if link.rest != browser::search() {
        browser::push(&[link.path.as_str(), &link.rest].concat());
        state.query.set(query_in_url());
    }
}

/// Stores the language of a link to a translation for the next visit. Returns whether it was such a
/// link.
fn remember(state: State, link: &Link) -> bool {
    state.page.with_untracked(|page| {
        let chosen = page.languages.iter().find(|item| item.path == link.path);
        if let Some(chosen) = chosen {
            browser::remember_language(&chosen.lang);
        }
        chosen.is_some()
    })
}

/// Copies an address, and shows a message.
pub(super) fn copy(state: State, href: String) {
    spawn_local(async move {
        if browser::copy(&href).await {
            state.toast.set(state.page.with_untracked(|page| page.words.link_copied().to_owned()));
            browser::after(TOAST, move || state.toast.set(String::new()));
        }
    });
}

/// Shares the address of the current view, or copies it where the browser cannot share.
pub(super) fn share(state: State) {
    let href = browser::address();
    let title = state.page.with_untracked(|page| page.title.clone());
    spawn_local(async move {
        if !browser::share(&href, &title).await {
            copy(state, href);
        }
    });
}
