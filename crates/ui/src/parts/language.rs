//! A language in which something can be read.

use super::{Erase, ErasedView};
use leptos::prelude::*;
use perfil_view::Alternate;

/// The item of a list that leads to the same in another language. `lang` is the present one.
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
