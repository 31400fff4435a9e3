//! Small parts that know nothing of profiles.

mod erase;
mod heading;
mod icon;
mod keywords;
mod likeness;
mod link;
mod period;
mod prose;

pub use erase::{Erase, Still};
pub use heading::{Heading, heading, title_id};
pub use icon::{Icon, icon};
pub use keywords::keywords;
pub use likeness::likeness;
pub use link::link;
pub use period::period;
pub use prose::{drawing, finder, lines, prose};

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
