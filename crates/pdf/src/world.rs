//! The environment of Typst: its own library, one of our templates, the files that it reads and
//! imports, and fonts.

use super::Fonts;
use std::sync::LazyLock;
use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt};

static LIBRARY: LazyLock<LazyHash<Library>> = LazyLock::new(|| LazyHash::new(Library::default()));

/// Returns code as a source file.
pub(super) fn source(name: &str, text: &str) -> Source {
    let source = file(name).map(|file| Source::new(file, text.to_owned()));
    source.unwrap_or_else(|| Source::detached(String::new()))
}

fn file(name: &str) -> Option<FileId> {
    Some(RootedPath::new(VirtualRoot::Project, VirtualPath::new(name).ok()?).intern())
}

/// The environment of one document.
pub(super) struct World<'a> {
    fonts: &'a Fonts,
    template: Source,
    imported: Vec<Source>,
    files: Vec<(&'static str, Bytes)>,
}

impl<'a> World<'a> {
    /// `files` are what the template reads, by their names.
    pub(super) fn new(
        fonts: &'a Fonts,
        template: &Source,
        files: Vec<(&'static str, Bytes)>,
    ) -> Self {
        Self { fonts, template: template.clone(), imported: Vec::new(), files }
    }

    /// Adds what the template imports.
    pub(super) fn importing(self, imported: Vec<Source>) -> Self {
        Self { imported, ..self }
    }
}

impl typst::World for World<'_> {
    fn library(&self) -> &LazyHash<Library> {
        &LIBRARY
    }

    fn book(&self) -> &LazyHash<FontBook> {
        self.fonts.book()
    }

    fn main(&self) -> FileId {
        self.template.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        let mut all = std::iter::once(&self.template).chain(&self.imported);
        // Nothing else of the machine can be read, and no package is downloaded.
        all.find(|source| source.id() == id).cloned().ok_or(FileError::AccessDenied)
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        let path = id.get().vpath().get_without_slash();
        let found = self.files.iter().find(|(name, _)| *name == path);
        found.map(|(_, bytes)| bytes.clone()).ok_or(FileError::AccessDenied)
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.fonts.font(index)
    }

    /// Returns no date, so that the same profile always produces the same file.
    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}
