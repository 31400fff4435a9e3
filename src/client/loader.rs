//! Loads the data of the site once, before the click if possible, and caches it.

use crate::browser::{Failure, Sections, fetch, fetch_page, is_of_revision};
use futures::FutureExt;
use futures::future::{LocalBoxFuture, Shared, join};
use leptos::prelude::*;
use leptos::task::spawn_local;
use perfil_ui::app::State;
use perfil_view::{FromJs, Page};
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;
use std::sync::Arc;
use wasm_bindgen::JsValue;

/// The values of the browser's JSON parser are cached, so that one type of load serves every file.
type Load = Shared<LocalBoxFuture<'static, Result<JsValue, Failure>>>;

/// Loads and caches data.
pub(super) struct Loader {
    base: String,
    languages: Vec<String>,
    loads: RefCell<BTreeMap<String, Load>>,
    /// The page that was prefetched last, and its path.
    ready: RefCell<Option<(String, Ready)>>,
}

/// A page that is ready to be shown.
#[derive(Clone, Debug)]
pub(super) struct Ready {
    /// The view of the page.
    pub(crate) page: Arc<Page>,
    /// Its sections, if it is a profile.
    pub(crate) sections: Option<Sections>,
}

impl Loader {
    /// Creates a loader for the site of the current page; `data` is the data of that page.
    pub(super) fn new(state: &State, data: JsValue) -> Self {
        let page = state.page.read_untracked();
        let home = page.home.trim_end_matches('/');
        let base = home.strip_suffix(page.lang.as_str()).unwrap_or("/").to_owned();
        let languages = page.languages.iter().map(|item| item.lang.clone()).collect();
        let (loads, ready) = Default::default();
        let loader = Self { base, languages, loads, ready };
        if let Some(path) = loader.data(&page.path) {
            let here: Load = futures::future::ready(Ok(data)).boxed_local().shared();
            loader.loads.borrow_mut().insert(path, here);
        }
        loader
    }

    /// Returns the path of a page's data; `None` if `path` is not a page of the application.
    fn data(&self, path: &str) -> Option<String> {
        let inner = path.strip_prefix(&self.base)?.strip_suffix('/')?;
        let language = inner.split('/').next()?;
        self.languages
            .iter()
            .any(|known| known == language)
            .then(|| [self.base.as_str(), "data/", inner, ".json"].concat())
    }

    /// Returns whether a path is a page of the application.
    pub(super) fn knows(&self, path: &str) -> bool {
        self.data(path).is_some()
    }

    /// Returns a page: the one that is ready, or one whose data is cached, being loaded, or
    /// requested now.
    pub(super) async fn page(&self, path: &str) -> Result<Ready, Failure> {
        self.make_ready(path).await?;
        // It is taken out, because its nodes can be shown only once.
        let (_, ready) = self.ready.take().ok_or(Failure::Passing)?;
        Ok(ready)
    }

    async fn make_ready(&self, path: &str) -> Result<(), Failure> {
        let data = self.data(path).ok_or(Failure::Lasting)?;
        let (data, html) = join(self.load(&data), self.load(path)).await;
        let (data, html) = (data?, html?);
        if self.ready.borrow().as_ref().is_none_or(|(known, _)| known != path) {
            let page = Page::from_js(&data).map(Arc::new).ok_or(Failure::Lasting)?;
            // The site was replaced in between: the browser shows what is there now.
            if !is_of_revision(&html, &page.revision) {
                return Err(Failure::Lasting);
            }
            let ready = Ready { page, sections: Sections::read(&html) };
            self.ready.replace(Some((path.to_owned(), ready)));
        }
        Ok(())
    }

    /// Returns the data or the page at a path: cached, being loaded, or requested now.
    pub(super) async fn load(&self, path: &str) -> Result<JsValue, Failure> {
        let load = self.begin(path);
        let result = load.await;
        if result.is_err() {
            self.loads.borrow_mut().remove(path);
        }
        result
    }

    /// Prepares a page that the visitor may open next.
    pub(super) fn prefetch(self: &Rc<Self>, path: &str) {
        let (loader, path) = (Rc::clone(self), path.to_owned());
        spawn_local(async move {
            // A failure is reported when the page is actually opened.
            let _ = loader.make_ready(&path).await;
        });
    }

    /// Begins to load data that will be needed.
    pub(super) fn expect(self: &Rc<Self>, path: &str) {
        if self.loads.borrow().contains_key(path) {
            return;
        }
        let (loader, path) = (Rc::clone(self), path.to_owned());
        spawn_local(async move {
            // A failure is reported when the data is actually needed.
            let _ = loader.load(&path).await;
        });
    }

    fn begin(&self, path: &str) -> Load {
        let mut loads = self.loads.borrow_mut();
        let load = loads.entry(path.to_owned()).or_insert_with(|| {
            let path = path.to_owned();
            let load = async move {
                if path.ends_with('/') { fetch_page(&path).await } else { fetch(&path).await }
            };
            load.boxed_local().shared()
        });
        load.clone()
    }
}
