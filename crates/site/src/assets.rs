//! The files that pages refer to, each named by the hash of its own final bytes.

use super::content::Content;
use super::embed;
use super::favicon;
use super::finding::Finding;
use super::output::Output;
use super::person::Person;
use super::shell::Shell;
use super::style;
use super::widget::PLAYGROUND;
use perfil_localize::initials;
use perfil_model::language::{Chain, Tag};
use perfil_model::profile::{Hue, Profile};
use perfil_view::{Likeness, Portrait};
use std::collections::BTreeSet;
use std::fs;

/// The hue of a site that has chosen none.
const HUE: Hue = Hue(255);

/// The paths of the files, from the root of the host.
#[derive(Clone, Debug)]
pub(super) struct Assets {
    /// The module that loads the WebAssembly.
    pub script: String,
    /// The WebAssembly.
    pub module: String,
    /// The stylesheet itself: every page holds it, so that its first paint waits for nothing.
    pub style: String,
    /// The stylesheet of cards, which stands in the pages for iframes.
    pub card: String,
    /// What the pages about cards have beside the stylesheet of all pages.
    pub widget: String,
    /// The path of the script of those pages.
    pub playground: String,
    /// The path of the custom element's script.
    pub element: String,
    /// The icon in the browser's tab, in most cases whole.
    pub favicon: String,
}

/// The portrait of a person.
pub(super) struct Face {
    /// Where pages find it.
    pub portrait: Portrait,
    /// The file itself, which a picture of a card holds.
    pub bytes: Vec<u8>,
}

/// Adds the files to the site.
pub(super) fn add(output: &dyn Output, content: &Content, shell: Shell) -> Result<Assets, Finding> {
    let path = |relative: String| content.urls.path(&relative);
    let hues: BTreeSet<Hue> = content
        .people
        .iter()
        .map(|person| hue(content, person))
        .chain([site_hue(content)])
        .collect();
    let style = style::bundle(&shell.style.join("index.css"), &hues)?;
    let card = style::bundle(&shell.style.join("card.css"), &hues)?;
    let widget = style::bundle(&shell.style.join("widget.css"), &BTreeSet::new())?;
    let playground = path(output.add_hashed("playground", "js", PLAYGROUND.into()));
    let element = element(output, content, &shell, &card)?;
    Ok(Assets {
        script: path(output.add_hashed("app", "js", shell.script)),
        module: path(output.add_hashed("app", "wasm", shell.module)),
        style,
        card,
        widget,
        playground,
        element,
        favicon: favicon::add(output, content),
    })
}

/// The path of the one script that other pages name, and that therefore keeps its name.
const ELEMENT: &str = "widget.js";

/// Adds the custom element and what it loads.
fn element(
    output: &dyn Output,
    content: &Content,
    shell: &Shell,
    style: &str,
) -> Result<String, Finding> {
    let add = |name: &str, extension: &str, bytes: &[u8]| {
        content.urls.path(&output.add_hashed(name, extension, bytes.to_vec()))
    };
    let files = embed::Files {
        style: &add("card", "css", style.as_bytes()),
        script: &add("widget", "js", &shell.card_script),
        module: &add("widget", "wasm", &shell.card_module),
    };
    let written = String::from_utf8_lossy(&shell.element);
    let script = embed::element(&written, content, &files).ok_or_else(|| {
        let message = "the script of the card has no place for the site".to_owned();
        Finding::of_file(&shell.style, message, "Build the shell with `cargo xtask build`.")
    })?;
    output.add(ELEMENT, script.into_bytes());
    Ok(content.urls.path(ELEMENT))
}

/// The hue of a person's page.
pub(super) fn hue(content: &Content, person: &Person) -> Hue {
    person.accent.unwrap_or_else(|| site_hue(content))
}

/// The hue of the pages that are nobody's.
pub(super) fn site_hue(content: &Content) -> Hue {
    content.settings.accent.unwrap_or(HUE)
}

/// What stands for a person's face in a language.
pub(super) fn likeness(person: &Person, chain: &Chain, face: Option<&Face>) -> Likeness {
    Likeness {
        initials: initials(chain.name(&person.name).text),
        portrait: face.map(|face| face.portrait.clone()),
    }
}

/// Adds a person's portrait, if there is one.
pub(super) fn face(
    output: &dyn Output,
    content: &Content,
    person: &Person,
    profile: &Profile,
) -> Result<Option<Face>, Finding> {
    let Some(image) = &profile.image else { return Ok(None) };
    let file = content.folder.join(image.to_string());
    let failed = |message: String| Finding::of_file(&file, message, "Use another image.");
    let bytes = fs::read(&file).map_err(|error| failed(format!("it cannot be read: {error}")))?;
    let size = imagesize::blob_size(&bytes)
        .map_err(|error| failed(format!("it is not an image that browsers show: {error}")))?;
    let extension = file.extension().and_then(|end| end.to_str()).unwrap_or("jpg").to_lowercase();
    let path = output.add_hashed(&person.slug.to_string(), &extension, bytes.clone());
    let pixels = |size: usize| u32::try_from(size).unwrap_or(u32::MAX);
    let (width, height) = (pixels(size.width), pixels(size.height));
    Ok(Some(Face { portrait: Portrait { src: content.urls.path(&path), width, height }, bytes }))
}

/// The chain of languages for a person's page.
pub(super) fn chain(content: &Content, page: &Tag, person: &Person) -> Chain {
    let default = &content.settings.default_language;
    let document = person.language.as_ref().unwrap_or(default);
    Chain::new(page, document, default)
}
