//! Reads `basics`, the fields of the person.

use crate::tree;
use crate::unmapped::{Unmapped, below};
use perfil_model::profile::ImagePath;
use perfil_source::{Member, Node, Path, Step, privacy};

/// The native fields, and the current and former names of each in `basics`.
const FIELDS: [(&str, &[&str]); 8] = [
    ("name", &["name"]),
    ("headline", &["label"]),
    ("summary", &["summary"]),
    ("email", &["email"]),
    ("phone", &["phone"]),
    ("url", &["url", "website"]),
    ("image", &["image", "picture"]),
    ("location", &["location"]),
];

const LOCATION: [&str; 6] = ["address", "postalCode", "city", "region", "country", "countryCode"];

/// Reads `basics` into the members of the profile, each of them private if `basics` is. `is_own` is
/// true if the file is our own export.
pub(super) fn read(
    basics: &Node,
    path: &Path,
    is_own: bool,
    unmapped: &mut Unmapped,
) -> Vec<Member> {
    let mut members = Vec::new();
    let mut is_private = privacy::hides(basics);
    unmapped.convert(basics, &mut |unmapped, basics| {
        is_private |= privacy::hides(basics);
        for member in basics.members() {
            if is_own && portrait(member, path, unmapped) {
                continue;
            }
            field(member, path, &mut members, unmapped);
        }
        None
    });
    if is_private {
        for member in &mut members {
            member.value = privacy::wrap(member.value.clone());
        }
    }
    members
}

fn field(member: &Member, path: &Path, members: &mut Vec<Member>, unmapped: &mut Unmapped) {
    let value = &member.value;
    if tree::is_empty(value) || privacy::is_mark(member) {
        return;
    }
    let path = below(path, Step::Key(member.key.clone()));
    let field = FIELDS.iter().find(|(_, names)| names.contains(&member.key.as_str()));
    let field = match (member.key.as_str(), field) {
        ("profiles", _) => Some("links"),
        (_, Some(("image", _))) if !is_image(value) => None,
        (_, field) => field.map(|(field, _)| *field),
    };
    match field.filter(|field| members.iter().all(|member| member.key != *field)) {
        Some(field) => {
            let value = match field {
                "links" => links(value, &path, unmapped),
                "location" => location(value, &path, unmapped),
                _ => Some(tree::filled(value)),
            };
            let key_span = member.key_span.clone();
            members.extend(value.map(|value| Member { key: field.to_owned(), key_span, value }));
        }
        None => unmapped.keep(&path, value),
    }
}

/// Whether a member is the portrait of an exported page, whose file is not part of the export.
fn portrait(member: &Member, path: &Path, unmapped: &mut Unmapped) -> bool {
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

fn location(node: &Node, path: &Path, unmapped: &mut Unmapped) -> Option<Node> {
    unmapped.convert(node, &mut |unmapped, node| {
        if node.as_str().is_some() || !node.elements().is_empty() {
            return Some(node.clone());
        }
        let mut members: Vec<Member> = privacy::mark(node).into_iter().collect();
        for member in node.members().iter().filter(|member| !tree::is_empty(&member.value)) {
            if LOCATION.contains(&member.key.as_str()) {
                members.push(Member { value: tree::filled(&member.value), ..member.clone() });
            } else if !privacy::is_mark(member) {
                let path = below(path, Step::Key(member.key.clone()));
                unmapped.keep(&path, &member.value);
            }
        }
        members
            .iter()
            .any(|member| !privacy::is_mark(member))
            .then(|| tree::object(members, node.span.clone()))
    })
}

fn links(node: &Node, path: &Path, unmapped: &mut Unmapped) -> Option<Node> {
    unmapped.convert(node, &mut |unmapped, list| {
        if list.elements().is_empty() {
            return Some(list.clone());
        }
        let links = list.elements().iter().enumerate().filter_map(|(index, element)| {
            let path = below(path, Step::Index(index));
            unmapped.convert(element, &mut |unmapped, element| link(element, &path, unmapped))
        });
        Some(tree::list(links.collect(), list.span.clone()))
    })
}

/// Reads one profile elsewhere, which becomes a link if it has an address.
fn link(node: &Node, path: &Path, unmapped: &mut Unmapped) -> Option<Node> {
    if tree::is_empty(node) {
        return None;
    }
    if node.members().is_empty() {
        return Some(node.clone());
    }
    let url = node.get("url").filter(|url| !tree::is_empty(url));
    let Some(url) = url else {
        unmapped.keep(path, node);
        return None;
    };
    let mut members: Vec<Member> = privacy::mark(node).into_iter().collect();
    for member in node.members().iter().filter(|member| !tree::is_empty(&member.value)) {
        let key = match member.key.as_str() {
            "network" => "label",
            "url" => "url",
            "username" => "username",
            _ if privacy::is_mark(member) => continue,
            _ => {
                let path = below(path, Step::Key(member.key.clone()));
                unmapped.keep(&path, &member.value);
                continue;
            }
        };
        members.push(Member { key: key.into(), ..member.clone() });
    }
    if members.iter().all(|member| member.key != "label") {
        // A label derived from a private address would reveal it.
        let label = url.as_str().and_then(host).map(|host| tree::text(host, url.span.clone()));
        let label = label.unwrap_or_else(|| tree::text("—", url.span.clone()));
        members.push(tree::member("label", label));
    }
    Some(tree::object(members, node.span.clone()))
}

/// Returns the host of an address, as people write it.
fn host(url: &str) -> Option<String> {
    let url = url::Url::parse(url).ok()?;
    Some(url.host_str()?.trim_start_matches("www.").to_owned())
}
