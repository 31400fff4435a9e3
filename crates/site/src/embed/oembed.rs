//! The card for sites that turn a pasted link into an embed (oEmbed 1.0, oembed.com).

use super::{EmbedCard, FRAME_SIZE, address};
use crate::content::Content;
use crate::outputs::OutputKind;
use crate::urls;
use leptos::prelude::*;
use perfil_view::Page;
use serde_json::{Value, json};
use std::fmt::Write as _;

/// How long consumers may cache a response, in seconds: a day.
const CACHE_SECONDS: u32 = 86_400;

/// The maximum number of people whose addresses can be queried. Each needs a rule of the host for
/// each language, and the host checks all rules on every request that no file answers. On a larger
/// site, the link in each page remains, which is what most oEmbed consumers follow.
const MAX_RULES: usize = 500;

/// The name of the file in the folder of a card.
pub(super) const NAME: &str = "oembed.json";

/// Returns the URL of the response for a person's page, for the link in that page.
pub(crate) fn link(content: &Content, page: &Page, card: &EmbedCard) -> String {
    address(content, &page.lang, &card.slug, NAME)
}

/// Returns the response for a person's page.
pub(super) fn answer(content: &Content, page: &Page, name: &str, card: &EmbedCard) -> Value {
    let (width, height) = FRAME_SIZE;
    let mut answer = json!({
        "type": "rich",
        "version": "1.0",
        "title": page.title,
        "author_name": name,
        "author_url": page.canonical,
        "provider_name": page.site.text,
        "provider_url": content.urls.canonical(&page.home),
        "cache_age": CACHE_SECONDS,
        "html": frame(&address(content, &page.lang, &card.slug, ""), &page.title),
        "width": width,
        "height": height,
    });
    if let Some(portrait) = &card.portrait {
        answer["thumbnail_url"] = content.urls.canonical(&portrait.src).into();
        answer["thumbnail_width"] = portrait.width.into();
        answer["thumbnail_height"] = portrait.height.into();
    }
    answer
}

/// Returns the iframe for the page of a card. It has no inline style, which many pages forbid; the
/// obsolete attribute removes the border that browsers draw.
fn frame(address: &str, title: &str) -> String {
    let (width, height) = FRAME_SIZE;
    leptos::html::iframe()
        .src(address.to_owned())
        .title(title.to_owned())
        .width(width)
        .height(height)
        .attr("loading", "lazy")
        .attr("frameborder", "0")
        .to_html()
}

/// Returns the host's rules for `/oembed?url=…`, in the format of Netlify's `_redirects`: it
/// compares a parameter decoded once, and allows further parameters.
pub(crate) fn rules(content: &Content) -> String {
    let mut rules = String::new();
    if content.people.len() > MAX_RULES || !content.settings.has(OutputKind::Frame) {
        return rules;
    }
    let path = content.urls.path("oembed");
    // The response is JSON only, and a request for XML is refused.
    let _ = writeln!(rules, "{path} format=xml {} 404", content.urls.path("404.html"));
    for person in &content.people {
        for locale in &content.locales {
            let page = content.urls.path(&urls::page(&locale.tag, content.target(person)));
            let page = content.urls.canonical(&page);
            let file = super::folder(locale.tag.as_str(), &person.slug) + NAME;
            // Writing to a string cannot fail.
            let _ = writeln!(rules, "{path} url={page} {} 200", content.urls.path(&file));
        }
    }
    rules
}
