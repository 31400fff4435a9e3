//! Skills in a line of text: `Python (Django, FastAPI), Go`.

use super::{Erase, text};
use crate::view::Keyword;
use leptos::prelude::*;

/// Keywords, separated as in a sentence, so that they are read, copied and printed as one.
pub fn keywords(keywords: &[Keyword]) -> AnyView {
    keywords
        .iter()
        .enumerate()
        .map(|(index, keyword)| {
            let comma = (index > 0).then_some(", ");
            view! { {comma}<span class="keyword">{text(&keyword.name)}{parts(keyword)}</span> }
        })
        .collect_view()
        .erase()
}

fn parts(keyword: &Keyword) -> Option<AnyView> {
    let parts = keyword
        .keywords
        .iter()
        .enumerate()
        .map(|(index, part)| view! { {(index > 0).then_some(", ")}{text(part)} })
        .collect_view();
    (!keyword.keywords.is_empty())
        .then(|| view! { <span class="keyword-parts">" ("{parts}")"</span> }.erase())
}
