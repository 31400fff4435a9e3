//! Certificates, a line each.

use crate::ui::{period, text};
use crate::view::Entry;
use leptos::prelude::*;

pub(super) fn certificates(items: &[Entry]) -> AnyView {
    view! { <ul class="lines">{items.iter().map(certificate).collect_view()}</ul> }.into_any()
}

fn certificate(item: &Entry) -> AnyView {
    let name = item.name.as_ref().map(|name| {
        let name = text(name).into_any();
        match item.url.clone() {
            Some(url) => view! { <a href=url>{name}</a> }.into_any(),
            None => view! { <strong>{name}</strong> }.into_any(),
        }
    });
    let issuer = item
        .position
        .as_ref()
        .map(|issuer| view! { <span class="entry-position">{text(issuer)}</span> });
    view! { <li>{name}" "{issuer}" "{item.period.as_ref().map(period)}</li> }.into_any()
}
