//! Builds the sections of a profile from those of a document.

use super::blocks::Block;
use super::entries::{self, Entries};
use super::generic;
use super::headings::{Strength, Topic, matched};
use super::kinds;
use super::lists::Content;
use super::outline::{Section, flatten};
use super::period::Dates;
use super::projects::project;
use super::section_entries::{
    names_both, of_entries, of_mixed, of_opening, of_unknown, of_weak, timelines,
};
use super::text::Text;
use super::titles::shown;
use crate::tree::{list, member, object};
use perfil_model::profile::{Ids, ResumeList};
use perfil_source::{Node, Value};
use perfil_text::slug;

/// The sections built so far.
pub(crate) struct Sections {
    pub(crate) done: Vec<Node>,
    /// The ids of all sections, including nested ones.
    ids: Ids,
    /// Whether these are the sections of a group, which cannot have groups of its own.
    is_within: bool,
    /// Whether a heading says which of them are jobs.
    pub(super) has_work: bool,
    /// How surely such a heading says so, if one can say nothing else.
    pub(super) surest_work: Option<Strength>,
    /// Whether no section is about studies, so that they are among the jobs.
    pub(super) is_mixed: bool,
}

impl Sections {
    pub(crate) fn new() -> Self {
        Self::of(Ids::of_sections(), false)
    }

    fn of(ids: Ids, is_within: bool) -> Self {
        let (has_work, surest_work, is_mixed) = (false, None, false);
        Self { done: Vec::new(), ids, is_within, has_work, surest_work, is_mixed }
    }

    /// Adds what is above the first section and is no field of the person.
    pub(super) fn opening(&mut self, blocks: &[Block], dates: &Dates) {
        let found = entries::of_blocks(blocks, dates, ResumeList::Work);
        if found.ranges > 0 && !found.items.is_empty() {
            return of_opening(found).into_iter().for_each(|(name, it)| self.push(name, None, it));
        }
        self.generic(None, &[""], blocks);
    }

    /// Adds what is below the last section, without a title but for one that a line brings.
    pub(super) fn closing(&mut self, blocks: &[Block]) {
        for titled in generic::contents(&[], blocks) {
            let title = titled.title.as_ref().map(super::lists::strip_markup);
            self.push("closing", title, titled.content);
        }
    }

    /// Adds a heading with everything below it.
    pub(super) fn add(&mut self, section: &Section, dates: &Dates) {
        if !self.understood(section, dates) {
            self.by_form(section, dates);
        }
    }

    /// Adds a section as what its heading says; returns whether that is possible.
    fn understood(&mut self, section: &Section, dates: &Dates) -> bool {
        let plain = section.title.plain();
        let found = matched(&plain);
        let topic = found.as_ref().map(|found| found.topic);
        let is_weak = found.as_ref().is_some_and(|found| found.strength == Strength::Weak);
        let of = match topic {
            // `Education and career` has jobs, and the studies among them.
            _ if names_both(&plain) => Some(ResumeList::Work),
            Some(Topic::List(of)) => Some(of),
            _ => None,
        };
        let is_other = |inner: &Section| {
            let found = matched(&inner.title.plain()).filter(|found| found.is_exact);
            found.is_some_and(|it| matches!(it.topic, Topic::List(other) if Some(other) != of))
        };
        let is_skills = of == Some(ResumeList::Skills);
        if !is_skills && section.sections.iter().filter(|it| is_other(it)).count() > 0 {
            let timed = entries::of_blocks(&section.blocks, dates, ResumeList::Work);
            if timed.ranges == 0 {
                return false;
            }
        }
        match of {
            Some(
                list @ (ResumeList::Work
                | ResumeList::Education
                | ResumeList::Volunteer
                | ResumeList::Projects),
            ) => {
                let entries = entries::read(section, dates, list);
                let is_whole = found.is_some_and(|found| found.is_whole || plain.len() < 24);
                let is_list = entries.dated > 0 || (is_whole && entries.headings > 0);
                if is_list {
                    let is_open = is_weak && list == ResumeList::Work && self.surest_work.is_some();
                    let list = if is_open { of_weak(&entries) } else { list };
                    self.entries(section, &entries, list, Some(list.key()));
                    return true;
                }
                list == ResumeList::Projects && self.projects(section)
            }
            Some(list) => {
                let content = kinds::read(section, list, dates);
                let title = section.title.plain_node();
                content.map(|it| self.add_titled(&plain, &title, vec![it])).is_some()
            }
            // A heading that says nothing known above entries with periods.
            None if topic.is_none() => {
                let entries = entries::read(section, dates, ResumeList::Work);
                let heads = entries.items.len() + entries.groups.len();
                let is_list = entries.ranges > 0 && entries.ranges * 2 >= heads;
                if is_list {
                    let (of, key) = of_unknown(&entries, section, self.has_work);
                    self.entries(section, &entries, of, key);
                }
                is_list
            }
            None => false,
        }
    }

    /// Adds the entries of a section, and what is above the first.
    fn entries(
        &mut self,
        section: &Section,
        entries: &Entries,
        of: ResumeList,
        key: Option<&'static str>,
    ) {
        let plain = section.title.plain();
        if plain.is_empty() {
            let contents = timelines(entries, of, &[], Some("work"));
            return contents.into_iter().for_each(|content| self.push("work", None, content));
        }
        let title = section.title.plain_node();
        let is_mixed = self.is_mixed || names_both(&plain);
        let lead = generic::contents(&[&plain], &entries.lead).into_iter();
        let mut contents: Vec<Content> = lead.map(|it| it.content).collect();
        contents.extend(of_mixed(&entries.items, of, key, is_mixed));
        if entries.groups.is_empty() || self.is_within {
            contents.extend(
                timelines(entries, of, &[], key)
                    .into_iter()
                    .skip(usize::from(!entries.items.is_empty())),
            );
            return self.add_titled(&plain, &title, contents);
        }
        self.group(&plain, title, contents, |inner| {
            for (title, items) in &entries.groups {
                let contents = of_entries(items, of, key).into_iter().collect();
                inner.add_titled(&title.plain(), &title.plain_node(), contents);
            }
        });
    }

