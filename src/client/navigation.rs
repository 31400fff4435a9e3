//! Navigation from page to page within the document.
//!
//! A page is shown only once it is loaded: until then, and if it cannot be loaded, the previous
//! page stays with its address. That is why this is not a router: routers change the address first.

use super::finder::Finder;
use super::loader::{Loader, Ready};
use super::query::query_in_url;
use super::reading;
use crate::browser::{self, Anchor, Failure, Head};
use leptos::prelude::*;
use leptos::task::{spawn_local, tick};
use perfil_ui::app::{State, Status};
use perfil_view::Page;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::sync::Arc;

/// A navigation to a page.
#[derive(Clone, Debug)]
pub(super) struct Visit {
    /// The path of the page.
    pub(crate) path: String,
    /// The query and the fragment, including `?` and `#`.
    pub(crate) rest: String,
    /// How the visit changes the history.
    pub(crate) history: Entry,
}

/// How a visit changes the history.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Entry {
    /// It adds an entry.
    New,
    /// It shows an existing entry, with the scroll position in pixels when it was last shown.
    Old(Option<f64>),
}

/// How long a load may take before the progress is shown, in milliseconds.
const NOTICEABLE: i32 = 400;

/// Navigates from page to page.
pub(super) struct Navigator {
    state: State,
    loader: Rc<Loader>,
    finder: Rc<Finder>,
    last: RefCell<Option<Visit>>,
    number: Cell<u32>,
    is_waiting: Cell<bool>,
}

impl Navigator {
    pub(super) fn new(state: State, loader: Rc<Loader>, finder: Rc<Finder>) -> Self {
        Self {
            state,
            loader,
            finder,
            last: RefCell::default(),
            number: Cell::default(),
            is_waiting: Cell::default(),
        }
    }

    /// Navigates to a page. A later visit supersedes one that is still loading.
    pub(super) fn go(self: &Rc<Self>, visit: Visit) {
        let number = self.number.get().wrapping_add(1);
        self.number.set(number);
        self.last.replace(Some(visit.clone()));
        self.state.status.set(Status::Ready);
        self.is_waiting.set(true);
        let waiting = Rc::clone(self);
        browser::after(NOTICEABLE, move || {
            if waiting.is_waiting.get() && waiting.number.get() == number {
                waiting.state.status.set(Status::Loading);
            }
        });
        let navigator = Rc::clone(self);
        spawn_local(async move {
            let loaded = navigator.loader.page(&visit.path).await;
            if navigator.number.get() != number {
                return;
            }
            navigator.is_waiting.set(false);
            match loaded {
                Ok(ready) => navigator.show(ready, visit).await,
                Err(Failure::Passing) => navigator.state.status.set(Status::Failed),
                // The server decides what is at this address: a page, or its error page.
                Err(Failure::Lasting) => {
                    browser::leave_for(&format!("{}{}", visit.path, visit.rest));
                }
            }
        });
    }

    fn retry(self: &Rc<Self>) {
        let last = self.last.borrow().clone();
        if let Some(visit) = last {
            self.go(visit);
        }
    }

    async fn show(&self, ready: Ready, visit: Visit) {
        let is_translation = self
            .state
            .page
            .with_untracked(|page| page.languages.iter().any(|item| item.path == visit.path));
        let address = format!("{}{}", visit.path, visit.rest);
        // A document has the stylesheet of one theme only.
        if self.state.page.with_untracked(|page| page.theme != ready.page.theme) {
            match visit.history {
                Entry::New => browser::leave_for(&address),
                Entry::Old(_) => browser::reload(),
            }
            return;
        }
        let anchor = browser::anchor();
        if visit.history == Entry::New {
            reading::note(self.state);
            browser::push(&address);
        }
        self.state.status.set(Status::Ready);
        let (state, finder) = (self.state, Rc::clone(&self.finder));
        let Ready { page, sections } = ready;
        let title = page.title.clone();
        browser::transition(async move {
            // If the focused element were removed, the browser would lay out the page immediately.
            browser::close_dialog();
            browser::blur();
            browser::hide_page();
            state.page.set(Arc::clone(&page));
            set_head(&page);
            tick().await;
            if let Some(sections) = sections {
                sections.show();
            }
            finder.apply_url();
            arrive(&visit, is_translation, anchor.as_ref());
        })
        .await;
        self.state.announcement.set(title);
    }
}

/// Scrolls and moves the focus as the browser would.
fn arrive(visit: &Visit, is_translation: bool, anchor: Option<&Anchor>) {
    if is_translation && visit.history == Entry::New {
        if let Some(anchor) = anchor {
            browser::restore(anchor);
        }
        // The followed link was removed with its page.
        browser::after(browser::FRAME, || browser::keep_focus(".languages [aria-current]"));
        return;
    }
    let fragment = visit.rest.find('#').map_or("", |at| &visit.rest[at..]);
    let place = if let Entry::Old(place) = visit.history { place } else { None };
    scroll(place, fragment);
    browser::focus("#title");
}

/// Scrolls to a known position, or else to a fragment, or else to the top.
fn scroll(place: Option<f64>, fragment: &str) {
    match place {
        Some(pixels) => browser::scroll_to(pixels),
        None if browser::scroll_to_fragment(fragment) => {}
        None => browser::scroll_to(0.0),
    }
}

fn set_head(page: &Page) {
    let head = Head {
        lang: &page.lang,
        dir: &page.dir,
        title: &page.title,
        description: &page.description,
        hue: page.hue,
        canonical: &page.canonical,
    };
    let languages = page.languages.iter();
    let alternates = languages.map(|item| (item.lang.as_str(), item.canonical.as_str()));
    browser::set_head(head, alternates.chain([("x-default", page.default.as_str())]));
}

/// Handles changes of the history, and retries.
pub(super) fn install_listeners(navigator: &Rc<Navigator>) {
    let state = navigator.state;
    // The browser may already have restored the position; a visitor who has scrolled since stays
    // there. Firefox scrolls a page that is loaded again to its fragment.
    if let Some(pixels) = browser::saved_scroll()
        && browser::location().is_some_and(|(_, fragment)| browser::is_at_beginning(&fragment))
    {
        browser::scroll_to(pixels);
    }
    browser::restore_manually(true);
    browser::on_leave(move || {
        reading::note(state);
        browser::restore_manually(false);
    });
    // A page from the back/forward cache returns as it was left.
    browser::on_return(|| browser::restore_manually(true));
    let back = Rc::clone(navigator);
    browser::on_popstate(move || {
        let Some((path, fragment)) = browser::location() else { return };
        // Read now: while the page is loading, the previous one may be scrolled, and that position
        // saved.
        let place = browser::saved_scroll();
        if state.page.with_untracked(|page| page.path == path) {
            back.number.set(back.number.get().wrapping_add(1));
            state.status.set(Status::Ready);
            state.query.set(query_in_url());
            scroll(place, &fragment);
        } else {
            back.go(Visit { path, rest: fragment, history: Entry::Old(place) });
        }
    });
    let again = Rc::clone(navigator);
    Effect::new(move || {
        if state.status.get() == Status::Retry {
            again.retry();
        }
    });
}
