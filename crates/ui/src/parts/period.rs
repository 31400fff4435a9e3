//! A point or a period in time.

use super::{Erase, ErasedView};
use leptos::prelude::*;
use perfil_view::Period;

/// Renders a period; a single date or a duration gets a machine-readable `datetime` too.
pub fn period(period: &Period) -> ErasedView {
    let text = period.text.clone();
    match period.datetime.clone() {
        Some(datetime) => view! { <time class="period" datetime=datetime>{text}</time> }.erase(),
        None => view! { <span class="period">{text}</span> }.erase(),
    }
}
