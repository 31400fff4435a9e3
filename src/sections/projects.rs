//! Things made.

use super::entry::entries;
use crate::view::Entry;
use leptos::prelude::*;

pub(super) fn projects(items: &[Entry], level: u8) -> AnyView {
    entries(items, level)
}
