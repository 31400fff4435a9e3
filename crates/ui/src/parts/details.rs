//! Facts with labels.

use super::{Erase, ErasedView, link, text};
use leptos::prelude::*;
use perfil_view::Detail;

/// Renders each fact on a line of its own, if there are any. One that is an address is a link.
pub fn details(details: &[Detail]) -> Option<ErasedView> {
    let lines = details.iter().map(|detail| {
        let content = text(&detail.text).erase();
        let content = match &detail.url {
            Some(url) => link(url, content),
            None => content,
        };
        view! { <p class="detail">{text(&detail.label)}": "{content}</p>" " }
    });
    (!details.is_empty()).then(|| lines.collect_view().erase())
}
