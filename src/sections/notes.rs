//! Notes and articles, and what is said while there are none.

use super::entry::entries;
use crate::ui::prose;
use crate::view::{Entry, Prose};
use leptos::prelude::*;

pub(super) fn notes(text: Option<&Prose>, items: &[Entry], level: u8) -> AnyView {
    let items = (!items.is_empty()).then(|| entries(items, level));
    view! { {text.map(prose)} {items} }.into_any()
}
