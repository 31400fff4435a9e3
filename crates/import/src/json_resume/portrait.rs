//! Reads the portrait of the person.

use crate::unmapped::{Unmapped, below};
use crate::{tree, values};
use data_url::DataUrl;
use perfil_model::profile::ImagePath;
use perfil_source::{Member, Node, Path, Step, privacy, redact};

/// The keys of a portrait, the official one first.
pub(super) const KEYS: [&str; 4] = ["image", "picture", "photo", "avatar"];

/// Returns the picture that a résumé holds itself, as a `data:` URL (RFC 2397), unless it is private.
pub(crate) fn embedded(resume: &Node) -> Option<Vec<u8>> {
    // Most have none, and a copy of the whole tree is only for the others.
    pictures(resume).next()?;
    pictures(&redact(resume.clone())).find_map(decoded)
}

/// Returns what could be a picture within the résumé.
fn pictures(resume: &Node) -> impl Iterator<Item = &str> {
    let basics = resume.get("basics").into_iter();
    let values = basics.flat_map(|basics| KEYS.iter().filter_map(|key| basics.get(key)?.as_str()));
    values.filter(|written| DataUrl::process(written.trim()).is_ok())
}

fn decoded(written: &str) -> Option<Vec<u8>> {
    let url = DataUrl::process(written.trim()).ok()?;
    let is_image = url.mime_type().type_.eq_ignore_ascii_case("image");
    let (bytes, _) = url.decode_to_vec().ok().filter(|_| is_image)?;
    (!bytes.is_empty()).then_some(bytes)
}

/// Reads the portrait: a file of the content folder, or the address of one that no page loads. One
/// that is in the file itself is [`embedded`].
pub(super) fn read(member: &Member, path: &Path, unmapped: &mut Unmapped) -> Option<Member> {
    let is_private = privacy::wrapped(&member.value).is_some();
    let value = privacy::wrapped(&member.value).unwrap_or(&member.value);
    let text = values::text(value, " ").and_then(|text| values::first_text(&text));
    let text = text?;
    // An address can leave its scheme to the page that it is on (RFC 3986, section 4.2).
    let written = text.as_str().unwrap_or_default();
    let written =
        if written.starts_with("//") { format!("https:{written}") } else { written.into() };
    let written: &str = &written;
    if !is_private && decoded(written).is_some() {
        return None;
    }
    // In a site's repository, paths often begin at its root.
    let file = written.trim_start_matches("./").trim_start_matches('/');
    let is_page = written.starts_with("https://") || written.starts_with("http://");
    let (field, value) =
        match (ImagePath::is_valid(file), is_page && url::Url::parse(written).is_ok()) {
            (true, false) => ("image", file),
            (_, true) => {
                let message =
                    format!("{path} is on another site, and no page loads images from there");
                let remedy = "Put the file into the content folder and write \"images/name.jpg\".";
                unmapped.warn(path, &member.value.span, message, remedy);
                ("imageUrl", written)
            }
            _ => {
                unmapped.leave_out(path, &member.value.span, "it is not the path of an image");
                return None;
            }
        };
    let value = tree::text(value, text.span.clone());
    let value = if is_private { privacy::wrap(value) } else { value };
    Some(Member { key: field.to_owned(), key_span: member.key_span.clone(), value })
}

/// Whether a member is the portrait of an exported page, whose file is not part of the export.
pub(super) fn is_of_page(member: &Member, path: &Path, unmapped: &mut Unmapped) -> bool {
    let is_portrait = member.key == "image" && !is_image(&member.value);
    if is_portrait {
        let path = below(path, Step::Key(member.key.clone()));
        let message = format!("{path} is on a page, and no image is loaded from there");
        let remedy = "Put the file into the content folder and write \"images/name.jpg\".";
        unmapped.warn(&path, &member.value.span, message, remedy);
    }
    is_portrait
}

/// Whether a text names an image in the content folder. Images of other sites are not loaded.
fn is_image(node: &Node) -> bool {
    privacy::wrapped(node).unwrap_or(node).as_str().is_none_or(ImagePath::is_valid)
}
