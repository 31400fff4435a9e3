//! Cards for other pages: the custom element with its data, a page for an iframe, pictures, and the
//! response for oEmbed consumers.
//!
//! Everything of one person in one language is below `embed/{lang}/{slug}/`.

mod canvas;
mod element;
mod frame;
mod lines;
mod markup;
pub(super) mod oembed;
mod picture;

use crate::content::Content;
use crate::document::{Assets, Face};
use crate::output::Output;
use crate::outputs::OutputKind;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use perfil_model::language::Locale;
use perfil_model::profile::Id;
use perfil_ui::embed::{Person, card};
use perfil_view::{Body, Image, Page, Panel, Text};
use serde_json::json;

pub(super) use element::{DESCRIPTIONS, Files, script as element};
pub(super) use frame::{FRAME, STYLE};
pub(super) use markup::markup;

/// The data of a card in addition to the page that it links to.
#[derive(Clone, Debug)]
pub(super) struct EmbedCard {
    /// The person.
    pub slug: Id,
    /// The person's location.
    pub place: Option<Text>,
    /// What the opened card shows.
    pub panel: Panel,
    /// The portrait, if there is one.
    pub portrait: Option<Image>,
}

/// The size of a card's frame until the embedding page knows better, in CSS pixels: wide enough for
/// its lines, and as high as a card with two rows of each of its parts.
const FRAME_SIZE: (u32, u32) = (480, 300);

/// The maximum size of a portrait that is embedded in a picture, in bytes.
const MAX_FACE_BYTES: usize = 40_000;

/// The maximum number of people of a site whose pictures embed their portraits. There is a picture
/// for each language and theme, so on a larger site the portraits would make up most of its size.
const MAX_PEOPLE_WITH_FACES: usize = 500;

/// Returns the folder of a person's card in a language, within the site.
pub(super) fn folder(lang: &str, slug: &Id) -> String {
    format!("embed/{lang}/{slug}/")
}

/// Returns the URL of a file in that folder.
fn address(content: &Content, lang: &str, slug: &Id, name: &str) -> String {
    content.urls.canonical(&content.urls.path(&(folder(lang, slug) + name)))
}

/// Returns the portrait as a `data:` URL, because a picture cannot load anything.
fn data_url(content: &Content, face: &Face) -> Option<String> {
    let Face { media_type, bytes, .. } = face;
    let is_held = bytes.len() <= MAX_FACE_BYTES && content.people.len() <= MAX_PEOPLE_WITH_FACES;
    is_held.then(|| format!("data:{media_type};base64,{}", STANDARD.encode(bytes)))
}

/// Adds the files of a person's card in the language of the person's page.
pub(super) fn add(
    output: &dyn Output,
    content: &Content,
    assets: &Assets,
    locale: &Locale,
    page: &Page,
    (embed_card, face): (&EmbedCard, Option<&Face>),
) -> Result<(), serde_json::Error> {
    let Body::Profile(profile) = &page.body else { return Ok(()) };
    let person = Person { page, profile, place: embed_card.place.as_ref() };
    let card = card(person, &locale.card);
    let folder = folder(&page.lang, &embed_card.slug);
    let path =
        |lang: &str, name: &str| content.urls.path(&(self::folder(lang, &embed_card.slug) + name));
    let languages: serde_json::Map<_, _> = page
        .languages
        .iter()
        .map(|item| (item.lang.clone(), path(&item.lang, "card.json").into()))
        .collect();
    let skills: Vec<_> = profile.skills.iter().map(|skill| (&skill.id, &skill.name.text)).collect();
    let data = json!({
        "lang": page.lang,
        "languages": languages,
        "tree": card.to_json_ml(),
        "skills": skills,
        "panel": path(&page.lang, "panel.json"),
        "failed": locale.card.failed(),
    });
    let add = |name: &str, bytes| output.add(&(folder.clone() + name), bytes);
    add("card.json", serde_json::to_vec(&data)?);
    add("panel.json", serde_json::to_vec(&embed_card.panel)?);
    if content.settings.has(OutputKind::Frame) {
        let document = frame::document(page, assets, &embed_card.slug, &card.to_html());
        let answer = oembed::answer(content, page, &profile.head.name.text, embed_card);
        add("index.html", document.into_bytes());
        add(oembed::NAME, serde_json::to_vec(&answer)?);
    }
    if content.settings.has(OutputKind::Picture) {
        let portrait = face.and_then(|face| data_url(content, face));
        let (_, theme) = content.themes.get(&page.theme);
        let pictures = picture::draw(person, portrait.as_deref(), theme.schemes());
        let pictures = pictures.map_err(serde_json::Error::io)?;
        for (name, bytes) in picture::NAMES.into_iter().zip(pictures) {
            add(name, bytes);
        }
    }
    Ok(())
}
