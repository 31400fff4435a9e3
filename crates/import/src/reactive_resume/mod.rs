//! Reads the files of Reactive Resume (<https://rxresu.me>), versions 4 and 5, as a JSON Resume.
//!
//! Its texts are HTML. What is hidden there is left out, and so is how the file is set, with the
//! notes that its owner keeps beside it (`metadata`).

mod fields;
mod items;

use crate::json_resume;
use crate::resume_tree::{ResumeTree, members};
use crate::tree;
use crate::unmapped::{Unmapped, below};
use fields::{address, has_words, is_hidden};
use items::Items;
use perfil_model::language::{Tag, default_word};
use perfil_model::profile::ResumeList;
use perfil_source::{Member, Node, Path, Problem, Step, Value, privacy};

/// The language that a file states if its owner chose none.
const DEFAULT_LANGUAGE: &str = "en-US";

/// Why what is hidden is left out.
const HIDDEN: &str = "it is hidden in Reactive Resume";

/// Whether a tree is a file of this format.
pub(super) fn is_file(node: &Node) -> bool {
    let is_object =
        |key: &str| node.get(key).is_some_and(|it| matches!(it.value, Value::Object(_)));
    let has = |key: &str| node.get(key).is_some();
    let is_sections = is_object("sections") && (is_object("basics") || is_object("metadata"));
    is_sections || (has("sections") && is_object("basics") && is_object("metadata"))
}

/// Returns the file as a JSON Resume, and what is left out of it.
pub(super) fn resume(written: &Node, languages: &[Tag]) -> Result<(Node, Vec<Problem>), Problem> {
    let mut reader = Reader {
        resume: ResumeTree::default(),
        items: Items::of(written, languages),
        profiles: Vec::new(),
        unmapped: Unmapped::default(),
    };
    for member in written.members() {
        let path = below(&Path::default(), Step::Key(member.key.clone()));
        match member.key.as_str() {
            "basics" => reader.basics(&member.value, &path),
            "picture" => reader.picture(member, &path),
            "summary" => reader.summary(&member.value, &path),
            "sections" => reader.sections(member, &path)?,
            "customSections" => reader.custom(&member.value, &path),
            "metadata" => reader.metadata(&member.value, &path),
            _ => reader.resume.others.push(member.clone()),
        }
    }
    if !reader.profiles.is_empty() {
        let span = written.span.start..written.span.start + 1;
        let profiles = tree::list(reader.profiles, span);
        reader.resume.basics.push(tree::member("profiles", profiles));
    }
    let mut report = reader.unmapped.into_report();
    report.extend(reader.items.report(written));
    reader.resume.sort(&order(written));
    Ok((reader.resume.finish(written.span.clone()), report))
}

/// Reads a file part by part.
struct Reader {
    resume: ResumeTree,
    items: Items,
    profiles: Vec<Node>,
    unmapped: Unmapped,
}

impl Reader {
    fn basics(&mut self, basics: &Node, path: &Path) {
        if is_hidden(basics) || !matches!(basics.value, Value::Object(_)) {
            let why = if is_hidden(basics) { HIDDEN } else { "it is no object" };
            return self.unmapped.leave_out(path, &basics.span, why);
        }
        for member in members(basics) {
            let inner = below(path, Step::Key(member.key.clone()));
            match member.key.as_str() {
                "picture" => self.picture(&member, &inner),
                "url" | "website" => {
                    let address = address(&member.value);
                    let key_span = member.key_span.clone();
                    self.resume.basics.extend(address.map(|value| Member {
                        key: "url".to_owned(),
                        key_span,
                        value,
                    }));
                }
                _ => self.resume.basics.push(member),
            }
        }
    }

    /// Reads the portrait, unless it is hidden.
    fn picture(&mut self, member: &Member, path: &Path) {
        let picture = &member.value;
        if picture.members().is_empty() {
            return self.resume.basics.push(member.clone());
        }
        let Some(address) = address(picture) else { return };
        if is_hidden(picture) || picture.get("effects").is_some_and(is_hidden) {
            return self.unmapped.leave_out(path, &picture.span, HIDDEN);
        }
        self.resume.basics.push(tree::member("image", address));
    }

