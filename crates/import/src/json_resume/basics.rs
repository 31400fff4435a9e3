//! Reads `basics`, the fields of the person.

use super::reader::{Reader, detail};
use super::{facts, location, portrait, profiles};
use crate::unmapped::{Unmapped, below};
use crate::{ImportContext, omit, tree, values};
use perfil_source::{Member, Node, Path, Step, Value, privacy};

/// The native fields, and the current and former names of each in `basics`, followed by those that
/// people use instead.
const FIELDS: &[(&str, &[&str])] = &[
    ("name", &["name", "fullName"]),
    ("headline", &["label", "headline", "title", "jobTitle", "tagline"]),
    ("summary", &["summary", "about", "bio", "objective"]),
    ("email", &["email", "mail", "emailAddress"]),
    ("phone", &["phone", "tel", "telephone", "mobile", "phoneNumber"]),
    ("url", &["url", "website", "homepage", "site"]),
    ("image", &portrait::KEYS),
    ("location", &["location"]),
    ("links", &["profiles", "links", "social", "socials"]),
];

/// The parts of a name, in the order in which they are read.
const NAMES: &[&str] = &["firstName", "givenName", "middleName", "lastName", "familyName"];

/// What of the person has been read.
#[derive(Default)]
struct Read {
    members: Vec<Member>,
    /// What there is more than one of, such as telephone numbers.
    facts: Vec<Node>,
    /// Further links, some of them from facts that are addresses.
    links: Vec<Node>,
}

/// Reads `basics` into the members of the profile, each of them private if `basics` is.
pub(crate) fn read(
    basics: &Node,
    path: &Path,
    reader: &Reader,
    context: &ImportContext,
    unmapped: &mut Unmapped,
) -> Vec<Member> {
    let mut read = Read::default();
    let mut is_private = privacy::hides(basics);
    unmapped.convert(basics, &mut |unmapped, basics| {
        is_private |= privacy::hides(basics);
        let basics = basics.elements().first().unwrap_or(basics);
        if !matches!(basics.value, Value::Object(_)) {
            unmapped.leave_out(path, &basics.span, "it is no object");
        }
        // The name of the schema comes before what people use instead.
        let mut members: Vec<&Member> = basics.members().iter().collect();
        members.sort_by_key(|member| rank(&member.key));
        for member in members {
            if tree::is_empty(&member.value) || privacy::is_mark(member) {
                continue;
            }
            if reader.is_own && portrait::is_of_page(member, path, unmapped) {
                continue;
            }
            field(member, path, reader, context, &mut read, unmapped);
        }
        name(basics, &mut read);
        None
    });
    if !read.facts.is_empty() {
        let facts = tree::list(read.facts, basics.span.clone());
        read.members.push(tree::member("facts", facts));
    }
    if !read.links.is_empty() {
        more_links(read.links, basics, &mut read.members);
    }
    if is_private {
        for member in &mut read.members {
            member.value = privacy::wrap(member.value.clone());
        }
    }
    read.members
}

/// Adds links to those of the profiles.
fn more_links(links: Vec<Node>, basics: &Node, members: &mut Vec<Member>) {
    let own = members.iter_mut().find(|member| member.key == "links").map(|it| &mut it.value);
    match own {
        Some(Node { value: Value::Array(own), .. }) => own.extend(links),
        Some(own) => {
            // Private profiles stay so when others join them.
            let inner = privacy::wrapped(own).map(|list| list.elements().to_vec());
            let hidden = inner.unwrap_or_default().into_iter().map(privacy::wrap);
            *own = tree::list(hidden.chain(links).collect(), own.span.clone());
        }
        None => {
            let links = tree::list(links, basics.span.clone());
            members.push(tree::member("links", links));
        }
    }
}

/// Returns the place of a key among the names of its field.
fn rank(key: &str) -> usize {
    FIELDS.iter().find_map(|(_, names)| names.iter().position(|name| *name == key)).unwrap_or(0)
}

fn field(
    member: &Member,
    path: &Path,
    reader: &Reader,
    context: &ImportContext,
    read: &mut Read,
    unmapped: &mut Unmapped,
) {
    let value = &member.value;
    let path = below(path, Step::Key(member.key.clone()));
    if member.key == facts::KEY && !reader.is_own {
        let (facts, links) = facts::read(value, &path, context, reader, unmapped);
        read.facts.extend(facts);
        read.links.extend(links);
        return;
    }
    let field = FIELDS.iter().find(|(_, names)| names.contains(&member.key.as_str()));
    let Some(field) = field.map(|(field, _)| *field) else {
        if !NAMES.contains(&member.key.as_str()) {
            let why = omit::reason(&member.key, value);
            let why = why.unwrap_or("it is no part of a résumé that a page can show");
            unmapped.leave_out(&path, &value.span, why);
        }
        return;
    };
    let is_new = read.members.iter().all(|member| member.key != field);
    let made = match field {
        "links" => profiles::read(value, &path, reader, unmapped),
        "location" => location::read(value, &path, reader, context, unmapped),
        "summary" => unmapped.convert(value, &mut |unmapped, it| reader.prose(it, &path, unmapped)),
        "url" if matches!(value.value, Value::Array(_)) && !reader.is_own => {
            return websites(member, &path, reader, read, unmapped);
        }
        "url" => unmapped.convert(value, &mut |unmapped, it| reader.url(it, &path, unmapped)),
        "image" if !reader.is_own => {
            let image = portrait::read(member, &path, unmapped);
            let is_new = |it: &Member| read.members.iter().all(|member| member.key != it.key);
            read.members.extend(image.filter(is_new));
            return;
        }
        "email" | "phone" if !reader.is_own => {
            return contact(field, member, &path, reader, read, unmapped);
        }
        _ => unmapped.convert(value, &mut |unmapped, it| reader.text(it, ", ", &path, unmapped)),
    };
    match made.filter(|_| is_new) {
        Some(value) => {
            let key_span = member.key_span.clone();
            read.members.push(Member { key: field.to_owned(), key_span, value });
        }
        None if !is_new => unmapped.leave_out(&path, &value.span, "there is another one"),
        None => {}
    }
}

