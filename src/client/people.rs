//! The search over all people of a directory: the people who match, and how many each facet value
//! would leave.

use super::loader::Loader;
use super::query::query_in_url;
use crate::browser::{self, Failure};
use leptos::prelude::*;
use leptos::task::spawn_local;
use perfil_ui::app::{Query, State};
use perfil_view::search::{self, Matches, shards};
use perfil_view::{Body, Finder, FromJs, Index, Page, Word, item};
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::sync::Arc;

/// The number of people shown at a time.
const PEOPLE: usize = 20;

/// The number of them that are shown as soon as they are loaded: as many as a browser requests at
/// once.
const FIRST: usize = 5;

/// The pause in typing after which the result is announced to assistive technology, in
/// milliseconds.
const DEBOUNCE_MS: i32 = 500;

/// The maximum number of characters of a query that are read, and of an unknown value that are
/// shown.
const MAX_CHARACTERS: usize = 200;

/// The attribute of the root element that is set while the people who match are shown instead of
/// everybody.
const MARK: &str = "data-answers";

/// The element with the choices of all facets.
const FACETS: &str = ".facets";

struct People {
    state: State,
    loader: Rc<Loader>,
    /// The main file of an index, and the path of that index.
    index: RefCell<Option<(String, Rc<Index>)>>,
    /// The number of people shown.
    limit: Cell<usize>,
    /// Counts the queries, so that a result can be dropped if there is a newer one.
    number: Cell<u32>,
}

/// A query on a page, with its number.
struct Question {
    page: Arc<Page>,
    query: Query,
    number: u32,
}

impl Question {
    fn finder(&self) -> Option<&Finder> {
        match &self.page.body {
            Body::Directory(directory) => directory.finder.as_ref(),
            Body::Profile(_) => None,
        }
    }
}

/// Shows a status.
fn show_status(status: &str) {
    browser::set_text(".people-count", status);
    browser::set(".people-status", "hidden", status.is_empty().then_some(""));
}

/// Returns the path of a file of the index.
fn path(finder: &Finder, kind: &str, number: usize) -> String {
    [finder.path.as_str(), kind, "-", &number.to_string(), ".json"].concat()
}

impl People {
    /// Runs a query, if the page is a directory. With an empty query, everybody is shown.
    #[inline(never)]
    fn ask(self: &Rc<Self>, query: Query) {
        let number = self.number.get().wrapping_add(1);
        self.number.set(number);
        let page = self.state.page.get_untracked();
        let question = Question { page, query, number };
        let people = Rc::clone(self);
        spawn_local(async move {
            let Some(finder) = question.finder() else { return browser::mark(MARK, None) };
            // The counts are those of the query before, until the files that they need are loaded.
            browser::set(FACETS, "aria-busy", Some("true"));
            let found = people.find(finder, &question).await;
            if people.number.get() != number {
                return;
            }
            browser::set(FACETS, "aria-busy", None);
            if found.is_err() {
                browser::mark(MARK, None);
                show_status(&finder.failed);
                people.announce(finder.failed.clone(), number);
            }
        });
    }

    /// Announces a status to assistive technology once typing pauses.
    fn announce(self: &Rc<Self>, status: String, number: u32) {
        let people = Rc::clone(self);
        browser::after(DEBOUNCE_MS, move || {
            if people.number.get() == number && !status.is_empty() {
                people.state.announcement.set(status);
            }
        });
    }

    /// Returns the main file of the index, which is read only once: every query needs it, and it is
    /// the largest file.
    async fn index(&self, finder: &Finder) -> Result<Rc<Index>, Failure> {
        let known = self.index.borrow().clone();
        if let Some((_, index)) = known.filter(|(path, _)| *path == finder.path) {
            return Ok(index);
        }
        let data = self.loader.load(&[&finder.path, "index.json"].concat()).await?;
        let index = Rc::new(Index::from_js(&data).ok_or(Failure::Lasting)?);
        self.index.replace(Some((finder.path.clone(), Rc::clone(&index))));
        Ok(index)
    }

