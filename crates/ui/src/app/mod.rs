//! The application: the frame around every page, and the state that its parts share.

mod masthead;
mod notice;
mod state;

pub use state::{Query, State, Status, Theme};

use crate::pages::{directory, profile};
use crate::parts::{Erase, ErasedView, footer};
use leptos::prelude::*;
use perfil_view::{Body, Page};

use masthead::masthead;
use notice::notice;

/// The whole application. The same call renders the static page and, in the browser, hydrates it.
pub fn app(state: State) -> impl IntoView {
    let page = move || {
        let page = state.page.read();
        view! {
            <a class="skip" href="#main">{page.words.skip().to_owned()}</a>
            {masthead(&page, state.theme)}
            <main id="main" tabindex="-1">
                {body(&page, state)}
            </main>
            {footer(&page.footer)}
        }
        .erase()
    };
    view! { {page} {notice(state)} }
}

fn body(page: &Page, state: State) -> ErasedView {
    match &page.body {
        Body::Directory(item) => directory(item, &page.words).erase(),
        Body::Profile(item) => profile(item, &page.words, state.current).erase(),
    }
}

/// The frame of a page that the application does not hydrate, without the controls that would do
/// nothing there.
#[cfg(feature = "ssr")]
pub fn static_page(page: &Page, body: ErasedView) -> ErasedView {
    view! {
        <a class="skip" href="#main">{page.words.skip().to_owned()}</a>
        {masthead::static_masthead(page)}
        <main id="main" tabindex="-1">
            {body}
        </main>
        {footer(&page.footer)}
    }
    .erase()
}
