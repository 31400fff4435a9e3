//! Imports JSON Resume (<https://jsonresume.org/schema>), version 1.0.0 and the earlier names, with
//! what people write instead of either.

pub(crate) mod basics;
mod contacts;
pub(crate) mod entry;
mod facts;
pub(crate) mod forms;
mod headings;
mod keywords;
pub(crate) mod lists;
mod location;
mod markup;
mod meta;
mod own;
mod period;
mod portrait;
mod profiles;
pub(crate) mod reader;
mod role;
mod sections;
mod shape;

pub(super) use lists::named_by as list_named_by;
pub(super) use markup::Markup;
pub(super) use portrait::embedded as portrait;

use crate::unmapped::{Unmapped, below, section};
use crate::{ImportContext, languages as files, names, omit, titles, tree};
use forms::Form;
use headings::Headings;
use own::Extension;
use perfil_model::language::Tag;
use perfil_model::profile::ResumeList;
use perfil_source::{Member, Node, Path, Problem, Step, Value, privacy};
use reader::Reader;
use std::collections::BTreeSet;

/// The keys of dates in a résumé.
const DATES: &[&str] = &["startDate", "endDate", "date", "releaseDate"];

/// Returns the position of the part of a file that is in the native format, if it is our own export.
pub(super) fn own_part(written: &Node) -> Option<std::ops::Range<usize>> {
    let meta = written.get("meta")?;
    let meta = privacy::wrapped(meta).unwrap_or(meta);
    let own = meta.members().iter().find(|member| own::is_own(member))?;
    Some(own.value.span.clone())
}

/// The key of sections with titles of their own, which only the readers of other formats write: an
/// object whose values have a `title`, and the `items` of a [`LIST`] or a `text`.
pub(super) const SECTIONS: &str = "sections";

/// The key of the list that the items of such a section belong to.
pub(super) const LIST: &str = "resumeList";

/// Converts a JSON Resume into the order of a native profile.
pub(super) fn arrange(
    written: &Node,
    name: &str,
    context: &ImportContext,
    markup: Markup,
) -> (Node, Vec<Problem>) {
    let mut unmapped = Unmapped::default();
    nulls(written, &Path::default(), &mut unmapped);
    let span = written.span.clone();
    let start = span.start..span.start + 1;
    let mut own = Extension::read(written, &mut unmapped);
    let mut members = vec![tree::version(start.clone())];
    members.append(&mut own.members);
    let language = files::of_file(written);
    let reader = reader(written, own.is_there, markup, language.iter().chain(context.languages));
    if let Some(language) = language.filter(|_| !own.is_there) {
        members.push(tree::member("language", tree::text(language.as_str(), start.clone())));
    }
    let headings = Headings::read(written, &reader, &mut unmapped);
    let sections = std::mem::take(&mut own.sections);
    let mut arranged = Arranged { members, sections, own, summaries: Vec::new() };
    let mut seen = BTreeSet::new();
    for member in headings.sorted(written) {
        let path = below(&Path::default(), Step::Key(member.key.clone()));
        if !seen.insert(&member.key) {
            let message = format!("the key {:?} occurs twice in the same object", member.key);
            unmapped.warn(&path, &member.key_span, message, "Keep one of the two.");
        }
        let is_address = member.value.as_str().is_some() || member.value.value == Value::Null;
        if member.key == "$schema" && !is_address {
            unmapped.leave_out(&path, &member.value.span, "it is no address");
        }
        if !tree::is_empty(&member.value) {
            arranged.add(member, &path, &headings, &reader, context, &mut unmapped);
        }
    }
    let Arranged { mut members, sections, mut own, summaries } = arranged;
    for member in summaries {
        basics::more_summary(member, &mut members, &reader, &mut unmapped);
    }
    location::with_country(&mut members, own.country.take());
    if members.iter().all(|member| member.key != "name") {
        let name = names::of_file(name);
        let message = format!("the résumé has no name, so the page is called {name:?}");
        unmapped.warn(&Path::default(), &start, message, "Add \"name\" to \"basics\".");
        members.push(tree::member("name", tree::text(name, start)));
    }
    members.push(tree::member("sections", tree::list(sections, span.clone())));
    (tree::object(members, span), unmapped.into_report())
}

/// A profile while its members are put in their order.
struct Arranged<'a> {
    members: Vec<Member>,
    sections: Vec<Node>,
    own: Extension<'a>,
    /// What the person says of themselves beside `basics`.
    summaries: Vec<&'a Member>,
}

