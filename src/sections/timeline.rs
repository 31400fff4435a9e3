//! Time spent somewhere: work, education, volunteering.

use super::entry::entries;
use crate::ui::{Erase, Still, numbered_lines};
use crate::view::Timeline;
use leptos::prelude::*;

pub(super) fn timeline(item: &Timeline, level: u8) -> Still {
    let highlights = (!item.highlights.is_empty()).then(|| numbered_lines(&item.highlights));
    view! { {entries(&item.entries, level)} {highlights} }.erase()
}
