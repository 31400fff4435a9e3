//! The search over a profile: reads and writes the query in the address, and hides, reorders and
//! marks the items.

use super::links::{copy, share};
use super::query::{address, query_in_url};
use crate::browser::{self, Items};
use leptos::prelude::*;
use perfil_ui::app::{Query, State};
use perfil_view::{Body, Profile, Words};
use std::cell::{Cell, RefCell};
use std::rc::Rc;

/// The pause in typing after which the address is updated and the result is announced to assistive
/// technology, in milliseconds.
const DEBOUNCE_MS: i32 = 500;

/// The search over the current page.
pub(super) struct Finder {
    state: State,
    /// The items of the page, collected when they are first needed.
    items: RefCell<Option<Items>>,
    /// The words that are marked.
    words: RefCell<Vec<String>>,
    /// Whether a search begins that has not been answered yet.
    is_beginning: Cell<bool>,
    /// Counts the changes, so that delayed work can detect a newer one.
    number: Cell<u32>,
}

impl Finder {
    /// Searches for the typed text.
    fn search(self: &Rc<Self>, text: String) {
        self.begin();
        self.state.query.update(|query| query.text = text);
        let number = self.number.get();
        let finder = Rc::clone(self);
        browser::after(DEBOUNCE_MS, move || {
            // If the number is another, a key was pressed or the visitor went elsewhere.
            if finder.number.get() == number.wrapping_add(1) {
                browser::replace(&finder.address());
            }
        });
    }

    /// Chooses skills, languages or places, or removes them if all are chosen already. `ids` are
    /// separated by commas, as in an address.
    pub(super) fn toggle(&self, name: &str, ids: &str) {
        let mut query = self.state.query.get_untracked();
        let list = match name {
            "lang" => &mut query.languages,
            "place" => &mut query.places,
            _ if query.focus.is_empty() => &mut query.skills,
            _ => &mut query.focus,
        };
        let ids = || ids.split(',');
        let are_chosen = ids().all(|id| list.iter().any(|known| known == id));
        list.retain(|known| ids().all(|id| id != known));
        if !are_chosen {
            list.extend(ids().map(str::to_owned));
        }
        self.ask(query);
    }

    /// Clears the query, which shows the whole profile again; returns whether there was one.
    pub(super) fn clear(&self) -> bool {
        let is_asking = self.state.query.with_untracked(|query| !query.is_empty());
        if is_asking {
            self.ask(Query::default());
        }
        is_asking
    }

    /// Notes that a search begins: its answers are at the top of the page.
    fn begin(&self) {
        if self.state.query.with_untracked(Query::is_empty) {
            self.is_beginning.set(true);
        }
    }

    fn ask(&self, query: Query) {
        self.begin();
        self.state.query.set(query);
        browser::push(&self.address());
    }

    fn address(&self) -> String {
        self.state.query.with_untracked(|query| self.address_of(query))
    }

    fn address_of(&self, query: &Query) -> String {
        self.state.page.with_untracked(|page| address(&page.path, query))
    }

    /// Applies the query in the address to a page that has just been shown.
    pub(super) fn apply_url(self: &Rc<Self>) {
        let query = query_in_url();
        self.items.take();
        *self.state.query.write_untracked() = query.clone();
        if query.is_empty() {
            // The page is shown as it was built.
            self.number.set(self.number.get().wrapping_add(1));
            self.words.take();
            browser::mark("data-reading", None);
        } else {
            self.answer(&query);
        }
        if self.state.page.with_untracked(|page| matches!(page.body, Body::Directory(_))) {
            // The search over all people is notified as of any other query.
            self.state.query.notify();
        }
    }

    /// Reads the items before the first word of a search is typed.
    fn prepare(&self) {
        self.items.borrow_mut().get_or_insert_with(Items::collect).read();
    }

