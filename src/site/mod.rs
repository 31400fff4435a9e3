//! The site: content and shell in, every page in every language out.

mod accent;
mod assets;
mod content;
mod coverage;
mod cv;
mod directory;
mod document;
mod embed;
mod export;
mod favicon;
mod files;
mod finding;
mod hosting;
mod imported;
mod index;
mod listed;
mod output;
mod paper;
#[cfg(feature = "pdf")]
mod pdf;
#[cfg(not(feature = "pdf"))]
#[path = "no_pdf.rs"]
mod pdf;
mod people;
mod person;
mod progress;
mod read;
mod render;
mod settings;
mod shell;
mod sources;
mod start;
mod style;
mod urls;
mod views;
mod widget;

pub use content::{Content, Loaded, check_file, languages_around, load, load_watched};
pub use coverage::{Coverage, Share};
pub use cv::{CvRequest, cv};
pub use finding::{Finding, Place};
pub use imported::{NativeProfile, import_file};
pub use output::{Changes, Tree};
pub use person::Person;
pub use progress::{Stage, Watch};
pub use settings::Settings;
pub use start::{SOMEWHERE, Start, Started, address, is_free, place, slug_of_name, start};

use crate::profile::{Profile, schema, schema_with_private};
use std::path::PathBuf;

/// What a build is made from.
#[derive(Clone, Debug)]
pub struct Input {
    /// The folder with `site.json`, `profiles/`, `locales/` and images.
    pub content: PathBuf,
    /// The folder into which Trunk has built the application.
    pub shell: PathBuf,
    /// Where the site will stand, if it is not where `site.json` says.
    pub base_url: Option<String>,
    /// Whether profiles are set on paper as well, which takes more time than all the rest.
    pub pdf: bool,
}

/// A site that was made, and what its owner should know of it.
#[derive(Debug)]
pub struct Built {
    /// Every file of the site.
    pub tree: Tree,
    /// The pages among them.
    pub pages: usize,
    /// Warnings: nothing that stopped the build.
    pub findings: Vec<Finding>,
}

/// Makes the whole site in memory.
///
/// # Errors
///
/// Gives every problem of the content, or what is wrong with the shell.
pub fn build(input: &Input) -> Result<Built, Vec<Finding>> {
    build_watched(input, &())
}

/// Makes the whole site in memory, before somebody who waits for it.
///
/// # Errors
///
/// As [`build`].
pub fn build_watched(input: &Input, watch: &dyn Watch) -> Result<Built, Vec<Finding>> {
    let Loaded { content, findings, .. } =
        load_watched(&input.content, input.base_url.as_deref(), watch);
    let mut content = content.ok_or_else(|| findings.clone())?;
    if !input.pdf {
        content.settings.without_pdf();
    }
    let shell = shell::read(&input.shell).map_err(|finding| vec![finding])?;

    let mut tree = Tree::default();
    let assets =
        assets::add(&mut tree, &content, shell, &input.content).map_err(|finding| vec![finding])?;
    let (mut views, (cards, exports)) = views::pages(&content, &assets, watch);
    people::add(&mut tree, &content, &assets, &mut views);
    views::revise(&mut views);
    let pages = render::add(&mut tree, &content, &assets, &views, (&cards, &exports), watch)
        .and_then(|pages| {
            embed::add(&mut tree, &content, &assets, &views, &cards, watch)?;
            Ok(pages + widget::add(&mut tree, &content, &assets, &views, &cards))
        })
        .map_err(|error| {
            vec![Finding::of_file(&input.shell, error.to_string(), "Please report this.")]
        })?;
    export::add(&mut tree, &content.urls, exports);
    cv::add(&mut tree, &content, watch).map_err(|problem| {
        let message = format!("a profile cannot be set on paper: {problem}");
        vec![Finding::of_file(&input.content, message, "Please report this.")]
    })?;
    index::add(&mut tree, &content);
    hosting::add(&mut tree, &content, &assets);
    files::add(&mut tree, &input.content).map_err(|finding| vec![finding])?;
    for (name, schema) in schemas() {
        tree.add(&format!("schema/{name}.json"), schema.into_bytes());
    }
    Ok(Built { tree, pages, findings })
}

/// The JSON Schemas of the files that an owner writes, by name.
#[must_use]
pub fn schemas() -> [(&'static str, String); 2] {
    let written = |schema| format!("{schema:#}\n");
    [
        ("profile", written(schema_with_private::<Profile>("A Perfil profile"))),
        ("site", written(schema::<Settings>("A Perfil site"))),
    ]
}