impl<'a> Arranged<'a> {
    /// Adds a member of the file.
    fn add(
        &mut self,
        member: &'a Member,
        path: &Path,
        headings: &Headings,
        reader: &Reader,
        context: &ImportContext,
        unmapped: &mut Unmapped,
    ) {
        let Self { members, sections, own, summaries } = self;
        match (member.key.as_str(), lists::named_by(&member.key)) {
            _ if privacy::is_mark(member) => members.push(member.clone()),
            ("basics", _) => {
                let read = basics::read(&member.value, path, reader, context, unmapped);
                let is_new = |other: &Member| members.iter().all(|it| it.key != other.key);
                let read: Vec<Member> = read.into_iter().filter(is_new).collect();
                members.extend(read);
            }
            (_, Some(list)) => {
                let usual = || titles::title(list.key(), context, &member.key_span);
                let title = headings.title(list).unwrap_or_else(usual);
                let items = Items { form: forms::of(list), title, id: list.key(), member };
                sections.extend(items.section(path, reader, own, unmapped));
            }
            (SECTIONS, _) if headings::is_order(&member.value) => {}
            (SECTIONS, _) => {
                let value = &member.value;
                sections.extend(sections::read(value, path, context, reader, own, unmapped));
            }
            ("meta", _) => members.extend(meta::read(&member.value, path, unmapped)),
            ("$schema" | headings::KEY, _) => {}
            (key, _) if !own.is_there && basics::is_summary(key) => summaries.push(member),
            (key, _) if files::is_language_key(key) && member.value.as_str().is_some() => {}
            _ => {
                let why = omit::reason(&member.key, &member.value);
                let why = why.unwrap_or("it is no part of a résumé that a page can show");
                unmapped.leave_out(path, &member.value.span, why);
            }
        }
    }
}

/// Returns how the values of the file are read.
fn reader<'a>(
    written: &Node,
    is_own: bool,
    markup: Markup,
    languages: impl Iterator<Item = &'a Tag>,
) -> Reader {
    if is_own {
        return Reader::own();
    }
    Reader::of(written, DATES, markup, languages)
}

/// The entries of a section.
struct Items<'a> {
    form: &'static Form,
    title: Node,
    id: &'a str,
    /// The list, under its key.
    member: &'a Member,
}

impl Items<'_> {
    /// Returns the section, if it has any entries.
    fn section(
        self,
        path: &Path,
        reader: &Reader,
        own: &mut Extension,
        unmapped: &mut Unmapped,
    ) -> Option<Node> {
        let Self { form, title, id, member } = self;
        let items = unmapped.convert(&member.value, &mut |unmapped, written| {
            let Some(list) = lists::entries(form, written) else {
                unmapped.leave_out(path, &written.span, "it is no list");
                return None;
            };
            if !matches!(written.value, Value::Array(_)) {
                let message = format!("{path} is read as a list of {}", list.elements().len());
                unmapped.warn(path, &written.span, message, "Put it in square brackets: [ … ].");
            }
            let items = list.elements().iter().enumerate().filter_map(|(index, element)| {
                let path = below(path, Step::Index(index));
                if tree::is_empty(element) || own.has(form.list, &member.value, index) {
                    return None;
                }
                unmapped.convert(element, &mut |unmapped, element| {
                    entry::read(form, element, &path, &title, reader, unmapped)
                })
            });
            let items: Vec<_> = items.collect();
            (!items.is_empty()).then(|| tree::list(items, list.span.clone()))
        })?;
        let span = member.key_span.start..member.value.span.end;
        let mut content = vec![tree::member("items", items)];
        // What entries of work are can be seen from what they have.
        if form.list.kind() == "timeline" && form.list != ResumeList::Work {
            content.push(tree::member("list", tree::text(form.list.key(), span.clone())));
        }
        Some(section(&own.section_id(id), title, form.list.kind(), content, span))
    }
}

/// Warns about every `null`, which JSON Resume does not allow; older files use it for missing
/// values.
fn nulls(node: &Node, path: &Path, unmapped: &mut Unmapped) {
    let mut look = |value: &Node, step: Step| {
        let path = below(path, step);
        if value.value == Value::Null {
            let message = format!("{path} is null, so it is ignored");
            unmapped.warn(&path, &value.span, message, "Write a value, or leave the key out.");
        }
        nulls(value, &path, unmapped);
    };
    for member in node.members() {
        look(&member.value, Step::Key(member.key.clone()));
    }
    for (index, element) in node.elements().iter().enumerate() {
        look(element, Step::Index(index));
    }
}
