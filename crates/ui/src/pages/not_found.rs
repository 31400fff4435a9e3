//! The page for an address that has none.

use crate::parts::Erase;
use leptos::prelude::*;

/// What is said about it in one language.
#[derive(Clone, Debug)]
pub struct NotFoundText {
    /// The tag (BCP 47).
    pub lang: String,
    /// `ltr` or `rtl`.
    pub dir: String,
    /// Says that there is no such page.
    pub title: String,
    /// Says what may have happened.
    pub text: String,
    /// Offers the way on.
    pub link: String,
    /// The first page in this language.
    pub path: String,
}

/// Says it in every language, the site's default first: a server has one such page for all.
pub fn not_found(texts: Vec<NotFoundText>) -> impl IntoView {
    let parts = texts
        .into_iter()
        .enumerate()
        .map(|(index, said)| {
            let NotFoundText { lang, dir, title, text, link, path } = said;
            let title = if index == 0 {
                view! { <h1>{title}</h1> }.erase()
            } else {
                view! { <h2>{title}</h2> }.erase()
            };
            view! {
                <section class="said" lang=lang.clone() dir=dir>
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
