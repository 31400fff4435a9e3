//! The owner's static files: everything below `static/` is published unchanged.

use crate::contained;
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

/// Whether there may be files at the paths of generated ones of a person.
pub(crate) fn may_replace_pages(files: &dyn Files, content: &Content) -> bool {
    let generated = content.locales.iter().map(|locale| locale.tag.as_str());
    let mut generated = generated.chain(["assets", "data", "embed", "export"]);
    generated.any(|name| files.exists(&content.folder.join("static").join(name)))
}

/// Adds the files of a folder whose path in the site is `prefix`.
fn below(
    files: &dyn Files,
    output: &dyn Output,
    folder: &Path,
    prefix: &str,
) -> Result<(), Finding> {
    let unreadable = |path: &Path, error: &std::io::Error| {
        Finding::of_file(path, format!("it cannot be read: {error}"), contained::remedy(error))
    };
    for (name, kind) in files.list(folder).map_err(|error| unreadable(folder, &error))? {
        let path = folder.join(&name);
        let inside = format!("{prefix}{}", name.to_string_lossy());
        // The kind of what a link leads to.
        let is_link = kind == FileKind::Other;
        match if is_link { files.kind(&path) } else { Some(kind) } {
            Some(FileKind::File) => {
                let bytes = files.read(&path).map_err(|error| unreadable(&path, &error))?;
                output.add(&inside, bytes);
            }
            Some(FileKind::Folder) if !is_link => {
                below(files, output, &path, &format!("{inside}/"))?;
            }
            // An editor marks a file that is being written by a link to nowhere.
            None if name.to_string_lossy().starts_with(".#") => {}
            found => {
                let what = match found {
                    None => "it is a link that leads nowhere",
                    Some(FileKind::Folder) => "it is a link to a folder",
                    Some(_) => "it is neither a file nor a folder",
                };
                let remedy = "Put a file or a folder in its place, or remove it.";
                return Err(Finding::of_file(&path, what, remedy));
            }
        }
    }
    Ok(())
}
