//! Text with markup: the one place where HTML enters a page, all of it made by the build.

use super::{Erase, Still};
use crate::view::Prose;
use leptos::prelude::*;

/// Paragraphs in a block of their own.
pub fn prose(prose: &Prose) -> Still {
    let (lang, dir, html) = (prose.lang(), prose.dir(), prose.html.clone());
    view! { <div class="prose" lang=lang dir=dir inner_html=html></div> }.erase()
}

/// A drawing with its caption.
pub fn drawing(drawing: &Prose) -> Still {
    let html = drawing.html.clone();
    view! { <figure class="chart" inner_html=html></figure> }.erase()
}

/// A line of a list.
pub fn prose_item(prose: &Prose) -> Still {
    let (lang, dir, html) = (prose.lang(), prose.dir(), prose.html.clone());
    view! { <li lang=lang dir=dir inner_html=html></li> }.erase()
}

/// A search whose inside the build has made.
pub fn finder(html: &str) -> Still {
    view! { <search class="finder" tabindex="-1" inner_html=html.to_owned()></search> }.erase()
}