    /// Adds a list of projects, each of which names itself at its start.
    fn projects(&mut self, section: &Section) -> bool {
        let [Block::List { items, .. }] = section.blocks.as_slice() else { return false };
        let projects: Option<Vec<Node>> = items.iter().map(|item| project(item)).collect();
        let Some(projects) = projects.filter(|_| section.sections.is_empty()) else { return false };
        let fields = vec![member("items", list(projects, section.span()))];
        let content = Content { kind: "projects", fields, next: None };
        self.add_titled(&section.title.plain(), &section.title.plain_node(), vec![content]);
        true
    }

    /// Adds a section by the form of its blocks.
    fn by_form(&mut self, section: &Section, dates: &Dates) {
        let plain = section.title.plain();
        if section.sections.is_empty() {
            return self.generic(Some(&section.title), &[&plain], &section.blocks);
        }
        let titles = [plain.as_str()];
        if self.is_within {
            let mut blocks = section.blocks.clone();
            for inner in &section.sections {
                flatten(inner, &mut blocks);
            }
            return self.generic(Some(&section.title), &titles, &blocks);
        }
        self.group(&plain, section.title.plain_node(), Vec::new(), |inner| {
            inner.generic(None, &titles, &section.blocks);
            for child in &section.sections {
                if !inner.understood(child, dates) {
                    let child_plain = child.title.plain();
                    let mut blocks = child.blocks.clone();
                    for it in &child.sections {
                        flatten(it, &mut blocks);
                    }
                    inner.generic(Some(&child.title), &[&plain, &child_plain], &blocks);
                }
            }
        });
    }

    /// Adds blocks below a title: the first has the title, the others continue it.
    fn generic(&mut self, title: Option<&Text>, titles: &[&str], blocks: &[Block]) {
        let mut contents = generic::contents(titles, blocks).into_iter();
        let name = titles.last().copied().unwrap_or_default();
        if let Some(title) = title {
            let first = contents.next();
            match first {
                None => return self.add_titled(name, &title.plain_node(), Vec::new()),
                Some(first) => {
                    if first.title.is_some() {
                        self.add_titled(name, &title.plain_node(), Vec::new());
                        self.titled(name, first);
                    } else {
                        self.push(name, Some(title.plain_node()), first.content);
                    }
                }
            }
        }
        contents.for_each(|content| self.titled(name, content));
    }

    fn titled(&mut self, name: &str, titled: generic::Titled) {
        match titled.title {
            Some(title) => {
                let node = super::lists::strip_markup(&title);
                self.push(&title.text, Some(node), titled.content);
            }
            None => self.push(&format!("{name} {}", titled.content.kind), None, titled.content),
        }
    }

    /// Adds sections below a title of their own, after the content that comes before them.
    pub(crate) fn group(
        &mut self,
        name: &str,
        title: Node,
        contents: Vec<Content>,
        fill: impl FnOnce(&mut Self),
    ) {
        let id = self.id(name);
        let ids = std::mem::take(&mut self.ids);
        let mut inner = Self::of(ids, true);
        for content in contents {
            inner.push(&format!("{name} {}", content.kind), None, content);
        }
        fill(&mut inner);
        self.ids = inner.ids;
        let title = shown(title);
        let span = title.span.clone();
        let sections = list(inner.done, span.clone());
        let fields = vec![
            member("id", Node { value: Value::String(id), span: span.clone() }),
            member("kind", Node { value: Value::String("group".into()), span: span.clone() }),
            member("title", title),
            member("sections", sections),
        ];
        self.done.push(object(fields, span));
    }

    /// Adds sections below one title: the first has the title, the others continue it.
    pub(crate) fn add_titled(&mut self, name: &str, title: &Node, contents: Vec<Content>) {
        let mut contents = contents.into_iter();
        let first = contents.next().unwrap_or_else(|| {
            // A heading without content is information too.
            let fields = vec![member("items", list(Vec::new(), title.span.clone()))];
            Content { kind: "list", fields, next: None }
        });
        self.push(name, Some(title.clone()), first);
        for content in contents {
            self.push(&format!("{name} {}", content.kind), None, content);
        }
    }

    fn push(&mut self, name: &str, title: Option<Node>, content: Content) {
        let span = content.fields.first().map_or(0..0, |field| field.value.span.clone());
        let at = |text: &str| Node { value: Value::String(text.to_owned()), span: span.clone() };
        let mut fields = vec![member("id", at(&self.id(name))), member("kind", at(content.kind))];
        fields.extend(title.map(|title| member("title", shown(title))));
        fields.extend(content.fields);
        self.done.push(object(fields, span.clone()));
        if let Some((kind, items)) = content.next {
            let next = Content { kind, fields: vec![member("items", items)], next: None };
            self.push(kind, None, next);
        }
    }

    /// Returns an id that no other section has.
    fn id(&mut self, title: &str) -> String {
        self.ids.section(&slug(&title.replace('&', " and ")))
    }
}
