//! The facets that people can be filtered by: skills, spoken languages and places.

use super::{Facets, Files, put};
use crate::content::Content;
use crate::content::Person;
use perfil_localize::Localizer;
use perfil_model::profile::{Content as SectionContent, LanguageSkill, Profile};
use perfil_text::slug;
use perfil_view::search::encode;
use perfil_view::{Choice, Facet};
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// The number of values in a file, which is also how many are offered at a time.
pub(super) const VALUES: u32 = 24;

/// The maximum number of values of a facet. People with rarer values only are found by text search.
const MAX_VALUES: usize = 480;

/// The values of every facet.
#[derive(Default)]
pub(super) struct Values([HashMap<String, Value>; 3]);

#[derive(Default)]
struct Value {
    names: BTreeMap<String, usize>,
    people: BTreeSet<u32>,
}

impl Values {
    /// Records that a person has a value of a facet.
    pub(super) fn add(&mut self, facet: usize, person: u32, id: &str, name: &str) {
        if let Some(values) = self.0.get_mut(facet)
            && !id.is_empty()
        {
            // Most are known, and need no copy.
            let value = match values.get_mut(id) {
                Some(value) => value,
                None => values.entry(id.to_owned()).or_default(),
            };
            value.people.insert(person);
            match value.names.get_mut(name) {
                Some(count) => *count += 1,
                None => _ = value.names.insert(name.to_owned(), 1),
            }
        }
    }

    /// Returns the facets, with the number of people for each value of the first file, and the
    /// files that list those people.
    pub(super) fn files(self, keys: [&str; 3]) -> (Facets, Files) {
        let mut files = Files::new();
        let facets = keys.into_iter().zip(self.0).map(|(key, values)| {
            let mut values: Vec<_> = values.into_iter().collect();
            values.sort_unstable_by(|(a, some), (b, others)| {
                others.people.len().cmp(&some.people.len()).then_with(|| a.cmp(b))
            });
            values.truncate(MAX_VALUES);
            for (number, part) in values.chunks(VALUES as usize).enumerate() {
                let people: Vec<_> =
                    part.iter().map(|(_, value)| encode(value.people.iter().copied())).collect();
                put(&mut files, format!("{key}-{number}"), &people);
            }
            let first = values.iter().take(VALUES as usize);
            let counts =
                first.map(|(_, value)| value.people.len().try_into().unwrap_or(u32::MAX)).collect();
            let values =
                values.into_iter().map(|(id, value)| Choice { id, name: value.name() }).collect();
            (Facet { key: key.to_owned(), values }, counts)
        });
        let facets = facets.collect();
        (facets, files)
    }
}

impl Value {
    /// Returns the most common name; the alphabetically first one if several are equally common.
    fn name(self) -> String {
        let names = self.names.into_iter().rev();
        names.max_by_key(|(_, count)| *count).map(|(name, _)| name).unwrap_or_default()
    }
}

/// Returns the languages that a person speaks and the person's place: facet, id and name.
pub(super) fn of_person(
    content: &Content,
    here: &Localizer,
    person: &Person,
    profile: &Profile,
) -> Vec<(usize, String, String)> {
    // The name in URLs is that of the default language, so that it is the same in all of them.
    let default = content.chain(&content.settings.default_language, person);
    let default = Localizer::new(&default, here.locale());
    let languages = profile.all_sections().flat_map(|section| spoken(&section.content));
    let mut values: Vec<_> = languages
        .map(|it| (1, slug(&default.text(&it.language).text), here.text(&it.language).text))
        .collect();
    let place = profile.location.as_ref();
    if let (Some(id), Some(name)) = (default.location(place), here.location(place)) {
        values.push((2, slug(&id.text), name.text));
    }
    values
}

/// Returns the languages that a section of languages names.
fn spoken(content: &SectionContent) -> &[LanguageSkill] {
    match content {
        SectionContent::Languages { items } => items,
        SectionContent::Prose { .. }
        | SectionContent::List { .. }
        | SectionContent::Terms { .. }
        | SectionContent::Steps { .. }
        | SectionContent::Timeline { .. }
        | SectionContent::Skills { .. }
        | SectionContent::Metrics { .. }
        | SectionContent::Quote { .. }
        | SectionContent::Projects { .. }
        | SectionContent::Certificates { .. }
        | SectionContent::Publications { .. }
        | SectionContent::Awards { .. }
        | SectionContent::Interests { .. }
        | SectionContent::References { .. }
        | SectionContent::Notes { .. }
        | SectionContent::Group { .. } => &[],
    }
}
