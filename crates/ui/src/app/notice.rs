//! The messages shown while a page loads, and when it cannot be loaded.

use super::{State, Status};
use crate::parts::{Erase, ErasedView};
use leptos::prelude::*;

/// The progress, the message of a failed load, and the announcements for assistive technology.
///
/// The regions are always in the document, because a live region is announced only if it was there
/// before its content. They are hydrated, so the view is not erased.
pub(super) fn notice(state: State) -> impl IntoView {
    let State { page, status, announcement, toast, .. } = state;
    view! {
        <div class="progress" role="status">
            {move || (status.get() == Status::Loading).then(|| page.read().words.loading().to_owned())}
        </div>
        <div class="failure" role="alert">
            {move || (status.get() == Status::Failed).then(|| message(state))}
        </div>
        <div class="announcement" role="status">
            {move || announcement.get()}
        </div>
        <div class="toast" role="status">
            {move || Some(toast.get()).filter(|message| !message.is_empty())}
        </div>
    }
}

fn message(state: State) -> ErasedView {
    let status = state.status;
    let page = state.page.read();
    let words = &page.words;
    view! {
        <p>{words.load_failed().to_owned()}</p>
        <button type="button" on:click=move |_| status.set(Status::Retry)>
            {words.retry().to_owned()}
        </button>
        " "
        <button type="button" on:click=move |_| status.set(Status::Ready)>
            {words.dismiss().to_owned()}
        </button>
    }
    .erase()
}
