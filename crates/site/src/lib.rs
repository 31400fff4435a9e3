//! The site builder: turns content and shell into every page in every language.
//!
//! Each module uses only those above it.

mod environment;
mod progress;

pub mod archive;
mod contained;
mod stored;

mod finding;
mod letters;
mod memory;
mod one_language;
mod output;
mod outputs;
mod portrait;
mod urls;

mod pictures;

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
    Contact, Content, Coverage, Doubt, End, Found, Loaded, NativeProfile, Part, Person, Share,
    Understood, check_file, folder_of, import_file, languages_around, load,
};
pub use environment::{Environment, FileKind, Files, InTurn, Workers};
pub use export::{CvRequest, cv};
pub use finding::{Finding, Place};
pub use output::{Output, Tree};
pub use progress::{Stage, Watch};
pub use settings::Settings;
pub use shell::{Fonts, Shell, StudioFile};
pub use start::{
    Host, PLACEHOLDER_URL, Start, Started, address, is_free, language_of, locale, pages_workflow,
    shipped_languages, slug_of_name, start,
};
pub use theme::OWN as OWN_THEME;

use content::Drafts;
use perfil_model::profile::Id;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

/// The input of a build.
#[derive(Clone, Debug, Default)]
pub struct Input {
    /// The folder with `site.json`, `profiles/`, `locales/` and images.
    pub content: PathBuf,
    /// The base URL of the site, if it differs from the one in `site.json`.
    pub base_url: Option<String>,
    /// Whether profiles are also rendered as PDF and pages as pictures, which takes more time than
    /// everything else.
    pub pdf: bool,
    /// Whether PDFs and pictures are left out of the output although pages name them, because
    /// [`Ready::typeset`] makes each of them when somebody asks for it.
    pub is_typeset_later: bool,
    /// The theme of every page, instead of those that the content names.
    pub theme: Option<String>,
    /// Whether the site has Studio, if it is in the shell, whatever the settings say.
    pub is_studio_offered: Option<bool>,
    /// Whether drafts are part of the site; otherwise it is as if they were not there.
    pub drafts: bool,
}

/// A site that was built in memory.
#[derive(Debug)]
pub struct Built {
    /// Every file of the site.
    pub tree: Tree,
    /// The number of pages in the tree.
    pub pages: usize,
    /// Warnings; none of them stopped the build.
    pub findings: Vec<Finding>,
}

/// What a process keeps of a build, so that the next build of the same input does only what changed. It
/// takes some kilobytes for each person.
#[derive(Clone, Default)]
pub struct Memory(Arc<Known>);

#[derive(Default)]
struct Known {
    checked: memory::Memory<content::Checked>,
    made: memory::Memory<publish::Made>,
}

impl Memory {
    /// Forgets what depends on files that have changed, whose paths are relative to the content folder:
    /// of a profile, or a translation of it, the person, and of any other file everybody.
    pub fn forget<'a>(&self, changed: impl IntoIterator<Item = &'a Path>) {
        for path in changed {
            self.0.checked.forget(path);
            self.0.made.forget(path);
        }
    }

    /// Writes what it knows, for another process that builds the same input with the same program.
    ///
    /// # Errors
    ///
    /// Returns the first error of writing.
    pub fn store(&self, to: &mut dyn Write) -> io::Result<()> {
        let mut fonts = Vec::new();
        publish::fonts::store(&mut fonts);
        to.write_all(&fonts)?;
        self.0.checked.store(|_| true, to)?;
        self.0.made.store(publish::Made::is_storable, to)
    }

    /// Returns what was [stored](Self::store), unless there is something else. What depends on files that
    /// have changed since has to be [forgotten](Self::forget).
    #[must_use]
    pub fn restore(stored: &[u8], files: &dyn Files) -> Option<Self> {
        let from = &mut stored::Reader::new(stored, files);
        publish::fonts::restore(from)?;
        let (checked, made) = (memory::Memory::restore(from)?, memory::Memory::restore(from)?);
        Some(Self(Arc::new(Known { checked, made })))
    }

    /// Returns the paths of the files that a build which knows this carries over, if nothing changes.
    #[must_use]
    pub fn files(&self) -> Vec<String> {
        let made = self.0.made.all();
        let made = made.iter().filter(|made| made.is_storable());
        made.flat_map(|made| made.files()).cloned().collect()
    }

    /// Forgets everything.
    pub fn clear(&self) {
        self.forget([Path::new("")]);
    }
}

/// The content of a site, read and validated.
pub struct Ready {
    content: Content,
    is_typeset_later: bool,
    is_studio_offered: Option<bool>,
    memory: Option<Memory>,
    /// Warnings; none of them stops the build.
    pub findings: Vec<Finding>,
    /// The drafts among the profiles, whether or not they are part of the site.
    pub drafts: Vec<Id>,
}

