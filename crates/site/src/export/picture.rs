//! The pictures that other sites show beside links to a site's pages.
//!
//! Their addresses are known before they are rendered: a hash of everything that they are made of
//! follows as a query, so that other sites load a changed picture again, while old links keep
//! leading to one.

use crate::content::{Content, Person};
use crate::document::{Face, PreviewImage};
use crate::output::Output;
use crate::printing::{PICTURE_SIZE, Portrait};
use crate::theme::Look;
use crate::urls::{self, Target};
use perfil_export::{Picture, Subject};
use perfil_localize::Localizer;
use perfil_model::language::{Chain, Locale, Tag};
use perfil_model::profile::Id;
use perfil_view::Text;

/// The maximum number of people that the picture of a site names; more have no room.
const MAX_PEOPLE: usize = 12;

/// The number of characters of the hash in an address.
const HASH: usize = 12;

/// The picture of a site in one language.
pub(crate) struct SitePicture {
    picture: Picture,
    /// Where it is within the site.
    pub path: String,
    /// The image of all pages that belong to no person.
    pub preview: PreviewImage,
}

/// Returns the path of the picture of a person's page.
pub(super) fn path(lang: &Tag, slug: &Id) -> String {
    format!("export/png/{lang}/{slug}.png")
}

/// Returns the image of a person's page: its picture, or the portrait where pages have no
/// pictures.
pub(super) fn preview(
    content: &Content,
    person: &Person,
    subject: &Subject,
    face: Option<&Face>,
) -> Option<PreviewImage> {
    let path = path(&subject.localizer.locale().tag, &person.slug);
    let file = face.map(|face| face.bytes.as_slice());
    let picture = Picture::of_profile(subject);
    of_picture(content, &picture, &path, content.look(person), file)
        .or_else(|| of_portrait(content, subject, face?))
}

fn of_picture(
    content: &Content,
    picture: &Picture,
    path: &str,
    look: Look,
    portrait: Option<&[u8]>,
) -> Option<PreviewImage> {
    if !content.settings.has_link_pictures() {
        return None;
    }
    let version = content.glyphs.picture_version(picture, look, portrait).ok()?;
    let url = content.urls.canonical(&content.urls.path(path));
    let (width, height) = PICTURE_SIZE;
    Some(PreviewImage {
        url: format!("{url}?v={}", version.get(..HASH).unwrap_or(&version)),
        media_type: "image/png",
        width,
        height,
        alt: picture.alt(),
        is_large: true,
    })
}

/// Returns the portrait as the image of a page, if it is in a format that other sites read.
fn of_portrait(content: &Content, subject: &Subject, face: &Face) -> Option<PreviewImage> {
    let portrait = &face.portrait;
    if face.media_type == "image/avif" {
        return None;
    }
    let words = &subject.localizer.locale().interface;
    Some(PreviewImage {
        url: content.urls.canonical(&portrait.src),
        media_type: face.media_type,
        width: portrait.width,
        height: portrait.height,
        alt: words.portrait().replace("{name}", &subject.shown.profile.head.name.text),
        is_large: false,
    })
}

/// Returns the picture of the site in a language.
pub(crate) fn site_picture(content: &Content, locale: &Locale) -> Option<SitePicture> {
    let settings = &content.settings;
    let default = &settings.default_language;
    let chain = Chain::new(&locale.tag, default, default);
    let localizer = Localizer::new(&chain, locale);
    let texts = (&settings.title, settings.description.as_ref());
    let name = |person: &Person| {
        let chain = content.chain(&locale.tag, person);
        Localizer::new(&chain, locale).name(&person.name)
    };
    let names: Vec<Text> = content.people.iter().take(MAX_PEOPLE).map(name).collect();
    let home = content.urls.path(&urls::page(&locale.tag, Target::Home));
    let picture = Picture::of_site(&localizer, texts, names, content.urls.canonical(&home));
    let path = format!("export/png/{}.png", locale.tag);
    let preview = of_picture(content, &picture, &path, content.own_look(), None)?;
    Some(SitePicture { picture, path, preview })
}

/// Renders the picture of a person's page as PNG.
pub(super) fn render(
    content: &Content,
    person: &Person,
    subject: &Subject,
    portrait: Option<&Portrait>,
) -> Result<Vec<u8>, String> {
    content.glyphs.picture(&Picture::of_profile(subject), content.look(person), portrait)
}

impl SitePicture {
    /// Adds it to the site.
    pub(super) fn add(&self, output: &dyn Output, content: &Content) -> Result<(), String> {
        let file = content.glyphs.picture(&self.picture, content.own_look(), None)?;
        output.add(&self.path, file);
        Ok(())
    }
}
