//! A link whose address is printed.

use super::{Erase, ErasedView};
use leptos::prelude::*;

/// Renders an external link, which is printed with its address, without the scheme and a final
/// slash.
pub fn link(url: &str, content: ErasedView) -> ErasedView {
    anchor(url, None, None, content)
}

/// Renders a link to the address of what is around it (`u-url` of microformats2).
#[cfg(feature = "ssr")]
pub fn event_link(url: &str, content: ErasedView) -> ErasedView {
    anchor(url, Some("u-url"), None, content)
}

/// Renders a link of a person's h-card to where the same person is found elsewhere (`rel=me`). A
/// telephone number is no address of a page or mailbox.
pub fn own_link(url: &str, content: ErasedView) -> ErasedView {
    let class = match url.split(':').next() {
        Some("mailto") => "u-email",
        Some("tel") => "p-tel",
        _ => "u-url",
    };
    anchor(url, Some(class), (class != "p-tel").then_some("me"), content)
}

fn anchor(
    url: &str,
    class: Option<&'static str>,
    rel: Option<&'static str>,
    content: ErasedView,
) -> ErasedView {
    let rest = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://"));
    let address = rest.map(|rest| rest.strip_suffix('/').unwrap_or(rest).to_owned());
    view! { <a href=url.to_owned() class=class rel=rel data-address=address>{content}</a> }.erase()
}
