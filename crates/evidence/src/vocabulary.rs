//! The skills of one profile, with all their names.

use super::catalogue::CATALOGUE;
use super::fold::{Folded, folded};
use super::forms::{Forms, MatchStrictness};
use perfil_model::language::{Name, Text};
use perfil_model::profile::{Content, Ids, Keyword, Profile};
use perfil_text::slug;
use std::collections::{BTreeMap, BTreeSet};

/// The maximum length of names, in letters, that are often words in another case: `IT`.
const SHORT: usize = 3;

/// The skills that a profile names; finds them and well-known technologies in its texts.
#[derive(Clone, Debug, Default)]
pub struct Vocabulary {
    skills: Vec<Skill>,
    /// The names that are not in the catalogue.
    forms: Forms,
    /// The skill of each technology of the catalogue that the profile names.
    technologies: BTreeMap<usize, usize>,
    /// The ids of skills in addresses.
    ids: Ids,
}

/// A skill that a profile names.
#[derive(Clone, Debug)]
struct Skill {
    id: String,
    /// The owner's names for it, in order of appearance.
    names: Vec<Text>,
    technology: Option<usize>,
}

/// The number of a skill that the profile names; technologies are numbered after these.
pub(super) type Number = usize;

impl Vocabulary {
    /// Returns the skills of a profile, which are the same in all its languages.
    #[must_use]
    pub fn of(profile: &Profile) -> Self {
        let mut names = Vec::new();
        // Names in sections of skills come first, because they are written with the most care.
        profile.all_sections().for_each(|section| listed(&section.content, &mut names));
        profile.all_sections().for_each(|section| item_skills(&section.content, &mut names));
        Self::named(&names)
    }

    pub(super) fn named(names: &[&Text]) -> Self {
        let ids = CATALOGUE.slugs.iter().cloned().collect();
        let mut vocabulary = Self { ids, ..Self::default() };
        let is_whole = |name: &&&Text| {
            parts(name).is_none()
                || written(name).any(|text| CATALOGUE.forms.find_whole(text).is_some())
        };
        let (whole, joined): (Vec<_>, Vec<_>) = names.iter().partition(is_whole);
        for name in whole {
            vocabulary.add(name);
        }
        for name in joined {
            vocabulary.add_joined(name);
        }
        vocabulary
    }

    fn add(&mut self, name: &Text) {
        let known = written(name).find_map(|text| CATALOGUE.forms.find_whole(text));
        let own = written(name).find_map(|text| self.forms.find_whole(text));
        let number = match known {
            Some(technology) => self.technology(technology),
            None => own.unwrap_or_else(|| self.skill(name)),
        };
        self.skills[number].names.push(name.clone());
        for text in written(name).filter(|text| CATALOGUE.forms.find_whole(text).is_none()) {
            let is_short = text.chars().count() <= SHORT;
            self.forms.add(
                text,
                number,
                if is_short { MatchStrictness::SameCase } else { MatchStrictness::AnyCase },
            );
        }
    }

    /// Adds a name that may stand for several: `JavaScript/TypeScript`.
    fn add_joined(&mut self, name: &Text) {
        let parts = parts(name).unwrap_or_default();
        let known = |part: &&str| {
            CATALOGUE.forms.find_whole(part).or(self.forms.find_whole(part)).is_some()
        };
        if !parts.iter().all(known) {
            return self.add(name);
        }
        let technologies: BTreeSet<_> =
            parts.iter().filter_map(|part| CATALOGUE.forms.find_whole(part)).collect();
        let numbers: Vec<_> = technologies.iter().map(|item| self.technology(*item)).collect();
        if let ([number], true) = (
            numbers.as_slice(),
            parts.iter().all(|part| CATALOGUE.forms.find_whole(part).is_some()),
        ) {
            // Both parts name the same skill: `Swagger/OpenAPI`.
            self.skills[*number].names.push(name.clone());
        }
    }

    /// Returns the skill for a technology of the catalogue.
    fn technology(&mut self, technology: usize) -> Number {
        let next = self.skills.len();
        let number = *self.technologies.entry(technology).or_insert(next);
        if number == next {
            let id = CATALOGUE.slugs[technology].clone();
            self.skills.push(Skill { id, names: Vec::new(), technology: Some(technology) });
        }
        number
    }

    fn skill(&mut self, name: &Text) -> Number {
        let plain = written(name).map(slug).find(|slug| !slug.is_empty());
        let id = self.ids.free(plain.as_deref().unwrap_or("skill"));
        self.skills.push(Skill { id, names: Vec::new(), technology: None });
        self.skills.len() - 1
    }

    /// Returns the skills that a name means: none, one, or several that are written as one.
    pub(super) fn resolve(&self, name: &Text) -> Vec<Number> {
        let whole = written(name).find_map(|text| self.whole(text));
        let joined = || {
            let parts = parts(name)?.into_iter().map(|part| self.whole(part));
            parts.collect::<Option<BTreeSet<_>>>().map(|numbers| numbers.into_iter().collect())
        };
        whole.map(|number| vec![number]).or_else(joined).unwrap_or_default()
    }

    fn whole(&self, text: &str) -> Option<Number> {
        let technology = CATALOGUE.forms.find_whole(text).map(|technology| self.number(technology));
        technology.or_else(|| self.forms.find_whole(text))
    }

    fn number(&self, technology: usize) -> Number {
        self.technologies.get(&technology).copied().unwrap_or(self.skills.len() + technology)
    }

