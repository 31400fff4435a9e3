//! The card for sites that turn a pasted link into one (oEmbed 1.0, oembed.com).

use super::{EmbedCard, FRAME_SIZE, address};
use crate::content::Content;
use crate::urls;
use leptos::prelude::*;
use perfil_view::Page;
use serde_json::{Value, json};
use std::fmt::Write as _;

/// How long others may keep an answer, in seconds: a day.
const KEPT: u32 = 86_400;

/// The most people whose addresses can be asked for. Each takes a rule of the host's for each
/// language, which it looks through on every request that no file answers; on a larger site, the
/// link in each page remains, which is what most readers of oEmbed follow.
const MAX_RULES: usize = 500;

/// The name of the file in the folder of a card.
pub(super) const NAME: &str = "oembed.json";

/// Where the answer for a person's page is, for the link in that page.
pub(crate) fn link(content: &Content, page: &Page, card: &EmbedCard) -> String {
    address(content, &page.lang, &card.slug, NAME)
}

/// The answer for a person's page.
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
        "cache_age": KEPT,
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

/// The frame around the page of a card. It has no style of its own, which many pages forbid; the
/// old attribute takes away the border that browsers draw.
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

/// The host's rules for `/oembed?url=…`, in the form of Netlify's `_redirects`: it compares a
/// parameter as it is once decoded, and lets others stand beside it.
pub(crate) fn rules(content: &Content) -> String {
    let mut rules = String::new();
    if content.people.len() > MAX_RULES {
        return rules;
    }
    let path = content.urls.path("oembed");
    // The answer is JSON alone, and an asker for XML is not given it.
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
