//! Renders the picture of a page.

mod png;

use super::data::{in_language, language};
use super::world::{World, source};
use super::{Look, Portrait, messages};
use icu_segmenter::GraphemeClusterSegmenter;
use perfil_export::Picture;
use perfil_localize::{initials, shown_address};
use perfil_view::{Figure, Text};
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};
use std::sync::LazyLock;
use typst::foundations::Bytes;
use typst::syntax::Source;
use typst::utils::Scalar;
use typst_layout::PagedDocument;
use typst_render::RenderOptions;

/// The maximum size of a picture in bytes: some messengers show no larger ones.
const MAX_BYTES: usize = 100_000;

/// A point of the template is a pixel.
const OPTIONS: RenderOptions = RenderOptions { pixel_per_pt: Scalar::ONE, render_bleed: false };

/// The numbers of colours that are tried, until the picture is small enough.
const COLORS: [usize; 5] = [256, 128, 64, 32, 16];

/// The diameter of the portrait in pixels, as in the template.
const PORTRAIT: u32 = 210;

/// The maximum number of characters of a text that are set: more have no room.
const MAX_CHARACTERS: usize = 600;

const TEMPLATE_TEXT: &str = include_str!("picture.typ");

static TEMPLATE: LazyLock<Source> = LazyLock::new(|| source("picture.typ", TEMPLATE_TEXT));

/// The width and height of a picture in pixels, as the consumers of Open Graph expect them.
pub const PICTURE_SIZE: (u32, u32) = (1200, 630);

/// Returns a hash that changes whenever the picture may. `portrait` is the owner's file.
#[must_use]
pub fn picture_version(picture: &Picture, look: &Look, portrait: Option<&[u8]>) -> String {
    let hash = Sha256::new()
        .chain_update(data(picture, look, None).to_string())
        .chain_update(TEMPLATE_TEXT)
        .chain_update(look.fonts.digest())
        .chain_update(Sha256::digest(portrait.unwrap_or_default()))
        .chain_update(typst::utils::version().raw());
    format!("{:x}", hash.finalize())
}

/// Renders the picture as PNG.
///
/// # Errors
///
/// Returns Typst's messages if it cannot set the picture, which no profile should cause.
pub fn picture(
    picture: &Picture,
    look: &Look,
    portrait: Option<&Portrait>,
) -> Result<Vec<u8>, String> {
    let data = data(picture, look, portrait);
    let mut files = vec![("picture.json", Bytes::from_string(data.to_string()))];
    if let Some(portrait) = portrait {
        files.push(("portrait.rgba", Bytes::new(portrait.circle(PORTRAIT))));
    }
    let world = World::new(look.fonts, &TEMPLATE, files);
    let document: PagedDocument = typst::compile(&world).output.map_err(|it| messages(&it))?;
    let page = document.pages().first().ok_or("there is no page")?;
    let pixels = typst_render::render(page, &OPTIONS);
    typst::comemo::evict(0);
    let size = (pixels.width(), pixels.height());
    let files = COLORS.into_iter().map(|colors| png::encode(pixels.data(), size, colors));
    let mut files = files.skip_while(|file| file.len() > MAX_BYTES);
    files.next().ok_or_else(|| format!("a picture has more than {MAX_BYTES} bytes"))
}

/// Returns the data of the template: only texts that the fonts can show.
fn data(picture: &Picture, look: &Look, portrait: Option<&Portrait>) -> Value {
    let fonts = look.fonts;
    let shown = |text: &Text| {
        let words: String = text.text.chars().take(MAX_CHARACTERS).collect();
        let words = fonts.displayable(&words)?;
        Some(in_language(json!({ "text": breakable(&words) }), text.language.as_ref()))
    };
    let all = |texts: &[Text]| texts.iter().filter_map(shown).collect::<Vec<_>>();
    let figure = |figure: &Figure| {
        let label = figure.label.as_ref().map(shown);
        // A figure without its label would say something else.
        (label != Some(None)).then(|| Some(json!([shown(&figure.value)?, label])))?
    };
    let name = picture.names.iter().find(|name| fonts.displayable(&name.text).is_some());
    let monogram = name.and_then(|name| fonts.displayable(&initials(&name.text)));
    json!({
        "language": language(picture.language.as_str()),
        "dir": picture.language.direction(),
        "theme": look.data(),
        "portrait": portrait.map(|_| PORTRAIT),
        "monogram": monogram,
        "name": name.and_then(shown),
        "headline": picture.headline.as_ref().and_then(shown),
        "focus": all(&picture.focus),
        "figures": picture.figures.iter().filter_map(figure).collect::<Vec<_>>(),
        "related": all(&picture.related),
        "summary": picture.summary.as_ref().and_then(shown),
        "details": all(&picture.details),
        "address": shown_address(&picture.url),
    })
}

/// Allows breaks inside words that are longer than a line, where letters are not joined.
fn breakable(text: &str) -> String {
    const MAX_LETTERS: usize = 24;
    let mut broken = String::new();
    // Lines can end after a space and a hyphen in any case.
    for word in text.split_inclusive([' ', '-']) {
        if word.chars().count() <= MAX_LETTERS || word.chars().any(is_joined) {
            broken.push_str(word);
            continue;
        }
        let ends = GraphemeClusterSegmenter::new().segment_str(word).collect::<Vec<_>>();
        let letters = ends.array_windows().filter_map(|[start, end]| word.get(*start..*end));
        broken.push_str(&letters.collect::<Vec<_>>().join("\u{200b}"));
    }
    broken
}

/// Whether a letter is of a script of the Arabic kind, whose letters are joined.
fn is_joined(c: char) -> bool {
    matches!(c, '\u{600}'..='\u{8ff}' | '\u{fb50}'..='\u{feff}')
}
