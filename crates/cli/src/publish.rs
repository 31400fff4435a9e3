//! A site onto the disk.

use crate::disk::machine;
use crate::folder::{Changes, Folder};
use crate::shell;
use perfil_site::{Finding, Input, Ready, Shell, Watch};
use std::io;
use std::path::Path;

/// What a site is made from, read and found to be good.
pub struct Prepared {
    ready: Ready,
    shell: Shell,
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
    /// The content has errors.
    Findings(Vec<Finding>),
    /// Something could not be written, or somebody stopped it ([`io::ErrorKind::Interrupted`]).
    Unwritten(io::Error),
}

impl Prepared {
    /// Reads what a site is made from; the shell is the folder into which it was compiled.
    ///
    /// # Errors
    ///
    /// Gives every problem of the content, or what is wrong with the shell.
    pub fn read(input: &Input, shell: &Path, watch: &dyn Watch) -> Result<Self, Vec<Finding>> {
        let ready = Ready::read(machine(watch), input)?;
        let shell = shell::read(shell).map_err(|finding| vec![finding])?;
        Ok(Self { ready, shell })
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
        let pages = self
            .ready
            .publish(machine(watch), &self.shell, &folder)
            .map_err(Unpublished::Findings)?;
        let changes = folder.finish().map_err(Unpublished::Unwritten)?;
        Ok(Published { pages, changes, findings: self.ready.findings })
    }
}
