//! What the browser does that Rust does not: the worker, storage, the frame of the preview, files.

use js_sys::{Array, Function, Map, Promise, Uint8Array};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::HtmlIFrameElement;

#[wasm_bindgen(module = "/js/bridge.js")]
extern "C" {
    fn call(method: &str, values: &Array) -> Promise;
    #[wasm_bindgen(js_name = print)]
    fn print_files(method: &str, values: &Array, progressed: &Closure<dyn FnMut(f64)>) -> Promise;
    /// Whether PDFs can be set.
    #[wasm_bindgen(js_name = canPrint)]
    pub(crate) fn can_print() -> bool;
    /// Returns the number of bytes that are loaded before the first PDF.
    #[wasm_bindgen(js_name = sizeOfPrinter)]
    pub(crate) fn size_of_printer() -> f64;
    /// Gives these files to the builder, and to every one that replaces it.
    #[wasm_bindgen(js_name = useFiles)]
    pub(crate) fn use_files(files: &Map);
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
    #[wasm_bindgen(js_name = editSource)]
    fn edit(
        place: &web_sys::HtmlElement,
        text: &str,
        path: &str,
        label: &str,
        changed: &Closure<dyn FnMut(String)>,
    ) -> Promise;
    #[wasm_bindgen(js_name = callGitHub)]
    fn call_github(method: &str, values: &Array) -> Promise;
    /// Shows another text in the editor of the file.
    #[wasm_bindgen(js_name = replaceSource)]
    pub(crate) fn replace_source(text: &str);
    /// Marks what is wrong in the editor of the file; the marks are JSON.
    #[wasm_bindgen(js_name = markSource)]
    pub(crate) fn mark_source(marks: &str);
    /// Returns a text without differences of case and accents, to search in.
    pub(crate) fn fold(text: &str) -> String;
    /// Brings the element with an identifier into view.
    #[wasm_bindgen(js_name = scrollTo)]
    pub(crate) fn scroll_to(id: &str);
    /// Closes an element that is opened by its summary as a menu is closed.
    #[wasm_bindgen(js_name = asMenu)]
    pub(crate) fn as_menu(menu: &web_sys::HtmlElement);
    /// Whether a dialog was clicked beside what is in it.
    #[wasm_bindgen(js_name = isBackdrop)]
    pub(crate) fn is_backdrop(event: &web_sys::MouseEvent) -> bool;
    /// Returns the name of a language in that language.
    #[wasm_bindgen(js_name = languageName)]
    pub(crate) fn language_name(tag: &str) -> String;
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
        face: &str,
        asset: &Function,
    ) -> Promise;
    /// Tells which text somebody clicks in the frame, in which section it is, and how many of the same text are
    /// before it there.
    pub(crate) fn listen(
        frame: &HtmlIFrameElement,
        clicked: &Closure<dyn FnMut(String, Option<String>, usize)>,
    );
    /// Marks the element of the frame that shows a text.
    pub(crate) fn mark(frame: &HtmlIFrameElement, text: Option<&str>);
}

#[wasm_bindgen(module = "/js/folder.js")]
extern "C" {
    /// Whether this browser lets a page open a folder.
    #[wasm_bindgen(js_name = canOpenFolder)]
    pub(crate) fn can_open_folder() -> bool;
    #[wasm_bindgen(js_name = chooseFolder)]
    fn choose() -> Promise;
    /// Returns the folder that is dropped, if it is one; it can be asked for only until the event has ended.
    #[wasm_bindgen(js_name = droppedFolder)]
    pub(crate) fn dropped_folder(event: &web_sys::DragEvent) -> Option<Promise>;
    /// Whether files can be saved in a folder.
    #[wasm_bindgen(js_name = canSave)]
    pub(crate) fn can_save(folder: &JsValue) -> bool;
    #[wasm_bindgen(js_name = servedFolder)]
    fn served() -> Promise;
    #[wasm_bindgen(js_name = readFolder)]
    fn read(folder: &JsValue) -> Promise;
    #[wasm_bindgen(js_name = saveFolder)]
    fn write(folder: &JsValue, saved: &Map, files: &Map) -> Promise;
    /// Returns the number of files that differ from those of the folder.
    #[wasm_bindgen(js_name = countUnsaved)]
    pub(crate) fn count_unsaved(saved: &Map, files: &Map) -> usize;
    /// Returns the name of a folder.
    #[wasm_bindgen(js_name = nameOfFolder)]
    pub(crate) fn name_of_folder(folder: &JsValue) -> String;
}

#[wasm_bindgen(module = "/js/reorder.js")]
extern "C" {
    #[wasm_bindgen(js_name = drag)]
    fn follow(event: &web_sys::Event) -> Promise;
}

/// What a call ends with that the builder cannot answer any more; the next call has a new one.
pub(crate) const LOST: &str = "lost";

/// What an error begins with if the builder could not be loaded.
pub(crate) const NOT_LOADED: &str = "not loaded: ";

