//! The field of a search, over a profile or over all people.

use crate::parts::{Erase, ErasedView, Icon, icon};
use leptos::prelude::*;

/// A field with this name, and the key that leads to it.
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
