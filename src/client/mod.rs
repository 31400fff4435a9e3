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
use loader::Loader;
use navigation::Navigator;
use perfil_ui::app::{HYDRATED, State, adopted, app};
use perfil_view::{FromJs, Page};
use std::rc::Rc;
use std::sync::Arc;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::spawn_local;

/// Loads the view of the current page, and adopts the page.
///
/// If the view cannot be loaded, or is of another revision than the HTML, the static page stays as
/// it is.
pub(crate) fn start() {
    // Leptos has no executor before it hydrates, so the one of `wasm_bindgen_futures` is used.
    spawn_local(async {
        let Some(path) = browser::attribute("data-view") else { return };
        let Ok(data) = browser::fetch(&path).await else { return };
        let Some(page) = Page::from_js(&data) else { return };
        if browser::attribute("data-revision").as_deref() == Some(&page.revision) {
            adopt(page, data);
        }
    });
}

/// Makes the page interactive. If somebody else has changed the nodes that hydration would visit, it
/// is rendered anew instead, because hydration ends the application at any difference.
fn adopt(page: Page, data: JsValue) {
    let Some(root) = browser::element("app") else { return };
    if browser::outline(&root) == HYDRATED {
        hydrate_from(root, || adopted(begin(page, data))).forget();
    } else {
        let sections = Sections::read(&data);
        browser::keep_place(|| {
            root.set_text_content(None);
            mount_to(root, || app(begin(page, data))).forget();
            if let Some(sections) = sections {
                sections.show();
            }
        });
    }
    browser::mark("data-ready", Some(""));
}

/// Installs the listeners of the application; returns its state, which they share with the view.
fn begin(page: Page, data: JsValue) -> State {
    let state = State::new(Arc::new(page));
    let loader = Rc::new(Loader::new(&state, data));
    let finder = finder::finder(state);
    let navigator = Rc::new(Navigator::new(state, Rc::clone(&loader), Rc::clone(&finder)));
    navigation::install_listeners(&navigator);
    finder::install_listeners(&finder);
    links::install_listeners(state, &navigator, &loader, &finder);
    keys::install_listeners(state, &finder);
    commands::install_listeners(state);
    embed::install_listeners(state);
    browser::on_pointing();
    people::install_listeners(state, &loader);
    reading::install_listeners(state);
    theme::install_listeners(state);
    state
}
