//! Time spent somewhere: work, education, volunteering.

use super::entry::{entries, lines};
use crate::view::{Entry, Prose};
use leptos::prelude::*;

pub(super) fn timeline(items: &[Entry], highlights: &[Prose], level: u8) -> AnyView {
    view! { {entries(items, level)} {lines(highlights)} }.into_any()
}
