//! Imports `RenderCV` (<https://rendercv.com>): the `cv` of its YAML. Its design is not imported.
//!
//! A CV has the same parts as a résumé, under other names and with titles of the owner's own, so its
//! entries are read as those of a JSON Resume are.

mod entry;
mod header;

use crate::json_resume::reader::Reader;
use crate::json_resume::{Markup, basics, entry as resume_entry};
use crate::unmapped::{Unmapped, below, section};
use crate::{ImportContext, languages as files, names, omit, tree, values};
use entry::Target;
use perfil_model::profile::{Ids, ResumeList};
use perfil_source::{Member, Node, Path, Problem, Step, Value, privacy};
use perfil_text::slug;

/// The keys about the design and wording of the file, and not about the person.
const ABOUT_THE_FILE: [&str; 5] =
    ["design", "locale", "locale_catalog", "settings", "rendercv_settings"];

/// The titles of a section of texts that introduces the person.
const SUMMARIES: [&str; 6] =
    ["summary", "professional summary", "profile", "about", "about me", "objective"];

/// The keys of dates.
const DATES: [&str; 3] = ["date", "start_date", "end_date"];

/// Converts a CV of `RenderCV` into the order of a native profile.
pub(super) fn arrange(written: &Node, name: &str, context: &ImportContext) -> (Node, Vec<Problem>) {
    let mut unmapped = Unmapped::default();
    let (mut members, mut sections) = (Vec::new(), Vec::new());
    let span = written.span.clone();
    let start = span.start..span.start + 1;
    members.push(tree::version(start.clone()));
    let language = files::of_file(written);
    let all = language.iter().chain(context.languages);
    let reader = Reader::of(written, &DATES, Markup::MarkdownInNames, all);
    members.extend(
        language.map(|it| tree::member("language", tree::text(it.as_str(), start.clone()))),
    );
    for member in written.members() {
        let path = below(&Path::default(), Step::Key(member.key.clone()));
        if member.key == "cv" {
            let mut is_private = privacy::hides(&member.value);
            unmapped.convert(&member.value, &mut |unmapped, cv| {
                is_private |= privacy::hides(cv);
                let basics = header::basics(cv);
                members.extend(basics::read(&basics, &path, &reader, context, unmapped));
                let part = cv.members().iter().find(|member| member.key == "sections");
                if let Some(part) = part.filter(|part| !tree::is_empty(&part.value)) {
                    let path = below(&path, Step::Key(part.key.clone()));
                    parts(&part.value, &path, &reader, &mut members, &mut sections, unmapped);
                }
                None
            });
            if is_private {
                // Values that leave a private object become private themselves.
                let values = members.iter_mut().filter(|it| it.key != "version");
                let values = values.map(|member| &mut member.value);
                values.chain(&mut sections).for_each(|value| *value = privacy::wrap(value.clone()));
            }
        } else if !ABOUT_THE_FILE.contains(&member.key.as_str())
            && !privacy::is_mark(member)
            && !tree::is_empty(&member.value)
        {
            let why = omit::reason(&member.key, &member.value);
            let why = why.unwrap_or("it is no part of a CV that a page can show");
            unmapped.leave_out(&path, &member.value.span, why);
        }
    }
    if members.iter().all(|member| member.key != "name") {
        let name = names::of_file(name);
        let message = format!("the CV has no name, so the page is called {name:?}");
        unmapped.warn(&Path::default(), &start, message, "Add \"name\" to \"cv\".");
        members.push(tree::member("name", tree::text(name, start)));
    }
    members.push(tree::member("sections", tree::list(sections, span.clone())));
    members.extend(privacy::mark(written));
    (tree::object(members, span), unmapped.into_report())
}

fn parts(
    node: &Node,
    path: &Path,
    reader: &Reader,
    members: &mut Vec<Member>,
    sections: &mut Vec<Node>,
    unmapped: &mut Unmapped,
) {
    let is_hidden = privacy::hides(node);
    let mut ids = Ids::of_sections();
    unmapped.convert(node, &mut |unmapped, node| {
        if node.members().is_empty() {
            unmapped.leave_out(path, &node.span, "it has no sections with titles");
        }
        for member in node.members().iter().filter(|member| !privacy::is_mark(member)) {
            if tree::is_empty(&member.value) {
                continue;
            }
            let path = below(path, Step::Key(member.key.clone()));
            let is_new = members.iter().all(|member| member.key != "summary");
            if let Some(summary) = summary(member, reader, &path, unmapped).filter(|_| is_new) {
                let wrap = |node: Node| if is_hidden { privacy::wrap(node) } else { node };
                members.push(Member { value: wrap(summary.value.clone()), ..summary });
                continue;
            }
            let section = part(member, &path, reader, &mut ids, unmapped);
            sections.extend(section.map(|node| if is_hidden { privacy::wrap(node) } else { node }));
        }
        None
    });
}

