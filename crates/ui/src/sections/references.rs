//! References from other people.

use super::quote::quote;
use crate::parts::{Erase, ErasedView};
use leptos::prelude::*;
use perfil_view::Quote;

pub(super) fn references(items: &[Quote]) -> ErasedView {
    items.iter().map(quote).collect_view().erase()
}