    /// Returns the skills that a text names.
    ///
    /// Of overlapping names, the longest counts, and also those at its start: `Redis Pub/Sub` shows
    /// Redis, while `Django REST Framework` shows Django but not REST.
    pub(super) fn found(&self, text: &str) -> BTreeSet<Number> {
        let text = Folded::new(text);
        let mut found = BTreeSet::new();
        let mut place = 0;
        while place < text.chars().len() {
            let mut next = place + 1;
            if text.begins(place) {
                let is_listed = |technology| self.technologies.contains_key(&technology);
                let known = CATALOGUE.forms.find_at(&text, place, is_listed).into_iter();
                let known = known.map(|(end, technology)| (end, self.number(technology)));
                for (end, number) in known.chain(self.forms.find_at(&text, place, |_| true)) {
                    found.insert(number);
                    next = next.max(end);
                }
            }
            place = next;
        }
        found
    }

    /// Returns the id of a skill in addresses, or of several, separated by commas.
    #[must_use]
    pub fn id(&self, name: &Name) -> Option<String> {
        let ids: Vec<_> =
            self.resolve(&name.0).into_iter().map(|number| self.id_of(number)).collect();
        (!ids.is_empty()).then(|| ids.join(","))
    }

    pub(super) fn id_of(&self, number: Number) -> String {
        match self.skills.get(number) {
            Some(skill) => skill.id.clone(),
            None => CATALOGUE.slugs.get(number - self.skills.len()).cloned().unwrap_or_default(),
        }
    }

    /// Returns the owner's name for a skill, or else the catalogue's.
    pub(super) fn name_of(&self, number: Number) -> Name {
        let own = self.skills.get(number).and_then(|skill| skill.names.first());
        Name(own.cloned().unwrap_or_else(|| {
            let technology = self.technology_of(number).and_then(|n| CATALOGUE.technologies.get(n));
            Text::Plain(technology.map_or_else(String::new, |item| item.name.clone()))
        }))
    }

    /// Returns all written forms of a skill, without duplicates.
    pub(super) fn written(&self, number: Number) -> Vec<String> {
        let own = self.skills.get(number).into_iter().flat_map(|skill| &skill.names);
        let technology = self.technology_of(number).and_then(|n| CATALOGUE.technologies.get(n));
        let known = technology.into_iter().flat_map(|item| item.written().map(String::as_str));
        let mut seen = BTreeSet::new();
        let all = own.flat_map(written).chain(known);
        all.filter(|text| seen.insert(folded(text))).map(str::to_owned).collect()
    }

    fn technology_of(&self, number: Number) -> Option<usize> {
        match self.skills.get(number) {
            Some(skill) => skill.technology,
            None => number.checked_sub(self.skills.len()),
        }
    }
}

/// Returns a text in each of its languages.
fn written(text: &Text) -> impl Iterator<Item = &str> {
    let (plain, by_language) = match text {
        Text::Plain(text) => (Some(text), &[][..]),
        Text::ByLanguage(texts) => (None, texts.as_slice()),
    };
    plain.into_iter().chain(by_language.iter().map(|(_, text)| text)).map(String::as_str)
}

/// Returns the parts of a name that is written with slashes.
fn parts(name: &Text) -> Option<Vec<&str>> {
    let text = written(name).find(|text| text.contains('/'))?;
    Some(text.split('/').map(str::trim).filter(|part| !part.is_empty()).collect())
}

/// Collects the names in a section of skills.
fn listed<'a>(content: &'a Content, names: &mut Vec<&'a Text>) {
    if let Content::Skills { items } = content {
        for item in items {
            // A group without keywords is itself a skill.
            names.extend(item.keywords.is_empty().then_some(&item.name));
            keywords(&item.keywords, names);
        }
    }
}

/// Collects the names in the skills and keywords of the items of other sections.
fn item_skills<'a>(content: &'a Content, names: &mut Vec<&'a Text>) {
    match content {
        Content::List { items } => extend(names, items.iter().map(|item| &item.skills)),
        Content::Terms { items } => extend(names, items.iter().map(|item| &item.skills)),
        Content::Steps { items } => extend(names, items.iter().map(|item| &item.skills)),
        Content::Metrics { items } => extend(names, items.iter().map(|item| &item.skills)),
        Content::Certificates { items } => extend(names, items.iter().map(|item| &item.skills)),
        Content::Publications { items } => extend(names, items.iter().map(|item| &item.skills)),
        Content::Notes { items, .. } => extend(names, items.iter().map(|item| &item.skills)),
        Content::Timeline { items, .. } => {
            for item in items {
                let roles = item.roles.iter().map(|role| &role.skills);
                extend(names, [&item.skills].into_iter().chain(roles));
            }
        }
        Content::Projects { items } => {
            for item in items {
                keywords(&item.keywords, names);
            }
        }
        Content::Prose { .. }
        | Content::Skills { .. }
        | Content::Quote { .. }
        | Content::Awards { .. }
        | Content::Languages { .. }
        | Content::Interests { .. }
        | Content::References { .. }
        | Content::Group { .. } => {}
    }
}

fn extend<'a>(names: &mut Vec<&'a Text>, lists: impl Iterator<Item = &'a Vec<Name>>) {
    names.extend(lists.flatten().map(|name| &name.0));
}

fn keywords<'a>(keywords: &'a [Keyword], names: &mut Vec<&'a Text>) {
    for keyword in keywords {
        names.push(&keyword.name.0);
        names.extend(keyword.keywords.iter().map(|part| &part.0));
    }
}
