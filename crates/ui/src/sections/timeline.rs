//! A timeline: work, education or volunteering.

use super::entry::{Microformat, entries};
use crate::parts::{Erase, ErasedView, numbered_lines};
use leptos::prelude::*;
use perfil_view::Timeline;

pub(super) fn timeline(item: &Timeline, level: u8) -> ErasedView {
    let highlights = (!item.highlights.is_empty()).then(|| numbered_lines(&item.highlights));
    let entries = entries(&item.entries, level, Microformat::Post);
    view! { {entries} {highlights} }.erase()
}
