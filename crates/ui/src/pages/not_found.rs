//! The page for addresses that do not exist (404).

use crate::parts::Erase;
use leptos::prelude::*;

/// The text in one language.
#[derive(Clone, Debug)]
pub struct NotFoundText {
    /// The language tag (BCP 47).
    pub lang: String,
    /// `ltr` or `rtl`.
    pub dir: String,
    /// The heading, which states that there is no such page.
    pub title: String,
    /// Explains what may have happened.
    pub text: String,
    /// The text of the link to the home page.
    pub link: String,
    /// The path of the home page in this language.
    pub path: String,
}

/// Renders the page in every language, the site's default first, because a server has only one such
/// page.
pub fn not_found(texts: Vec<NotFoundText>) -> impl IntoView {
    let parts = texts
        .into_iter()
        .enumerate()
        .map(|(index, item)| {
            let NotFoundText { lang, dir, title, text, link, path } = item;
            let title = if index == 0 {
                view! { <h1>{title}</h1> }.erase()
            } else {
                view! { <h2>{title}</h2> }.erase()
            };
            view! {
                <section class="apology" lang=lang.clone() dir=dir>
                    {title}
                    <p>{text}</p>
                    <p>
                        <a href=path hreflang=lang.clone()>{link}</a>
                    </p>
                </section>
            }
        })
        .collect_view();
    view! {
        <main class="sheet" id="main">{parts}</main>
    }
    .erase()
}
