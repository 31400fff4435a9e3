//! The index of all people: it finds exactly the right ones, and its files are small.

use crate::content::{Content, text};
use crate::page::{self, Page};
use perfil_site::Tree;
use perfil_view::Word;
use perfil_view::search::{Matches, decode, shards};
use serde_json::Value;
use std::collections::BTreeSet;
use std::sync::LazyLock;

/// The maximum size of a file of an index, in bytes before compression.
const FILE_LIMIT: usize = 32_000;

const PEOPLE: usize = 2000;

fn crowd() -> &'static Tree {
    static TREE: LazyLock<Tree> = LazyLock::new(|| Content::crowd(PEOPLE).build().tree);
    &TREE
}

/// The index of a language, as a browser reads it.
struct Index<'a> {
    tree: &'a Tree,
    folder: String,
    core: Value,
}

impl<'a> Index<'a> {
    fn of(tree: &'a Tree, lang: &str) -> Self {
        let page: Value = serde_json::from_str(text(tree, &format!("data/{lang}.json"))).unwrap();
        let path = page["body"]["directory"]["finder"]["path"].as_str().unwrap();
        let folder = path.trim_start_matches('/').to_owned();
        let core = serde_json::from_str(text(tree, &format!("{folder}index.json"))).unwrap();
        Self { tree, folder, core }
    }

    fn file(&self, name: &str) -> Value {
        serde_json::from_str(text(self.tree, &format!("{}{name}.json", self.folder))).unwrap()
    }

    fn total(&self) -> u32 {
        self.core["total"].as_u64().unwrap().try_into().unwrap()
    }

    fn search(&self, words: &[&str]) -> Matches {
        let starts: Vec<String> = serde_json::from_value(self.core["terms"].clone()).unwrap();
        let mut matches = Matches::all(self.total());
        for word in words {
            let mut terms = Vec::new();
            for number in shards(&starts, word) {
                let file = self.file(&format!("terms-{number}"));
                terms.extend(file.as_array().unwrap().iter().map(|term| Word {
                    word: term["word"].as_str().unwrap().to_owned(),
                    names: term["names"].as_str().unwrap().to_owned(),
                    others: term["others"].as_str().unwrap().to_owned(),
                }));
            }
            matches.keep_word(word, &terms);
        }
        matches
    }

    /// The people with a value, by its position among the values of its facet.
    fn people(&self, facet: usize, id: &str) -> Option<String> {
        let values = self.core["facets"][facet]["values"].as_array().unwrap();
        let place = values.iter().position(|value| value["id"] == id)?;
        let size = usize::try_from(self.core["values"].as_u64().unwrap()).unwrap();
        let key = ["skill", "lang", "place"][facet];
        let file = self.file(&format!("{key}-{}", place / size));
        Some(file[place % size].as_str().unwrap().to_owned())
    }

    /// The card of a person.
    fn card(&self, number: usize) -> Page {
        let size = usize::try_from(self.core["cards"].as_u64().unwrap()).unwrap();
        let file = self.file(&format!("cards-{}", number / size));
        Page::parse("a card", file[number % size].as_str().unwrap())
    }

    fn names(&self, matches: &Matches) -> Vec<String> {
        let people = matches.first(20).into_iter();
        people.map(|number| shown(&self.card(number), ".person-name")).collect()
    }
}

fn shown(card: &Page, selector: &str) -> String {
    page::text(card.select(selector)[0])
}

#[test]
fn a_name_is_found_without_diacritics_and_ranks_first() {
    for lang in ["en", "es"] {
        let index = Index::of(crowd(), lang);
        for (words, part) in [
            (["fernandez"], "Fernández"),
            (["swie"], "Świętosława"),
            (["ольг"], "Ольга"),
            (["ليل"], "ليلى"),
            (["中"], "中"),
            (["παπαδοπ"], "Παπαδόπουλος"),
        ] {
            let names = index.names(&index.search(&words));
            assert!(!names.is_empty(), "nobody is called {words:?}");
            assert!(names.iter().all(|name| name.contains(part)), "{words:?}: {names:?}");
        }
        // Data engineers are common, and people named David and Dąbrowski come before them.
        let names = index.names(&index.search(&["da"]));
        assert!(names.iter().all(|name| name.contains("Da") || name.contains("Dą")), "{names:?}");
    }
}

#[test]
fn results_equal_those_of_a_linear_search() {
    let index = Index::of(crowd(), "en");
    let cards: Vec<Page> = (0..PEOPLE).map(|number| index.card(number)).collect();
    let berlin = |card: &Page| shown(card, ".person-location") == "Berlin, Germany";
    let expected: BTreeSet<usize> = (0..PEOPLE).filter(|at| berlin(&cards[*at])).collect();
    let set = index.people(2, "berlin-germany").unwrap();
    let found: BTreeSet<usize> = decode(&set).map(|number| number as usize).collect();
    assert_eq!(found, expected);
    assert_eq!(Matches::all(index.total()).count_in(&set), expected.len());

    let is_engineer = |card: &Page| shown(card, ".headline").contains("Engineer");
    let both = expected.iter().filter(|at| is_engineer(&cards[**at])).count();
    let mut matches = index.search(&["engineer"]);
    assert_eq!(matches.count_in(&set), both);
    matches.keep(&set);
    assert_eq!(matches.count(), both);
    let more = index.search(&["engineer", "berlin", "germ"]);
    assert!(more.count() >= both && both > 0);
}

#[test]
fn a_facet_value_has_the_same_id_in_every_language() {
    let [english, spanish] = ["en", "es"].map(|lang| Index::of(crowd(), lang));
    for (facet, id) in [(0, "postgresql"), (1, "german"), (2, "sevilla-spain")] {
        let sets = [&english, &spanish].map(|index| index.people(facet, id).unwrap());
        assert_eq!(sets[0], sets[1]);
        assert!(!sets[0].is_empty());
    }
    let name = |index: &Index| {
        let values = index.core["facets"][1]["values"].as_array().unwrap().clone();
        values.into_iter().find(|value| value["id"] == "german").unwrap()["name"].clone()
    };
    assert_eq!((name(&english), name(&spanish)), ("German".into(), "Alemán".into()));
}

#[test]
fn index_files_are_small() {
    let files: Vec<_> = crowd().iter().filter(|(path, _)| path.contains("/people/")).collect();
    for (path, bytes) in &files {
        assert!(bytes.len() <= FILE_LIMIT, "{path} has {} bytes", bytes.len());
    }
    assert!(files.len() > 2 * PEOPLE / 30);
}

#[test]
fn an_index_is_reproducible() {
    let [one, other] = [0, 1].map(|_| Content::crowd(60).build().tree);
    assert!(one == other);
}

#[test]
fn a_site_of_one_person_has_no_index() {
    let tree = Content::fixture("small").build().tree;
    assert!(tree.iter().all(|(path, _)| !path.contains("/people/")));
}
