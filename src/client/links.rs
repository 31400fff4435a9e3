//! Links: followed in the document, loaded ahead, or copied.

use super::loader::Loader;
use super::navigation::{Entry, Navigator, Visit};
use crate::app::State;
use crate::browser::{self, Link};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::rc::Rc;

/// How long a message about a copied link stays, in milliseconds.
const TOAST: i32 = 2500;

pub(super) fn follow(state: State, navigator: &Rc<Navigator>, loader: &Rc<Loader>) {
    let (navigator, pages) = (Rc::clone(navigator), Rc::clone(loader));
    browser::on_click(move |click| {
        let link = &click.link;
        let is_here = state.page.with_untracked(|page| page.path == link.path);
        if is_here {
            if link.class == "anchor" {
                copy(state, link.href.clone());
            }
            // The browser goes to a place in the page; a link to the page itself does nothing.
            if link.rest.contains('#') {
                browser::save_scroll(browser::position());
            } else {
                click.take();
            }
        } else if pages.knows(&link.path) {
            click.take();
            remember(state, link);
            let Link { path, rest, .. } = link.clone();
            navigator.go(Visit { path, rest, history: Entry::New });
        }
    });
    let ahead = Rc::clone(loader);
    browser::on_toward(move |link| ahead.prefetch(&link.path));
}

/// A language that the visitor chooses is the one to begin with next time.
fn remember(state: State, link: &Link) {
    state.page.with_untracked(|page| {
        if let Some(chosen) = page.languages.iter().find(|item| item.path == link.path) {
            browser::remember_language(&chosen.lang);
        }
    });
}

fn copy(state: State, href: String) {
    spawn_local(async move {
        if browser::copy(&href).await {
            state.toast.set(state.page.with_untracked(|page| page.words.link_copied.clone()));
            browser::after(TOAST, move || state.toast.set(String::new()));
        }
    });
}
