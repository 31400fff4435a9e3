//! The items of a profile that are searched for evidence, in the order of the page.
//!
//! The name of an entry is not searched if it is an employer, a school or a publisher: somebody who
//! worked at Oracle need not have used its database. Spoken languages and interests prove nothing
//! either.

use super::text::Localizer;
use perfil_evidence::{Item, Part, Time};
use perfil_model::language::{Name, Prose, Text};
use perfil_model::profile::{Content, Entry, Keyword, Project, Role, Section};

/// Collects the texts of a part.
struct Texts<'p, 'a>(&'p Localizer<'p>, Part<'a>);

impl<'a> Texts<'_, 'a> {
    fn text(mut self, text: impl IntoIterator<Item = &'a Text>) -> Self {
        self.1.texts.extend(text.into_iter().map(|text| self.0.text(text).text));
        self
    }

    fn name(self, name: impl IntoIterator<Item = &'a Name>) -> Self {
        self.text(name.into_iter().map(|name| &name.0))
    }

    fn prose(mut self, prose: impl IntoIterator<Item = &'a Prose>) -> Self {
        self.1.texts.extend(prose.into_iter().map(|prose| self.0.unmarked(prose)));
        self
    }

    fn skills(mut self, skills: &'a [Name]) -> Self {
        self.1.skills.extend(skills.iter().map(|skill| &skill.0));
        self
    }

    fn keywords(mut self, keywords: &'a [Keyword]) -> Self {
        for keyword in keywords {
            self = self.named(&keyword.name).keywords_of(&keyword.keywords);
        }
        self
    }

    fn keywords_of(mut self, names: &'a [Name]) -> Self {
        for name in names {
            self = self.named(name);
        }
        self
    }

    fn named(self, name: &'a Name) -> Self {
        self.skills(std::slice::from_ref(name)).name([name])
    }

    fn at(mut self, time: Time) -> Self {
        self.1.time = time;
        self
    }

    fn item(self) -> Item<'a> {
        Item { parts: vec![self.1], ..Item::default() }
    }
}

impl Localizer<'_> {
    /// Returns the items of a section, each of which the page shows as one.
    pub(super) fn items<'a>(&self, section: &'a Section) -> Vec<Item<'a>> {
        let new = || Texts(self, Part::default());
        match &section.content {
            Content::Prose { text } | Content::Quote { text, .. } => {
                vec![new().prose([text]).item()]
            }
            Content::List { items } => {
                let line = |item: &'a perfil_model::profile::ListItem| {
                    new().prose([&item.text]).skills(&item.skills).item()
                };
                items.iter().map(line).collect()
            }
            Content::Terms { items } => items
                .iter()
                .map(|item| new().text([&item.term]).prose(&item.text).skills(&item.skills).item())
                .collect(),
            Content::Steps { items } => items
                .iter()
                .map(|item| new().text([&item.title]).prose(&item.text).skills(&item.skills).item())
                .collect(),
            Content::Timeline { items, highlights, .. } => {
                let lines = highlights.iter().map(|line| new().prose([line]).item());
                items.iter().map(|item| self.entry_item(item)).chain(lines).collect()
            }
            Content::Skills { items } => items
                .iter()
                .map(|item| {
                    let group = new().text([&item.name]).text(&item.level);
                    group.keywords(&item.keywords).item()
                })
                .collect(),
            Content::Metrics { items } => items
                .iter()
                .map(|item| {
                    let labels = item.figures.iter().filter_map(|figure| figure.label.as_ref());
                    let texts = new().text([&item.title]).prose(&item.text).text(labels);
                    texts.skills(&item.skills).item()
                })
                .collect(),
            Content::Projects { items } => {
                items.iter().map(|item| self.project_item(item)).collect()
            }
            Content::Certificates { items } => items
                .iter()
                .map(|item| {
                    let texts = new().name([&item.name]).skills(&item.skills);
                    texts.at(Time::at(item.date)).item()
                })
                .collect(),
            Content::Publications { items } => items
                .iter()
                .map(|item| {
                    let texts = new().name([&item.name]).prose(&item.summary).skills(&item.skills);
                    texts.at(Time::at(item.release_date)).item()
                })
                .collect(),
            Content::Awards { items } => items
                .iter()
                .map(|item| {
                    let texts = new().text([&item.title]).prose(&item.summary);
                    texts.at(Time::at(item.date)).item()
                })
                .collect(),
            Content::Languages { items } => items.iter().map(|_| Item::default()).collect(),
            Content::Interests { items } => items.iter().map(|_| Item::default()).collect(),
            Content::References { items } => {
                items.iter().map(|item| new().prose(&item.reference).item()).collect()
            }
            Content::Notes { text, items } => {
                let text = text.iter().map(|text| new().prose([text]).item());
                let notes = items.iter().map(|item| {
                    let texts = new().text([&item.title]).prose(&item.summary);
                    texts.skills(&item.skills).at(Time::at(item.date)).item()
                });
                text.chain(notes).collect()
            }
            Content::Group { sections } => {
                sections.iter().flat_map(|section| self.items(section)).collect()
            }
        }
    }

    /// Returns an entry and its positions, each with its own dates.
    fn entry_item<'a>(&self, entry: &'a Entry) -> Item<'a> {
        let time = Time { start: entry.start_date, end: entry.end_date.0 };
        let own = Texts(self, Part::default())
            .text([&entry.position, &entry.study_type, &entry.area].into_iter().flatten())
            .prose(&entry.description)
            .prose(&entry.summary)
            .prose(&entry.highlights)
            .text(&entry.courses)
            .keywords(&entry.keywords)
            .skills(&entry.skills)
            .at(time);
        let mut parts = vec![own.1];
        parts.extend(entry.roles.iter().map(|role| self.role_part(role, time)));
        Item { parts, ..Item::default() }
    }

    fn role_part<'a>(&self, role: &'a Role, enclosing: Time) -> Part<'a> {
        let own = Time { start: role.start_date, end: role.end_date.0 };
        Texts(self, Part::default())
            .text([&role.position])
            .prose(&role.summary)
            .prose(&role.highlights)
            .skills(&role.skills)
            .at(if own == Time::default() { enclosing } else { own })
            .1
    }

    fn project_item<'a>(&self, project: &'a Project) -> Item<'a> {
        Texts(self, Part::default())
            .name([&project.name])
            .prose(&project.description)
            .text(&project.roles)
            .prose(&project.highlights)
            .keywords(&project.keywords)
            .at(Time { start: project.start_date, end: project.end_date.0 })
            .item()
    }

    /// Returns the skills that an entry names and its texts do not mention.
    pub(super) fn unshown<'a>(&self, entry: &'a Entry) -> Vec<&'a Name> {
        let item = self.entry_item(entry);
        let texts: Vec<_> = item.parts.into_iter().flat_map(|part| part.texts).collect();
        let all = entry.skills.iter().chain(entry.roles.iter().flat_map(|role| &role.skills));
        let mut names: Vec<&Name> = Vec::new();
        let Some(vocabulary) = self.vocabulary() else { return names };
        for name in all.filter(|name| !vocabulary.is_shown(&texts, name)) {
            let id = vocabulary.id(name);
            if names.iter().all(|other| vocabulary.id(other) != id) {
                names.push(name);
            }
        }
        names
    }
}
