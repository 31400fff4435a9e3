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
mod publish;
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
use output::Folder;
use shell::Shell;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

/// What a build is made from.
#[derive(Clone, Debug)]
pub struct Input {
    /// The folder with `site.json`, `profiles/`, `locales/` and images.
    pub content: PathBuf,
    /// The folder of the compiled application.
    pub shell: PathBuf,
    /// Where the site will stand, if it is not where `site.json` says.
    pub base_url: Option<String>,
    /// Whether profiles are set on paper as well, which takes more time than all the rest.
    pub pdf: bool,
}

/// A site that was made in memory.
#[derive(Debug)]
pub struct Built {
    /// Every file of the site.
    pub tree: Tree,
    /// How many pages are among them.
    pub pages: usize,
    /// Warnings: nothing that stopped the build.
    pub findings: Vec<Finding>,
}

/// A site that was made on disk.
#[derive(Debug)]
pub struct Published {
    /// How many pages it has.
    pub pages: usize,
    /// What is new.
    pub changes: Changes,
    /// Warnings: nothing that stopped the build.
    pub findings: Vec<Finding>,
}

/// Why a site was not made on disk.
#[derive(Debug)]
pub enum Unpublished {
    /// The content or the shell has errors.
    Findings(Vec<Finding>),
    /// Something could not be written, or somebody stopped it ([`io::ErrorKind::Interrupted`]).
    Unwritten(io::Error),
}

/// What a site is made from, read and found to be good.
pub struct Ready {
    content: Content,
    shell: Shell,
    findings: Vec<Finding>,
}

impl Ready {
    /// Reads what a site is made from, before somebody who waits for it.
    ///
    /// # Errors
    ///
    /// Gives every problem of the content, or what is wrong with the shell.
    pub fn read(input: &Input, watch: &dyn Watch) -> Result<Self, Vec<Finding>> {
        let Loaded { content, findings, .. } =
            load_watched(&input.content, input.base_url.as_deref(), watch);
        let mut content = content.ok_or_else(|| findings.clone())?;
        if !input.pdf {
            content.settings.without_pdf();
        }
        let shell = shell::read(&input.shell).map_err(|finding| vec![finding])?;
        Ok(Self { content, shell, findings })
    }

    /// Makes the site where a folder is, or will be: whole, or not at all.
    ///
    /// The new folder is made beside the old one and takes its name when it is complete. A file
    /// that did not change is carried over, so that tools which look at times see only what is new.
    ///
    /// # Errors
    ///
    /// Says what is wrong; the folder is then as it was before.
    pub fn publish(self, out: &Path, watch: &dyn Watch) -> Result<Published, Unpublished> {
        let folder = Folder::beside(out, watch).map_err(Unpublished::Unwritten)?;
        let pages = publish::publish(&folder, &self.content, self.shell, watch)
            .map_err(Unpublished::Findings)?;
        let changes = folder.finish().map_err(Unpublished::Unwritten)?;
        Ok(Published { pages, changes, findings: self.findings })
    }
}

/// Makes the whole site in memory.
///
/// # Errors
///
/// As [`Ready::read`].
pub fn build(input: &Input) -> Result<Built, Vec<Finding>> {
    let Ready { content, shell, findings } = Ready::read(input, &())?;
    let tree = Mutex::new(Tree::default());
    let pages = publish::publish(&tree, &content, shell, &())?;
    let tree = tree.into_inner().unwrap_or_else(PoisonError::into_inner);
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
