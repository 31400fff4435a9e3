//! Reads `basics`, the fields of the person.

use super::reader::{self, Reader, detail};
use super::{contacts, entry, facts, location, portrait, profiles};
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
pub(super) struct Read {
    pub(super) members: Vec<Member>,
    /// What there is more than one of, such as telephone numbers.
    pub(super) facts: Vec<Node>,
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
    if profiles::is_network(&member.key) && !reader.is_own {
        let profile = tree::object(vec![member.clone()], value.span.clone());
        let links = profiles::read(&profile, &path, reader, unmapped);
        read.links.extend(links.iter().flat_map(Node::elements).cloned());
        return;
    }
    let Some(field) = named_by(&member.key) else {
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
        "url" => unmapped.convert(value, &mut |unmapped, it| {
            let url = reader.url(it, &path, unmapped);
            let words = reader::words(it).filter(|_| url.is_none());
            read.facts.extend(words.map(|it| unmapped.protected(detail(&member.key, it))));
            url
        }),
        "image" if !reader.is_own => {
            let image = portrait::read(member, &path, unmapped);
            let is_new = |it: &Member| read.members.iter().all(|member| member.key != it.key);
            read.members.extend(image.filter(is_new));
            return;
        }
        "email" | "phone" if !reader.is_own => {
            return contacts::read(field, member, &path, reader, read, unmapped);
        }
        _ => unmapped.convert(value, &mut |unmapped, it| reader.text(it, ", ", &path, unmapped)),
    };
    match made {
        Some(value) if is_new => {
            let key_span = member.key_span.clone();
            read.members.push(Member { key: field.to_owned(), key_span, value });
        }
        Some(value) if another(field, &member.key, &value, &path, reader, read, unmapped) => {}
        None if is_new => {}
        _ => unmapped.leave_out(&path, &value.span, "there is another one"),
    }
}

/// Returns the native field that a key names, alone or with a number: `summary2`.
fn named_by(key: &str) -> Option<&'static str> {
    let field = |key: &str| FIELDS.iter().find(|(_, names)| names.contains(&key));
    let unnumbered =
        key.trim_end_matches(|c: char| c.is_ascii_digit()).trim_end_matches(['_', '-']);
    field(key).or_else(|| field(unnumbered)).map(|(field, _)| *field)
}

/// Whether a key beside `basics` names what the person says of themselves.
pub(super) fn is_summary(key: &str) -> bool {
    named_by(key) == Some("summary")
}

/// Adds what the person says of themselves beside `basics`.
pub(super) fn more_summary(
    member: &Member,
    members: &mut Vec<Member>,
    reader: &Reader,
    unmapped: &mut Unmapped,
) {
    let path = below(&Path::default(), Step::Key(member.key.clone()));
    let text = unmapped
        .convert(&member.value, &mut |unmapped, value| reader.prose(value, &path, unmapped));
    let Some(text) = text else { return };
    let mut own = members.iter_mut().filter(|other| other.key == "summary");
    match own.next().map(|own| &mut own.value) {
        Some(own) if tree::same(own, &text) => {}
        Some(own) => match entry::paragraphs(own, &text) {
            Some(joined) => *own = joined,
            None => unmapped.leave_out(&path, &member.value.span, "there is another one"),
        },
        None => members.push(tree::member("summary", text)),
    }
}

/// Adds another value of a field that has one, and returns whether there is a place for it.
fn another(
    field: &str,
    key: &str,
    value: &Node,
    path: &Path,
    reader: &Reader,
    read: &mut Read,
    unmapped: &mut Unmapped,
) -> bool {
    let Some(first) = read.members.iter_mut().find(|member| member.key == field) else {
        return false;
    };
    match field {
        _ if tree::same(&first.value, value) => true,
        _ if reader.is_own => false,
        "summary" => {
            let joined = entry::paragraphs(&first.value, value);
            joined.map(|joined| first.value = joined).is_some()
        }
        "headline" => {
            let text = privacy::wrapped(value).unwrap_or(value).clone();
            let is_private = privacy::wrapped(value).is_some();
            let fact = detail(key, text);
            read.facts.push(if is_private { privacy::wrap(fact) } else { fact });
            true
        }
        "links" => {
            read.links.extend(value.elements().iter().cloned());
            !value.elements().is_empty()
        }
        "url" => {
            let list = tree::list(vec![value.clone()], value.span.clone());
            let links = profiles::read(&list, path, reader, unmapped);
            read.links.extend(links.iter().flat_map(Node::elements).cloned());
            links.is_some()
        }
        _ => false,
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