    fn summary(&mut self, summary: &Node, path: &Path) {
        let text =
            if summary.members().is_empty() { Some(summary) } else { summary.get("content") };
        let Some(text) = text.filter(|text| has_words(text)) else { return };
        if is_hidden(summary) {
            return self.unmapped.leave_out(path, &summary.span, HIDDEN);
        }
        self.resume.basics.push(tree::member("summary", text.clone()));
        if let Some(title) = own_title(summary, "summary", None) {
            let path = below(path, Step::Key("title".to_owned()));
            self.unmapped.leave_out(&path, &title.span, "an introduction has no title");
        }
    }

    fn sections(&mut self, member: &Member, path: &Path) -> Result<(), Problem> {
        if !matches!(member.value.value, Value::Object(_)) {
            let found = &member.value.value;
            let message = format!("expected an object for \"sections\", found {found}");
            let remedy = "Write each section under its name, as Reactive Resume exports them.";
            let problem = Problem::error(Some(member.value.span.clone()), message, remedy);
            return Err(problem.at(path.clone()));
        }
        if is_hidden(&member.value) {
            self.unmapped.leave_out(path, &member.value.span, HIDDEN);
            return Ok(());
        }
        for member in member.value.members() {
            let path = below(path, Step::Key(member.key.clone()));
            let value = &member.value;
            match (member.key.as_str(), json_resume::list_named_by(&member.key)) {
                ("summary", _) => self.summary(value, &path),
                ("custom", _) => self.custom(value, &path),
                ("profiles", _) => self.profiles(value, &path),
                (_, Some(list)) => self.section(list.key(), list, member, &path),
                _ if tree::is_empty(value) || privacy::is_mark(member) => {}
                _ => self.unmapped.leave_out(&path, &value.span, "it is no section that is known"),
            }
        }
        Ok(())
    }

    /// Reads the sections that the owner added, in a list or, in version 4, under their ids.
    fn custom(&mut self, sections: &Node, path: &Path) {
        if is_hidden(sections) {
            return self.unmapped.leave_out(path, &sections.span, HIDDEN);
        }
        let named = sections.members().iter().map(|it| (Step::Key(it.key.clone()), it.clone()));
        let listed = sections.elements().iter().enumerate();
        let listed = listed.map(|(index, section)| {
            let id = section.get("id").and_then(Node::as_str);
            let key = id.map_or_else(|| format!("custom.{index}"), str::to_owned);
            (Step::Index(index), Member { key, ..tree::member("", section.clone()) })
        });
        for (step, mut member) in named.chain(listed).collect::<Vec<_>>() {
            let path = below(path, step);
            let kind = member.value.get("type").and_then(Node::as_str).unwrap_or_default();
            let list = json_resume::list_named_by(kind);
            // Its key tells it from the sections that every file has.
            member.key.insert_str(0, "custom.");
            match (kind, list) {
                ("cover-letter", _) => self.letter(&member.value, &path),
                ("summary", _) => self.text(&member, &path),
                ("profiles", _) => self.profiles(&member.value, &path),
                (_, Some(list)) => self.section(&member.key.clone(), list, &member, &path),
                _ if Items::are_texts(&member.value) => self.text(&member, &path),
                _ => self.section(&member.key.clone(), ResumeList::Projects, &member, &path),
            }
        }
    }

