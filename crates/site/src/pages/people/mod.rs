//! The index of all people in each language: files of which a search loads only what it needs.
//!
//! A folder is named by what is in it, so that a page never searches in the index of another state
//! of the site. It holds `index.json`, the people of each facet's values (`skill-0.json`, …), terms
//! in their order (`terms-0.json`, …) and cards (`cards-0.json`, …).

mod facets;
mod terms;
mod words;

use crate::content::Content;
use crate::content::Person;
use crate::document::fragment;
use crate::environment::{self, Workers};
use crate::output::{Output, hash};
use facets::Values;
use perfil_localize::Localizer;
use perfil_model::language::{Locale, Text, format_number};
use perfil_model::profile::Profile;
use perfil_ui::pages::{people, person as person_card};
use perfil_view::{Evidence, Facet, Finder, Index, PersonTile};
use serde::Serialize;
use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};
use terms::Terms;

/// How many cards are in a file: few, because those who answer seldom stand side by side, and more
/// than one, because each file is a request.
const CARDS: u32 = 30;

/// What people can be chosen by, as addresses call it.
const KEYS: [&str; 3] = ["skill", "lang", "place"];

/// The files of one language, by their names.
type Files = BTreeMap<String, Vec<u8>>;

/// What people can be chosen by, and how many have each value that is offered.
type Facets = Vec<(Facet, Vec<u32>)>;

/// The index of one language while it is made: by what people are found.
#[derive(Default)]
pub(crate) struct Draft(Mutex<(Values, Terms)>);

impl Draft {
    /// Notes by what a person is found, whose place in the directory is `number`.
    pub(crate) fn note(
        &self,
        content: &Content,
        localizer: &Localizer,
        (number, person, profile): (u32, &Person, &Profile),
        (card, skills): (&PersonTile, &[Evidence]),
    ) {
        let told = facets::told(content, localizer, person, profile);
        // Each name is noted whole, and in any order.
        let mut draft = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let (facets, terms) = &mut *draft;
        for name in names(person) {
            terms.name(number, name);
        }
        let said = [&card.headline, &card.location].into_iter().flatten().chain(&card.focus);
        for text in said {
            terms.other(number, &text.text);
        }
        for skill in skills {
            for name in skill.aliases.iter().chain([&skill.name.text]) {
                terms.other(number, name);
            }
            facets.add(0, number, &skill.id, &skill.name.text);
        }
        for (facet, id, name) in told {
            facets.add(facet, number, &id, &name);
        }
    }

    /// Adds the files of the index, and gives what the pages of the directory need of it.
    pub(crate) fn finish<'a>(
        self,
        workers: &dyn Workers,
        output: &dyn Output,
        content: &Content,
        locale: &'a Locale,
        cards: &[PersonTile],
    ) -> impl Fn(&str) -> Finder + use<'a> {
        let (facets, terms) = self.0.into_inner().unwrap_or_else(PoisonError::into_inner);
        let (facets, mut files) = facets.files(KEYS);
        let listed = facets.iter().map(|(facet, _)| facet.clone()).collect();
        let terms = terms.files(&mut files);
        let shown = environment::map(workers, cards, |card| {
            fragment(|| person_card(card, &locale.interface))
        });
        for (number, chunk) in shown.chunks(CARDS as usize).enumerate() {
            put(&mut files, format!("cards-{number}"), &chunk);
        }
        let total = u32::try_from(cards.len()).unwrap_or(u32::MAX);
        let index = Index { total, cards: CARDS, values: facets::VALUES, facets: listed, terms };
        put(&mut files, "index".to_owned(), &index);
        let whole: Vec<u8> = files.values().flatten().copied().collect();
        let folder = format!("data/{}/people/{}/", locale.tag, &hash(&whole)[..12]);
        for (name, bytes) in files {
            output.add(&format!("{folder}{name}.json"), bytes);
        }
        let folder = content.urls.path(&folder);
        move |page| finder(&folder, locale, &facets, page)
    }
}

fn finder(folder: &str, locale: &Locale, facets: &Facets, path: &str) -> Finder {
    let words = &locale.people;
    let names = [&words.skill, &words.language, &words.place];
    let facets: Vec<_> = facets
        .iter()
        .zip(names)
        .map(|((facet, counts), name)| {
            let offered = facet.values.iter().zip(counts).map(|(value, count)| {
                (value.id.as_str(), value.name.as_str(), format_number(*count, &locale.tag))
            });
            (facet.key.as_str(), name.as_str(), offered.collect())
        })
        .collect();
    Finder {
        html: fragment(|| people(&words.search, &words.clear, path, &facets)),
        path: folder.to_owned(),
        found: words.found.clone(),
        nobody: words.nobody.clone(),
        unknown: words.unknown.clone(),
        more: words.more.clone(),
        failed: words.failed.clone(),
    }
}

/// The person's name in every language: whoever knows one of them finds the person.
fn names(person: &Person) -> Vec<&str> {
    match &person.name.0 {
        Text::Plain(name) => vec![name],
        Text::ByLanguage(names) => names.iter().map(|(_, name)| name.as_str()).collect(),
    }
}

/// Adds a file of JSON.
fn put(files: &mut Files, name: String, value: &impl Serialize) {
    // What is written has texts for keys and no failing writer, so it can be written.
    files.insert(name, serde_json::to_vec(value).unwrap_or_default());
}
