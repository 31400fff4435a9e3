//! The owner's static files: everything below `static/` is published unchanged.

use crate::content::Content;
use crate::environment::{FileKind, Files};
use crate::finding::Finding;
use crate::output::Output;
use std::path::Path;

/// Adds the files of `static/`, sorted by name, replacing generated files at the same paths.
pub(crate) fn add(
    files: &dyn Files,
    output: &dyn Output,
    content: &Content,
) -> Result<(), Finding> {
    let root = content.folder.join("static");
    if files.exists(&root) { below(files, output, &root, "") } else { Ok(()) }
}

/// Adds the files of a folder whose path in the site is `prefix`. Links are not followed.
fn below(
    files: &dyn Files,
    output: &dyn Output,
    folder: &Path,
    prefix: &str,
) -> Result<(), Finding> {
    let unreadable = |path: &Path, error: &std::io::Error, remedy: &str| {
        Finding::of_file(path, format!("it cannot be read: {error}"), remedy)
    };
    let entries =
        files.list(folder).map_err(|error| unreadable(folder, &error, "Check its permissions."))?;
    for (name, kind) in entries {
        let path = folder.join(&name);
        let inside = format!("{prefix}{}", name.to_string_lossy());
        match kind {
            FileKind::File => {
                let bytes = files
                    .read(&path)
                    .map_err(|error| unreadable(&path, &error, "Check its permissions."))?;
                output.add(&inside, bytes);
            }
            FileKind::Folder => below(files, output, &path, &format!("{inside}/"))?,
            FileKind::Other => {}
        }
    }
    Ok(())
}
