//! The footer of every page, which invites the visitor to embed a card.
//!
//! The build renders it as HTML.

use crate::parts::{Erase, ErasedView};
use leptos::prelude::*;
use perfil_view::Words;

/// The invitation to embed a card.
#[derive(Clone, Debug)]
pub struct Invitation {
    /// Its text: "Embed this profile".
    pub label: String,
    /// The path of the page that explains how to embed.
    pub path: String,
    /// Whether the page itself has a dialog that explains it.
    pub has_dialog: bool,
}

/// Renders the inside of the footer.
pub fn footer(words: &Words, invitation: &Invitation) -> ErasedView {
    let Invitation { label, path, has_dialog } = invitation.clone();
    // Without the application the button would do nothing; with it, the link is not needed.
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
            " "
            {button}
        </p>
    }
    .erase()
}
