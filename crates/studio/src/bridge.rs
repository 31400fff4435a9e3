//! What the browser does that Rust does not: the worker, storage, the frame of the preview, files.

use js_sys::{Array, Function, Map, Promise, Uint8Array};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::HtmlIFrameElement;

#[wasm_bindgen(module = "/js/bridge.js")]
extern "C" {
    fn call(method: &str, values: &Array) -> Promise;
    /// Offers bytes as a file to keep.
    pub(crate) fn download(name: &str, bytes: &Uint8Array, media_type: &str);
    #[wasm_bindgen(js_name = readFile)]
    fn read_file(file: &web_sys::File) -> Promise;
    /// Moves the focus to the field with an identifier, or to the nearest one around it.
    #[wasm_bindgen(js_name = focusField)]
    pub(crate) fn focus_field(id: &str) -> bool;
    /// Returns what somebody has written in a field, if it is one.
    #[wasm_bindgen(js_name = valueOf)]
    pub(crate) fn value_of(element: &web_sys::Element) -> Option<String>;
    #[wasm_bindgen(js_name = scaledPicture)]
    fn scaled(file: &web_sys::File) -> Promise;
    #[wasm_bindgen(js_name = editSource)]
    fn edit(
        place: &web_sys::HtmlElement,
        text: &str,
        path: &str,
        label: &str,
        changed: &Closure<dyn FnMut(String)>,
    ) -> Promise;
    /// Shows another text in the editor of the file.
    #[wasm_bindgen(js_name = replaceSource)]
    pub(crate) fn replace_source(text: &str);
    /// Marks what is wrong in the editor of the file; the marks are JSON.
    #[wasm_bindgen(js_name = markSource)]
    pub(crate) fn mark_source(marks: &str);
    /// Names the open document in the address of the page.
    pub(crate) fn remember(id: Option<&str>);
    /// Returns the document that the address names.
    pub(crate) fn remembered() -> Option<String>;
}

#[wasm_bindgen(module = "/js/preview.js")]
extern "C" {
    fn show(
        frame: &HtmlIFrameElement,
        html: &str,
        scheme: Option<&str>,
        asset: &Function,
    ) -> Promise;
    /// Tells which text somebody clicks in the frame, and in which section it is.
    pub(crate) fn listen(
        frame: &HtmlIFrameElement,
        clicked: &Closure<dyn FnMut(String, Option<String>)>,
    );
    /// Marks the element of the frame that shows a text.
    pub(crate) fn mark(frame: &HtmlIFrameElement, text: Option<&str>);
}

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

/// What a call ends with that the builder cannot answer any more; the next call has a new one.
pub(crate) const LOST: &str = "lost";

fn text(error: &JsValue) -> String {
    error.as_string().unwrap_or_else(|| format!("{error:?}"))
}

/// Calls a method of the builder.
pub(crate) async fn builder<const N: usize>(
    method: &str,
    values: [JsValue; N],
) -> Result<JsValue, String> {
    let values: Array = values.into_iter().collect();
    JsFuture::from(call(method, &values)).await.map_err(|error| text(&error))
}

/// Returns the bytes of a file that somebody has chosen.
pub(crate) async fn bytes_of(file: &web_sys::File) -> Result<Uint8Array, String> {
    let read = JsFuture::from(read_file(file)).await.map_err(|error| text(&error))?;
    let bytes = js_sys::Reflect::get(&read, &"bytes".into()).map_err(|error| text(&error))?;
    bytes.dyn_into().map_err(|_| "the file cannot be read".to_owned())
}

/// Shows a page in the frame; the function returns the bytes of a file of the site.
pub(crate) async fn show_page(
    frame: &HtmlIFrameElement,
    html: &str,
    scheme: Option<&str>,
) -> Result<(), String> {
    let asset = Closure::<dyn Fn(String) -> Promise>::new(|path: String| {
        call("asset", &Array::of1(&path.into()))
    });
    let shown = show(frame, html, scheme, asset.as_ref().unchecked_ref());
    JsFuture::from(shown).await.map(|_| ()).map_err(|error| text(&error))
}

/// A stored document.
pub(crate) struct Stored {
    pub(crate) id: String,
    pub(crate) name: String,
    pub(crate) profile: String,
    pub(crate) files: Map,
    pub(crate) past: Vec<String>,
    pub(crate) future: Vec<String>,
}

fn set(object: &js_sys::Object, key: &str, value: &JsValue) {
    // Setting a key of a plain object cannot fail.
    let _ = js_sys::Reflect::set(object, &key.into(), value);
}

/// Stores a document.
pub(crate) async fn store(document: &Stored) -> Result<(), String> {
    let object = js_sys::Object::new();
    let texts = |texts: &[String]| texts.iter().map(JsValue::from).collect::<Array>();
    set(&object, "id", &document.id.as_str().into());
    set(&object, "name", &document.name.as_str().into());
    set(&object, "profile", &document.profile.as_str().into());
    set(&object, "changed", &js_sys::Date::now().into());
    set(&object, "files", &document.files);
    set(&object, "past", &texts(&document.past));
    set(&object, "future", &texts(&document.future));
    JsFuture::from(save(&object)).await.map(|_| ()).map_err(|error| text(&error))
}

/// Returns a stored document.
pub(crate) async fn stored(id: &str) -> Option<Stored> {
    let object = JsFuture::from(load(id)).await.ok().filter(JsValue::is_object)?;
    let value = |key: &str| js_sys::Reflect::get(&object, &key.into()).ok();
    let string = |key: &str| value(key)?.as_string();
    let texts = |key: &str| -> Vec<String> {
        let list = value(key).filter(Array::is_array).map(|it| Array::from(&it));
        list.unwrap_or_default().iter().filter_map(|it| it.as_string()).collect()
    };
    Some(Stored {
        id: string("id")?,
        name: string("name")?,
        profile: string("profile")?,
        files: value("files")?.dyn_into().ok()?,
        past: texts("past"),
        future: texts("future"),
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

/// Returns the name and the bytes of a picture, no larger than a page shows it.
pub(crate) async fn scaled_picture(file: &web_sys::File) -> Result<(String, Uint8Array), String> {
    let pair = JsFuture::from(scaled(file)).await.map_err(|error| text(&error))?;
    let pair = Array::from(&pair);
    let bytes = pair.get(1).dyn_into().map_err(|_| "the picture cannot be scaled".to_owned())?;
    Ok((pair.get(0).as_string().unwrap_or_default(), bytes))
}

/// Shows the editor of a file.
pub(crate) async fn edit_source(
    place: &web_sys::HtmlElement,
    text_now: &str,
    path: &str,
    label: &str,
    changed: &Closure<dyn FnMut(String)>,
) -> Result<(), String> {
    let opened = JsFuture::from(edit(place, text_now, path, label, changed)).await;
    opened.map(|_| ()).map_err(|error| text(&error))
}
