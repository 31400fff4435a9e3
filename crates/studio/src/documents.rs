//! Documents: made of a file or a name, opened, kept in the browser, closed.

use crate::bridge::{self, LOST, builder};
use crate::history::History;
use crate::storage::{self, Stored};
use crate::studio::{Document, Studio, read};
use js_sys::{Map, Uint8Array};
use leptos::prelude::*;
use leptos::task::spawn_local;
use perfil_form::{Opened, Part};
use serde_json::json;
use std::time::Duration;
use wasm_bindgen::{JsCast as _, JsValue};

/// How long a document waits until it is kept.
const PAUSE: Duration = Duration::from_millis(250);

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
        self.show_document(document, files, History::default()).await;
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
        self.open_files(new_id(), files).await
    }

    /// Opens the files of a content folder, and returns whether they are one.
    pub(crate) async fn open_files(self, id: String, files: Map) -> bool {
        let profile = profiles(&files).into_iter().next();
        let Some(profile) = profile.filter(|_| files.has(&"site.json".into())) else {
            return false;
        };
        let document = Document { id, name: stem(&profile).to_owned(), profile };
        self.opened.set(None);
        self.hold(&document.id, false).await;
        self.show_document(document, files, History::default()).await;
        self.store().await;
        true
    }

    /// Shows another profile of the folder.
    pub(crate) fn show_profile(self, profile: String) {
        self.document.update(|document| {
            if let Some(document) = document {
                stem(&profile).clone_into(&mut document.name);
                document.profile = profile;
            }
        });
        self.source.set(None);
        self.part.set(Part::Head);
        self.open.set(Vec::new());
        self.drawn.set(None);
        self.refresh();
    }

    /// Opens a document that is stored in this browser.
    pub(crate) async fn open_stored(self, id: String, is_forced: bool) {
        let is_held = self.is_held(&id, is_forced).await;
        let stored = storage::stored(&id).await;
        // Until now the form shows what this tab knows, which another one may have changed since.
        self.is_elsewhere.set(!is_held);
        let Some(stored) = stored else { return };
        let document = Document { id, name: stored.name, profile: stored.profile };
        let history = serde_json::from_str(&stored.history).unwrap_or_default();
        self.show_document(document, stored.files, history).await;
        if let Some(folder) = stored.folder {
            self.keep_folder(folder, stored.saved);
        }
    }

    /// Keeps other tabs from changing a document, unless one of them has it already.
    async fn hold(self, id: &str, is_forced: bool) {
        self.is_elsewhere.set(!self.is_held(id, is_forced).await);
    }

    async fn is_held(self, id: &str, is_forced: bool) -> bool {
        storage::hold_document(id, is_forced, move || self.is_elsewhere.set(true)).await
    }

    async fn show_document(self, document: Document, files: Map, history: History) {
        self.files.set_value(files.clone());
        bridge::use_files(&files);
        self.leave_folder();
        self.source.set(None);
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

    /// Closes the document, once it is kept.
    pub(crate) fn close(self) {
        spawn_local(async move {
            self.store().await;
            self.document.set(None);
            self.opened.set(None);
            self.is_elsewhere.set(false);
            storage::release();
            bridge::remember(None);
        });
    }

    /// Keeps the document in this browser, but not at every key, because all of it is copied.
    pub(crate) fn store_soon(self) {
        if self.is_storing.try_update_value(|it| std::mem::replace(it, true)) == Some(false) {
            set_timeout(move || self.store_now(), PAUSE);
        }
    }

    /// Keeps the document at once, if it was about to be kept.
    pub(crate) fn store_now(self) {
        if self.is_storing.try_update_value(std::mem::take) == Some(true) {
            spawn_local(self.store());
        }
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
        self.count_unsaved();
        let history = self.history.with_untracked(serde_json::to_string);
        let (folder, saved) = self.saved.get_value();
        let stored = Stored {
            id: document.id,
            name,
            profile: document.profile,
            files: self.files.get_value(),
            history: history.unwrap_or_default(),
            folder: Some(folder).filter(JsValue::is_object),
            saved,
        };
        match storage::store(&stored).await {
            // What has changed meanwhile is kept by the next time.
            Ok(()) if self.is_storing.get_value() || self.is_working() => {}
            Ok(()) => self.is_stored.set(true),
            Err(_) => self.fail(self.words.get("notice.not-stored")),
        }
    }
}

/// Returns the paths of the profiles of a content folder, without translations of them.
pub(crate) fn profiles(files: &Map) -> Vec<String> {
    let is_profile = |path: &String| {
        let name = path.strip_prefix("profiles/").unwrap_or_default();
        name.split('.').count() == 2 && !name.contains('/') && !name.starts_with('.')
    };
    let mut paths = bridge::paths(files);
    paths.retain(is_profile);
    paths.sort();
    paths
}

/// Returns the name of a profile by its path.
pub(crate) fn stem(profile: &str) -> &str {
    let name = profile.rsplit('/').next().unwrap_or_default();
    name.split('.').next().unwrap_or_default()
}

/// Returns an identifier that no other document has.
pub(crate) fn new_id() -> String {
    format!("{}-{}", js_sys::Date::now(), js_sys::Math::random()).replace('.', "")
}
