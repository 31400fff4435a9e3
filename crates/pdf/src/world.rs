//! The environment of Typst: its own library, our template, one profile, and fonts.

use super::Fonts;
use std::sync::LazyLock;
use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt};

static LIBRARY: LazyLock<LazyHash<Library>> = LazyLock::new(|| LazyHash::new(Library::default()));

/// The template, which is the same for all profiles.
static TEMPLATE: LazyLock<Option<Source>> =
    LazyLock::new(|| Some(Source::new(file("cv.typ")?, include_str!("cv.typ").to_owned())));

fn file(name: &str) -> Option<FileId> {
    Some(RootedPath::new(VirtualRoot::Project, VirtualPath::new(name).ok()?).intern())
}

/// The environment of one CV.
pub(super) struct World<'a> {
    fonts: &'a Fonts,
    template: Source,
    profile: Bytes,
}

impl<'a> World<'a> {
    /// `profile` is the data that the template reads.
    pub(super) fn new(fonts: &'a Fonts, profile: String) -> Self {
        let template = TEMPLATE.clone().unwrap_or_else(|| Source::detached(String::new()));
        Self { fonts, template, profile: Bytes::from_string(profile) }
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
        if id == self.template.id() { Ok(self.template.clone()) } else { Err(FileError::NotSource) }
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        if id.get().vpath().get_without_slash() == "profile.json" {
            Ok(self.profile.clone())
        } else {
            Err(FileError::AccessDenied)
        }
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.fonts.font(index)
    }

    /// Returns no date, so that the same profile always produces the same file.
    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}
