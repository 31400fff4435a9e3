//! What others say of the person.

use super::quote::quote;
use crate::ui::{Erase, Still};
use crate::view::Quote;
use leptos::prelude::*;

pub(super) fn references(items: &[Quote]) -> Still {
    items.iter().map(quote).collect_view().erase()
}
