//! Checks the portrait of a profile.

use crate::environment::Files;
use crate::portrait::Header;
use crate::printing::Glyphs;
use perfil_import::{Imported, Kind};
use perfil_model::profile::ImagePath;
use perfil_source::{Node, Path as Place, Problem, Severity, Step, Value, reveal};
use std::path::Path;

/// The maximum number of pixels of a portrait that is not worth a warning.
const MAX_PIXELS: u64 = 4_000_000;

/// The maximum size of such a file in bytes.
const MAX_BYTES: usize = 1_000_000;

/// Takes a portrait that cannot be shown out of an imported profile, and warns of it: in a file of
/// another format it is no reason to publish nothing.
pub(super) fn leave_out(files: &dyn Files, folder: &Path, imported: &mut Imported) {
    if imported.kind == Kind::Native {
        return;
    }
    let revealed = reveal(imported.node.clone());
    let found = problems(files, folder, &revealed, &Glyphs::default());
    let errors: Vec<Problem> = found.into_iter().filter(Problem::is_error).collect();
    if let Value::Object(members) = &mut imported.node.value
        && !errors.is_empty()
    {
        members.retain(|member| member.key != "image");
    }
    let left_out = errors.into_iter().map(|problem| Problem {
        severity: Severity::Warning,
        message: format!("{}, so there is no portrait", problem.message),
        ..problem
    });
    let left_out = imported.located(left_out.collect());
    imported.report.extend(left_out);
}

/// Returns the problems of the portrait: whether it exists, and whether it can be shown.
pub(super) fn problems(
    files: &dyn Files,
    folder: &Path,
    profile: &Node,
    glyphs: &Glyphs,
) -> Vec<Problem> {
    let Some(node) = profile.get("image") else { return Vec::new() };
    let Some(image) = node.as_str().filter(|image| ImagePath::is_valid(image)) else {
        return Vec::new();
    };
    let at = |problem: Problem| problem.at(Place(vec![Step::Key("image".into())]));
    let span = || Some(node.span.clone());
    let error = |message: String, remedy: &str| vec![at(Problem::error(span(), message, remedy))];
    let path = folder.join(image);
    if !files.is_file(&path) {
        let remedy = "Put the image there, or remove \"image\".";
        return error(format!("there is no file {image}"), remedy);
    }
    let file = match files.read(&path) {
        Ok(file) => file,
        Err(reason) => {
            return error(format!("{image} cannot be read: {reason}"), "Check its permissions.");
        }
    };
    let header = match Header::read(&file) {
        Ok(header) => header,
        Err(reason) => {
            let message = format!("{image} is not an image that browsers show: {reason}");
            return error(message, "Use another image, or save it as JPEG or PNG.");
        }
    };
    let large = too_large(image, file.len(), header.size);
    let located = header.has_location.then(|| {
        let message = format!("{image} contains where it was taken, which is published with it");
        (message, "Save it without its location.".to_owned())
    });
    let decoded = glyphs.are_there().then(|| Glyphs::portrait(&file).err()).flatten();
    let hidden = decoded.map(|reason| {
        let shown = "so the PDF and the picture for links do not show it";
        let remedy = "Save it as JPEG or PNG.".to_owned();
        (format!("{image} cannot be decoded, {shown}: {reason}"), remedy)
    });
    let warnings = [large, located, hidden].into_iter().flatten();
    warnings.map(|(message, remedy)| at(Problem::warning(span(), message, remedy))).collect()
}

/// Returns a message and its remedy if an image is much larger than any page shows it.
fn too_large(image: &str, bytes: usize, (width, height): (u32, u32)) -> Option<(String, String)> {
    let is_large = bytes > MAX_BYTES || u64::from(width) * u64::from(height) > MAX_PIXELS;
    is_large.then(|| {
        let kilobytes = bytes.div_ceil(1000);
        let message = format!(
            "{image} has {width} × {height} pixels and {kilobytes} kB, which every visitor loads"
        );
        (message, "Scale it down: 800 pixels on each side are enough.".to_owned())
    })
}
