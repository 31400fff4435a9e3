//! The index of all people in each language: files of which a search loads only what it needs.
//!
//! A folder is named by what is in it, so that a page never searches in the index of another state
//! of the site. It holds `index.json`, the people of each facet's values (`skill-0.json`, …), terms
//! in their order (`terms-0.json`, …) and cards (`cards-0.json`, …).

mod facets;
mod terms;
mod words;

use crate::language::{Locale, Text, format_number};
use crate::pages::{people, person as person_card};
use crate::site::assets::Assets;
use crate::site::content::Content;
use crate::site::directory::shown;
use crate::site::output::{Tree, hash};
use crate::site::person::Person;
use crate::site::render::fragment;
use crate::view::{Body, Facet, Finder, Index, Page, Person as Card, Profile};
use facets::Values;
use rayon::prelude::*;
use serde::Serialize;
use std::collections::BTreeMap;
use terms::Terms;

/// How many cards are in a file: few, because those who answer seldom stand side by side, and more
/// than one, because each file is a request.
const CARDS: u32 = 30;

/// What people can be chosen by, as addresses call it.
const KEYS: [&str; 3] = ["skill", "lang", "place"];

/// The files of one language, by their names.
type Files = BTreeMap<String, Vec<u8>>;

/// Adds the index of each language, and tells the pages of the directory where theirs is.
pub(super) fn add(tree: &mut Tree, content: &Content, assets: &Assets, pages: &mut [Page]) {
    if content.people.len() < 2 {
        return;
    }
    let indexes: Vec<(Files, Facets)> =
        content.locales.par_iter().map(|locale| index(content, assets, locale, pages)).collect();
    for (locale, (files, facets)) in content.locales.iter().zip(indexes) {
        let whole: Vec<u8> = files.values().flatten().copied().collect();
        let folder = format!("data/{}/people/{}/", locale.tag, &hash(&whole)[..12]);
        for (name, bytes) in files {
            tree.add(&format!("{folder}{name}.json"), bytes);
        }
        let folder = content.urls.path(&folder);
        pages.par_iter_mut().filter(|page| page.lang == locale.tag.as_str()).for_each(|page| {
            if let Body::Directory(directory) = &mut page.body {
                directory.finder = Some(finder(&folder, locale, &facets, &page.path));
            }
        });
    }
}

/// What people can be chosen by, and how many have each value that is offered.
type Facets = Vec<(Facet, Vec<u32>)>;

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

fn index(content: &Content, assets: &Assets, locale: &Locale, pages: &[Page]) -> (Files, Facets) {
    let profiles: BTreeMap<&str, &Profile> = pages
        .iter()
        .filter(|page| page.lang == locale.tag.as_str())
        .filter_map(|page| match &page.body {
            Body::Profile(profile) => Some((page.path.as_str(), profile.as_ref())),
            Body::Directory(_) => None,
        })
        .collect();
    let cards: Vec<Card> =
        content.people.par_iter().map(|person| shown(content, assets, locale, person)).collect();
    let mut facets = Values::default();
    let mut terms = Terms::default();
    for ((number, person), card) in (0..).zip(&content.people).zip(&cards) {
        for name in names(person) {
            terms.name(number, name);
        }
        let said = [&card.headline, &card.location].into_iter().flatten().chain(&card.focus);
        for text in said {
            terms.other(number, &text.text);
        }
        if let Some(profile) = profiles.get(card.path.as_str()) {
            for skill in &profile.skills {
                for name in skill.aliases.iter().chain([&skill.name.text]) {
                    terms.other(number, name);
                }
                facets.add(0, number, &skill.id, &skill.name.text);
            }
        }
        for (facet, id, name) in facets::told(content, locale, person) {
            facets.add(facet, number, &id, &name);
        }
    }
    let (facets, mut files) = facets.files(KEYS);
    let listed = facets.iter().map(|(facet, _)| facet.clone()).collect();
    let terms = terms.files(&mut files);
    let shown: Vec<String> =
        cards.par_iter().map(|card| fragment(|| person_card(card, &locale.interface))).collect();
    for (number, chunk) in shown.chunks(CARDS as usize).enumerate() {
        put(&mut files, format!("cards-{number}"), &chunk);
    }
    let total = u32::try_from(cards.len()).unwrap_or(u32::MAX);
    let index = Index { total, cards: CARDS, values: facets::VALUES, facets: listed, terms };
    put(&mut files, "index".to_owned(), &index);
    (files, facets)
}

/// The person's name in every language: whoever knows one of them finds the person.
fn names(person: &Person) -> Vec<&str> {
    match &person.profile.name.0 {
        Text::Plain(name) => vec![name],
        Text::ByLanguage(names) => names.iter().map(|(_, name)| name.as_str()).collect(),
    }
}

/// Adds a file of JSON.
fn put(files: &mut Files, name: String, value: &impl Serialize) {
    // What is written has texts for keys and no failing writer, so it can be written.
    files.insert(name, serde_json::to_vec(value).unwrap_or_default());
}
