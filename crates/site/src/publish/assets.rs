//! Adds the assets that pages refer to.

use super::policy::policy;
use super::{favicon, fonts, studio};
use crate::content::{Content, Person};
use crate::document::{self, Assets, Face, Script};
use crate::embed;
use crate::environment::{Environment, Files};
use crate::finding::Finding;
use crate::output::Output;
use crate::pages::PLAYGROUND;
use crate::pictures;
use crate::portrait::Header;
use crate::shell::Shell;
use crate::theme::{Part, Theme, style};
use perfil_localize::Images;
use perfil_model::profile::{Hue, ImagePath, Profile};
use perfil_view::Image;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// Adds the assets to the site.
pub(crate) fn add(
    environment: Environment,
    output: &dyn Output,
    content: &Content,
    shell: Shell,
    is_studio_offered: Option<bool>,
) -> Result<Assets, Finding> {
    let files = environment.files;
    let studio = studio::add_files(output, content, &shell, is_studio_offered)?;
    let path = |relative: String| content.urls.path(&relative);
    let hues: BTreeSet<Hue> = content
        .people
        .iter()
        .map(|person| content.hue(person))
        .chain([content.own_hue()])
        .collect();
    let fonts = fonts::add(environment, output, content, &shell.fonts)?;
    let shared = |name, code: &'static str| {
        if !content.settings.is_large() {
            return Script::Inline(code);
        }
        Script::Linked(path(output.add_hashed(name, "js", code.into())))
    };
    let font_script = (!fonts.is_empty()).then(|| shared("fonts", document::FONTS));
    let themes = content.people.iter().map(|person| content.themes.of(person));
    let themes: BTreeMap<_, _> = themes.chain([content.themes.site()]).collect();
    let mut card = String::new();
    let styles = themes.into_iter().map(|(name, theme)| {
        let (tokens, sheet) = (style::tokens(theme, &hues), sheet(output, content, theme));
        if name == content.themes.site().0 {
            card = style::inlined(&[shell.card_style.as_str(), &tokens].concat());
        }
        let code = [shell.style.as_str(), &fonts, &tokens, &sheet].concat();
        (name.to_owned(), style::inlined(&code))
    });
    let styles: BTreeMap<String, String> = styles.collect();
    // One file for all pages, because it would be half of each of them.
    let linked = styles.iter().filter(|_| content.settings.is_large()).map(|(theme, style)| {
        (theme.clone(), path(output.add_hashed("style", "css", style.clone().into())))
    });
    let linked = linked.collect();
    let widget = style::inlined(&shell.about_cards_style);
    let playground = path(output.add_hashed("playground", "js", PLAYGROUND.into()));
    let script = path(output.add_hashed("app", "js", shell.script));
    let module = path(output.add_hashed("app", "wasm", shell.module));
    let loaded = embed::Files {
        style: &path(output.add_hashed("card", "css", card.clone().into())),
        script: &path(output.add_hashed("widget", "js", shell.card_script)),
        module: &path(output.add_hashed("widget", "wasm", shell.card_module)),
    };
    let element = element(output, content, &String::from_utf8_lossy(&shell.element), &loaded)?;
    let mut assets = Assets {
        script,
        module,
        styles,
        linked,
        font_script,
        start: shared("start", document::START),
        card,
        widget,
        playground,
        element,
        favicon: favicon::add(files, output, content),
        studio: studio.as_ref().map(|studio| studio.style.clone()),
        policy: String::new(),
    };
    assets.policy = policy(&assets);
    if let Some(studio) = studio {
        studio.add_page(output, &assets.policy, &assets.favicon);
    }
    Ok(assets)
}

/// Adds the files of a theme, and returns its stylesheet with their addresses.
fn sheet(output: &dyn Output, content: &Content, theme: &Theme) -> String {
    let address = |path: &String| {
        let bytes = theme.sheet.files.get(path).cloned().unwrap_or_default();
        let (name, extension) = path.rsplit_once('.').unwrap_or((path, "bin"));
        let name: String = name.rsplit('/').next().unwrap_or_default().into();
        let name = perfil_text::slug(&name);
        format!("url(\"{}\")", content.urls.path(&output.add_hashed(&name, extension, bytes)))
    };
    let parts = theme.sheet.parts.iter().map(|part| match part {
        Part::Code(code) => code.clone(),
        Part::File(path) => address(path),
    });
    let code: String = parts.collect();
    if code.is_empty() { code } else { format!("@layer theme{{{code}}}") }
}

/// The path of the only script that other sites refer to, which is why its name has no hash.
const ELEMENT: &str = "widget.js";

/// Adds the script of the custom element, with the paths of the files that it loads.
fn element(
    output: &dyn Output,
    content: &Content,
    script: &str,
    files: &embed::Files,
) -> Result<String, Finding> {
    let script = embed::element(script, content, files).ok_or_else(|| {
        let message = "the script of the card has no place for the site";
        let remedy = "Build the shell with `cargo xtask build`.";
        Finding::of_file(Path::new(Shell::ELEMENT), message, remedy)
    })?;
    output.add(ELEMENT, script.into_bytes());
    for (name, text) in embed::DESCRIPTIONS {
        output.add(name, text.into());
    }
    Ok(content.urls.path(ELEMENT))
}

/// Adds a person's portrait, if there is one.
pub(crate) fn face(
    files: &dyn Files,
    output: &dyn Output,
    content: &Content,
    person: &Person,
    profile: &Profile,
) -> Result<Option<Face>, Finding> {
    let name = person.slug.to_string();
    profile.image.as_ref().map(|image| add_image(files, output, content, image, &name)).transpose()
}

/// Adds the pictures of a profile's projects.
pub(crate) fn images(
    files: &dyn Files,
    output: &dyn Output,
    content: &Content,
    profile: &Profile,
) -> Result<Images, Finding> {
    let add = |path: &ImagePath| {
        let written = path.to_string();
        let stem = Path::new(&written).file_stem().unwrap_or_default().to_string_lossy();
        let face = add_image(files, output, content, path, &perfil_text::slug(&stem))?;
        Ok((path.clone(), face.portrait))
    };
    profile.sections.iter().flat_map(|section| section.content.images()).map(add).collect()
}

fn add_image(
    files: &dyn Files,
    output: &dyn Output,
    content: &Content,
    path: &ImagePath,
    name: &str,
) -> Result<Face, Finding> {
    let file = content.folder.join(path.to_string());
    let failed = |message: String| Finding::of_file(&file, message, "Use another image.");
    let bytes = pictures::read(files, &content.folder, &path.to_string())
        .map_err(|error| failed(format!("it cannot be read: {error}")))?;
    let header = Header::read(&bytes)
        .map_err(|error| failed(format!("it is not an image that browsers show: {error}")))?;
    let extension = file.extension().and_then(|end| end.to_str()).unwrap_or("jpg").to_lowercase();
    let path = output.add_hashed(name, &extension, bytes.clone());
    let Header { media_type, size: (width, height), .. } = header;
    let portrait = Image { src: content.urls.path(&path), width, height };
    Ok(Face { portrait, media_type, bytes })
}
