//! How other sites present a link to a page: Open Graph (ogp.me), which X (Twitter) reads too.

use super::Head;
use leptos::prelude::*;
use perfil_model::language::Tag;

/// The image that other sites show beside a link to a page.
#[derive(Clone, Debug)]
pub(crate) struct PreviewImage {
    /// Its absolute URL, which changes with the image, because other sites keep what they loaded.
    pub url: String,
    pub media_type: &'static str,
    pub width: u32,
    pub height: u32,
    /// Describes it in words, in the language of the page.
    pub alt: String,
    /// Whether it is a picture of the page, which is shown in full width, and not a portrait.
    pub is_large: bool,
}

/// Returns the properties of a page.
pub(super) fn properties(head: &Head) -> impl IntoView + use<> {
    let property = |name: &'static str, content: &str| {
        leptos::html::meta().attr("property", name).content(content.to_owned())
    };
    let twitter = |name: &'static str, content: &str| {
        leptos::html::meta().name(name).content(content.to_owned())
    };
    let locale = |lang: &str| Tag::parse(lang).map(|tag| tag.with_region());
    let others = head.alternates.iter().filter(|(lang, _)| *lang != head.lang);
    let others = others
        .filter_map(|(lang, _)| locale(lang))
        .map(|locale| property("og:locale:alternate", &locale))
        .collect_view();
    let image = head.preview.as_ref().map(|image| {
        let [width, height] = [image.width, image.height].map(|side| side.to_string());
        let card = if image.is_large { "summary_large_image" } else { "summary" };
        view! {
            {property("og:image", &image.url)}
            {property("og:image:type", image.media_type)}
            {property("og:image:width", &width)}
            {property("og:image:height", &height)}
            {property("og:image:alt", &image.alt)}
            {twitter("twitter:card", card)}
            {twitter("twitter:image:alt", &image.alt)}
        }
    });
    view! {
        {property("og:type", head.kind)}
        {property("og:site_name", &head.site)}
        {property("og:title", &head.title)}
        {property("og:description", &head.description)}
        {head.canonical.as_ref().map(|href| property("og:url", href))}
        {locale(&head.lang).map(|locale| property("og:locale", &locale))}
        {others}
        {head.username.as_ref().map(|name| property("profile:username", name))}
        {image}
    }
}
