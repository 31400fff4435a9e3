//! A portrait, or a monogram if there is none.

use super::{Erase, ErasedView};
use leptos::prelude::*;
use perfil_view::Likeness;

/// Renders a portrait or monogram. `alt` describes the portrait; a monogram needs no description,
/// because it only repeats the name.
pub fn likeness(likeness: &Likeness, alt: String) -> ErasedView {
    match likeness.portrait.clone() {
        Some(portrait) => view! {
            <img
                class="likeness"
                src=portrait.src
                alt=alt
                width=portrait.width
                height=portrait.height
                decoding="async"
            />
        }
        .erase(),
        None => view! {
            <svg class="likeness" viewBox="0 0 64 64" aria-hidden="true">
                <rect class="likeness-ground" width="64" height="64" rx="32"></rect>
                <text class="likeness-initials" x="32" y="33" dominant-baseline="central" text-anchor="middle">
                    {likeness.initials.clone()}
                </text>
            </svg>
        }
        .erase(),
    }
}