/// Reads several websites; those after the first become links.
fn websites(
    member: &Member,
    path: &Path,
    reader: &Reader,
    read: &mut Read,
    unmapped: &mut Unmapped,
) {
    for (index, element) in member.value.elements().iter().enumerate() {
        let path = below(path, Step::Index(index));
        let url = |unmapped: &mut Unmapped| {
            unmapped.convert(element, &mut |unmapped, it| reader.url(it, &path, unmapped))
        };
        if read.members.iter().all(|member| member.key != "url") {
            let key_span = member.key_span.clone();
            let url = url(unmapped);
            read.members.extend(url.map(|value| Member { key: "url".into(), key_span, value }));
        } else {
            let list = tree::list(vec![element.clone()], element.span.clone());
            let links = profiles::read(&list, &path, reader, unmapped);
            read.links.extend(links.iter().flat_map(Node::elements).cloned());
        }
    }
}

/// Reads an e-mail address or a telephone number; others become facts.
fn contact(
    field: &str,
    member: &Member,
    path: &Path,
    reader: &Reader,
    read: &mut Read,
    unmapped: &mut Unmapped,
) {
    let value = privacy::wrapped(&member.value).unwrap_or(&member.value);
    let is_private = privacy::wrapped(&member.value).is_some();
    let separators: &[char] = if field == "email" { &[',', ';', '|'] } else { &[] };
    let is_one = value.as_str().is_some_and(|text| text.contains('<'));
    let list = values::list(value, if is_one { &[] } else { separators });
    for element in list.elements() {
        // One of several can be private.
        let is_private = is_private || privacy::has_private(element);
        let wrap = |node: Node| if is_private { privacy::wrap(node) } else { node };
        let text = reader.text(&privacy::reveal(element.clone()), ", ", path, unmapped);
        let Some(text) = text.as_ref().and_then(values::first_text) else { continue };
        let written = text.as_str().unwrap_or_default();
        let written = if field == "email" { mailbox(written) } else { written };
        let text = wrap(tree::text(written, text.span.clone()));
        let is_new = read.members.iter().all(|member| member.key != field);
        let same = |other: &Member| other.key == field && tree::same(&other.value, &text);
        if read.members.iter().any(same) {
            continue;
        }
        if is_new && (field != "email" || is_mailbox(written)) {
            let key_span = member.key_span.clone();
            read.members.push(Member { key: field.to_owned(), key_span, value: text });
        } else {
            if field == "email" && !is_mailbox(written) {
                let message = format!("{written:?} is no e-mail address, so it is shown as a text");
                unmapped.warn(path, &element.span, message, r#"Write it as "ada@example.org"."#);
            }
            let label = if field == "email" { "email" } else { member.key.as_str() };
            let text = privacy::wrapped(&text).unwrap_or(&text).clone();
            read.facts.push(wrap(detail(label, text)));
        }
    }
}

/// Returns the address in `mailto:ada@example.org` or `Ada <ada@example.org>`.
fn mailbox(written: &str) -> &str {
    let inner = written.rsplit_once('<').and_then(|(_, rest)| rest.split_once('>'));
    let mut written = inner.map_or(written, |(inner, _)| inner).trim();
    while let Some(rest) = written.get(..7).filter(|it| it.eq_ignore_ascii_case("mailto:")) {
        written = written[rest.len()..].trim();
    }
    written.split('?').next().unwrap_or(written)
}

fn is_mailbox(written: &str) -> bool {
    let is_word = !written.contains(|c: char| c.is_whitespace() || c.is_control());
    let parts = written.split_once('@');
    is_word
        && parts.is_some_and(|(user, host)| {
            !user.is_empty() && host.contains('.') && !host.contains('@')
        })
}

/// Reads a name that is written in parts.
fn name(basics: &Node, read: &mut Read) {
    if read.members.iter().any(|member| member.key == "name") {
        return;
    }
    let parts = NAMES.iter().filter_map(|key| basics.get(key));
    let parts: Vec<Node> = parts.filter(|part| !tree::is_empty(part)).cloned().collect();
    let name = values::text(&tree::list(parts, basics.span.clone()), " ");
    read.members.extend(name.map(|name| tree::member("name", name)));
}
