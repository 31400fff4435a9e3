//! Text with markup: the only place where HTML is inserted into a page, all of it made by the
//! build.

use super::{Erase, ErasedView};
use leptos::prelude::*;
#[cfg(feature = "ssr")]
use perfil_view::{ITEM, Language, Line};
use perfil_view::{Markup, Prose};

/// Renders paragraphs in their own block.
pub fn prose(prose: &Prose) -> ErasedView {
    let (lang, dir, html) = (prose.lang(), prose.dir(), prose.html());
    view! { <div class="prose" lang=lang dir=dir inner_html=html></div> }.erase()
}

/// Renders paragraphs that are an item of a profile, with its number.
#[cfg(feature = "ssr")]
pub fn numbered(line: &Line) -> ErasedView {
    let (lang, dir, html) = (line.text.lang(), line.text.dir(), line.text.html());
    view! { <div class="prose" lang=lang dir=dir data-item=line.number inner_html=html></div> }
        .erase()
}

/// A drawing with its caption.
#[cfg(feature = "ssr")]
pub fn drawing(drawing: &Markup) -> ErasedView {
    view! { <figure class="chart" inner_html=drawing.known()></figure> }.erase()
}

/// A page of our own documentation, and its language if that is not the page's.
#[cfg(feature = "ssr")]
pub fn manual(text: &Markup, language: Option<&Language>) -> ErasedView {
    let (lang, dir) = language.map(|it| (it.lang.clone(), it.dir.clone())).unzip();
    view! { <div class="prose" lang=lang dir=dir inner_html=text.known()></div> }.erase()
}

/// Renders a list of lines as one piece of HTML, because most of a page is lines.
#[cfg(feature = "ssr")]
pub fn lines(lines: &[Prose]) -> ErasedView {
    list(lines.iter().map(|line| (line, None)))
}

/// Renders a list of lines, each of which is an item of a profile.
#[cfg(feature = "ssr")]
pub fn numbered_lines(lines: &[Line]) -> ErasedView {
    list(lines.iter().map(|line| (&line.text, Some(line.number))))
}

#[cfg(feature = "ssr")]
fn list<'a>(lines: impl Iterator<Item = (&'a Prose, Option<u32>)>) -> ErasedView {
    let mut html = String::new();
    for (line, number) in lines {
        html.push_str("<li");
        if let Some(number) = number {
            html.extend([" ", ITEM, "=\"", &number.to_string(), "\""]);
        }
        if let Some(language) = &line.language {
            // Language tags contain nothing that would end the attribute's quotes.
            for part in [" lang=\"", &language.lang, "\" dir=\"", &language.dir, "\""] {
                html.push_str(part);
            }
        }
        html.push('>');
        html.push_str(&line.html());
        // Programs that only join the texts of elements would join the words of two lines.
        html.push_str("</li>\n");
    }
    view! { <ul class="lines" inner_html=html></ul> }.erase()
}

/// The chart and the sections of a profile.
///
/// In the browser they are already in the document, or the client inserts them.
pub fn sections(sections: &Markup) -> ErasedView {
    view! { <div class="sections" inner_html=sections.known()></div> }.erase()
}

/// The footer of every page.
pub fn footer(html: &str) -> ErasedView {
    view! { <footer class="footer" inner_html=html.to_owned()></footer> }.erase()
}

/// The head of a profile, whose inside is made by the build.
pub fn hero(html: &str) -> ErasedView {
    let html = html.to_owned();
    view! { <header class="hero p-contact h-card" inner_html=html></header> }.erase()
}

/// A search, whose inside is made by the build.
pub fn finder(html: &str) -> ErasedView {
    view! { <search class="finder" tabindex="-1" inner_html=html.to_owned()></search> }.erase()
}
