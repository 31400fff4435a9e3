//! Terms with their explanations.

use crate::parts::{Erase, ErasedView, prose};
use leptos::prelude::*;
use perfil_view::Term;

pub(super) fn terms(items: &[Term]) -> ErasedView {
    let items = items
        .iter()
        .map(|item| {
            let (lang, dir, term) = (item.term.lang(), item.term.dir(), item.term.text.clone());
            view! {
                <div class="term" data-item=item.number>
                    <dt lang=lang dir=dir>{term}</dt>
                    <dd>{item.text.as_ref().map(prose)}</dd>
                </div>
            }
        })
        .collect_view();
    view! { <dl class="pairs">{items}</dl> }.erase()
}
