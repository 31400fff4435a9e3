//! Certificates, one line each, with further facts below it.

use crate::parts::{Erase, ErasedView, details, link, period, text};
use leptos::prelude::*;
use perfil_view::Entry;

pub(super) fn certificates(items: &[Entry]) -> ErasedView {
    view! { <ul class="lines">{items.iter().map(certificate).collect_view()}</ul> }.erase()
}

fn certificate(item: &Entry) -> ErasedView {
    let name = item.name.as_ref().map(|name| {
        let name = text(name).erase();
        match &item.url {
            Some(url) => link(url, name),
            None => view! { <strong>{name}</strong> }.erase(),
        }
    });
    let issuer = item
        .position
        .as_ref()
        .map(|issuer| view! { <span class="entry-position">{text(issuer)}</span> });
    view! {
        <li data-item=item.number>
            {name}" "{issuer}" "{item.period.as_ref().map(period)}
            {details(&item.details)}
        </li>
    }
    .erase()
}
