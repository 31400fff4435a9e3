//! The application: what surrounds every page, and the state that the surroundings share.

mod finder;
mod masthead;
mod notice;
mod people;
mod state;

pub use state::{Found, Query, State, Status, Theme};

use crate::pages::{directory, profile};
use crate::ui::Erase;
use crate::view::{Body, Page};
pub use finder::status;
use leptos::prelude::*;

use finder::finder;
use masthead::masthead;
use notice::notice;
use people::people;

/// The whole application. The same call makes the static page and, in the browser, takes it over.
pub fn app(state: State) -> impl IntoView {
    let page = move || {
        let page = state.page.read();
        view! {
            <a class="skip" href="#main">{page.words.skip().to_owned()}</a>
            {masthead(&page, state.theme)}
            <main id="main" tabindex="-1">
                {body(&page, state)}
            </main>
            {footer(&page)}
        }
        .erase()
    };
    view! { {page} {notice(state)} }
}

fn body(page: &Page, state: State) -> AnyView {
    match &page.body {
        Body::Directory(item) => {
            let finder = item.finder.as_ref().map(|finder| people(finder, state));
            directory(item, &page.words, finder).erase()
        }
        Body::Profile(item) => {
            profile(item, &page.words, state.current, finder(item, page, state)).erase()
        }
    }
}

fn footer(page: &Page) -> AnyView {
    view! {
        <footer class="footer">
            <p>{page.words.made_with().to_owned()}</p>
        </footer>
    }
    .erase()
}
