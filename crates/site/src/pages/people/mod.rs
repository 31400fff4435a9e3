//! The search index of all people in each language, split so that a search loads only what it
//! needs.
//!
//! A folder is named by the hash of its content, so that a page never searches the index of another
//! state of the site. It holds `index.json`, the people of each facet's values (`skill-0.json`, …),
//! sorted terms (`terms-0.json`, …) and cards (`cards-0.json`, …).

mod facets;
mod terms;
mod words;

use crate::content::Content;
use crate::content::Person;
use crate::document::fragment;
use crate::output::{Output, hash};
use crate::stored::stored;
use facets::Values;
use perfil_localize::Localizer;
use perfil_model::language::{Locale, Text, format_number};
use perfil_model::profile::Profile;
use perfil_ui::pages::{people, person as person_card};
use perfil_view::{Evidence, Facet, Finder, Index, PersonTile};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, Mutex, PoisonError};
use terms::Terms;
use words::words;

/// The number of cards in a file: few, because the people in a result are rarely adjacent, and more
/// than one, because each file is a request.
const CARDS: u32 = 30;

/// The facets, by their names in URLs.
const KEYS: [&str; 3] = ["skill", "lang", "place"];

/// The files of one language, by name.
type Files = BTreeMap<String, Vec<u8>>;

/// The facets, and the number of people for each value that is offered.
type Facets = Vec<(Facet, Vec<u32>)>;

/// What the index of one language says of a person.
#[derive(Clone)]
pub(crate) struct Note {
    /// The words of the person's names, on a line each: all notes may be in memory at once.
    names: String,
    /// The words of other texts by which the person is found, in the same way.
    texts: String,
    /// The values of facets: the number of the facet, the identifier and the name of the value.
    values: Vec<(usize, String, String)>,
    /// The person's card, as HTML.
    card: Arc<str>,
}

stored!(Note { names, texts, values, card });

impl Note {
    /// Gathers it from a profile, and from what is shown of the person.
    pub(crate) fn of(
        content: &Content,
        (locale, localizer): (&Locale, &Localizer),
        (person, profile): (&Person, &Profile),
        (card, skills): (&PersonTile, &[Evidence]),
    ) -> Self {
        let shown = [&card.headline, &card.location].into_iter().flatten().chain(&card.focus);
        let shown = shown.map(|text| text.text.as_str());
        let of_skills = skills.iter().flat_map(|it| it.aliases.iter().chain([&it.name.text]));
        let texts = shown.chain(of_skills.map(String::as_str));
        let skill = |it: &Evidence| (0, it.id.clone(), it.name.text.clone());
        let facets = facets::of_person(content, localizer, person, profile);
        Self {
            names: lines(names(person).into_iter().flat_map(words)),
            texts: lines(texts.flat_map(words)),
            values: skills.iter().map(skill).chain(facets).collect(),
            card: fragment(|| person_card(card, &locale.interface)).into(),
        }
    }
}

/// The index of one language while it is built.
#[derive(Default)]
pub(crate) struct Draft(Mutex<(Values, Terms, Cards)>);

/// The card of each person, as HTML.
type Cards = BTreeMap<u32, Arc<str>>;

impl Draft {
    /// Adds what is known of a person, whose position in the directory is `number`.
    pub(crate) fn add(&self, number: u32, note: Option<&Note>) {
        let Some(note) = note else { return };
        // Each name is added as a whole, and in any order, so a poisoned lock is safe to use.
        let mut draft = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let (facets, terms, cards) = &mut *draft;
        cards.insert(number, Arc::clone(&note.card));
        for word in note.names.lines() {
            terms.name(number, word);
        }
        for word in note.texts.lines() {
            terms.other(number, word);
        }
        for (facet, id, name) in &note.values {
            facets.add(*facet, number, id, name);
        }
    }

    /// Adds the files of the index, and returns what the pages of the directory need of it.
    pub(crate) fn finish<'a>(
        self,
        output: &dyn Output,
        content: &Content,
        locale: &'a Locale,
    ) -> impl Fn(&str) -> Finder + use<'a> {
        let (facets, terms, cards) = self.0.into_inner().unwrap_or_else(PoisonError::into_inner);
        let (facets, mut files) = facets.files(KEYS);
        let listed = facets.iter().map(|(facet, _)| facet.clone()).collect();
        let terms = terms.files(&mut files);
        let total = u32::try_from(cards.len()).unwrap_or(u32::MAX);
        let cards: Vec<_> = cards.values().map(AsRef::<str>::as_ref).collect();
        for (number, chunk) in cards.chunks(CARDS as usize).enumerate() {
            put(&mut files, format!("cards-{number}"), &chunk);
        }
        let index = Index { total, cards: CARDS, values: facets::VALUES, facets: listed, terms };
        put(&mut files, "index".to_owned(), &index);
        let contents: Vec<u8> = files.values().flatten().copied().collect();
        let folder = format!("data/{}/people/{}/", locale.tag, &hash(&contents)[..12]);
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

/// Returns the person's name in every language: knowing one of them is enough to find the person.
fn names(person: &Person) -> Vec<&str> {
    match &person.name.0 {
        Text::Plain(name) => vec![name],
        Text::ByLanguage(names) => names.iter().map(|(_, name)| name.as_str()).collect(),
    }
}

/// Returns different words, on a line each.
fn lines(words: impl Iterator<Item = String>) -> String {
    let words: BTreeSet<_> = words.collect();
    words.into_iter().flat_map(|word| [word, "\n".to_owned()]).collect()
}

/// Adds a JSON file.
fn put(files: &mut Files, name: String, value: &impl Serialize) {
    // Serialization cannot fail: all keys are strings, and the writer is in memory.
    files.insert(name, serde_json::to_vec(value).unwrap_or_default());
}
