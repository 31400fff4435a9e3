//! Documents in the storage of the browser, each of which one tab holds.

use crate::bridge::text;
use js_sys::{Array, Map, Promise};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

#[wasm_bindgen(module = "/js/storage.js")]
extern "C" {
    fn save(value: &JsValue) -> Promise;
    fn load(id: &str) -> Promise;
    fn remove(id: &str) -> Promise;
    fn list() -> Promise;
    /// Lets other tabs change the document that this one holds.
    pub(crate) fn release();
    fn hold(id: &str, is_forced: bool, lost: &Closure<dyn FnMut()>) -> Promise;
}

/// A stored document.
pub(crate) struct Stored {
    pub(crate) id: String,
    pub(crate) name: String,
    pub(crate) profile: String,
    pub(crate) files: Map,
    /// The steps that can be undone, as JSON.
    pub(crate) history: String,
    /// The handle of the folder that it is saved in.
    pub(crate) folder: Option<JsValue>,
    /// The files as they are in that folder.
    pub(crate) saved: Map,
}

fn set(object: &js_sys::Object, key: &str, value: &JsValue) {
    // Setting a key of a plain object cannot fail.
    let _ = js_sys::Reflect::set(object, &key.into(), value);
}

/// Stores a document.
pub(crate) async fn store(document: &Stored) -> Result<(), String> {
    let object = js_sys::Object::new();
    set(&object, "id", &document.id.as_str().into());
    set(&object, "name", &document.name.as_str().into());
    set(&object, "profile", &document.profile.as_str().into());
    set(&object, "changed", &js_sys::Date::now().into());
    set(&object, "files", &document.files);
    set(&object, "history", &document.history.as_str().into());
    if let Some(folder) = &document.folder {
        set(&object, "folder", folder);
        set(&object, "saved", &document.saved);
    }
    JsFuture::from(save(&object)).await.map(|_| ()).map_err(|error| text(&error))
}

/// Returns a stored document.
pub(crate) async fn stored(id: &str) -> Option<Stored> {
    let object = JsFuture::from(load(id)).await.ok().filter(JsValue::is_object)?;
    let value = |key: &str| js_sys::Reflect::get(&object, &key.into()).ok();
    let string = |key: &str| value(key)?.as_string();
    Some(Stored {
        id: string("id")?,
        name: string("name")?,
        profile: string("profile")?,
        files: value("files")?.dyn_into().ok()?,
        history: string("history").unwrap_or_default(),
        folder: value("folder").filter(JsValue::is_object),
        saved: value("saved").and_then(|it| it.dyn_into().ok()).unwrap_or_default(),
    })
}

/// Returns the identifier and the name of each stored document, the last changed first.
pub(crate) async fn documents() -> Result<Vec<(String, String)>, String> {
    let all = JsFuture::from(list()).await.map_err(|error| text(&error))?;
    let pair = |object: JsValue| {
        let string = |key: &str| js_sys::Reflect::get(&object, &key.into()).ok()?.as_string();
        Some((string("id")?, string("name")?))
    };
    Ok(Array::from(&all).iter().filter_map(pair).collect())
}

/// Forgets a stored document.
pub(crate) async fn forget(id: &str) -> Result<(), String> {
    JsFuture::from(remove(id)).await.map(|_| ()).map_err(|error| text(&error))
}

/// Holds a document for this tab, and returns whether it does; `lost` is called when another tab takes it.
pub(crate) async fn hold_document(id: &str, is_forced: bool, lost: impl FnMut() + 'static) -> bool {
    let lost = Closure::new(lost);
    let held = JsFuture::from(hold(id, is_forced, &lost)).await;
    // It is called at most once, and the document may be held until the tab is closed.
    lost.forget();
    held.is_ok_and(|held| held.is_truthy())
}