impl Ready {
    /// Reads and validates the content of a site.
    ///
    /// # Errors
    ///
    /// Returns every problem of the content.
    pub fn read(environment: Environment, input: &Input) -> Result<Self, Vec<Finding>> {
        Self::read_again(environment, input, None)
    }

    /// The same as [`Ready::read`] for one of several builds of the same input, which does not check
    /// again what the memory knows.
    ///
    /// # Errors
    ///
    /// Returns every problem of the content.
    pub fn read_again(
        environment: Environment,
        input: &Input,
        memory: Option<&Memory>,
    ) -> Result<Self, Vec<Finding>> {
        let drafts = if input.drafts { Drafts::Included } else { Drafts::LeftOut };
        let base_url = input.base_url.as_deref();
        let checked = memory.map(|memory| &memory.0.checked);
        let Loaded { content, findings, drafts, .. } =
            content::load_site(environment, &input.content, base_url, drafts, checked);
        let mut content = content.ok_or_else(|| findings.clone())?;
        if !input.pdf {
            content.settings.without_typesetting();
        }
        if let Some(theme) = &input.theme {
            content.themes.only(theme).map_err(|message| {
                let remedy = format!("Use one of: {}.", themes().join(", "));
                vec![Finding::of_file(&input.content, message, remedy)]
            })?;
        }
        let &Input { is_typeset_later, is_studio_offered, .. } = input;
        let memory = memory.cloned();
        Ok(Self { content, is_typeset_later, is_studio_offered, memory, findings, drafts })
    }

    /// Builds every file of the site, and returns the number of pages.
    ///
    /// # Errors
    ///
    /// Returns what is wrong; the files that were already added are then not a complete site.
    pub fn publish(
        &self,
        environment: Environment,
        shell: Shell,
        output: &dyn Output,
    ) -> Result<usize, Vec<Finding>> {
        publish::publish(environment, output, &self.content, shell, self.when(None))
    }

    /// Whether the site has less of each profile than a smaller one would have, and its owner does not say
    /// what.
    #[must_use]
    pub fn is_reduced(&self) -> bool {
        self.content.settings.is_large() && self.content.settings.outputs.is_none()
    }

    /// Makes the next build make everything again, because what this one has made was not written.
    pub fn forget_made(&self) {
        if let Some(memory) = &self.memory {
            memory.0.made.forget(Path::new(""));
        }
    }

    /// Sets the PDF or the picture at a path of the site; `None` if nothing that is set is there.
    ///
    /// # Errors
    ///
    /// Returns what is wrong, above all a profile that has changed since it was read.
    #[must_use]
    pub fn typeset(
        &self,
        environment: Environment,
        path: &str,
    ) -> Option<Result<Vec<u8>, Vec<Finding>>> {
        publish::typeset(environment, &self.content, path)
    }
}

/// Builds the whole site in memory.
///
/// # Errors
///
/// As [`Ready::read`] and [`Ready::publish`].
pub fn build(environment: Environment, input: &Input, shell: Shell) -> Result<Built, Vec<Finding>> {
    let ready = Ready::read(environment, input)?;
    let tree = Mutex::new(Tree::default());
    let pages = ready.publish(environment, shell, &tree)?;
    let tree = tree.into_inner().unwrap_or_else(PoisonError::into_inner);
    Ok(Built { tree, pages, findings: ready.findings })
}

/// The names of the shipped themes.
#[must_use]
pub fn themes() -> Vec<&'static str> {
    theme::shipped().keys().copied().collect()
}

/// The JSON Schemas of the files that an owner writes, by name.
pub const SCHEMAS: [(&str, &str); 3] = [
    ("profile", include_str!(concat!(env!("PERFIL_FILES"), "/public/schema/profile.json"))),
    ("site", include_str!(concat!(env!("PERFIL_FILES"), "/public/schema/site.json"))),
    ("theme", include_str!(concat!(env!("PERFIL_FILES"), "/public/schema/theme.json"))),
];

/// Generates these schemas from the types that the files are read into.
#[cfg(feature = "schema")]
#[must_use]
pub fn generate_schemas() -> [(&'static str, String); 3] {
    use perfil_model::profile::Profile;
    use perfil_model::schema::{schema, schema_with_private};

    let written = |schema| format!("{schema:#}\n");
    [
        ("profile", written(schema_with_private::<Profile>("A Perfil profile"))),
        ("site", written(schema::<Settings>("A Perfil site"))),
        ("theme", written(schema::<theme::ThemeTokens>("A theme of Perfil"))),
    ]
}
