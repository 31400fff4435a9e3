//! Writes a new content folder to disk: completely or not at all, and never over other files.

use perfil_site::{Tree, folder_of};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// Writes the files of a content folder where [nothing is yet](perfil_site::is_free).
///
/// They are created beside it, or in it if it exists and is empty, and renamed when all are
/// complete.
///
/// # Errors
///
/// Returns an error if something could not be written; then nothing was.
pub fn place(tree: &Tree, folder: &Path) -> io::Result<()> {
    let is_there = folder.is_dir();
    let base = if is_there { folder } else { folder_of(folder) };
    let made = missing(base);
    fs::create_dir_all(base).and_then(|()| write(tree, folder, base, is_there)).inspect_err(|_| {
        // Remove only our own empty folders, and report the first error.
        for folder in &made {
            let _ = fs::remove_dir(folder);
        }
    })
}

/// Returns the folder and its ancestors that do not exist, the innermost first.
fn missing(folder: &Path) -> Vec<PathBuf> {
    let above = folder.ancestors().filter(|folder| !folder.as_os_str().is_empty());
    above.take_while(|folder| !folder.exists()).map(Path::to_owned).collect()
}

fn write(tree: &Tree, folder: &Path, base: &Path, is_there: bool) -> io::Result<()> {
    let fresh = tempfile::Builder::new().prefix(".perfil-new-").tempdir_in(base)?;
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

/// Moves the complete files into an existing folder, which may be a shell's working directory and
/// therefore must not be replaced.
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
