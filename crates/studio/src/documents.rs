//! Documents: made of a file or a name, opened, kept in the browser, closed.

use crate::bridge::{self, LOST, Stored, builder};
use crate::history::History;
use crate::studio::{Document, Studio, read};
use js_sys::{Map, Uint8Array};
use leptos::prelude::*;
use perfil_form::{Opened, Part};
use serde_json::json;
use wasm_bindgen::{JsCast as _, JsValue};

impl Studio {
    /// Makes a document of a file, or of a name.
    pub(crate) async fn start(
        self,
        name: Option<String>,
        file: Option<(String, Uint8Array)>,
        languages: Vec<String>,
    ) -> Result<(), String> {
        let (file, bytes) = file.unzip();
        let optional = |text: Option<String>| text.map_or(JsValue::UNDEFINED, JsValue::from);
        let bytes = bytes.map_or(JsValue::UNDEFINED, JsValue::from);
        let languages = json!(languages).to_string().into();
        let opened = builder("start", [optional(name), optional(file), bytes, languages]).await?;
        let opened: Opened = read(&opened)?;
        let files = builder("files", []).await?.dyn_into::<Map>().map_err(|_| LOST.to_owned())?;
        let id = new_id();
        let document = Document { id, name: opened.name.clone(), profile: opened.profile.clone() };
        self.opened.set(Some(opened));
        self.hold(&document.id, false).await;
        self.show(document, files, History::default()).await;
        self.store().await;
        Ok(())
    }

    /// Opens a content folder that is packed as a ZIP, and returns whether the file is one.
    pub(crate) async fn open_archive(self, name: &str, bytes: &Uint8Array) -> bool {
        if !name.to_lowercase().ends_with(".zip") {
            return false;
        }
        let unpacked = builder("unpack", [bytes.into()]).await;
        let Some(files) = unpacked.ok().and_then(|files| files.dyn_into::<Map>().ok()) else {
            return false;
        };
        let paths: Vec<String> =
            files.keys().into_iter().flatten().filter_map(|it| it.as_string()).collect();
        let is_profile =
            |path: &&String| path.starts_with("profiles/") && path.matches('/').count() == 1;
        let Some(profile) =
            paths.iter().find(is_profile).filter(|_| files.has(&"site.json".into()))
        else {
            return false;
        };
        let name = profile.trim_start_matches("profiles/").split('.').next().unwrap_or_default();
        let document = Document { id: new_id(), name: name.to_owned(), profile: profile.clone() };
        self.opened.set(None);
        self.hold(&document.id, false).await;
        self.show(document, files, History::default()).await;
        self.store().await;
        true
    }

    /// Opens a document that is stored in this browser.
    pub(crate) async fn open_stored(self, id: String, is_forced: bool) {
        self.hold(&id, is_forced).await;
        let Some(stored) = bridge::stored(&id).await else { return };
        let document = Document { id, name: stored.name, profile: stored.profile };
        self.show(document, stored.files, History::new(stored.past, stored.future)).await;
    }

    /// Keeps other tabs from changing a document, unless one of them has it already.
    async fn hold(self, id: &str, is_forced: bool) {
        let lost = move || self.is_elsewhere.set(true);
        self.is_elsewhere.set(!bridge::hold_document(id, is_forced, lost).await);
    }

    async fn show(self, document: Document, files: Map, history: History) {
        self.text.set(text_of(&files, &document.profile));
        self.files.set_value(files.clone());
        self.history.set(history);
        self.state.set(None);
        self.drawn.set(None);
        self.part.set(Part::Head);
        self.open.set(Vec::new());
        self.language.set(String::new());
        self.theme.set(None);
        let id = document.id.clone();
        bridge::remember(Some(&id));
        self.document.set(Some(document));
        if let Err(error) = builder("open", [files.into()]).await {
            self.fail(error);
        }
        self.refresh();
    }

    /// Closes the document.
    pub(crate) fn close(self) {
        self.document.set(None);
        self.opened.set(None);
        self.is_elsewhere.set(false);
        bridge::release();
        bridge::remember(None);
    }

    /// Keeps the document in this browser.
    pub(crate) async fn store(self) {
        let Some(document) = self.document.get_untracked() else { return };
        if self.is_elsewhere.get_untracked() {
            return;
        }
        let name = self
            .state
            .with_untracked(|state| Some(state.as_ref()?.outline.as_ref()?.name.clone()))
            .filter(|name| !name.is_empty())
            .unwrap_or(document.name);
        let history = self.history.get_untracked();
        let stored = Stored {
            id: document.id,
            name,
            profile: document.profile,
            files: self.files.get_value(),
            past: history.past,
            future: history.future,
        };
        match bridge::store(&stored).await {
            Ok(()) => self.is_stored.set(true),
            Err(_) => self.fail(self.words.get("notice.not-stored")),
        }
    }
}

fn text_of(files: &Map, path: &str) -> String {
    let bytes = files.get(&path.into()).dyn_into::<Uint8Array>().map(|bytes| bytes.to_vec());
    String::from_utf8_lossy(&bytes.unwrap_or_default()).into_owned()
}

/// Returns an identifier that no other document has.
fn new_id() -> String {
    format!("{}-{}", js_sys::Date::now(), js_sys::Math::random()).replace('.', "")
}
