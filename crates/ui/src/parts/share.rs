//! The button that shares a page.

use super::{Erase, ErasedView, Icon, icon};
use leptos::prelude::*;
use perfil_view::Words;

/// Renders the button, which gives the address of the page as it is shown to other programs of the
/// visitor's device, or copies it where a browser cannot do that.
///
/// The client handles its press. Until there is a client, it is hidden and keeps its place.
pub fn share(words: &Words) -> ErasedView {
    let label = words.share().to_owned();
    view! {
        <button type="button" class="button share" name="share">
            {icon(Icon::Share)}
            <span>{label}</span>
        </button>
    }
    .erase()
}
