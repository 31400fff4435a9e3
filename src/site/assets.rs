//! The files that pages refer to, each named by the hash of its own final bytes.

use super::content::Content;
use super::embed;
use super::favicon;
use super::finding::Finding;
use super::output::Tree;
use super::person::Person;
use super::shell::Shell;
use super::style;
use super::widget::PLAYGROUND;
use crate::language::{Chain, Tag};
use crate::localize::initials;
use crate::profile::{Hue, Id};
use crate::view::{Likeness, Portrait};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

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
    portraits: BTreeMap<Id, Portrait>,
}

/// Adds the files to the site.
pub(super) fn add(
    tree: &mut Tree,
    content: &Content,
    shell: Shell,
    folder: &Path,
) -> Result<Assets, Finding> {
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
    let playground = path(tree.add_hashed("playground", "js", PLAYGROUND.into()));
    let element = element(tree, content, &shell, &card)?;
    let mut portraits = BTreeMap::new();
    for person in &content.people {
        if let Some(portrait) = portrait(tree, content, person)? {
            portraits.insert(person.slug.clone(), portrait);
        }
    }
    Ok(Assets {
        script: path(tree.add_hashed("app", "js", shell.script)),
        module: path(tree.add_hashed("app", "wasm", shell.module)),
        style,
        card,
        widget,
        playground,
        element,
        favicon: favicon::add(tree, content, folder),
        portraits,
    })
}

/// The path of the one script that other pages name, and that therefore keeps its name.
const ELEMENT: &str = "widget.js";

/// Adds the custom element and what it loads.
fn element(
    tree: &mut Tree,
    content: &Content,
    shell: &Shell,
    style: &str,
) -> Result<String, Finding> {
    let mut add = |name: &str, extension: &str, bytes: &[u8]| {
        content.urls.path(&tree.add_hashed(name, extension, bytes.to_vec()))
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
    tree.add(ELEMENT, script.into_bytes());
    Ok(content.urls.path(ELEMENT))
}

/// The hue of a person's page.
pub(super) fn hue(content: &Content, person: &Person) -> Hue {
    person.profile.accent.unwrap_or_else(|| site_hue(content))
}

/// The hue of the pages that are nobody's.
pub(super) fn site_hue(content: &Content) -> Hue {
    content.settings.accent.unwrap_or(HUE)
}

impl Assets {
    /// What stands for a person's face in a language.
    pub(super) fn likeness(&self, person: &Person, chain: &Chain) -> Likeness {
        Likeness {
            initials: initials(chain.name(&person.profile.name).text),
            portrait: self.portraits.get(&person.slug).cloned(),
        }
    }
}

fn portrait(
    tree: &mut Tree,
    content: &Content,
    person: &Person,
) -> Result<Option<Portrait>, Finding> {
    let Some(file) = &person.portrait else { return Ok(None) };
    let failed = |message: String| Finding::of_file(file, message, "Use another image.");
    let bytes = fs::read(file).map_err(|error| failed(format!("it cannot be read: {error}")))?;
    let size = imagesize::blob_size(&bytes)
        .map_err(|error| failed(format!("it is not an image that browsers show: {error}")))?;
    let extension = file.extension().and_then(|end| end.to_str()).unwrap_or("jpg").to_lowercase();
    let path = tree.add_hashed(&person.slug.to_string(), &extension, bytes);
    let pixels = |size: usize| u32::try_from(size).unwrap_or(u32::MAX);
    Ok(Some(Portrait {
        src: content.urls.path(&path),
        width: pixels(size.width),
        height: pixels(size.height),
    }))
}

/// The chain of languages for a person's page.
pub(super) fn chain(content: &Content, page: &Tag, person: &Person) -> Chain {
    let default = &content.settings.default_language;
    let document = person.profile.language.as_ref().unwrap_or(default);
    Chain::new(page, document, default)
}
