//! The icons, drawn with strokes in the colour of the surrounding text.

use super::Erase;
use leptos::prelude::*;

/// An icon.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Icon {
    /// A screen: the theme of the system.
    System,
    /// A sun: the light theme.
    Light,
    /// A moon: the dark theme.
    Dark,
    /// A magnifying glass: the search.
    Search,
    /// Lines of text, one of them selected: the commands.
    Commands,
    /// An arrow down: fold or unfold a section.
    Fold,
    /// A cross: close.
    Close,
    /// An arrow out of a box: share.
    Share,
}

/// Renders an icon. It has no accessible name, because the control that contains it has one.
pub fn icon(icon: Icon) -> impl IntoView {
    let path = match icon {
        Icon::System => "M3 4h14v9H3zM7 17h6M10 13v4",
        Icon::Light => {
            "M10 6.5a3.5 3.5 0 1 0 0 7a3.5 3.5 0 1 0 0-7zM10 1.5v2M10 16.5v2M1.5 10h2M16.5 10h2\
             M4 4l1.4 1.4M14.6 14.6L16 16M4 16l1.4-1.4M14.6 5.4L16 4"
        }
        Icon::Search => "M8.5 3a5.5 5.5 0 1 0 0 11a5.5 5.5 0 1 0 0-11zM12.5 12.5L17 17",
        Icon::Commands => "M3 5h14M3 10h9M3 15h6M15 12l3 3l-3 3",
        Icon::Close => "M5 5l10 10M15 5L5 15",
        Icon::Share => "M10 12.5V2.5M6.5 6L10 2.5L13.5 6M7 9H4.5v8h11V9H13",
        Icon::Fold => "M5 8l5 5l5-5",
        Icon::Dark => "M16.5 12.2A7 7 0 0 1 7.8 3.5a7 7 0 1 0 8.7 8.7z",
    };
    view! {
        <svg class="icon" viewBox="0 0 20 20" aria-hidden="true">
            <path d=path></path>
        </svg>
    }
    .erase()
}
