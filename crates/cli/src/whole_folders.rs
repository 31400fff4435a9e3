//! Folders that are replaced or removed with everything in them.

use rayon::prelude::*;
use std::fs;
use std::io;
use std::path::Path;

/// Whether a path is a folder, and no link to one.
pub(crate) fn is_folder(path: &Path) -> bool {
    fs::symlink_metadata(path).is_ok_and(|found| found.is_dir())
}

/// Removes a folder. What cannot be removed is in nobody's way.
pub(crate) fn remove(folder: &Path) {
    visit(folder, &|path, is_folder| {
        let _ = if is_folder { fs::remove_dir(path) } else { fs::remove_file(path) };
    });
}

/// Removes the files in a folder.
pub(crate) fn remove_files(folder: &Path) {
    visit(folder, &|path, is_folder| {
        if !is_folder {
            let _ = fs::remove_file(path);
        }
    });
}

/// Removes the folders in a folder that have no file.
pub(crate) fn remove_empty(folder: &Path) {
    visit(folder, &|path, is_folder| {
        if is_folder && path != folder {
            // This refuses any other folder.
            let _ = fs::remove_dir(path);
        }
    });
}

/// Calls a function with everything in a folder, and at the end with the folder itself; with several threads,
/// because a site may have many files.
fn visit(folder: &Path, act: &(dyn Fn(&Path, bool) + Sync)) {
    if !is_folder(folder) {
        return;
    }
    let entries: Vec<_> = fs::read_dir(folder).into_iter().flatten().flatten().collect();
    entries.par_iter().for_each(|entry| {
        if entry.file_type().is_ok_and(|kind| kind.is_dir()) {
            visit(&entry.path(), act);
        } else {
            act(&entry.path(), false);
        }
    });
    act(folder, true);
}

/// Replaces `out` by `new` and moves what was there away.
///
/// Where the system can exchange two folders in one step, readers find one site or the other at any
/// moment. Elsewhere there is none for an instant between two renames.
pub(crate) fn swap(new: &Path, out: &Path, old: &Path) -> io::Result<()> {
    let existed = out.exists();
    if existed && exchange(new, out) {
        return Ok(());
    }
    if existed {
        fs::rename(out, old)?;
    }
    fs::rename(new, out).inspect_err(|_| {
        if existed {
            // Report the first error; this only restores the old folder.
            let _ = fs::rename(old, out);
        }
    })
}

/// Exchanges two folders in one step; returns false if the system or the file system cannot.
#[cfg(any(target_os = "linux", target_os = "macos"))]
fn exchange(new: &Path, out: &Path) -> bool {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    renameat_with(CWD, new, CWD, out, RenameFlags::EXCHANGE).is_ok()
}

#[cfg(not(any(target_os = "linux", target_os = "macos")))]
fn exchange(_: &Path, _: &Path) -> bool {
    false
}
