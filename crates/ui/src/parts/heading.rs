//! A heading with a link to itself.

use super::{Erase, ErasedView};
use leptos::prelude::*;
use perfil_view::{Text, Words};

/// How deep a heading stands: 2 below the title of the page, 3 below a group.
type Level = u8;

/// What a heading says, and where its link leads.
pub struct Heading<'a> {
    /// How deep it stands.
    pub level: Level,
    /// The fragment that leads to its section.
    pub id: &'a str,
    /// What it says.
    pub title: &'a Text,
    /// The interface's words.
    pub words: &'a Words,
}

/// The id of the heading of a section, by which the section is named.
pub fn title_id(section: &str) -> String {
    format!("{section}-title")
}

/// A heading and, beside it, the link that can be copied.
///
/// The link is no part of the heading, so that assistive technology reads the title alone.
pub fn heading(heading: &Heading) -> ErasedView {
    let Heading { level, id, title, words } = heading;
    let label = words.copy_link().replace("{title}", &title.text);
    view! {
        <div class="heading">
            {element(*level, title_id(id), title)}
            <a class="anchor" href=format!("#{id}") aria-label=label>"#"</a>
        </div>
    }
    .erase()
}

fn element(level: Level, id: String, title: &Text) -> ErasedView {
    let (lang, dir, text) = (title.lang(), title.dir(), title.text.clone());
    match level {
        2 => view! { <h2 id=id lang=lang dir=dir>{text}</h2> }.erase(),
        _ => view! { <h3 id=id lang=lang dir=dir>{text}</h3> }.erase(),
    }
}
