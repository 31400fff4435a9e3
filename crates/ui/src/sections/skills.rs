//! Skills in groups: a matrix of group names and their skills.

use crate::parts::{Erase, ErasedView, keywords, text};
use leptos::prelude::*;
use perfil_view::Skill;

pub(super) fn skills(items: &[Skill]) -> ErasedView {
    matrix(items, "p-skill")
}

/// Renders groups of keywords. `property` is what each keyword is to the résumé around it
/// (h-resume), if anything.
pub(super) fn matrix(items: &[Skill], property: &'static str) -> ErasedView {
    let items = items
        .iter()
        .map(|item| {
            let level = item
                .level
                .as_ref()
                .map(|level| view! { " "<span class="skill-level">{text(level)}</span> });
            view! {
                <div class="skill" data-item=item.number>
                    <dt>{text(&item.name)}{level}</dt>
                    <dd>{keywords(&item.keywords, property)}</dd>
                </div>
            }
        })
        .collect_view();
    view! { <dl class="matrix">{items}</dl> }.erase()
}