    /// Applies the query to the page. It is not inlined, because an effect calls its function from
    /// two places, and each would get a copy of this code.
    #[inline(never)]
    fn answer(self: &Rc<Self>, query: &Query) {
        let number = self.number.get().wrapping_add(1);
        self.number.set(number);
        browser::set_value("#search", &query.text);
        let page = self.state.page.read_untracked();
        let Body::Profile(profile) = &page.body else { return };
        let mut items = self.items.borrow_mut();
        let items = items.get_or_insert_with(Items::collect);
        items.unmark();
        let words = browser::words(&query.text);
        let mut matches =
            if words.is_empty() { vec![true; items.count()] } else { items.matches(&words) };
        let chosen = proven(profile, query.chosen());
        if let Some(proven) = &chosen {
            items.keep(&mut matches, proven);
        }
        let is_tailored = !query.focus.is_empty() && chosen.is_some();
        let is_whole = words.is_empty() && chosen.is_none();
        items.show(&matches, page.words.more());
        items.arrange(is_tailored.then_some(&*matches));
        items.press(query.chosen(), ".answer .chips");
        if !is_whole {
            items.unfold(&matches);
        }
        let mode = match (is_whole, is_tailored) {
            (true, _) => None,
            (_, true) => Some("tailored"),
            _ => Some("found"),
        };
        browser::mark("data-reading", mode);
        if self.is_beginning.take() {
            browser::scroll_to_top_of(".hero");
        }
        let count = matches.iter().filter(|matches| **matches).count();
        let status = self.report(&page.words, profile, query, [count, matches.len()]);
        self.words.replace(words);
        let finder = Rc::clone(self);
        // After a frame, the visible elements are known without forcing another layout.
        browser::after(browser::FRAME, move || finder.mark());
        if !query.is_empty() {
            let finder = Rc::clone(self);
            browser::after(DEBOUNCE_MS, move || {
                if finder.number.get() == number {
                    finder.state.announcement.set(status);
                }
            });
        }
    }

    /// Shows the result; returns the status to announce to assistive technology once typing pauses.
    fn report(&self, words: &Words, profile: &Profile, query: &Query, found: [usize; 2]) -> String {
        let named = |ids: &[String]| {
            let known = profile.skills.iter().filter(|skill| ids.contains(&skill.id));
            known.map(|skill| skill.name.text.as_str()).collect::<Vec<_>>().join(", ")
        };
        let is_known = |id: &&String| profile.skills.iter().any(|skill| skill.id == **id);
        let requested = query.skills.iter().chain(&query.focus);
        let unknown: Vec<&str> = requested.filter(|id| !is_known(id)).map(String::as_str).collect();
        let text = if found[0] == 0 { words.nothing_found() } else { words.found() };
        let [count, total] = found.map(|number| number.to_string());
        let status = if query.is_empty() {
            String::new()
        } else {
            text.replace("{count}", &count).replace("{total}", &total)
        };
        let message = |text: &str, place: &str, names: &str| {
            if names.is_empty() { String::new() } else { text.replace(place, names) }
        };
        browser::set_text(".answer-status", &status);
        browser::set_text(
            ".tailored",
            &message(words.tailored(), "{skills}", &named(&query.focus)),
        );
        browser::set_text(".unknown", &message(words.unknown(), "{names}", &unknown.join(", ")));
        browser::set(".answer", "hidden", query.is_empty().then_some(""));
        let tailored = Query { focus: query.skills.clone(), ..Query::default() };
        let is_choice = !named(&query.skills).is_empty();
        browser::set(".tailor", "href", is_choice.then(|| self.address_of(&tailored)).as_deref());
        status
    }

    fn mark(&self) {
        let words = self.words.borrow();
        if !words.is_empty() {
            self.items.borrow_mut().iter_mut().for_each(|items| items.mark(&words));
        }
    }
}

/// Returns which items, by their numbers, are evidence of any of these skills; `None` if the
/// profile has none of the skills.
fn proven(profile: &Profile, chosen: &[String]) -> Option<Vec<bool>> {
    let mut proven = None;
    for skill in profile.skills.iter().filter(|skill| chosen.contains(&skill.id)) {
        let items = proven.get_or_insert_with(|| vec![false; profile.items as usize]);
        for number in &skill.items {
            if let Some(item) = items.get_mut(*number as usize) {
                *item = true;
            }
        }
    }
    proven
}

/// Creates the search for the pages of the application.
pub(super) fn finder(state: State) -> Rc<Finder> {
    let (items, words) = Default::default();
    let (is_beginning, number) = Default::default();
    Rc::new(Finder { state, items, words, is_beginning, number })
}

pub(super) fn install_listeners(finder: &Rc<Finder>) {
    let state = finder.state;
    let answering = Rc::clone(finder);
    Effect::new(move |before: Option<()>| {
        if before.is_none() {
            // The first run is after hydration, which requires the page as it was built.
            *state.query.write_untracked() = query_in_url();
        }
        let query = state.query.get();
        if before.is_some() || !query.is_empty() {
            answering.answer(&query);
        }
    });
    let typing = Rc::clone(finder);
    browser::on_input(move |field, text| {
        if field == "search" {
            typing.search(text);
        }
    });
    let ahead = Rc::clone(finder);
    browser::on_approach("#search", move || ahead.prepare());
    let scrolling = Rc::clone(finder);
    browser::on_scroll(move || scrolling.mark());
    let pressed = Rc::clone(finder);
    browser::on_press(move |press| match press.name.as_str() {
        "skill" | "lang" | "place" => pressed.toggle(&press.name, &press.value),
        "more" => press.toggle_rest(),
        "copy" => copy(state, browser::address()),
        "share" => share(state),
        "print" => browser::print(),
        _ => {}
    });
}
