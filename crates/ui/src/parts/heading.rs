//! A heading with a link to itself.

use super::{Erase, ErasedView};
use leptos::prelude::*;
use perfil_view::{Text, Words};

/// The level of a heading: 2 below the title of the page, 3 in a group.
type Level = u8;

/// The text of a heading, and the target of its link.
pub struct Heading<'a> {
    /// The level.
    pub level: Level,
    /// The fragment of its section, without `#`.
    pub id: &'a str,
    /// The text.
    pub title: &'a Text,
    /// The interface's words.
    pub words: &'a Words,
}

/// Returns the id of a section's heading, for the section's `aria-labelledby`.
pub fn title_id(section: &str) -> String {
    format!("{section}-title")
}

/// Renders a heading and, beside it, a link to it that can be copied.
///
/// The link is not part of the heading, so that assistive technology reads only the title.
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
