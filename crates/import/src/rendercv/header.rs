//! Reads the person in the header of a CV: name, ways to reach them, networks.

use crate::tree;
use crate::unmapped::{Unmapped, below};
use perfil_model::profile::ImagePath;
use perfil_source::{Member, Node, Path, Step, Value, privacy};

/// The native fields, and their names in `RenderCV`.
const FIELDS: [(&str, &str); 7] = [
    ("name", "name"),
    ("headline", "headline"),
    ("label", "headline"),
    ("location", "location"),
    ("email", "email"),
    ("phone", "phone"),
    ("website", "url"),
];

/// The addresses of profiles on the networks that `RenderCV` knows.
const NETWORKS: [(&str, &str); 15] = [
    ("LinkedIn", "https://linkedin.com/in/"),
    ("GitHub", "https://github.com/"),
    ("GitLab", "https://gitlab.com/"),
    ("IMDB", "https://imdb.com/name/"),
    ("Instagram", "https://instagram.com/"),
    ("ORCID", "https://orcid.org/"),
    ("StackOverflow", "https://stackoverflow.com/users/"),
    ("ResearchGate", "https://researchgate.net/profile/"),
    ("YouTube", "https://youtube.com/@"),
    ("Google Scholar", "https://scholar.google.com/citations?user="),
    ("Telegram", "https://t.me/"),
    ("WhatsApp", "https://wa.me/"),
    ("Leetcode", "https://leetcode.com/u/"),
    ("X", "https://x.com/"),
    ("Bluesky", "https://bsky.app/profile/"),
];

/// Reads one member of `cv` into the profile.
pub(super) fn read(
    member: &Member,
    path: &Path,
    members: &mut Vec<Member>,
    unmapped: &mut Unmapped,
) {
    let value = &member.value;
    if privacy::is_mark(member) {
        return;
    }
    match member.key.as_str() {
        "social_networks" | "custom_connections" => links(value, path, members, unmapped),
        "photo" if value.as_str().is_none_or(ImagePath::is_valid) => {
            put("image", member, value.clone(), members);
        }
        key => match FIELDS.iter().find(|(name, _)| *name == key) {
            Some((_, field)) if members.iter().all(|member| member.key != *field) => {
                let (first, others) = several(value);
                for (index, other) in others.iter().enumerate() {
                    unmapped.keep(&below(path, Step::Index(index + 1)), other);
                }
                put(field, member, form(field, first), members);
            }
            _ => unmapped.keep(path, value),
        },
    }
}

fn put(field: &str, member: &Member, value: Node, members: &mut Vec<Member>) {
    members.push(Member { key: field.into(), key_span: member.key_span.clone(), value });
}

/// Newer files can list several addresses, but a profile has one.
fn several(node: &Node) -> (&Node, &[Node]) {
    match &node.value {
        Value::Array(elements) => elements.split_first().unwrap_or((node, &[])),
        _ => (node, &[]),
    }
}

fn form(field: &str, value: &Node) -> Node {
    let span = value.span.clone();
    match (field, value.as_str()) {
        ("location", _) if privacy::wrapped(value).is_none() => {
            tree::object(vec![tree::member("city", value.clone())], span)
        }
        ("location", _) => {
            let city = privacy::wrapped(value).unwrap_or(value).clone();
            privacy::wrap(tree::object(vec![tree::member("city", city)], span))
        }
        ("phone", Some(phone)) => tree::text(phone.trim_start_matches("tel:"), span),
        _ => value.clone(),
    }
}

fn links(node: &Node, path: &Path, members: &mut Vec<Member>, unmapped: &mut Unmapped) {
    let found = unmapped.convert(node, &mut |unmapped, list| {
        let links = list.elements().iter().enumerate().filter_map(|(index, element)| {
            let path = below(path, Step::Index(index));
            unmapped.convert(element, &mut |unmapped, element| link(element, &path, unmapped))
        });
        let links: Vec<_> = links.collect();
        (!links.is_empty()).then(|| tree::list(links, list.span.clone()))
    });
    let Some(found) = found else { return };
    match members.iter_mut().find(|member| member.key == "links").map(|member| &mut member.value) {
        Some(Node { value: Value::Array(all), .. }) if privacy::wrapped(&found).is_none() => {
            all.extend(found.elements().iter().cloned());
        }
        Some(_) => unmapped.keep(path, node),
        None => members.push(tree::member("links", found)),
    }
}

/// Reads a profile on a network, or a link of the owner's own.
fn link(node: &Node, path: &Path, unmapped: &mut Unmapped) -> Option<Node> {
    let of = |key: &str| node.get(key).filter(|value| !tree::is_empty(value));
    let (label, url, username) = match (of("network"), of("username")) {
        (Some(network), Some(username)) => {
            let known = network.as_str().zip(username.as_str());
            let url = known.and_then(|(network, username)| address(network, username));
            (network, url.map(|url| tree::text(url, username.span.clone())), Some(username))
        }
        _ => (of("placeholder").unwrap_or(node), of("url").cloned(), None),
    };
    let Some(url) = url.filter(|_| label.as_str().is_some()) else {
        unmapped.keep(path, node);
        return None;
    };
    let mut members = vec![tree::member("label", label.clone()), tree::member("url", url)];
    members.extend(username.map(|name| tree::member("username", name.clone())));
    members.extend(privacy::mark(node));
    Some(tree::object(members, node.span.clone()))
}

fn address(network: &str, username: &str) -> Option<String> {
    if network == "Mastodon" {
        let (user, host) = username.trim_start_matches('@').split_once('@')?;
        return Some(format!("https://{host}/@{user}"));
    }
    let (_, start) = NETWORKS.iter().find(|(name, _)| *name == network)?;
    Some(format!("{start}{username}"))
}
