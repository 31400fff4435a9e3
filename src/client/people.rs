//! The search over all people of a directory: who answers, and how many each choice would leave.

use super::loader::Loader;
use crate::app::{Query, State};
use crate::browser::{self, Failure};
use crate::people::{Answer, Matches, shards};
use crate::view::{Body, Choice, Finder, FromJs, Index, Person, Word, item};
use leptos::prelude::*;
use leptos::task::{spawn_local, tick};
use std::cell::{Cell, RefCell};
use std::rc::Rc;

/// How many people are shown at a time.
const PEOPLE: usize = 20;

/// How long typing rests before assistive technology is told who was found, in milliseconds.
const REST: i32 = 500;

/// The most characters of a question that are looked at, and of a value that is unknown shown.
const MOST: usize = 200;

/// Says on the root element that some of the people are shown instead of everybody.
const MARK: &str = "data-answers";

struct People {
    state: State,
    loader: Rc<Loader>,
    /// The index that was read last, and its folder.
    index: RefCell<Option<(String, Rc<Index>)>>,
    /// How many people are shown.
    limit: Cell<usize>,
    /// How many files of each facet are offered.
    files: Cell<[usize; 3]>,
    /// Counts the questions, so that an answer knows whether it is still wanted.
    number: Cell<u32>,
}

impl People {
    fn finder(&self) -> Option<Finder> {
        match &self.state.page.read_untracked().body {
            Body::Directory(directory) => directory.finder.clone(),
            Body::Profile(_) => None,
        }
    }

    /// Asks, if the page is a directory. Without a question, it only offers the choices.
    fn ask(self: &Rc<Self>) {
        let number = self.number.get().wrapping_add(1);
        self.number.set(number);
        let Some(finder) = self.finder() else { return self.show(None) };
        let query = self.state.query.get_untracked();
        let people = Rc::clone(self);
        spawn_local(async move {
            let failed = finder.failed.clone();
            if people.find(&finder, &query, number).await.is_err() && people.number.get() == number
            {
                people.show(Some(Answer { status: failed, ..Answer::default() }));
                browser::mark(MARK, None);
            }
        });
    }

    fn show(&self, answer: Option<Answer>) {
        browser::mark(MARK, answer.as_ref().map(|_| ""));
        self.state.answer.set(answer);
    }

    /// The path of a file of the index.
    fn path(finder: &Finder, kind: &str, number: usize) -> String {
        [finder.path.as_str(), kind, "-", &number.to_string(), ".json"].concat()
    }

    async fn index(&self, finder: &Finder) -> Result<Rc<Index>, Failure> {
        if let Some((path, index)) = &*self.index.borrow()
            && *path == finder.path
        {
            return Ok(Rc::clone(index));
        }
        let data = self.loader.load(&[&finder.path, "index.json"].concat()).await?;
        let index = Rc::new(Index::from_js(&data).ok_or(Failure::Lasting)?);
        self.index.replace(Some((finder.path.clone(), Rc::clone(&index))));
        Ok(index)
    }

    async fn find(
        self: &Rc<Self>,
        finder: &Finder,
        query: &Query,
        number: u32,
    ) -> Result<(), Failure> {
        let index = self.index(finder).await?;
        let text: String = query.text.chars().take(MOST).collect();
        let words = browser::words(&text);
        let mut answer = Answer::default();
        let mut unknown = Vec::new();
        // Everything is asked for before anything is waited for.
        let mut sets = Vec::new();
        for ((facet, values), ids) in finder.facets.iter().zip(&index.facets).zip(query.facets()) {
            for id in ids {
                let Some(place) = values.iter().position(|value| value.id == *id) else {
                    unknown.push(id.chars().take(MOST).collect::<String>());
                    continue;
                };
                let size = index.values as usize;
                let path = Self::path(finder, &facet.key, place / size);
                self.loader.expect(&path);
                sets.push((path, place % size));
                answer.chosen.push((facet.key.clone(), values[place].clone()));
            }
        }
        let terms = |word: &String| {
            let numbers = shards(&index.terms, word);
            numbers.map(|number| Self::path(finder, "terms", number)).collect::<Vec<_>>()
        };
        let paths: Vec<Vec<String>> = words.iter().map(terms).collect();
        paths.iter().flatten().for_each(|path| self.loader.expect(path));

        let mut matches = Matches::all(index.total);
        for (word, paths) in words.iter().zip(&paths) {
            let mut terms = Vec::new();
            for path in paths {
                let data = self.loader.load(path).await?;
                terms.extend(Vec::<Word>::from_js(&data).ok_or(Failure::Lasting)?);
            }
            matches.keep_word(word, &terms);
        }
        for (path, place) in sets {
            let data = self.loader.load(&path).await?;
            matches.keep(&item::<String>(&data, place).ok_or(Failure::Lasting)?);
        }
        let is_asked = !(words.is_empty() && answer.chosen.is_empty() && unknown.is_empty());
        if is_asked {
            self.tell(finder, &index, &matches, &mut answer, &unknown).await?;
        }
        if self.number.get() != number {
            return Ok(());
        }
        if is_asked {
            self.announce(answer.status.clone(), number);
        }
        self.show(is_asked.then_some(answer));
        tick().await;
        browser::keep_focus(".people-count");
        self.offer(finder, &index, &matches, query, number).await
    }

