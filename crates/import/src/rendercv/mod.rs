//! Imports `RenderCV` (<https://rendercv.com>): the `cv` of its YAML. Its design is not imported.

mod entry;
mod header;

use crate::unmapped::{Unmapped, below, section};
use crate::{names, tree};
use perfil_model::language::Tag;
use perfil_model::profile::Ids;
use perfil_source::{Member, Node, Path, Problem, Step, Value, privacy};
use perfil_text::slug;

/// The keys about the design and wording of the file, and not about the person.
const ABOUT_THE_FILE: [&str; 5] =
    ["design", "locale", "locale_catalog", "settings", "rendercv_settings"];

/// Converts a CV of `RenderCV` into the order of a native profile.
pub(super) fn arrange(written: &Node, name: &str, languages: &[Tag]) -> (Node, Vec<Problem>) {
    let mut unmapped = Unmapped::default();
    let (mut members, mut sections) = (Vec::new(), Vec::new());
    let span = written.span.clone();
    let start = span.start..span.start + 1;
    members.push(tree::version(start.clone()));
    for member in written.members() {
        let path = below(&Path::default(), Step::Key(member.key.clone()));
        if member.key == "cv" {
            let mut is_private = privacy::hides(&member.value);
            unmapped.convert(&member.value, &mut |unmapped, cv| {
                is_private |= privacy::hides(cv);
                read(cv, &path, &mut members, &mut sections, unmapped);
                None
            });
            if is_private {
                // Values that leave a private object become private themselves.
                let values = members.iter_mut().skip(1).map(|member| &mut member.value);
                values.chain(&mut sections).for_each(|value| *value = privacy::wrap(value.clone()));
            }
        } else if !ABOUT_THE_FILE.contains(&member.key.as_str())
            && !privacy::is_mark(member)
            && !tree::is_empty(&member.value)
        {
            unmapped.keep(&path, &member.value);
        }
    }
    if members.iter().all(|member| member.key != "name") {
        let name = names::of_file(name);
        let message = format!("the CV has no name, so the page is called {name:?}");
        unmapped.warn(&Path::default(), &start, message, "Add \"name\" to \"cv\".");
        members.push(tree::member("name", tree::text(name, start)));
    }
    let (more, report) = unmapped.finish("more", languages);
    sections.extend(more);
    members.push(tree::member("sections", tree::list(sections, span.clone())));
    members.extend(privacy::mark(written));
    (tree::object(members, span), report)
}

fn read(
    cv: &Node,
    path: &Path,
    members: &mut Vec<Member>,
    sections: &mut Vec<Node>,
    unmapped: &mut Unmapped,
) {
    for member in cv.members().iter().filter(|member| !tree::is_empty(&member.value)) {
        let path = below(path, Step::Key(member.key.clone()));
        if member.key == "sections" {
            parts(&member.value, &path, sections, unmapped);
        } else {
            header::read(member, &path, members, unmapped);
        }
    }
}

fn parts(node: &Node, path: &Path, sections: &mut Vec<Node>, unmapped: &mut Unmapped) {
    let is_hidden = privacy::hides(node);
    // The last section contains the kept values.
    let mut ids = Ids::of_sections();
    ids.take("more");
    unmapped.convert(node, &mut |unmapped, node| {
        if node.members().is_empty() {
            let message = format!("expected an object for \"sections\", found {}", node.value);
            let remedy = "List the entries of each section below its title.";
            unmapped.error(path, &node.span, message, remedy);
        }
        for member in node.members().iter().filter(|member| !privacy::is_mark(member)) {
            let path = below(path, Step::Key(member.key.clone()));
            let section = part(member, &path, &mut ids, unmapped);
            sections.extend(section.map(|node| if is_hidden { privacy::wrap(node) } else { node }));
        }
        None
    });
}

/// Reads a section, whose kind is that of its first entry.
fn part(member: &Member, path: &Path, ids: &mut Ids, unmapped: &mut Unmapped) -> Option<Node> {
    let span = member.key_span.start..member.value.span.end;
    let title = tree::text(title(&member.key), member.key_span.clone());
    let mut kind = "list";
    let list = unmapped.convert(&member.value, &mut |unmapped, list| {
        let Value::Array(entries) = &list.value else {
            let message = format!("expected a list of entries, found {}", list.value);
            unmapped.error(path, &list.span, message, "Begin each entry with a hyphen.");
            return None;
        };
        let first = entries.iter().find(|entry| !tree::is_empty(entry))?;
        let form = entry::form(privacy::wrapped(first).unwrap_or(first));
        kind = form.kind;
        let items = entries.iter().enumerate().filter(|(_, entry)| !tree::is_empty(entry));
        let items = items.filter_map(|(index, entry)| {
            let path = below(path, Step::Index(index));
            unmapped
                .convert(entry, &mut |unmapped, entry| entry::read(form, entry, &path, unmapped))
        });
        let items: Vec<_> = items.collect();
        (!items.is_empty()).then(|| tree::list(items, list.span.clone()))
    })?;
    let content = vec![tree::member("items", list)];
    Some(section(&id(&member.key, ids), title, kind, content, span))
}

/// Returns the title that `RenderCV` makes from a key: `quick_guide` is "Quick guide".
fn title(key: &str) -> String {
    let words = key.replace('_', " ");
    let mut chars = words.trim().chars();
    chars.next().map_or_else(|| "—".into(), |first| first.to_uppercase().chain(chars).collect())
}

/// Returns an id that no other section has.
fn id(key: &str, ids: &mut Ids) -> String {
    ids.section(&slug(&key.replace('_', " ")))
}
