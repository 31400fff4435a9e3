//! Small parts that know nothing of profiles.

mod erase;
#[cfg(not(target_arch = "wasm32"))]
mod heading;
mod icon;
#[cfg(not(target_arch = "wasm32"))]
mod keywords;
mod language;
mod likeness;
mod link;
#[cfg(not(target_arch = "wasm32"))]
mod period;
mod prose;

pub use erase::{Erase, Still};
#[cfg(not(target_arch = "wasm32"))]
pub use heading::{Heading, heading, title_id};
pub use icon::{Icon, icon};
#[cfg(not(target_arch = "wasm32"))]
pub use keywords::keywords;
pub use language::language;
pub use likeness::likeness;
pub use link::link;
#[cfg(not(target_arch = "wasm32"))]
pub use period::period;
pub use prose::{downloads, finder, footer, prose, sections};
#[cfg(not(target_arch = "wasm32"))]
pub use prose::{drawing, lines, numbered, numbered_lines};

use crate::view::Text;
use leptos::prelude::*;

/// Text inside an element that holds other things too: borrowed text gets an element of its own.
pub fn text(text: &Text) -> Still {
    let content = text.text.clone();
    match &text.language {
        None => content.erase(),
        Some(language) => {
            view! { <span lang=language.lang.clone() dir=language.dir.clone()>{content}</span> }
                .erase()
        }
    }
}