    /// Completes an answer with words and cards.
    async fn tell(
        &self,
        finder: &Finder,
        index: &Index,
        matches: &Matches,
        answer: &mut Answer,
        unknown: &[String],
    ) -> Result<(), Failure> {
        let lang = self.state.page.with_untracked(|page| page.lang.clone());
        let count = matches.count();
        let text = if count == 0 { &finder.nobody } else { &finder.found };
        let total = browser::number(index.total as usize, &lang);
        answer.status =
            text.replace("{n}", &browser::number(count, &lang)).replace("{total}", &total);
        if !unknown.is_empty() {
            answer.unknown = finder.unknown.replace("{values}", &unknown.join(", "));
        }
        let first = matches.first(self.limit.get());
        answer.has_more = count > first.len();
        let size = index.cards as usize;
        let path = |number: &usize| Self::path(finder, "cards", number / size);
        for number in &first {
            self.loader.expect(&path(number));
        }
        for number in first {
            let data = self.loader.load(&path(&number)).await?;
            answer.people.push(item::<Person>(&data, number % size).ok_or(Failure::Lasting)?);
        }
        Ok(())
    }

    /// Offers the choices, and tells how many people each would leave.
    async fn offer(
        &self,
        finder: &Finder,
        index: &Index,
        matches: &Matches,
        query: &Query,
        number: u32,
    ) -> Result<(), Failure> {
        let size = index.values as usize;
        let files = self.files.get();
        let offered = |(values, files): (&Vec<Choice>, usize)| {
            let offered: Vec<_> = values.iter().take(files * size).cloned().collect();
            let has_more = offered.len() < values.len();
            (offered, has_more)
        };
        let choices: Vec<_> = index.facets.iter().zip(files).map(offered).collect();
        if *self.state.choices.read_untracked() != choices {
            self.state.choices.set(choices.clone());
            tick().await;
        }
        let lang = self.state.page.with_untracked(|page| page.lang.clone());
        for (((facet, (choices, _)), files), ids) in
            finder.facets.iter().zip(&choices).zip(files).zip(query.facets())
        {
            let mut counts = Vec::new();
            for file in 0..files.min(choices.len().div_ceil(size)) {
                let data = self.loader.load(&Self::path(finder, &facet.key, file)).await?;
                let sets = Vec::<String>::from_js(&data).ok_or(Failure::Lasting)?;
                counts.extend(sets.iter().map(|set| matches.count_in(set)));
            }
            if self.number.get() != number {
                return Ok(());
            }
            for (place, (choice, count)) in choices.iter().zip(counts).enumerate() {
                let count = browser::number(count, &lang);
                browser::show_choice(&facet.key, place + 1, &count, ids.contains(&choice.id));
            }
        }
        Ok(())
    }

    fn announce(self: &Rc<Self>, status: String, number: u32) {
        let people = Rc::clone(self);
        browser::after(REST, move || {
            if people.number.get() == number {
                people.state.announcement.set(status);
            }
        });
    }

    /// Offers more of a facet.
    fn offer_more(self: &Rc<Self>, key: &str) {
        let place = self
            .finder()
            .and_then(|finder| finder.facets.iter().position(|facet| facet.key == key));
        let mut files = self.files.get();
        if let Some(files) = place.and_then(|place| files.get_mut(place)) {
            *files += 1;
        }
        self.files.set(files);
        self.ask();
    }
}

pub(super) fn follow(state: State, loader: &Rc<Loader>) {
    let people = Rc::new(People {
        state,
        loader: Rc::clone(loader),
        index: RefCell::default(),
        limit: Cell::new(PEOPLE),
        files: Cell::new([1; 3]),
        number: Cell::default(),
    });
    let asking = Rc::clone(&people);
    Effect::new(move |before: Option<String>| {
        let revision = state.page.with(|page| page.revision.clone());
        if before.is_some_and(|before| before != revision) {
            // The page was made anew, and its choices are in its own language.
            state.choices.set(Vec::new());
        }
        let is_empty = state.query.with(Query::is_empty);
        asking.limit.set(PEOPLE);
        if !is_empty || state.answer.with_untracked(Option::is_some) {
            asking.ask();
        }
        revision
    });
    let coming = Rc::clone(&people);
    browser::on_approach(".finder", move || {
        if state.choices.with_untracked(Vec::is_empty) {
            coming.ask();
        }
    });
    browser::on_press(move |press| match press.name.as_str() {
        "more-people" => {
            people.limit.set(people.limit.get() + PEOPLE);
            people.ask();
        }
        "more-choices" => people.offer_more(&press.value),
        _ => {}
    });
}
