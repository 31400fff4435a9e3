//! A point or a period in time.

use super::{Erase, ErasedView};
use leptos::prelude::*;
use perfil_view::Period;

/// A period as it is read; a single date and a duration are told to machines too.
pub fn period(period: &Period) -> ErasedView {
    let text = period.text.clone();
    match period.datetime.clone() {
        Some(datetime) => view! { <time class="period" datetime=datetime>{text}</time> }.erase(),
        None => view! { <span class="period">{text}</span> }.erase(),
    }
}
