//! The site: content and shell in, every page in every language out.
//!
//! Each module uses only those above it.

mod environment;
mod progress;

mod finding;
mod output;
mod urls;

mod settings;
mod theme;

#[cfg(feature = "pdf")]
mod printing;
#[cfg(not(feature = "pdf"))]
#[path = "no_printing.rs"]
mod printing;

mod content;
mod shell;

mod document;
mod export;

mod embed;
mod pages;

mod publish;
mod start;

pub use content::{
    Content, Coverage, Loaded, NativeProfile, Person, Share, check_file, folder_of, import_file,
    languages_around, load,
};
pub use environment::{Environment, FileKind, Files, InTurn, Workers};
pub use export::{CvRequest, cv};
pub use finding::{Finding, Place};
pub use output::{Output, Tree};
pub use progress::{Stage, Watch};
pub use settings::Settings;
pub use shell::Shell;
pub use start::{SOMEWHERE, Start, Started, address, is_free, slug_of_name, start};

use perfil_model::profile::{Profile, schema, schema_with_private};
use std::path::PathBuf;
use std::sync::{Mutex, PoisonError};

/// What a build is made from.
#[derive(Clone, Debug)]
pub struct Input {
    /// The folder with `site.json`, `profiles/`, `locales/` and images.
    pub content: PathBuf,
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

/// What a site is made from, read and found to be good.
pub struct Ready {
    content: Content,
    /// Warnings: nothing that stops the build.
    pub findings: Vec<Finding>,
}

impl Ready {
    /// Reads what a site is made from.
    ///
    /// # Errors
    ///
    /// Gives every problem of the content.
    pub fn read(environment: Environment, input: &Input) -> Result<Self, Vec<Finding>> {
        let Loaded { content, findings, .. } =
            load(environment, &input.content, input.base_url.as_deref());
        let mut content = content.ok_or_else(|| findings.clone())?;
        if !input.pdf {
            content.settings.without_pdf();
        }
        Ok(Self { content, findings })
    }

    /// Makes every file of the site, and gives the number of its pages.
    ///
    /// # Errors
    ///
    /// Says what is wrong; what was handed on before is then no whole site.
    pub fn publish(
        &self,
        environment: Environment,
        shell: &Shell,
        output: &dyn Output,
    ) -> Result<usize, Vec<Finding>> {
        publish::publish(environment, output, &self.content, shell)
    }
}

/// Makes the whole site in memory.
///
/// # Errors
///
/// As [`Ready::read`] and [`Ready::publish`].
pub fn build(
    environment: Environment,
    input: &Input,
    shell: &Shell,
) -> Result<Built, Vec<Finding>> {
    let ready = Ready::read(environment, input)?;
    let tree = Mutex::new(Tree::default());
    let pages = ready.publish(environment, shell, &tree)?;
    let tree = tree.into_inner().unwrap_or_else(PoisonError::into_inner);
    Ok(Built { tree, pages, findings: ready.findings })
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
