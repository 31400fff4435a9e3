//! The foot of every page: it invites to have a card on another page.
//!
//! The build renders it and hands it to the browser as HTML.

use crate::parts::{Erase, ErasedView};
use leptos::prelude::*;
use perfil_view::Words;

/// What a page invites to.
#[derive(Clone, Debug)]
pub struct Invitation {
    /// What it says: "Embed this profile".
    pub label: String,
    /// The page that tells how.
    pub path: String,
    /// Whether the page itself can show how.
    pub has_dialog: bool,
}

/// The inside of the foot.
pub fn footer(words: &Words, invitation: &Invitation) -> ErasedView {
    let Invitation { label, path, has_dialog } = invitation.clone();
    // Without the application the button would do nothing, and with it the link is not needed.
    let button = has_dialog.then(|| {
        let label = label.clone();
        view! {
            <button type="button" class="embed-open" name="embed" aria-haspopup="dialog">
                {label}
            </button>
        }
    });
    let class = if has_dialog { "embed-link" } else { "" };
    view! {
        <p>{words.made_with().to_owned()}</p>
        <p>
            <a href=path class=class>{label}</a>
            {button}
        </p>
    }
    .erase()
}
