//! A link that can be read on paper.

use super::{Erase, ErasedView};
use leptos::prelude::*;

/// A link to somewhere on the Web, which is printed with its address as people write it.
pub fn link(url: &str, shown: ErasedView) -> ErasedView {
    let rest = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://"));
    let address = rest.map(|rest| rest.strip_suffix('/').unwrap_or(rest).to_owned());
    view! { <a href=url.to_owned() data-address=address>{shown}</a> }.erase()
}
