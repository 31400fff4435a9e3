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

/// The whole application, as the build renders it.
pub fn app(state: State) -> impl IntoView {
    view! { {move || page(state)} {notice(state)} }
}

/// The application in a document that the build wrote.
///
/// The page is neither rendered again nor visited: only its outermost elements are hydrated, and the
/// next page replaces them as a whole. So it does not matter what others have changed inside.
#[cfg(feature = "hydrate")]
pub fn adopted(state: State) -> impl IntoView {
    let mut is_written = true;
    let page = move || {
        if !std::mem::take(&mut is_written) {
            return page(state);
        }
        state.page.track();
        ErasedView::written(view! {
            <a></a>
            <header></header>
            <main></main>
            <footer></footer>
        })
    };
    view! { {page} {notice(state)} }
}

/// The names of the nodes that the hydration of `adopted` visits: of the elements that the
/// application consists of, and of what the live regions among them contain.
#[cfg(feature = "hydrate")]
pub const HYDRATED: &str = "A HEADER MAIN FOOTER DIV #comment DIV #comment DIV #text DIV #comment";

fn page(state: State) -> ErasedView {
    let page = state.page.read();
    view! {
        <a class="skip" href="#main">{page.words.skip().to_owned()}</a>
        {masthead(&page, state.theme.get_untracked())}
        <main id="main" tabindex="-1">
            {body(&page)}
        </main>
        {footer(&page.footer)}
    }
    .erase()
}

fn body(page: &Page) -> ErasedView {
    match &page.body {
        Body::Directory(item) => directory(item, &page.words),
        Body::Profile(item) => profile(item, &page.words),
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
