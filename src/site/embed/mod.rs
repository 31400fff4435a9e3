//! Cards for other pages: the custom element with its data, and a page for an iframe.
//!
//! Everything of one person in one language is below `embed/{lang}/{slug}/`.

mod element;
mod frame;
mod tree;

use crate::language::Locale;
use crate::profile::Id;
use crate::site::assets::Assets;
use crate::site::content::Content;
use crate::site::output::Tree;
use crate::site::render::fragment;
use crate::view::{Body, Page, Panel, Text};
use crate::widget::{Person, card};
use rayon::prelude::*;
use serde_json::json;

pub(super) use element::{Files, script as element};
pub(super) use frame::{FRAME, STYLE};

/// What a card needs besides the page that it leads to.
#[derive(Clone, Debug)]
pub(super) struct Card {
    /// The person.
    pub slug: Id,
    /// Where the person is.
    pub place: Option<Text>,
    /// What it shows when it is opened.
    pub panel: Panel,
}

/// Adds the cards of all people in all languages. `cards` are in the order of the `pages`.
pub(super) fn add(
    tree: &mut Tree,
    content: &Content,
    assets: &Assets,
    pages: &[Page],
    cards: &[Option<Card>],
) -> Result<(), serde_json::Error> {
    let files: Vec<Vec<(String, Vec<u8>)>> = pages
        .par_iter()
        .zip(cards)
        .filter_map(|(page, card)| {
            let locale = content.locales.iter().find(|locale| locale.tag.as_str() == page.lang)?;
            Some(files(content, assets, locale, page, card.as_ref()?))
        })
        .collect::<Result<_, serde_json::Error>>()?;
    for (path, bytes) in files.into_iter().flatten() {
        tree.add(&path, bytes);
    }
    Ok(())
}

/// The folder of a person's card in a language, within the site.
pub(super) fn folder(lang: &str, slug: &Id) -> String {
    format!("embed/{lang}/{slug}/")
}

/// The files of one card with their paths.
fn files(
    content: &Content,
    assets: &Assets,
    locale: &Locale,
    page: &Page,
    shown: &Card,
) -> Result<Vec<(String, Vec<u8>)>, serde_json::Error> {
    let Body::Profile(profile) = &page.body else { return Ok(Vec::new()) };
    let person = Person { page, profile, place: shown.place.as_ref() };
    let html = fragment(|| card(person, &locale.card));
    let folder = folder(&page.lang, &shown.slug);
    let path =
        |lang: &str, name: &str| content.urls.path(&(self::folder(lang, &shown.slug) + name));
    let languages: serde_json::Map<_, _> = page
        .languages
        .iter()
        .map(|item| (item.lang.clone(), path(&item.lang, "card.json").into()))
        .collect();
    let skills: Vec<_> = profile.skills.iter().map(|skill| (&skill.id, &skill.name.text)).collect();
    let data = json!({
        "lang": page.lang,
        "languages": languages,
        "tree": tree::of(&html),
        "skills": skills,
        "panel": path(&page.lang, "panel.json"),
        "failed": locale.card.failed,
    });
    let document = frame::document(page, assets, &shown.slug, &html);
    Ok(vec![
        (format!("{folder}card.json"), serde_json::to_vec(&data)?),
        (format!("{folder}panel.json"), serde_json::to_vec(&shown.panel)?),
        (format!("{folder}index.html"), document.into_bytes()),
    ])
}
