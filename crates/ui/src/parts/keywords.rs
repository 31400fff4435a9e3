//! Skills in a line of text: `Python (Django, FastAPI), Go`.

use super::{Erase, ErasedView, text};
use leptos::prelude::*;
use perfil_view::Keyword;

/// Renders keywords, separated as in a sentence, so that they are read, copied and printed as one.
/// Each keyword with evidence in the profile links to it. `property` is what each of them is to
/// what contains them (microformats2), if anything: `p-skill`.
pub fn keywords(keywords: &[Keyword], property: &'static str) -> ErasedView {
    keywords
        .iter()
        .enumerate()
        .map(|(index, keyword)| {
            let comma = (index > 0).then_some(", ");
            // A property is the whole text of its element, without the skills in brackets.
            let is_alone = keyword.keywords.is_empty();
            let class = if is_alone { format!("keyword {property}") } else { "keyword".to_owned() };
            let class = class.trim_end().to_owned();
            let name = name(keyword);
            let name = if is_alone || property.is_empty() {
                name
            } else {
                view! { <span class=property>{name}</span> }.erase()
            };
            view! { {comma}<span class=class>{name}{parts(keyword, property)}</span> }
        })
        .collect_view()
        .erase()
}

fn name(keyword: &Keyword) -> ErasedView {
    let label = text(&keyword.name).erase();
    match &keyword.skill {
        // A search engine need not follow it: what it leads to is a part of this page.
        Some(id) => {
            view! { <a class="skill-link" href=format!("?skill={id}") rel="nofollow">{label}</a> }
                .erase()
        }
        None => label,
    }
}

fn parts(keyword: &Keyword, property: &'static str) -> Option<ErasedView> {
    let parts = keywords(&keyword.keywords, property);
    (!keyword.keywords.is_empty())
        .then(|| view! { <span class="keyword-parts">" ("{parts}")"</span> }.erase())
}