/// Reads a section that introduces the person, if this is one: texts under one of its usual titles.
fn summary(
    member: &Member,
    reader: &Reader,
    path: &Path,
    unmapped: &mut Unmapped,
) -> Option<Member> {
    let key = member.key.replace('_', " ").to_lowercase();
    let is_text = |node: &Node| entry::line_of(node).as_str().is_some();
    let is_summary =
        SUMMARIES.contains(&key.as_str()) && member.value.elements().iter().all(is_text);
    let value = is_summary.then(|| reader.prose(&member.value, path, unmapped)).flatten()?;
    Some(Member { key: "summary".to_owned(), key_span: member.key_span.clone(), value })
}

/// Reads a section, whose kind is that of its first entry.
fn part(
    member: &Member,
    path: &Path,
    reader: &Reader,
    ids: &mut Ids,
    unmapped: &mut Unmapped,
) -> Option<Node> {
    let span = member.key_span.start..member.value.span.end;
    let title = tree::text(title(&member.key), member.key_span.clone());
    let mut target = Target::Lines;
    let list = unmapped.convert(&member.value, &mut |unmapped, written| {
        let list = values::list(written, &[]);
        if !matches!(written.value, Value::Array(_)) {
            let message = format!("{path} is read as a list of {}", list.elements().len());
            unmapped.warn(path, &written.span, message, "Begin each entry with a hyphen.");
        }
        target = entry::target(&member.key, list.elements());
        let items = list.elements().iter().enumerate().filter_map(|(index, entry)| {
            let path = below(path, Step::Index(index));
            if tree::is_empty(entry) {
                return None;
            }
            unmapped.convert(entry, &mut |unmapped, entry| {
                item(target, entry, &path, &title, reader, unmapped)
            })
        });
        let items: Vec<_> = items.collect();
        (!items.is_empty()).then(|| tree::list(items, list.span.clone()))
    })?;
    let mut content = vec![tree::member("items", list)];
    let kind = match target {
        Target::Lines => "list",
        Target::Terms => "terms",
        Target::Entries(form) => {
            // What entries of work are can be seen from what they have.
            if form.list.kind() == "timeline" && form.list != ResumeList::Work {
                content.push(tree::member("list", tree::text(form.list.key(), span.clone())));
            }
            form.list.kind()
        }
    };
    Some(section(&id(&member.key, ids), title, kind, content, span))
}

/// Reads an entry of a section.
fn item(
    target: Target,
    entry: &Node,
    path: &Path,
    title: &Node,
    reader: &Reader,
    unmapped: &mut Unmapped,
) -> Option<Node> {
    let span = entry.span.clone();
    match target {
        Target::Entries(form) => {
            let entry = entry::renamed(form, entry);
            resume_entry::read(form, &entry, path, title, reader, unmapped)
        }
        Target::Terms if entry.get("label").is_some() => {
            let of = |key: &str| entry.get(key).filter(|value| !tree::is_empty(value));
            let term = of("label").and_then(|it| reader.text(it, ", ", path, unmapped));
            let text = of("details").and_then(|it| reader.prose(it, path, unmapped));
            let mut members: Vec<Member> = privacy::mark(entry).into_iter().collect();
            members.extend(term.map(|term| tree::member("term", term)));
            members.extend(text.map(|text| tree::member("text", text)));
            for member in entry.members().iter().filter(|it| !privacy::is_mark(it)) {
                if !["label", "details"].contains(&member.key.as_str())
                    && !tree::is_empty(&member.value)
                {
                    let path = below(path, Step::Key(member.key.clone()));
                    unmapped.leave_out(&path, &member.value.span, "a line has no place for it");
                }
            }
            Some(tree::object(members, span))
        }
        Target::Terms => {
            let text = reader.prose(entry::line_of(entry), path, unmapped)?;
            let mark = privacy::mark(entry).into_iter();
            let term = tree::member("term", tree::text("—", span.clone()));
            Some(tree::object(mark.chain([term, tree::member("text", text)]).collect(), span))
        }
        Target::Lines => {
            let text = reader.prose(entry::line_of(entry), path, unmapped)?;
            let mark = privacy::mark(entry).into_iter();
            Some(tree::object(mark.chain([tree::member("text", text)]).collect(), span))
        }
    }
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
