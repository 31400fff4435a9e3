//! The page at the root of the site, on which the visitor chooses a language.

use crate::parts::Erase;
use leptos::prelude::*;

/// The chooser in one language.
#[derive(Clone, Debug)]
pub struct Choice {
    /// The language tag (BCP 47).
    pub lang: String,
    /// `ltr` or `rtl`.
    pub dir: String,
    /// The heading that asks the visitor to choose.
    pub title: String,
    /// The text of the link to this language.
    pub link: String,
    /// The path of the home page in this language.
    pub path: String,
}

/// Offers every language in that language. It is never hydrated, because it has only links.
pub fn chooser(site: String, choices: Vec<Choice>) -> impl IntoView {
    let choices = choices
        .into_iter()
        .map(|choice| {
            let Choice { lang, dir, title, link, path } = choice;
            view! {
                <li lang=lang.clone() dir=dir>
                    <p class="choice-title">{title}</p>
                    <a href=path hreflang=lang.clone()>{link}</a>
                </li>
            }
        })
        .collect_view();
    view! {
        <main class="sheet" id="main">
            <h1>{site}</h1>
            <ul class="choices">{choices}</ul>
        </main>
    }
    .erase()
}
