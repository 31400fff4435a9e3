//! The dialog that explains how to embed a person's card in another page: three ways, each with a
//! preview and its markup to copy.
//!
//! The build renders the dialog as HTML, and the browser inserts it into the document when it is
//! first opened.

use crate::parts::{Erase, ErasedView, Icon, icon};
use leptos::prelude::*;
use perfil_view::{CardWords, EmbedWords, Page};

/// The data for the ways to embed a person's card in another page.
#[derive(Clone, Copy, Debug)]
pub struct EmbedOptions<'a> {
    /// The person's slug.
    pub slug: &'a str,
    /// The person's name.
    pub name: &'a str,
    /// The path of the custom element's script.
    pub script: &'a str,
    /// The path of the page for an iframe.
    pub frame: &'a str,
    /// The folder of the pictures.
    pub picture: &'a str,
    /// The path of the page with all options.
    pub options: &'a str,
    /// The markup to copy.
    pub markup: &'a Markup,
}

/// The markup for embedding a card in another page.
#[derive(Clone, Debug)]
pub struct Markup {
    /// The custom element, in HTML.
    pub element: String,
    /// The iframe, in HTML, if the site has a page for it.
    pub frame: Option<String>,
    /// The picture, in Markdown, if the site has it.
    pub picture: Option<String>,
}

/// The dialog. Radio buttons select the way to embed, so that CSS alone can show only the selected
/// one.
pub fn dialog(
    page: &Page,
    embed: EmbedOptions,
    card: &CardWords,
    words: &EmbedWords,
) -> ErasedView {
    let dismiss = page.words.dismiss().to_owned();
    let Markup { element, frame, picture } = embed.markup;
    let ways = [
        Some(("element", words.element())),
        frame.as_ref().map(|_| ("frame", words.frame())),
        picture.as_ref().map(|_| ("picture", words.picture())),
    ];
    let ways: Vec<_> = ways.into_iter().flatten().collect();
    // Nobody has to choose the only one.
    let tabs = (ways.len() > 1).then(|| {
        let tabs = ways.into_iter().map(|(value, label)| tab(value, label)).collect_view();
        view! { <fieldset class="embed-tabs" aria-labelledby="embed-title">{tabs}</fieldset> }
    });
    view! {
        <dialog
            id="embed"
            class="embed"
            aria-labelledby="embed-title"
            data-script=embed.script.to_owned()
        >
            <div class="embed-inside">
                <h2 id="embed-title">{card.embed().to_owned()}</h2>
                {tabs}
                {way("element", live(page, embed), words.element_hint(), element, words)}
                {frame.as_ref().map(|it| way("frame", framed(embed), words.frame_hint(), it, words))}
                {picture
                    .as_ref()
                    .map(|it| way("picture", pictured(embed), words.picture_hint(), it, words))}
                <p class="embed-foot">
                    <a href=embed.options.to_owned()>{words.options().to_owned()}</a>
                    <span class="embed-status" role="status"></span>
                </p>
                <button
                    type="button"
                    class="embed-close"
                    name="close"
                    aria-label=dismiss.clone()
                    title=dismiss
                >
                    {icon(Icon::Close)}
                </button>
            </div>
        </dialog>
    }
    .erase()
}

fn tab(value: &'static str, label: &str) -> ErasedView {
    // The focus starts on the choice, not on the close button.
    let is_first = value == "element";
    let label = label.to_owned();
    view! {
        <label>
            <input type="radio" name="way" value=value checked=is_first autofocus=is_first />
            <span>{label}</span>
        </label>
        " "
    }
    .erase()
}

fn way(
    name: &'static str,
    preview: ErasedView,
    hint: &str,
    markup: &str,
    words: &EmbedWords,
) -> ErasedView {
    view! {
        <div class="embed-way" data-way=name>
            <p class="embed-hint">{hint.to_owned()}</p>
            <div class="embed-preview">{preview}</div>
            <pre dir="ltr"><code>{markup.to_owned()}</code></pre>
            <button type="button" class="action" name="copy-text" value=markup.to_owned()>
                {words.copy().to_owned()}
            </button>
        </div>
    }
    .erase()
}

fn live(page: &Page, embed: EmbedOptions) -> ErasedView {
    let fallback = view! { <a href=page.path.clone()>{embed.name.to_owned()}</a> };
    leptos::html::custom("perfil-card")
        .attr("profile", embed.slug.to_owned())
        .attr("lang", page.lang.clone())
        .child(fallback)
        .erase()
}

fn framed(embed: EmbedOptions) -> ErasedView {
    leptos::html::iframe()
        .src(embed.frame.to_owned())
        .title(embed.name.to_owned())
        .attr("loading", "lazy")
        .erase()
}

fn pictured(embed: EmbedOptions) -> ErasedView {
    let [light, dark] = ["light.svg", "dark.svg"].map(|name| embed.picture.to_owned() + name);
    view! {
        <picture>
            <source srcset=dark media="(prefers-color-scheme: dark)" />
            <img src=light alt=embed.name.to_owned() loading="lazy" />
        </picture>
    }
    .erase()
}
