//! Writes a site to disk.

use crate::disk::machine;
use crate::folder::{Changes, Folder};
use crate::patch::Patch;
use crate::record::{Carrying, Record};
use crate::shell;
use perfil_site::{Finding, Input, Memory, Ready, Shell, Tree, Watch};
use std::io;
use std::path::Path;
use std::sync::Arc;

/// The input of a site, read and valid.
pub struct Prepared {
    ready: Arc<Ready>,
    shell: Shell,
}

/// A site that was written to disk.
pub struct Published {
    /// How many pages it has.
    pub pages: usize,
    /// What changed.
    pub changes: Changes,
    /// What it was made from, with its warnings and drafts.
    pub ready: Arc<Ready>,
}

/// Receives what has changed before it is written, and what it was made from.
pub type Announce<'a> = dyn Fn(Extent, &Arc<Tree>, &Arc<Ready>) + Sync + 'a;

/// How much of what has changed is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Extent {
    /// The files of people. The rest follows, unless the build fails.
    People,
    /// All of it.
    Whole,
}

/// Why a site was not written to disk.
#[derive(Debug)]
pub enum Unpublished {
    /// The content has errors.
    Findings(Vec<Finding>),
    /// Something could not be written, or the build was stopped ([`io::ErrorKind::Interrupted`]).
    Unwritten(io::Error),
}

impl Prepared {
    /// Reads the input of a site; `shell` is the folder of the compiled application, if it is not the
    /// one in this program. What the memory knows since the last build is not checked again.
    ///
    /// # Errors
    ///
    /// Returns every problem of the content, or the problem of the shell.
    pub fn read(
        input: &Input,
        shell: Option<&Path>,
        watch: &dyn Watch,
        memory: Option<&Memory>,
    ) -> Result<Self, Vec<Finding>> {
        let ready = Ready::read_again(machine(watch), input, memory)?;
        let shell = shell::read(shell).map_err(|finding| vec![finding])?;
        Ok(Self { ready: Arc::new(ready), shell })
    }

    /// Writes the site to a folder, which may exist: completely or not at all.
    ///
    /// The new folder is created beside the old one and replaces it when it is complete. An
    /// unchanged file is carried over, so that tools that compare modification times see only what
    /// is new. With a record, whose memory was used to read the input, files of people who have not
    /// changed are carried over without being made, and the record is kept for the next build.
    ///
    /// # Errors
    ///
    /// Returns what is wrong; the folder is then unchanged.
    pub fn publish(
        self,
        out: &Path,
        watch: &dyn Watch,
        record: Option<&Record>,
    ) -> Result<Published, Unpublished> {
        self.written(|Self { ready, shell }| {
            let folder = Folder::create_with(out, watch, record.map(Record::spare));
            let folder = folder.map_err(Unpublished::Unwritten)?;
            let made = match record {
                Some(record) => {
                    ready.publish(machine(watch), shell, &Carrying { folder: &folder, record })
                }
                None => ready.publish(machine(watch), shell, &folder),
            };
            let pages = made.map_err(Unpublished::Findings)?;
            let changes = folder.finish_then(|| record.into_iter().for_each(Record::write));
            Ok((pages, changes.map_err(Unpublished::Unwritten)?))
        })
    }

    /// The same as [`Prepared::publish`] for a folder that this process has built and nobody else has
    /// changed since: what differs is passed to `announce` before the folder is written, unless it is
    /// too much to be kept in memory.
    ///
    /// # Errors
    ///
    /// As [`Prepared::publish`].
    pub fn publish_again(
        self,
        out: &Path,
        watch: &dyn Watch,
        announce: &Announce,
    ) -> Result<Published, Unpublished> {
        self.written(|Self { ready, shell }| {
            let begin = |changed: &_| announce(Extent::People, changed, &ready);
            let patch = Patch::new(out, watch, &begin);
            let made = ready.publish(machine(watch), shell, &patch);
            let pages = made.map_err(Unpublished::Findings)?;
            let changes = patch.finish(|changed| announce(Extent::Whole, changed, &ready));
            Ok((pages, changes.map_err(Unpublished::Unwritten)?))
        })
    }

    /// Writes the site, and returns the result.
    fn written(
        self,
        write: impl FnOnce(Self) -> Result<(usize, Changes), Unpublished>,
    ) -> Result<Published, Unpublished> {
        let ready = Arc::clone(&self.ready);
        let (pages, changes) = write(self).inspect_err(|_| ready.forget_made())?;
        Ok(Published { pages, changes, ready })
    }
}
