//! Small components that do not depend on profiles.

#[cfg(feature = "ssr")]
mod details;
mod erase;
#[cfg(feature = "ssr")]
mod heading;
mod icon;
#[cfg(feature = "ssr")]
mod keywords;
mod language;
mod likeness;
mod link;
#[cfg(feature = "ssr")]
mod period;
mod prose;
mod share;

#[cfg(feature = "ssr")]
pub use details::details;
pub use erase::{Erase, ErasedView};
#[cfg(feature = "ssr")]
pub use heading::{Heading, heading, title_id};
pub use icon::{Icon, icon};
#[cfg(feature = "ssr")]
pub use keywords::keywords;
pub use language::language;
pub use likeness::likeness;
#[cfg(feature = "ssr")]
pub use link::event_link;
pub use link::{link, own_link};
#[cfg(feature = "ssr")]
pub use period::period;
#[cfg(feature = "ssr")]
pub use prose::{drawing, lines, manual, numbered, numbered_lines};
pub use prose::{finder, footer, hero, prose, sections};

pub use share::share;

use leptos::prelude::*;
use perfil_view::Text;

/// Renders text inside an element that has other content too: text in another language gets an
/// element of its own.
pub fn text(text: &Text) -> ErasedView {
    let content = text.text.clone();
    match &text.language {
        None => content.erase(),
        Some(language) => {
            view! { <span lang=language.lang.clone() dir=language.dir.clone()>{content}</span> }
                .erase()
        }
    }
}
