//! Awards.

use super::entry::entries;
use crate::view::Entry;
use leptos::prelude::*;

pub(super) fn awards(items: &[Entry], level: u8) -> AnyView {
    entries(items, level)
}
