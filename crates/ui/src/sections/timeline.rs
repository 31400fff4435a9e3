//! Time spent somewhere: work, education, volunteering.

use super::entry::{entries, lines};
use crate::parts::{Erase, Still};
use leptos::prelude::*;
use perfil_view::Timeline;

pub(super) fn timeline(item: &Timeline, level: u8) -> Still {
    view! { {entries(&item.entries, level)} {lines(&item.highlights)} }.erase()
}
