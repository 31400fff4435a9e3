//! Which pictures of a page are the portrait, and which only decorate it.

use super::tree::Tree;
use crate::document::markup::Tag;
use base64::Engine;
use base64::alphabet::STANDARD;
use base64::engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig};

/// Base64 as pages have it: with or without the signs at its end.
const BASE64: GeneralPurpose = GeneralPurpose::new(
    &STANDARD,
    GeneralPurposeConfig::new().with_decode_padding_mode(DecodePaddingMode::Indifferent),
);

/// The least size of a portrait, in bytes: what is smaller only keeps a place free.
const MIN_BYTES: usize = 128;

/// The least width of a portrait, in pixels.
const MIN_WIDTH: u32 = 49;

/// The most elements and texts around a picture that are compared with its description.
const MAX_BESIDE: usize = 60;

/// Words that only say that there is a picture.
const DECORATIONS: [&str; 14] = [
    "logo", "icon", "photo", "image", "picture", "avatar", "portrait", "headshot", "img", "foto",
    "imagen", "bild", "profile", "banner",
];

/// Returns the address of a picture; one that is loaded later is in another attribute.
pub(super) fn address(tag: &Tag) -> &str {
    let later =
        || ["data-src", "data-lazy-src", "data-original"].iter().find_map(|it| tag.attribute(it));
    let source = tag.attribute("src").unwrap_or_default().trim();
    let is_place = source.is_empty() || source.starts_with("data:");
    later().filter(|_| is_place).unwrap_or(source)
}

/// Returns the bytes of a picture that is in the page itself.
pub(super) fn decode(address: &str) -> Option<Vec<u8>> {
    let (kind, data) = address.strip_prefix("data:image/")?.split_once(',')?;
    let is_photo = ["png", "jpeg", "jpg", "webp", "gif"].iter().any(|it| kind.starts_with(it));
    if !is_photo || !kind.ends_with(";base64") {
        return None;
    }
    let data: String = data.replace("%2B", "+").replace("%2F", "/").replace("%3D", "=");
    let data: String = data.split_whitespace().collect();
    BASE64.decode(data).ok().filter(|bytes| bytes.len() >= MIN_BYTES)
}

/// Whether a picture says that it is too small for a portrait, or what else it is.
pub(super) fn is_small(tag: &Tag) -> bool {
    let is_short = |key: &str| {
        let value = tag.attribute(key).unwrap_or_default().trim_end_matches("px");
        value.parse::<u32>().is_ok_and(|pixels| pixels < MIN_WIDTH)
    };
    let names = ["class", "alt", "id"].iter().filter_map(|it| tag.attribute(it));
    let is_icon = |name: &str| {
        let name = name.to_ascii_lowercase();
        name.contains("icon") || name.contains("logo")
    };
    is_short("width") || is_short("height") || names.into_iter().any(is_icon)
}

/// Whether the description of a picture says nothing that its text does not.
pub(super) fn is_decoration(tree: &Tree, at: usize, alt: &str) -> bool {
    let lower = alt.to_lowercase();
    let is_about_picture =
        lower.split(|c: char| !c.is_alphanumeric()).any(|word| DECORATIONS.contains(&word));
    let is_file = [".png", ".jpg", ".jpeg", ".svg", ".webp"].iter().any(|it| lower.ends_with(it));
    let outer = tree.around(at).next().unwrap_or_default();
    let is_said =
        || tree.end(outer) - outer < MAX_BESIDE && tree.text(outer).to_lowercase().contains(&lower);
    is_about_picture || is_file || is_said()
}
