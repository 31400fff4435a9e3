//! A list of lines.

use crate::ui::{Erase, prose_item};
use crate::view::Prose;
use leptos::prelude::*;

pub(super) fn list(items: &[Prose]) -> AnyView {
    view! { <ul class="lines">{items.iter().map(prose_item).collect_view()}</ul> }.erase()
}
