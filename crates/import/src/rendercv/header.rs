//! The person in the header of a CV, as the `basics` of a résumé.

use crate::tree;
use perfil_source::{Member, Node, Value, label, privacy};

/// The addresses of profiles on the networks that `RenderCV` knows.
const NETWORKS: [(&str, &str); 16] = [
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
    ("Reddit", "https://reddit.com/user/"),
];

/// The lists of connections, of which the second is the owner's own.
const CONNECTIONS: [&str; 2] = ["social_networks", "custom_connections"];

/// Returns the members of `cv` that are about the person, under the names of `basics`.
pub(super) fn basics(cv: &Node) -> Node {
    let mut members: Vec<Member> = Vec::new();
    for member in cv.members() {
        match member.key.as_str() {
            "sections" => {}
            key if CONNECTIONS.contains(&key) => connections(member, &mut members),
            _ => members.push(member.clone()),
        }
    }
    tree::object(members, cv.span.clone())
}

/// Adds a list of connections to the profiles.
fn connections(member: &Member, members: &mut Vec<Member>) {
    let is_private = privacy::wrapped(&member.value).is_some();
    let list = privacy::wrapped(&member.value).unwrap_or(&member.value);
    let wrap = |node: Node| if is_private { privacy::wrap(node) } else { node };
    let found = list.elements().iter().filter(|it| !tree::is_empty(it));
    let found: Vec<Node> = found.map(|element| wrap(connection(element))).collect();
    match members.iter_mut().find(|member| member.key == "profiles") {
        Some(Member { value: Node { value: Value::Array(all), .. }, .. }) => all.extend(found),
        _ if found.is_empty() => {}
        _ => members.push(Member {
            key: "profiles".to_owned(),
            key_span: member.key_span.clone(),
            value: tree::list(found, list.span.clone()),
        }),
    }
}

/// Returns a profile on a network, or a link of the owner's own.
fn connection(element: &Node) -> Node {
    if let Some(inner) = privacy::wrapped(element) {
        return privacy::wrap(connection(inner));
    }
    let of = |key: &str| element.get(key).filter(|value| !tree::is_empty(value));
    let mut members = element.members().to_vec();
    members.retain(|member| member.key != "fontawesome_icon");
    if let Some(placeholder) = of("placeholder") {
        members.retain(|member| member.key != "placeholder");
        if of("url").is_some() {
            members.push(tree::member("network", placeholder.clone()));
        } else {
            // The symbol before the text says what it is.
            let symbol = of("fontawesome_icon").and_then(Node::as_str).unwrap_or_default();
            let symbol = tree::text(label(symbol), placeholder.span.clone());
            members.push(tree::member("network", symbol));
            members.push(tree::member("username", placeholder.clone()));
        }
    } else if let (Some(network), Some(username), None) = (of("network"), of("username"), of("url"))
    {
        let url = network.as_str().zip(username.as_str());
        let url = url.and_then(|(network, username)| address(network, username));
        members.extend(url.map(|it| tree::member("url", tree::text(it, username.span.clone()))));
    }
    tree::object(members, element.span.clone())
}

fn address(network: &str, username: &str) -> Option<String> {
    if network == "Mastodon" {
        let (user, host) = username.trim_start_matches('@').split_once('@')?;
        return Some(format!("https://{host}/@{user}"));
    }
    let (name, start) = NETWORKS.iter().find(|(name, _)| name.eq_ignore_ascii_case(network))?;
    let username = match *name {
        // An address of WhatsApp has a number without signs.
        "WhatsApp" => username.chars().filter(char::is_ascii_digit).collect(),
        "StackOverflow" | "Google Scholar" => username.to_owned(),
        _ => username.trim_start_matches('@').to_owned(),
    };
    Some(format!("{start}{username}"))
}
