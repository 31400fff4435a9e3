//! A link to another language of a page.

use super::{Erase, ErasedView};
use leptos::prelude::*;
use perfil_view::Alternate;

/// Renders a list item with a link to the page in another language. `lang` is the current language.
pub fn language(item: &Alternate, lang: &str) -> ErasedView {
    let Alternate { lang: tag, dir, name, path, .. } = item.clone();
    let is_current = (tag == lang).then_some("true");
    view! {
        <li>
            <a href=path hreflang=tag.clone() lang=tag dir=dir aria-current=is_current>{name}</a>
        </li>
    }
    .erase()
}
