//! The client, which makes the application interactive in a browser.

mod commands;
mod embed;
mod finder;
mod keys;
mod links;
mod loader;
mod navigation;
mod people;
mod query;
mod reading;
mod theme;

use crate::browser::{self, Sections};
use leptos::mount::{hydrate_from, mount_to};
use leptos::prelude::{Owner, WithUntracked as _};
use loader::Loader;
use navigation::Navigator;
use perfil_ui::app::{HYDRATED, State, adopted, app};
use perfil_view::{FromJs, Page};
use std::rc::Rc;
use std::sync::Arc;

/// Loads the view of the current page, and adopts the page.
///
/// If the view cannot be loaded, or is of another revision than the HTML even where no cache is asked, the
/// static page stays as it is. Every step is a task of its own, so that the visitor never waits for more than one.
pub(crate) async fn start() -> Option<()> {
    let path = browser::attribute("data-view")?;
    let revision = browser::attribute("data-revision")?;
    let mut data = browser::fetch(&path).await.ok()?;
    let mut page = Page::from_js(&data)?;
    if page.revision != revision {
        data = browser::fetch_anew(&path).await.ok()?;
        page = Page::from_js(&data).filter(|page| page.revision == revision)?;
    }
    browser::pause().await;
    // It owns what lasts as long as the document.
    let owner = Owner::new();
    let state = owner.with(|| State::new(Arc::new(page)));
    adopt(state).await?;
    browser::pause().await;
    let loader = Rc::new(Loader::new(&state, data));
    let finder = finder::finder(state);
    owner.with(|| {
        let navigator = Rc::new(Navigator::new(state, Rc::clone(&loader), Rc::clone(&finder)));
        navigation::install_listeners(&navigator);
        links::install_listeners(state, &navigator, &loader, &finder);
        reading::install_listeners(state);
    });
    browser::pause().await;
    owner.with(|| {
        finder::install_listeners(&finder);
        people::install_listeners(state, &loader);
        theme::install_listeners(state);
    });
    browser::pause().await;
    keys::install_listeners(state, &finder);
    commands::install_listeners(state);
    embed::install_listeners(state);
    browser::on_pointing();
    std::mem::forget(owner);
    browser::mark("data-ready", Some(""));
    Some(())
}

/// Hydrates the page. If somebody else has changed the nodes that hydration would visit, it is
/// rendered anew instead, because hydration ends the application at any difference.
async fn adopt(state: State) -> Option<()> {
    let root = browser::element("app")?;
    if browser::outline(&root) == HYDRATED {
        hydrate_from(root, move || adopted(state)).forget();
    } else {
        // The sections in the document have been changed, too.
        let path = state.page.with_untracked(|page| page.path.clone());
        let sections = Sections::read(&browser::fetch_page(&path).await.ok()?);
        browser::keep_place(|| {
            root.set_text_content(None);
            mount_to(root, move || app(state)).forget();
            if let Some(sections) = sections {
                sections.show();
            }
        });
    }
    Some(())
}
