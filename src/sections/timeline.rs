//! Time spent somewhere: work, education, volunteering.

use super::entry::{entries, lines};
use crate::ui::{Erase, Still};
use crate::view::Timeline;
use leptos::prelude::*;

pub(super) fn timeline(item: &Timeline, level: u8) -> Still {
    view! { {entries(&item.entries, level)} {lines(&item.highlights)} }.erase()
}
