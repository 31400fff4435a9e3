//! Reads the owner's files as trees, up to a size limit.

use crate::contained;
use crate::environment::Files;
use crate::finding::Finding;
use perfil_import::Kind;
use perfil_source::{self as source, Node};
use std::io;
use std::path::Path;

/// A file that was read.
pub(crate) struct Document {
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// Its content as a tree.
    pub node: Node,
}

/// Reads a file as a tree. `remedy` is the advice if it does not exist.
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

/// Reads the bytes of a file, at most one more than the limit of its format.
pub(crate) fn whole(
    files: &dyn Files,
    path: &Path,
    remedy: &str,
    findings: &mut Vec<Finding>,
) -> Option<Vec<u8>> {
    let limit = Kind::max_bytes(&path.to_string_lossy()) as u64;
    match files.read_at_most(path, limit + 1) {
        Ok(bytes) => Some(bytes),
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            findings.push(Finding::of_file(path, "the file is missing", remedy));
            None
        }
        Err(error) => {
            let message = format!("the file cannot be read: {error}");
            findings.push(Finding::of_file(path, message, contained::remedy(&error)));
            None
        }
    }
}

/// Returns the parent folder of a path: the working folder for a bare name.
#[must_use]
pub fn folder_of(path: &Path) -> &Path {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    folder.unwrap_or(Path::new("."))
}
