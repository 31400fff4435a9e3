//! Checks the images of a profile: the portrait, and the pictures of projects.

use crate::contained;
use crate::environment::Files;
use crate::pictures;
use crate::portrait::Header;
use crate::printing::Glyphs;
use perfil_import::{Imported, Kind};
use perfil_model::profile::ImagePath;
use perfil_source::{Node, Path as Place, Problem, Severity, Step, Value, reveal};
use std::collections::BTreeSet;
use std::io::ErrorKind;
use std::path::Path;

/// The key of an image in a profile and in its projects.
const IMAGE: &str = "image";

/// The maximum number of pixels of an image that is not worth a warning.
const MAX_PIXELS: u64 = 4_000_000;

/// The maximum size of such a file in bytes.
const MAX_BYTES: usize = 1_000_000;

/// Places the portrait that the file of an imported profile holds, and takes one that cannot be shown
/// out of the profile with a warning: in a file of another format it is no reason to publish nothing.
pub(super) fn settle(files: &dyn Files, folder: &Path, file: &Path, imported: &mut Imported) {
    if imported.kind == Kind::Native {
        return;
    }
    pictures::place(imported, folder, file);
    let revealed = reveal(imported.node.clone());
    let Some(node) = revealed.get(IMAGE) else { return };
    let place = Place(vec![Step::Key(IMAGE.into())]);
    let found = problems_of(files, folder, (&place, node), &Glyphs::default());
    let errors: Vec<Problem> = found.into_iter().filter(Problem::is_error).collect();
    if let Value::Object(members) = &mut imported.node.value
        && !errors.is_empty()
    {
        members.retain(|member| member.key != IMAGE);
    }
    let left_out = errors.into_iter().map(|problem| Problem {
        severity: Severity::Warning,
        message: format!("{}, so there is no portrait", problem.message),
        ..problem
    });
    let left_out = imported.located(left_out.collect());
    imported.report.extend(left_out);
}

/// Returns the problems of all images: whether each exists, and whether it can be shown. Warnings
/// concern only those that are `published`.
pub(super) fn problems(
    files: &dyn Files,
    folder: &Path,
    (profile, published): (&Node, &Node),
    glyphs: &Glyphs,
) -> Vec<Problem> {
    let public: BTreeSet<_> = images(published).iter().filter_map(|(_, it)| it.as_str()).collect();
    let of = |(place, node): &(Place, &Node)| {
        let is_public = node.as_str().is_some_and(|image| public.contains(image));
        let found = problems_of(files, folder, (place, node), glyphs);
        found.into_iter().filter(move |problem| is_public || problem.is_error()).collect::<Vec<_>>()
    };
    images(profile).iter().flat_map(of).collect()
}

/// Returns the portrait, and the pictures of entries, each with its place.
fn images(profile: &Node) -> Vec<(Place, &Node)> {
    fn add<'a>(node: &'a Node, place: &Place, found: &mut Vec<(Place, &'a Node)>) {
        let below = |step: Step| Place(place.0.iter().cloned().chain([step]).collect());
        for (index, element) in node.elements().iter().enumerate() {
            add(element, &below(Step::Index(index)), found);
        }
        for member in node.members() {
            let place = below(Step::Key(member.key.as_str().into()));
            if member.key == IMAGE {
                found.push((place, &member.value));
            } else if place.0.first() == Some(&Step::Key("sections".into())) {
                add(&member.value, &place, found);
            }
        }
    }
    let mut found = Vec::new();
    add(profile, &Place::default(), &mut found);
    found
}

fn problems_of(
    files: &dyn Files,
    folder: &Path,
    (place, node): (&Place, &Node),
    glyphs: &Glyphs,
) -> Vec<Problem> {
    let Some(image) = node.as_str().filter(|image| ImagePath::is_valid(image)) else {
        return Vec::new();
    };
    let at = |problem: Problem| problem.at(place.clone());
    let span = || Some(node.span.clone());
    let error = |message: String, remedy: &str| vec![at(Problem::error(span(), message, remedy))];
    let file = match pictures::read(files, folder, image) {
        Ok(file) => file,
        Err(reason) if matches!(reason.kind(), ErrorKind::NotFound | ErrorKind::IsADirectory) => {
            let remedy = "Put the image there, or remove \"image\".";
            return error(format!("there is no file {image}"), remedy);
        }
        Err(reason) => {
            return error(format!("{image} cannot be read: {reason}"), contained::remedy(&reason));
        }
    };
    let header = match Header::read(&file) {
        Ok(header) => header,
        Err(reason) => {
            let message = format!("{image} is not an image that browsers show: {reason}");
            return error(message, "Use another image, or save it as JPEG or PNG.");
        }
    };
    let is_portrait = place.0.len() == 1;
    let large = too_large(image, file.len(), header.size, is_portrait);
    let located = header.has_location.then(|| {
        let message = format!("{image} contains where it was taken, which is published with it");
        (message, "Save it without its location.".to_owned())
    });
    let is_set = is_portrait && glyphs.are_there();
    let decoded = is_set.then(|| Glyphs::portrait(&file).err()).flatten();
    let hidden = decoded.map(|reason| {
        let shown = "so the PDF and the picture for links do not show it";
        let remedy = "Save it as JPEG or PNG.".to_owned();
        (format!("{image} cannot be decoded, {shown}: {reason}"), remedy)
    });
    let warnings = [large, located, hidden].into_iter().flatten();
    warnings.map(|(message, remedy)| at(Problem::warning(span(), message, remedy))).collect()
}

/// Returns a message and its remedy if an image is much larger than any page shows it.
fn too_large(
    image: &str,
    bytes: usize,
    (width, height): (u32, u32),
    is_portrait: bool,
) -> Option<(String, String)> {
    let is_large = bytes > MAX_BYTES || u64::from(width) * u64::from(height) > MAX_PIXELS;
    is_large.then(|| {
        let kilobytes = bytes.div_ceil(1000);
        let message = format!(
            "{image} has {width} × {height} pixels and {kilobytes} kB, which every visitor loads"
        );
        let enough = if is_portrait { "a square of 800 pixels" } else { "a width of 1600 pixels" };
        (message, format!("Scale it down: {enough} is enough."))
    })
}
