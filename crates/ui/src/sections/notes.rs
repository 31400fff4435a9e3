//! Notes and articles, and the text shown while there are none.

use super::entry::{Microformat, entries};
use crate::parts::{Erase, ErasedView, numbered};
use leptos::prelude::*;
use perfil_view::Notes;

pub(super) fn notes(item: &Notes, level: u8) -> ErasedView {
    let entries =
        (!item.entries.is_empty()).then(|| entries(&item.entries, level, Microformat::None));
    view! { {item.text.as_ref().map(numbered)} {entries} }.erase()
}
