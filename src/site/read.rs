//! Files of the owner's, read as trees, and never more of one than is useful.

use super::finding::Finding;
use crate::source::{self, LIMIT, Node};
use std::fs::File;
use std::io::{self, Read as _};
use std::path::Path;

/// A file that could be read.
pub(super) struct Document {
    /// What it holds, byte by byte.
    pub bytes: Vec<u8>,
    /// The same as a tree.
    pub node: Node,
}

/// Reads a file as a tree. `remedy` says what to do where there is none.
pub(super) fn read(path: &Path, remedy: &str, findings: &mut Vec<Finding>) -> Option<Document> {
    let bytes = whole(path, remedy, findings)?;
    match source::parse(&bytes) {
        Ok(node) => Some(Document { bytes, node }),
        Err(problem) => {
            findings.push(Finding::new(path, &bytes, problem));
            None
        }
    }
}

/// Reads the bytes of a file, at most one more than the limit.
pub(super) fn whole(path: &Path, remedy: &str, findings: &mut Vec<Finding>) -> Option<Vec<u8>> {
    match bytes(path) {
        Ok(bytes) => Some(bytes),
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            findings.push(Finding::of_file(path, "the file is missing", remedy));
            None
        }
        Err(error) => {
            let message = format!("the file cannot be read: {error}");
            findings.push(Finding::of_file(path, message, "Look at its permissions."));
            None
        }
    }
}

fn bytes(path: &Path) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    File::open(path)?.take(LIMIT as u64 + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// The folder in which a path stands: the working folder, if it is a name alone.
pub(super) fn folder_of(path: &Path) -> &Path {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    folder.unwrap_or(Path::new("."))
}
