//! The seed inputs of a target: files that the tests have anyway.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::Result;
use walkdir::WalkDir;

use super::target::Target;
use crate::places;

/// The maximum length of an input, in bytes. Longer ones cost time, and hardly reach other code.
pub(super) const LONGEST: u64 = 16 * 1024;

/// Writes the list of the files in libFuzzer's format, and returns its path.
pub(super) fn list(target: &Target) -> Result<PathBuf> {
    let own = format!("{}/{}", places::FUZZ_SEEDS, target.name);
    let mut files = Vec::new();
    for (folder, ending) in target.seeds.iter().copied().chain([(own.as_str(), "")]) {
        if Path::new(folder).is_dir() {
            files.extend(below(folder, ending)?);
        }
    }
    let list = Path::new(places::FUZZ).join(format!("{}.seeds", target.name));
    fs::write(&list, files.join(","))?;
    Ok(list)
}

/// Returns the files below a folder, sorted by name.
fn below(folder: &str, ending: &str) -> Result<Vec<String>> {
    let mut files = Vec::new();
    for entry in WalkDir::new(folder).sort_by_file_name() {
        let entry = entry?;
        let path = entry.path().to_string_lossy().into_owned();
        let is_short = entry.metadata()?.len() <= LONGEST;
        if entry.file_type().is_file() && path.ends_with(ending) && is_short {
            files.push(path);
        }
    }
    Ok(files)
}
