//! The page about cards: examples, a playground, and the documentation.

use super::dialog::Markup;
use super::playground::{Playground, playground};
use crate::parts::{Erase, ErasedView, manual};
use leptos::prelude::*;
use perfil_view::{self as shown, EmbedWords, Language};

/// The data of the page.
#[derive(Clone, Debug)]
pub struct Demo {
    /// The slug of the person whose card is shown.
    pub slug: String,
    /// The person's name.
    pub name: String,
    /// The path of the person's page.
    pub path: String,
    /// The folder of the person's page for an iframe, and of the pictures.
    pub folder: String,
    /// Two skills of the person, separated by a space; empty if there are none.
    pub skills: String,
    /// A right-to-left language of the site.
    pub rtl: Option<String>,
    /// The form for trying the attributes.
    pub playground: Playground,
    /// The documentation.
    pub text: shown::Markup,
    /// The language of the documentation, if it is not available in the page's language.
    pub text_language: Option<Language>,
}

/// The inside of the page.
pub fn demo(demo: &Demo, words: &EmbedWords) -> ErasedView {
    view! {
        <article class="about-cards">
            <header class="hero">
                <h1 id="title" tabindex="-1">{words.title().to_owned()}</h1>
                <p class="summary">{words.lead().to_owned()}</p>
            </header>
            <section class="examples" aria-labelledby="examples">
                <h2 id="examples">{words.examples().to_owned()}</h2>
                {examples(demo)}
            </section>
            {playground(&demo.playground, words)}
            <div class="manual">{manual(&demo.text, demo.text_language.as_ref())}</div>
        </article>
    }
    .erase()
}

fn examples(demo: &Demo) -> ErasedView {
    let Markup { frame: has_frame, picture: has_picture, .. } = &demo.playground.markup;
    let mut cards: Vec<ErasedView> = vec![example("<perfil-card>", "", card(demo, &[]))];
    if has_frame.is_some() {
        cards.push(example("<iframe>", "", frame(demo)));
    }
    for theme in ["light", "dark"] {
        let caption = ["theme=\"", theme, "\""].concat();
        cards.push(example(&caption, "", card(demo, &[("theme", theme)])));
    }
    if has_picture.is_some() {
        for name in ["light.svg", "dark.svg"] {
            cards.push(example(name, "", picture(demo, name)));
        }
    }
    if !demo.skills.is_empty() {
        let caption = ["skills=\"", &demo.skills, "\""].concat();
        cards.push(example(&caption, "", card(demo, &[("skills", &demo.skills)])));
    }
    cards.push(example("--perfil-…", "own", card(demo, &[])));
    cards.push(example("variant=\"compact\"", "", card(demo, &[("variant", "compact")])));
    cards.push(example("240 px", "narrow", card(demo, &[])));
    if let Some(lang) = &demo.rtl {
        let caption = ["lang=\"", lang, "\""].concat();
        cards.push(example(&caption, "", card(demo, &[("lang", lang)])));
    }
    cards.push(example("variant=\"full\"", "whole", card(demo, &[("variant", "full")])));
    view! { <div class="gallery">{cards}</div> }.erase()
}

fn example(caption: &str, class: &'static str, content: ErasedView) -> ErasedView {
    let class = ["example", class].join(" ");
    let class = class.trim_end().to_owned();
    view! {
        <figure class=class>
            <figcaption><code dir="ltr">{caption.to_owned()}</code></figcaption>
            {content}
        </figure>
    }
    .erase()
}

/// A card with these attributes, and with a link as fallback.
fn card(demo: &Demo, attributes: &[(&'static str, &str)]) -> ErasedView {
    let value = |name| {
        let found = attributes.iter().find(|(known, _)| *known == name);
        found.map(|(_, value)| (*value).to_owned())
    };
    let fallback = view! { <a href=demo.path.clone()>{demo.name.clone()}</a> };
    leptos::html::custom("perfil-card")
        .attr("profile", demo.slug.clone())
        .attr("lang", value("lang"))
        .attr("theme", value("theme"))
        .attr("variant", value("variant"))
        .attr("skills", value("skills"))
        .child(fallback)
        .erase()
}

fn frame(demo: &Demo) -> ErasedView {
    let (src, title) = (demo.folder.clone(), demo.name.clone());
    leptos::html::iframe().src(src).title(title).attr("loading", "lazy").erase()
}

fn picture(demo: &Demo, name: &str) -> ErasedView {
    let src = demo.folder.clone() + name;
    view! { <img src=src alt=demo.name.clone() loading="lazy" /> }.erase()
}
