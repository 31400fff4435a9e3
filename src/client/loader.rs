//! The views of other pages: loaded once, ahead of the click where possible, and kept.

use crate::app::State;
use crate::browser::{Failure, fetch};
use crate::view::Page;
use futures::FutureExt;
use futures::future::{LocalBoxFuture, Shared};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;
use std::sync::Arc;

type Load = Shared<LocalBoxFuture<'static, Result<Arc<Page>, Failure>>>;

/// Loads views and keeps them.
pub(super) struct Loader {
    base: String,
    languages: Vec<String>,
    loads: RefCell<BTreeMap<String, Load>>,
}

impl Loader {
    /// A loader for the site of the page that is shown, which it already has.
    pub(super) fn new(state: &State) -> Self {
        let page = state.page.get_untracked();
        let home = page.home.trim_end_matches('/');
        let base = home.strip_suffix(page.lang.as_str()).unwrap_or("/").to_owned();
        let languages = page.languages.iter().map(|item| item.lang.clone()).collect();
        let path = page.path.clone();
        let here: Load = futures::future::ready(Ok(page)).boxed_local().shared();
        Self { base, languages, loads: RefCell::new(BTreeMap::from([(path, here)])) }
    }

    /// Where the data of a page is; `None` if the path is not that of a page of the application.
    fn data(&self, path: &str) -> Option<String> {
        let inner = path.strip_prefix(&self.base)?.strip_suffix('/')?;
        let language = inner.split('/').next()?;
        self.languages
            .iter()
            .any(|known| known == language)
            .then(|| format!("{}data/{inner}.json", self.base))
    }

    /// Whether a path is that of a page of the application.
    pub(super) fn knows(&self, path: &str) -> bool {
        self.data(path).is_some()
    }

    /// The view of a page: the one that is kept, on its way, or asked for now.
    pub(super) async fn load(&self, path: &str) -> Result<Arc<Page>, Failure> {
        let load = self.begin(path).ok_or(Failure::Lasting)?;
        let result = load.await;
        if result.is_err() {
            self.loads.borrow_mut().remove(path);
        }
        result
    }

    /// Begins to load a page that the visitor may want next.
    pub(super) fn prefetch(self: &Rc<Self>, path: &str) {
        if self.loads.borrow().contains_key(path) || !self.knows(path) {
            return;
        }
        let (loader, path) = (Rc::clone(self), path.to_owned());
        spawn_local(async move {
            // A failure is told when the page is really wanted.
            let _ = loader.load(&path).await;
        });
    }

    fn begin(&self, path: &str) -> Option<Load> {
        let data = self.data(path)?;
        let mut loads = self.loads.borrow_mut();
        let load = loads.entry(path.to_owned()).or_insert_with(|| {
            async move { fetch::<Page>(&data).await.map(Arc::new) }.boxed_local().shared()
        });
        Some(load.clone())
    }
}
