//! A new content folder on disk: whole, or not at all, and over nothing.

use perfil_site::{Tree, folder_of};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// Writes the files of a content folder where [nothing is yet](perfil_site::is_free).
///
/// They are made beside it, or in it where it is there and empty, and take their names when all are
/// complete.
///
/// # Errors
///
/// Says what could not be written; then nothing was.
pub fn place(tree: &Tree, folder: &Path) -> io::Result<()> {
    let is_there = folder.is_dir();
    let around = if is_there { folder } else { folder_of(folder) };
    let made = missing(around);
    fs::create_dir_all(around).and_then(|()| write(tree, folder, around, is_there)).inspect_err(
        |_| {
            // Only empty folders of ours: the first error is the one to report.
            for folder in &made {
                let _ = fs::remove_dir(folder);
            }
        },
    )
}

/// The folders above one that are not there, the innermost first.
fn missing(folder: &Path) -> Vec<PathBuf> {
    let above = folder.ancestors().filter(|folder| !folder.as_os_str().is_empty());
    above.take_while(|folder| !folder.exists()).map(Path::to_owned).collect()
}

fn write(tree: &Tree, folder: &Path, around: &Path, is_there: bool) -> io::Result<()> {
    let fresh = tempfile::Builder::new().prefix(".perfil-new-").tempdir_in(around)?;
    let content = fresh.path().join("content");
    for (path, bytes) in tree.iter() {
        let file = content.join(path);
        if let Some(parent) = file.parent() {
            fs::create_dir_all(parent)?;
        }
        fs::write(file, bytes)?;
    }
    if is_there { fill(&content, folder) } else { fs::rename(content, folder) }
}

/// Moves what is complete into a folder that somebody may stand in, so that it stays the same one.
fn fill(content: &Path, folder: &Path) -> io::Result<()> {
    let mut moved = Vec::new();
    for entry in fs::read_dir(content)? {
        let entry = entry?;
        let target = folder.join(entry.file_name());
        if let Err(error) = fs::rename(entry.path(), &target) {
            for (target, origin) in moved {
                let _ = fs::rename(target, origin);
            }
            return Err(error);
        }
        moved.push((target, entry.path()));
    }
    Ok(())
}
