//! Skills in a line of text: `Python (Django, FastAPI), Go`.

use super::{Erase, ErasedView, text};
use leptos::prelude::*;
use perfil_view::Keyword;

/// Renders keywords, separated as in a sentence, so that they are read, copied and printed as one.
/// Each keyword with evidence in the profile links to it.
pub fn keywords(keywords: &[Keyword]) -> ErasedView {
    keywords
        .iter()
        .enumerate()
        .map(|(index, keyword)| {
            let comma = (index > 0).then_some(", ");
            view! { {comma}<span class="keyword">{name(keyword)}{parts(keyword)}</span> }
        })
        .collect_view()
        .erase()
}

fn name(keyword: &Keyword) -> ErasedView {
    let label = text(&keyword.name).erase();
    match &keyword.skill {
        Some(id) => view! { <a class="skill-link" href=format!("?skill={id}")>{label}</a> }.erase(),
        None => label,
    }
}

fn parts(keyword: &Keyword) -> Option<ErasedView> {
    let parts = keywords(&keyword.keywords);
    (!keyword.keywords.is_empty())
        .then(|| view! { <span class="keyword-parts">" ("{parts}")"</span> }.erase())
}
