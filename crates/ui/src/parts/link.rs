//! A link whose address is printed.

use super::{Erase, ErasedView};
use leptos::prelude::*;

/// Renders an external link, which is printed with its address, without the scheme and a final
/// slash.
pub fn link(url: &str, content: ErasedView) -> ErasedView {
    let rest = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://"));
    let address = rest.map(|rest| rest.strip_suffix('/').unwrap_or(rest).to_owned());
    view! { <a href=url.to_owned() data-address=address>{content}</a> }.erase()
}
