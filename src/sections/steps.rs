//! Numbered steps.

use crate::ui::{Erase, Still, prose};
use crate::view::Term;
use leptos::prelude::*;

pub(super) fn steps(items: &[Term]) -> Still {
    let items = items
        .iter()
        .map(|item| {
            let (lang, dir, title) = (item.term.lang(), item.term.dir(), item.term.text.clone());
            view! {
                <li class="step" data-item=item.number>
                    <p class="step-title" lang=lang dir=dir>{title}</p>
                    {item.text.as_ref().map(prose)}
                </li>
            }
        })
        .collect_view();
    view! { <ol class="step-list">{items}</ol> }.erase()
}
