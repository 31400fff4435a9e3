//! A list of lines.

use crate::ui::{Erase, Still, prose_item};
use crate::view::Prose;
use leptos::prelude::*;

pub(super) fn list(items: &[Prose]) -> Still {
    view! { <ul class="lines">{items.iter().map(prose_item).collect_view()}</ul> }.erase()
}
