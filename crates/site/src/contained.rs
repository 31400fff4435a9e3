//! The files of a content folder, out of which no link leads: a link to `~/.ssh` in a folder that
//! somebody else has made would otherwise publish what is there.

use crate::environment::{FileKind, Files};
use std::error::Error;
use std::ffi::OsString;
use std::fmt::{Display, Formatter, Result as Formatted};
use std::io;
use std::path::{Path, PathBuf};

/// The files of a folder.
pub(crate) struct Contained<'a> {
    files: &'a dyn Files,
    /// The folder as it is after all links, if there can be links.
    folder: Option<PathBuf>,
}

/// Why a file is not read.
#[derive(Clone, Copy, Debug)]
struct LeadsOut;

impl Display for LeadsOut {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> Formatted {
        formatter.write_str("it is a link that leads out of the content folder")
    }
}

impl Error for LeadsOut {}

/// Returns the advice for a file that cannot be read.
pub(crate) fn remedy(error: &io::Error) -> &'static str {
    if matches!(error.get_ref(), Some(inner) if inner.is::<LeadsOut>()) {
        "Copy what it leads to into the content folder."
    } else {
        "Check its permissions."
    }
}

impl<'a> Contained<'a> {
    pub(crate) fn new(files: &'a dyn Files, folder: &Path) -> Self {
        Self { files, folder: files.without_links(folder) }
    }

    fn check(&self, path: &Path) -> io::Result<()> {
        let Some(folder) = &self.folder else { return Ok(()) };
        // What does not exist is reported by whoever reads it.
        let leads_out =
            self.files.without_links(path).is_some_and(|path| !path.starts_with(folder));
        if leads_out { Err(io::Error::other(LeadsOut)) } else { Ok(()) }
    }
}

impl Files for Contained<'_> {
    fn read_at_most(&self, path: &Path, limit: u64) -> io::Result<Vec<u8>> {
        self.check(path)?;
        self.files.read_at_most(path, limit)
    }

    fn list(&self, folder: &Path) -> io::Result<Vec<(OsString, FileKind)>> {
        self.check(folder)?;
        self.files.list(folder)
    }

    fn kind(&self, path: &Path) -> Option<FileKind> {
        self.files.kind(path)
    }

    fn without_links(&self, path: &Path) -> Option<PathBuf> {
        self.files.without_links(path)
    }
}
