//! A point or a period in time.

use super::{Erase, ErasedView};
use leptos::prelude::*;
use perfil_view::Period;

/// Renders a period; a single date or a duration gets a machine-readable `datetime` too.
///
/// The dates of a period are beside its text (`dt-start` and `dt-end` of h-event), because a
/// language may write a range so that no part of the text is one of its dates: "June–August 2021".
pub fn period(period: &Period) -> ErasedView {
    let text = period.text.clone();
    let date = |class: &'static str, date: &Option<String>| {
        date.clone().map(|date| view! { <data class=class value=date></data> })
    };
    let dates = (date("dt-start", &period.start), date("dt-end", &period.end));
    match period.datetime.clone() {
        Some(datetime) => {
            let is_duration = datetime.starts_with('P');
            let class = if is_duration { "period dt-duration" } else { "period" };
            view! { <time class=class datetime=datetime>{text}</time> }.erase()
        }
        None => view! { <span class="period">{dates}{text}</span> }.erase(),
    }
}
