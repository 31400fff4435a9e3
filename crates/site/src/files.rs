//! The owner's own files: everything below `static/` is published as it is.

use super::content::Content;
use super::finding::Finding;
use super::output::Output;
use std::fs;
use walkdir::WalkDir;

/// Adds the files of `static/`, in the order of their names, over what was made before.
pub(super) fn add(output: &dyn Output, content: &Content) -> Result<(), Finding> {
    let root = content.folder.join("static");
    if !root.exists() {
        return Ok(());
    }
    for entry in WalkDir::new(&root).sort_by_file_name() {
        let entry = entry.map_err(|error| {
            Finding::of_file(&root, format!("it cannot be read: {error}"), "Look at it.")
        })?;
        let Ok(relative) = entry.path().strip_prefix(&root) else { continue };
        if !entry.file_type().is_file() {
            continue;
        }
        let bytes = fs::read(entry.path()).map_err(|error| {
            let message = format!("it cannot be read: {error}");
            Finding::of_file(entry.path(), message, "Look at its permissions.")
        })?;
        let parts: Vec<_> = relative.iter().map(|part| part.to_string_lossy()).collect();
        output.add(&parts.join("/"), bytes);
    }
    Ok(())
}
