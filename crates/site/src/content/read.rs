//! Files of the owner's, read as trees, and never more of one than is useful.

use crate::environment::Files;
use crate::finding::Finding;
use perfil_source::{self as source, LIMIT, Node};
use std::io;
use std::path::Path;

/// A file that could be read.
pub(crate) struct Document {
    /// What it holds, byte by byte.
    pub bytes: Vec<u8>,
    /// The same as a tree.
    pub node: Node,
}

/// Reads a file as a tree. `remedy` says what to do where there is none.
pub(crate) fn read(
    files: &dyn Files,
    path: &Path,
    remedy: &str,
    findings: &mut Vec<Finding>,
) -> Option<Document> {
    let bytes = whole(files, path, remedy, findings)?;
    match source::parse(&bytes) {
        Ok(node) => Some(Document { bytes, node }),
        Err(problem) => {
            findings.push(Finding::new(path, &bytes, problem));
            None
        }
    }
}

/// Reads the bytes of a file, at most one more than the limit.
pub(crate) fn whole(
    files: &dyn Files,
    path: &Path,
    remedy: &str,
    findings: &mut Vec<Finding>,
) -> Option<Vec<u8>> {
    match files.read_at_most(path, LIMIT as u64 + 1) {
        Ok(bytes) => Some(bytes),
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            findings.push(Finding::of_file(path, "the file is missing", remedy));
            None
        }
        Err(error) => {
            let message = format!("the file cannot be read: {error}");
            findings.push(Finding::of_file(path, message, "Check its permissions."));
            None
        }
    }
}

/// The folder in which a path stands: the working folder, if it is a name alone.
#[must_use]
pub fn folder_of(path: &Path) -> &Path {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    folder.unwrap_or(Path::new("."))
}
