//! The search field, for a profile or for all people.

use crate::parts::{Erase, ErasedView, Icon, icon};
use leptos::prelude::*;

/// A search field with this label, and the key that focuses it.
pub(super) fn field(label: &str) -> ErasedView {
    let (label, hint) = (label.to_owned(), label.to_owned());
    view! {
        <label class="finder-field">
            {icon(Icon::Search)}
            <input
                id="search"
                type="search"
                autocomplete="off"
                spellcheck="false"
                aria-label=label
                placeholder=hint
            />
            <kbd aria-hidden="true">"/"</kbd>
        </label>
    }
    .erase()
}
