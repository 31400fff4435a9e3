//! Profiles in other formats, as native trees that keep the places of the owner's own file.
//!
//! Plain data: no user interface, no files, no clock. An importer gives a tree that
//! [`Profile::read`](crate::profile::Profile::read) reads, in which every value stands where its
//! owner wrote it. What has no place in a profile it keeps in a section, and names in its report.

mod json_resume;
mod kept;
mod kind;
mod names;
mod titles;
mod tree;

pub use kind::Kind;

use crate::language::Tag;
use crate::source::{self, Node, Problem};

/// A file to import.
#[derive(Clone, Copy, Debug)]
pub struct File<'a> {
    /// Its name with its ending, by which some formats are told apart: `ada.json`.
    pub name: &'a str,
    /// What it holds.
    pub bytes: &'a [u8],
}

/// What a file was imported to.
#[derive(Clone, Debug)]
pub struct Imported {
    /// The profile in the native format, with the places of the file.
    pub node: Node,
    /// The format of the file.
    pub kind: Kind,
    /// What could not be placed or read, with its place in the file. Warnings tell what is kept
    /// elsewhere; errors stop a build.
    pub report: Vec<Problem>,
    /// The file as a tree, where it is one: it tells the paths of problems in the owner's words.
    pub written: Option<Node>,
}

/// Reads a profile in any format. `languages` are those of the site, in which titles that the
/// format lacks are written; in English where there are none.
///
/// # Errors
///
/// Tells where the file is not what its name promises, so that there is no tree to go on with.
pub fn import(file: &File, languages: &[Tag]) -> Result<Imported, Vec<Problem>> {
    let written = source::parse(file.bytes).map_err(|problem| vec![problem])?;
    Ok(arrange(written, file.name, languages))
}

/// Gives a tree of any format the order of the native one.
fn arrange(written: Node, name: &str, languages: &[Tag]) -> Imported {
    let kind = Kind::of(&written);
    match kind {
        Kind::Native => Imported { node: written, kind, report: Vec::new(), written: None },
        Kind::JsonResume => {
            let (node, report) = json_resume::arrange(&written, name, languages);
            Imported { node, kind, report, written: Some(written) }
        }
    }
}

impl Imported {
    /// Problems of the native tree, with the paths of the file that the owner wrote.
    #[must_use]
    pub fn located(&self, problems: Vec<Problem>) -> Vec<Problem> {
        let Some(written) = &self.written else { return problems };
        let located = problems.into_iter().map(|problem| match &problem.span {
            Some(span) => Problem { path: written.path_at(span.start), ..problem },
            None => problem,
        });
        located.collect()
    }
}
