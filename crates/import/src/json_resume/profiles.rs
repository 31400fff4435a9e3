//! Reads the person's profiles on other sites.

use super::reader::Reader;
use crate::unmapped::{Unmapped, below};
use crate::{addresses, omit, tree, values};
use perfil_source::{Member, Node, Path, Step, Value, label, privacy};

/// Networks whose names people use as keys of the person, spelled in lower case.
const NETWORKS: &[&str] = &[
    "behance",
    "bitbucket",
    "bluesky",
    "codepen",
    "dribbble",
    "facebook",
    "github",
    "gitlab",
    "googlescholar",
    "instagram",
    "kaggle",
    "linkedin",
    "mastodon",
    "medium",
    "orcid",
    "researchgate",
    "stackoverflow",
    "twitter",
    "xing",
    "youtube",
];

/// Whether a key is the name of a network.
pub(super) fn is_network(key: &str) -> bool {
    let spelling = key.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase);
    NETWORKS.contains(&spelling.collect::<String>().as_str())
}

/// Reads the list of profiles, which can also be an object: `{ "github": "https://…" }`.
pub(super) fn read(
    node: &Node,
    path: &Path,
    reader: &Reader,
    unmapped: &mut Unmapped,
) -> Option<Node> {
    unmapped.convert(node, &mut |unmapped, node| {
        let is_profile = node.get("url").is_some() || node.get("network").is_some();
        let list = match &node.value {
            Value::Object(members) if !is_profile => {
                let members = members.iter().filter(|member| !privacy::is_mark(member));
                tree::list(members.map(named).collect(), node.span.clone())
            }
            _ => values::list(node, &[]),
        };
        let links = list.elements().iter().enumerate().filter_map(|(index, element)| {
            let path = below(path, Step::Index(index));
            unmapped.convert(element, &mut |unmapped, element| {
                profile(element, &path, reader, unmapped)
            })
        });
        let links: Vec<Node> = links.collect();
        (!links.is_empty()).then(|| tree::list(links, list.span.clone()))
    })
}

/// Returns a profile whose network is the key of an object.
fn named(member: &Member) -> Node {
    let span = member.value.span.clone();
    let network = tree::member("network", tree::text(label(&member.key), span.clone()));
    let mut members = vec![network];
    match &member.value.value {
        Value::Object(inner) if privacy::wrapped(&member.value).is_none() => {
            members.retain(|network| inner.iter().all(|other| other.key != network.key));
            members.extend(inner.iter().cloned());
        }
        _ => members.push(tree::member("url", member.value.clone())),
    }
    tree::object(members, span)
}

/// Reads one profile, which is a link if it has an address.
fn profile(node: &Node, path: &Path, reader: &Reader, unmapped: &mut Unmapped) -> Option<Node> {
    const NAMES: &[(&str, &[&str])] = &[
        ("label", &["network", "name", "label", "site", "platform", "type"]),
        ("username", &["username", "user", "handle", "account"]),
        ("url", &["url", "link", "href", "website"]),
    ];
    if tree::is_empty(node) {
        return None;
    }
    if reader.is_own && node.members().is_empty() {
        return Some(node.clone());
    }
    let mut members: Vec<Member> = privacy::mark(node).into_iter().collect();
    if node.members().is_empty() {
        members.extend(address(node, path, reader, unmapped));
    }
    for member in node.members().iter().filter(|member| !tree::is_empty(&member.value)) {
        if privacy::is_mark(member) {
            continue;
        }
        let path = below(path, Step::Key(member.key.clone()));
        let field = NAMES.iter().find(|(_, names)| names.contains(&member.key.as_str()));
        let field = field.map(|(field, _)| *field);
        match field.filter(|field| members.iter().all(|other| other.key != *field)) {
            Some("url") => members.extend(address(&member.value, &path, reader, unmapped)),
            Some(field) => {
                let text = unmapped.convert(&member.value, &mut |unmapped, value| {
                    let text = reader.text(value, ", ", &path, unmapped)?;
                    if field == "username" { values::first_text(&text) } else { Some(text) }
                });
                let key_span = member.key_span.clone();
                members.extend(text.map(|value| Member { key: field.to_owned(), key_span, value }));
            }
            None => {
                let why = omit::reason(&member.key, &member.value);
                let why = why.unwrap_or("a profile has no place for it");
                unmapped.leave_out(&path, &member.value.span, why);
            }
        }
    }
    let mut seen = std::collections::BTreeSet::new();
    members.retain(|member| seen.insert(member.key.clone()));
    let has = |members: &[Member], key: &str| members.iter().any(|member| member.key == key);
    if !has(&members, "url") && !has(&members, "username") {
        unmapped.leave_out(path, &node.span, "it has neither an address nor a username");
        return None;
    }
    if !has(&members, "label") {
        let url = members.iter().find(|member| member.key == "url");
        // A label derived from a private address would reveal it.
        let host = url.and_then(|url| host(url.value.as_str()?));
        let span = node.span.clone();
        members.push(tree::member("label", tree::text(host.as_deref().unwrap_or("—"), span)));
    }
    Some(tree::object(members, node.span.clone()))
}

/// Reads the address of a profile, in whose place some people write their username.
fn address(value: &Node, path: &Path, reader: &Reader, unmapped: &mut Unmapped) -> Option<Member> {
    let name = privacy::wrapped(value).unwrap_or(value).as_str().map(str::trim);
    let is_name = |name: &&str| addresses::is_username(name) || addresses::is_words(name);
    if let Some(name) = name.filter(|name| !reader.is_own && is_name(name)) {
        let text = tree::text(name, value.span.clone());
        let is_private = privacy::wrapped(value).is_some();
        let text = if is_private { privacy::wrap(text) } else { text };
        return Some(tree::member("username", text));
    }
    let url = unmapped.convert(value, &mut |unmapped, value| reader.url(value, path, unmapped));
    Some(tree::member("url", url?))
}

/// Returns the host of an address, as people write it.
fn host(url: &str) -> Option<String> {
    let url = url::Url::parse(url).ok()?;
    Some(url.host_str()?.trim_start_matches("www.").to_owned())
}