    async fn find(self: &Rc<Self>, finder: &Finder, question: &Question) -> Result<(), Failure> {
        let index = self.index(finder).await?;
        let text: String = question.query.text.chars().take(MAX_CHARACTERS).collect();
        let typed = browser::words(&text);
        let words: Vec<&str> = typed
            .iter()
            .flat_map(|word| search::words(word))
            .take(search::MAX_QUERY_WORDS)
            .collect();
        // All files are requested before any of them is awaited.
        let mut paths: Vec<Vec<String>> = Vec::new();
        for word in &words {
            let files = shards(&index.terms, word);
            paths.push(files.map(|number| path(finder, "terms", number)).collect());
        }
        let size = index.values as usize;
        let (mut chosen, mut sets, mut unknown) = (Vec::new(), Vec::new(), Vec::new());
        for (facet, ids) in index.facets.iter().zip(question.query.facets()) {
            for id in ids {
                let Some(place) = facet.values.iter().position(|value| value.id == *id) else {
                    unknown.push(id.chars().take(MAX_CHARACTERS).collect::<String>());
                    continue;
                };
                sets.push(place % size);
                paths.push(vec![path(finder, &facet.key, place / size)]);
                chosen.push([facet.key.as_str(), id, facet.values[place].name.as_str()]);
            }
        }
        for path in paths.iter().flatten() {
            self.loader.expect(path);
        }
        let mut matches = Matches::all(index.total);
        for (place, paths) in paths.iter().enumerate() {
            let mut terms = Vec::new();
            for path in paths {
                let data = self.loader.load(path).await?;
                if let Some(set) = place.checked_sub(words.len()).and_then(|place| sets.get(place))
                {
                    matches.keep(&item::<String>(&data, *set).ok_or(Failure::Lasting)?);
                } else {
                    terms.extend(Vec::<Word>::from_js(&data).ok_or(Failure::Lasting)?);
                }
            }
            if let Some(word) = words.get(place) {
                matches.keep_word(word, &terms);
            }
        }
        let is_asked = !(paths.is_empty() && unknown.is_empty());
        let lang = &question.page.lang;
        let count = matches.count();
        let mut cards = String::new();
        let mut status = String::new();
        let first = matches.first(if is_asked { self.limit.get() } else { 0 });
        if is_asked {
            let text = if count == 0 { &finder.nobody } else { &finder.found };
            let total = browser::number(index.total as usize, lang);
            status = text.replace("{n}", &browser::number(count, lang)).replace("{total}", &total);
            let size = index.cards as usize;
            let path = |number: &usize| path(finder, "cards", number / size);
            for number in &first {
                self.loader.expect(&path(number));
            }
        }
        let unknown = unknown.join(", ");
        let note = if unknown.is_empty() {
            String::new()
        } else {
            finder.unknown.replace("{values}", &unknown)
        };
        let show = |cards: &str, has_more: bool| {
            // The field of a page that was rendered again is empty.
            browser::set_value("#search", &question.query.text);
            browser::show_answers(cards, has_more);
            browser::show_chosen(&chosen);
            browser::set_text(".people-status .unknown", &note);
            show_status(&status);
            browser::mark(MARK, is_asked.then_some(""));
            browser::keep_focus(".people-count");
        };
        let size = index.cards as usize;
        for (place, number) in first.iter().enumerate() {
            if place == FIRST && self.number.get() == question.number {
                show(&cards, false);
            }
            let data = self.loader.load(&path(finder, "cards", number / size)).await?;
            cards += &item::<String>(&data, number % size).ok_or(Failure::Lasting)?;
        }
        if self.number.get() != question.number {
            return Ok(());
        }
        show(&cards, is_asked && first.len() < count);
        self.announce(status, question.number);
        self.offer(finder, &index, &matches, question).await
    }

    /// Shows how many people each facet value would leave.
    async fn offer(
        &self,
        finder: &Finder,
        index: &Index,
        matches: &Matches,
        question: &Question,
    ) -> Result<(), Failure> {
        for (facet, ids) in index.facets.iter().zip(question.query.facets()) {
            if facet.values.is_empty() {
                continue;
            }
            let data = self.loader.load(&path(finder, &facet.key, 0)).await?;
            let sets = Vec::<String>::from_js(&data).ok_or(Failure::Lasting)?;
            if self.number.get() != question.number {
                return Ok(());
            }
            for (value, set) in facet.values.iter().zip(sets) {
                let count = browser::number(matches.count_in(&set), &question.page.lang);
                browser::show_choice(&facet.key, &value.id, &count, ids.contains(&value.id));
            }
        }
        Ok(())
    }
}

pub(super) fn install_listeners(state: State, loader: &Rc<Loader>) {
    let (loader, limit, number) = (Rc::clone(loader), Cell::new(PEOPLE), Cell::default());
    let people = Rc::new(People { state, loader, index: RefCell::default(), limit, number });
    let asking = Rc::clone(&people);
    Effect::new(move |before: Option<(String, bool)>| {
        let revision = state.page.with(|page| page.revision.clone());
        let known = state.query.get();
        let is_fresh = before.as_ref().is_none_or(|(last_revision, _)| *last_revision != revision);
        // The query of a page that has just been shown is in its address, and not yet in the state.
        let query = if is_fresh { query_in_url() } else { known };
        let is_asked = !query.is_empty();
        asking.limit.set(PEOPLE);
        if is_asked || before.is_some_and(|(_, was_asked)| was_asked) {
            asking.ask(query);
        }
        (revision, is_asked)
    });
    let coming = Rc::clone(&people);
    // An empty query loads what every query needs, so that the first result appears immediately.
    browser::on_approach(".finder", move || {
        if coming.number.get() == 0 {
            coming.ask(Query::default());
        }
    });
    browser::on_press(move |press| {
        if press.name == "more-people" {
            people.limit.set(people.limit.get() + PEOPLE);
            people.ask(people.state.query.get_untracked());
        }
    });
}