    /// Returns the items of a section to show, and its title if the owner chose it.
    fn shown<'a>(
        &mut self,
        section: &'a Node,
        path: &Path,
        list: Option<ResumeList>,
        key: &str,
    ) -> Option<(&'a Node, Option<Node>)> {
        let items = if section.members().is_empty() { Some(section) } else { section.get("items") };
        let items = items.filter(|items| !tree::is_empty(items))?;
        if is_hidden(section) || is_hidden(items) {
            self.unmapped.leave_out(path, &section.span, HIDDEN);
            return None;
        }
        Some((items, own_title(section, key, list).cloned()))
    }

    fn section(&mut self, key: &str, list: ResumeList, member: &Member, path: &Path) {
        let Some((items, title)) = self.shown(&member.value, path, Some(list), key) else { return };
        let is_list = std::ptr::eq(items, &raw const member.value);
        let key_of_items = || below(path, Step::Key("items".to_owned()));
        let path = if is_list { path.clone() } else { key_of_items() };
        let read = self.items.read(items, list, &path, &mut self.unmapped);
        if !tree::is_empty(&read) {
            self.resume.list(key, member.key_span.clone(), list, title, read);
        }
    }

    fn profiles(&mut self, section: &Node, path: &Path) {
        let Some((items, _)) = self.shown(section, path, None, "profiles") else { return };
        let path = below(path, Step::Key("items".to_owned()));
        let read = self.items.profiles(items, &path, &mut self.unmapped);
        self.profiles.extend(read);
    }

    /// Reads a section of texts without names.
    fn text(&mut self, member: &Member, path: &Path) {
        let Some((items, title)) = self.shown(&member.value, path, None, &member.key) else {
            return;
        };
        let path = below(path, Step::Key("items".to_owned()));
        if let Some(text) = self.items.text(items, &path, &mut self.unmapped) {
            self.resume.text(&member.key, member.key_span.clone(), title, text);
        }
    }

    /// Leaves out a letter, which is to one reader.
    fn letter(&mut self, section: &Node, path: &Path) {
        if section.get("items").is_some_and(|items| !tree::is_empty(items)) {
            self.unmapped.leave_out(path, &section.span, "it is a letter to one reader");
        }
    }

    /// Reads the language, and names the notes that are left out.
    fn metadata(&mut self, metadata: &Node, path: &Path) {
        let language = metadata.get("page").and_then(|page| page.get("locale"));
        let language = language.filter(|it| it.as_str().is_some_and(|it| it != DEFAULT_LANGUAGE));
        let language = language.map(|it| tree::member("language", it.clone()));
        self.resume.others.extend(language);
        if let Some(notes) = metadata.get("notes").filter(|notes| has_words(notes)) {
            let path = below(path, Step::Key("notes".to_owned()));
            self.unmapped.leave_out(&path, &notes.span, "it is a note of the owner");
        }
    }
}

/// Returns the title of a section if it is not the one that the program gives to every file.
fn own_title<'a>(section: &'a Node, key: &str, list: Option<ResumeList>) -> Option<&'a Node> {
    let title = section.get("title").or_else(|| section.get("name"));
    let title = title.filter(|title| !tree::is_empty(title))?;
    // Nobody but the owner names the sections that the owner adds.
    if key.starts_with("custom.") {
        return Some(title);
    }
    let Some(written) = title.as_str() else { return Some(title) };
    let usual = Tag::parse("en").zip(list).map(|(tag, list)| default_word(list.key(), &tag));
    let is_usual = [key, list.map_or("", ResumeList::key), usual.unwrap_or_default()]
        .iter()
        .any(|usual| usual.eq_ignore_ascii_case(written.trim()))
        || json_resume::list_named_by(written.trim()).is_some_and(|named| Some(named) == list);
    (!is_usual).then_some(title)
}

/// Returns the keys of the sections in the order in which the file shows them.
fn order(written: &Node) -> Vec<String> {
    let mut keys = Vec::new();
    let layout = written.get("metadata").and_then(|metadata| metadata.get("layout"));
    let pages = layout.map(|layout| layout.get("pages").unwrap_or(layout));
    for page in pages.map(Node::elements).unwrap_or_default() {
        let columns = ["main", "sidebar"].iter().filter_map(|key| page.get(key));
        for column in columns.chain(page.elements()) {
            keys.extend(column.elements().iter().filter_map(Node::as_str).map(|key| {
                match json_resume::list_named_by(key) {
                    Some(list) => list.key().to_owned(),
                    None if key.starts_with("custom.") => key.to_owned(),
                    None => format!("custom.{key}"),
                }
            }));
        }
    }
    keys
}
