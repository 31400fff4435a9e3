//! The pictures of a profile: files of the content folder, or the portrait inside the profile's own
//! file, as Word documents and some résumés have it.

use crate::environment::Files;
use crate::portrait::Header;
use perfil_import::{self as import, ImportContext, Imported, Source};
use perfil_source::Problem;
use std::io;
use std::path::Path;

/// Gives an imported profile the portrait that its file holds, under a path that [`read`] knows: that
/// of the file with the extension of a picture, `profiles/ada.docx.jpg`. One that cannot be shown is
/// reported.
pub(crate) fn place(imported: &mut Imported, folder: &Path, file: &Path) {
    let below = file.strip_prefix(folder).unwrap_or(file).to_string_lossy().replace('\\', "/");
    if let Some(extension) = extension(imported) {
        imported.set_image(&format!("{below}.{extension}"));
    }
}

/// Gives an imported profile the portrait that its file holds as a file of its own, and returns its
/// path and content. Without a name for that file it is left out with a warning.
pub(crate) fn beside(imported: &mut Imported, name: Option<&str>) -> Option<(String, Vec<u8>)> {
    let extension = extension(imported)?;
    let Some(name) = name else {
        let message = "the picture in it is not written to the standard output".to_owned();
        let remedy = "Write the profile to a file with --out to have the picture beside it.";
        imported.report.push(Problem::warning(None, message, remedy));
        return None;
    };
    let path = format!("images/{name}.{extension}");
    imported.set_image(&path);
    Some((path, imported.portrait.take()?))
}

/// Returns the extension of the portrait in a file; reports one that browsers do not show.
fn extension(imported: &mut Imported) -> Option<&'static str> {
    match Header::read(imported.portrait.as_ref()?) {
        Ok(header) => Some(header.extension()),
        Err(reason) => {
            let message = format!("the picture in it is not shown: {reason}");
            let remedy = "Use another picture, or save it as JPEG or PNG.";
            imported.report.push(Problem::warning(None, message, remedy));
            None
        }
    }
}

/// Reads a picture by its path in the content folder.
///
/// # Errors
///
/// Returns why it cannot be read; [`io::ErrorKind::NotFound`] if there is none.
pub(crate) fn read(files: &dyn Files, folder: &Path, path: &str) -> io::Result<Vec<u8>> {
    let found = files.read(&folder.join(path));
    let is_missing = found.as_ref().is_err_and(|error| error.kind() == io::ErrorKind::NotFound);
    let holder = path.rsplit_once('.').map(|(holder, _)| holder).filter(|_| is_missing);
    let holder = holder.filter(|holder| {
        let ending = holder.rsplit_once('.').map(|(_, ending)| ending);
        ending.is_some_and(|ending| import::ENDINGS.contains(&ending))
    });
    let Some(name) = holder else { return found };
    let bytes = files.read(&folder.join(name))?;
    let source = Source { name, bytes: &bytes, language: None };
    let imported = import::import(&[source], &ImportContext::default()).ok();
    imported.and_then(|it| it.portrait).ok_or_else(|| io::ErrorKind::NotFound.into())
}