/// Returns what an error says.
pub(crate) fn text(error: &JsValue) -> String {
    let message = || error.dyn_ref::<js_sys::Error>().map(|it| String::from(it.message()));
    error.as_string().or_else(message).unwrap_or_else(|| format!("{error:?}"))
}

/// Calls a method of the builder.
pub(crate) async fn builder<const N: usize>(
    method: &str,
    values: [JsValue; N],
) -> Result<JsValue, String> {
    let values: Array = values.into_iter().collect();
    JsFuture::from(call(method, &values)).await.map_err(|error| text(&error))
}

/// Returns the bytes of what Typst sets of the open document, and tells how much is loaded meanwhile of what
/// sets it, from 0 to 1.
pub(crate) async fn print<const N: usize>(
    method: &str,
    values: [JsValue; N],
    progressed: impl FnMut(f64) + 'static,
) -> Result<Uint8Array, String> {
    let progressed = Closure::new(progressed);
    let values: Array = values.into_iter().collect();
    let printed = JsFuture::from(print_files(method, &values, &progressed)).await;
    let bytes = printed.map_err(|error| text(&error))?;
    bytes.dyn_into().map_err(|bytes| text(&bytes))
}

/// Calls what publishes at GitHub.
pub(crate) async fn github<const N: usize>(
    method: &str,
    values: [JsValue; N],
) -> Result<JsValue, String> {
    let values: Array = values.into_iter().collect();
    JsFuture::from(call_github(method, &values)).await.map_err(|error| text(&error))
}

/// Returns the paths of files.
pub(crate) fn paths(files: &Map) -> Vec<String> {
    files.keys().into_iter().flatten().filter_map(|it| it.as_string()).collect()
}

/// Returns the bytes of a file that somebody has chosen.
pub(crate) async fn bytes_of(file: &web_sys::File) -> Result<Uint8Array, String> {
    let read = JsFuture::from(read_file(file)).await.map_err(|error| text(&error))?;
    let bytes = js_sys::Reflect::get(&read, &"bytes".into()).map_err(|error| text(&error))?;
    bytes.dyn_into().map_err(|_| "the file cannot be read".to_owned())
}

/// Shows a page in the frame, or the text of another face of a profile; the function returns the bytes of a file of the site.
pub(crate) async fn show_page(
    frame: &HtmlIFrameElement,
    html: &str,
    scheme: Option<&str>,
    face: &str,
) -> Result<(), String> {
    let asset = Closure::<dyn Fn(String) -> Promise>::new(|path: String| {
        call("asset", &Array::of1(&path.into()))
    });
    let shown = show(frame, html, scheme, face, asset.as_ref().unchecked_ref());
    JsFuture::from(shown).await.map(|_| ()).map_err(|error| text(&error))
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

/// Lets somebody choose a folder, and returns its handle; `None` if they choose none.
pub(crate) async fn choose_folder() -> Result<Option<JsValue>, String> {
    let chosen = JsFuture::from(choose()).await.map_err(|error| text(&error))?;
    Ok(Some(chosen).filter(JsValue::is_object))
}

/// Returns the folder that the command serves, its identifier and its name, if this page is of one.
pub(crate) async fn served_folder() -> Option<(JsValue, String, String)> {
    let folder = JsFuture::from(served()).await.ok().filter(JsValue::is_object)?;
    let text = |key: &str| js_sys::Reflect::get(&folder, &key.into()).ok()?.as_string();
    let (id, name) = (text("id")?, text("name")?);
    Some((folder, id, name))
}

/// Returns the files of a folder, and the handle of the content folder in it.
pub(crate) async fn read_folder(folder: &JsValue) -> Result<(JsValue, Map), String> {
    let pair = JsFuture::from(read(folder)).await.map_err(|error| text(&error))?;
    let pair = Array::from(&pair);
    Ok((pair.get(0), pair.get(1).dyn_into().unwrap_or_default()))
}

/// What became of the files of a folder: their number that were written, and the paths of those that
/// somebody else has changed, which were not.
pub(crate) struct Saved {
    pub(crate) written: usize,
    pub(crate) conflicts: Vec<String>,
}

/// Writes what has changed into a folder. `saved` has the files as they were in it, and is brought up to
/// date.
pub(crate) async fn save_folder(
    folder: &JsValue,
    saved: &Map,
    files: &Map,
) -> Result<Saved, String> {
    let done = JsFuture::from(write(folder, saved, files)).await.map_err(|error| text(&error))?;
    let done = Array::from(&done);
    let texts = Array::from(&done.get(1));
    Ok(Saved {
        written: done.get(0).as_f64().map_or(0, count),
        conflicts: texts.iter().filter_map(|it| it.as_string()).collect(),
    })
}

/// Follows the pointer that is down on the grip of an element, and returns the place in its list at which it is
/// let go, if that is another one.
pub(crate) async fn drag(event: &web_sys::Event) -> Option<usize> {
    let place = JsFuture::from(follow(event)).await.ok()?.as_f64()?;
    Some(count(place))
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "JavaScript has counted it"
)]
fn count(number: f64) -> usize {
    number as usize
}
