//! A quotation.

use crate::parts::{Erase, ErasedView, details, prose, text};
use leptos::prelude::*;
use perfil_view::Quote;

pub(super) fn quote(item: &Quote) -> ErasedView {
    let author =
        item.author.as_ref().map(|author| view! { <figcaption>{text(author)}</figcaption> });
    view! {
        <figure class="quotation" data-item=item.number>
            {item.text.as_ref().map(|text| view! { <blockquote>{prose(text)}</blockquote> }.erase())}
            {author}
            {details(&item.details)}
        </figure>
    }
    .erase()
}
