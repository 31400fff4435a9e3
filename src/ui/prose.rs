//! Text with markup: the one place where HTML enters a page, all of it sanitised by the build.

use super::Erase;
use crate::view::Prose;
use leptos::prelude::*;

/// Paragraphs in a block of their own.
pub fn prose(prose: &Prose) -> AnyView {
    let (lang, dir, html) = (prose.lang(), prose.dir(), prose.html.clone());
    view! { <div class="prose" lang=lang dir=dir inner_html=html></div> }.erase()
}

/// A drawing with its caption.
pub fn drawing(drawing: &Prose) -> AnyView {
    let html = drawing.html.clone();
    view! { <figure class="chart" inner_html=html></figure> }.erase()
}

/// A line of a list.
pub fn prose_item(prose: &Prose) -> AnyView {
    let (lang, dir, html) = (prose.lang(), prose.dir(), prose.html.clone());
    view! { <li lang=lang dir=dir inner_html=html></li> }.erase()
}
