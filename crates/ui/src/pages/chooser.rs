//! The page at the root of the site: it offers the languages.

use crate::parts::Erase;
use leptos::prelude::*;

/// The chooser in one language.
#[derive(Clone, Debug)]
pub struct Choice {
    /// The tag (BCP 47).
    pub lang: String,
    /// `ltr` or `rtl`.
    pub dir: String,
    /// Asks for a choice.
    pub title: String,
    /// Offers this language.
    pub link: String,
    /// The first page in it.
    pub path: String,
}

/// Offers every language in its own words. It is never hydrated: there is nothing to do but go.
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
