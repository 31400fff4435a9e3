//! The data of the site: loaded once, ahead of the click where possible, and kept.

use crate::browser::{Failure, Sections, fetch};
use futures::FutureExt;
use futures::future::{LocalBoxFuture, Shared};
use leptos::prelude::*;
use leptos::task::spawn_local;
use perfil_ui::app::State;
use perfil_view::{FromJs, Page};
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;
use std::sync::Arc;
use wasm_bindgen::JsValue;

/// What is kept is what the browser's parser made, so that one kind of load serves every file.
type Load = Shared<LocalBoxFuture<'static, Result<JsValue, Failure>>>;

/// Loads data and keeps it.
pub(super) struct Loader {
    base: String,
    languages: Vec<String>,
    loads: RefCell<BTreeMap<String, Load>>,
    /// The page that the visitor came near to last, and the path of its data.
    ready: RefCell<Option<(String, Ready)>>,
}

/// A page that can be shown.
#[derive(Clone, Debug)]
pub(super) struct Ready {
    /// What the application shows of it.
    pub(crate) page: Arc<Page>,
    /// Its sections, if it is a profile.
    pub(crate) sections: Option<Sections>,
}

impl Loader {
    /// A loader for the site of the page that is shown, whose data it is given.
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

    /// Where the data of a page is; `None` if the path is not that of a page of the application.
    fn data(&self, path: &str) -> Option<String> {
        let inner = path.strip_prefix(&self.base)?.strip_suffix('/')?;
        let language = inner.split('/').next()?;
        self.languages
            .iter()
            .any(|known| known == language)
            .then(|| [self.base.as_str(), "data/", inner, ".json"].concat())
    }

    /// Whether a path is that of a page of the application.
    pub(super) fn knows(&self, path: &str) -> bool {
        self.data(path).is_some()
    }

    /// A page: the one that was made ready, or one whose data is kept, on its way, or asked for now.
    pub(super) async fn page(&self, path: &str) -> Result<Ready, Failure> {
        let path = self.data(path).ok_or(Failure::Lasting)?;
        self.make_ready(&path).await?;
        // Its nodes can be shown once.
        let (_, ready) = self.ready.take().ok_or(Failure::Passing)?;
        Ok(ready)
    }

    async fn make_ready(&self, path: &str) -> Result<(), Failure> {
        let data = self.load(path).await?;
        if self.ready.borrow().as_ref().is_none_or(|(known, _)| known != path) {
            let page = Page::from_js(&data).map(Arc::new).ok_or(Failure::Lasting)?;
            let ready = Ready { page, sections: Sections::read(&data) };
            self.ready.replace(Some((path.to_owned(), ready)));
        }
        Ok(())
    }

    /// The data at a path: what is kept, on its way, or asked for now.
    pub(super) async fn load(&self, path: &str) -> Result<JsValue, Failure> {
        let load = self.begin(path);
        let result = load.await;
        if result.is_err() {
            self.loads.borrow_mut().remove(path);
        }
        result
    }

    /// Makes a page ready that the visitor may want next.
    pub(super) fn prefetch(self: &Rc<Self>, path: &str) {
        let Some(path) = self.data(path) else { return };
        let loader = Rc::clone(self);
        spawn_local(async move {
            // A failure is told when the page is really wanted.
            let _ = loader.make_ready(&path).await;
        });
    }

    /// Begins to load data that will be asked for.
    pub(super) fn expect(self: &Rc<Self>, path: &str) {
        if self.loads.borrow().contains_key(path) {
            return;
        }
        let (loader, path) = (Rc::clone(self), path.to_owned());
        spawn_local(async move {
            // A failure is told when the data is really wanted.
            let _ = loader.load(&path).await;
        });
    }

    fn begin(&self, path: &str) -> Load {
        let mut loads = self.loads.borrow_mut();
        let load = loads.entry(path.to_owned()).or_insert_with(|| {
            let path = path.to_owned();
            async move { fetch(&path).await }.boxed_local().shared()
        });
        load.clone()
    }
}
