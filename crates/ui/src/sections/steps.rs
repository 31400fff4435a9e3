//! Numbered steps.

use crate::parts::{Erase, ErasedView, prose};
use leptos::prelude::*;
use perfil_view::Term;

pub(super) fn steps(items: &[Term]) -> ErasedView {
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
