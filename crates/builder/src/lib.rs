//! The site builder for JavaScript: takes the owner's files and the shell, and returns every file
//! of the site, or the state of an editor in which the files change. It does no I/O and does not block, so it
//! runs wherever WebAssembly does.

mod answers;
mod preview;
#[cfg(feature = "pdf")]
mod printing;
pub mod session;

use answers::lines;
use js_sys::{Function, Map, Object, Reflect, Uint8Array};
use perfil_form::{Change, Request};
use perfil_site::{
    Environment, Finding, Fonts, InTurn, Input, Shell, Tree, archive, build as build_site,
};
use serde::Serialize;
use session::Session;
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use wasm_bindgen::prelude::*;

/// Builds the site of a content folder, without its PDFs.
///
/// `content` and `shell` are maps from paths to bytes (`Map<string, Uint8Array>`), and so is the
/// result. The paths of the shell are those of its folder; its stylesheets are bundled as
/// `style/index.css`, `style/card.css` and `style/widget.css`. It may have fonts in `style/fonts/`,
/// with `style/fonts.css`.
///
/// # Errors
///
/// Returns every problem of the content as text, one per line, or the first file that the shell
/// lacks.
#[wasm_bindgen]
pub fn build(content: &Map, shell: &Map) -> Result<Map, JsValue> {
    let files: BTreeMap<PathBuf, Vec<u8>> =
        entries(content).into_iter().map(|(path, bytes)| (path.into(), bytes)).collect();
    let environment = Environment { files: &files, workers: &InTurn, watch: &() };
    let input = Input::default();
    let shell = read_shell(shell)?;
    match build_site(environment, &input, shell) {
        Ok(built) => Ok(map_of(&built.tree)),
        Err(findings) => Err(Finding::lines(&findings).into()),
    }
}

thread_local! {
    /// What answers for the parts that come apart.
    static PARTS: RefCell<Option<Function>> = const { RefCell::new(None) };
}

/// Says how the parts are asked that come apart from the builder: by a function of the name of a part and a
/// question as bytes, which returns the answer as bytes.
///
/// The builder waits for the answer. If the function throws, the builder is in no known state.
#[wasm_bindgen(js_name = askWith)]
pub fn ask_with(parts: Function) {
    PARTS.set(Some(parts));
    perfil_apart::ask_with(|part, question| {
        let asked = PARTS.with_borrow(|parts| {
            let question = Uint8Array::from(question);
            Some(parts.as_ref()?.call2(&JsValue::NULL, &part.into(), &question))
        });
        match asked {
            Some(Ok(answer)) => answer.dyn_ref().map(Uint8Array::to_vec).unwrap_or_default(),
            // Whatever else is returned would be a wrong page.
            Some(Err(error)) => wasm_bindgen::throw_val(error),
            None => Vec::new(),
        }
    });
}

fn read_shell(shell: &Map) -> Result<Shell, String> {
    let mut compiled = entries(shell);
    let shell = Shell::read(|path| {
        compiled.remove(path).ok_or_else(|| format!("the shell lacks the file {path:?}"))
    })?;
    Ok(Shell { fonts: fonts(compiled), ..shell })
}

fn entries(map: &Map) -> BTreeMap<String, Vec<u8>> {
    let mut entries = BTreeMap::new();
    map.for_each(&mut |bytes, path| {
        if let (Some(path), Some(bytes)) = (path.as_string(), bytes.dyn_ref::<Uint8Array>()) {
            entries.insert(path, bytes.to_vec());
        }
    });
    entries
}

/// Returns the fonts of a shell.
fn fonts(mut shell: BTreeMap<String, Vec<u8>>) -> Fonts {
    let style = shell.remove("style/fonts.css").unwrap_or_default();
    let is_font = |path: &Path| {
        path.parent() == Some(Path::new("style/fonts")) && path.extension() == Some("ttf".as_ref())
    };
    shell.retain(|path, _| is_font(Path::new(path)));
    Fonts { files: shell, style: String::from_utf8_lossy(&style).into_owned() }
}

fn map_of(tree: &Tree) -> Map {
    let map = Map::new();
    for (path, bytes) in tree.iter() {
        map.set(&path.into(), &Uint8Array::from(bytes));
    }
    map
}

fn map_of_files<'a>(files: impl IntoIterator<Item = (&'a PathBuf, &'a Vec<u8>)>) -> Map {
    let map = Map::new();
    for (path, bytes) in files {
        map.set(&path.to_string_lossy().as_ref().into(), &Uint8Array::from(bytes.as_slice()));
    }
    map
}

/// An open content folder, for an editor in a page.
#[wasm_bindgen]
pub struct Studio(Session);

#[wasm_bindgen]
impl Studio {
    /// Opens an empty folder, whose site is made with this shell.
    ///
    /// # Errors
    ///
    /// Returns the first file that the shell lacks.
    #[wasm_bindgen(constructor)]
    pub fn new(shell: &Map) -> Result<Self, JsValue> {
        Ok(Self(Session::new(read_shell(shell)?)))
    }

    /// Opens another folder.
    pub fn open(&mut self, files: &Map) {
        let files = entries(files).into_iter().map(|(path, bytes)| (path.into(), bytes));
        self.0.open(files.collect());
    }

    /// Opens a new folder for a person of this name, or the one in the file, in languages that are a list as
    /// JSON. Returns what was read, as JSON.
    ///
    /// # Errors
    ///
    /// Returns why there can be none, a line for each reason.
    pub fn start(
        &mut self,
        name: Option<String>,
        file: Option<String>,
        bytes: Option<Vec<u8>>,
        languages: &str,
    ) -> Result<String, JsValue> {
        let languages: Vec<String> = from_json(languages)?;
        let file = file.as_deref().zip(bytes.as_deref());
        let opened = self.0.start(name.as_deref(), file, &languages);
        Ok(to_json(&opened.map_err(|problems| lines(&problems))?))
    }

    /// Returns the files of the folder.
    pub fn files(&self) -> Map {
        map_of_files(self.0.files())
    }

    /// Writes a file; without bytes, removes it.
    pub fn write(&mut self, path: &str, bytes: Option<Vec<u8>>) {
        match bytes {
            Some(bytes) => self.0.write(path, bytes),
            None => self.0.remove(path),
        }
    }

    /// Adds a language to the site, and returns the files that this has changed.
    ///
    /// # Errors
    ///
    /// Returns why it cannot be added.
    #[wasm_bindgen(js_name = addLanguage)]
    pub fn add_language(&mut self, tag: &str) -> Result<Map, JsValue> {
        let paths = self.0.add_language(tag)?;
        let files = self.0.files().iter().filter(|(path, _)| paths.contains(path));
        Ok(map_of_files(files))
    }

    /// Changes a value of a profile; the change is JSON. Returns the new text of the file.
    ///
    /// # Errors
    ///
    /// Returns why the change is not possible.
    pub fn change(&mut self, path: &str, change: &str) -> Result<String, JsValue> {
        let change: Change = from_json(change)?;
        Ok(self.0.change(path, &change)?)
    }

    /// Returns what an editor shows, for a request that is JSON: `{ state, html }`, the state as JSON and
    /// the page that is shown.
    ///
    /// # Errors
    ///
    /// Returns what is wrong with the request.
    pub fn state(&mut self, request: &str) -> Result<Object, JsValue> {
        let request: Request = from_json(request)?;
        let (state, html) = self.0.state(&request);
        let answer = Object::new();
        Reflect::set(&answer, &"state".into(), &to_json(&state).into())?;
        Reflect::set(&answer, &"html".into(), &html.into())?;
        Ok(answer)
    }

    /// Returns a file of the site that was made last.
    pub fn asset(&self, path: &str) -> Option<Uint8Array> {
        self.0.asset(path).map(|bytes| Uint8Array::from(&*bytes))
    }

    /// Returns a profile as it may be handed to anybody, as a file of the native format.
    ///
    /// # Errors
    ///
    /// Returns why it cannot be read.
    pub fn shared(&self, profile: &str) -> Result<String, JsValue> {
        Ok(self.0.shared(profile)?)
    }

    /// Returns the paths of the profiles that have anything which no page shows, as JSON.
    pub fn withheld(&self) -> String {
        to_json(&self.0.withheld())
    }

    /// Returns the workflow that publishes a branch on GitHub Pages, by its path.
    pub fn workflow(&self, branch: &str) -> Map {
        let (path, text) = perfil_site::pages_workflow(branch);
        map_of_files([(&path.into(), &text.into_bytes())])
    }

    /// Returns where a text of the page was written, as JSON; of several that are the same, the one with this
    /// index.
    pub fn locate(
        &self,
        profile: &str,
        text: &str,
        section: Option<String>,
        index: usize,
    ) -> Option<String> {
        self.0.locate(profile, text, section.as_deref(), index).map(|spot| to_json(&spot))
    }

    /// Returns the content folder as a ZIP.
    ///
    /// # Errors
    ///
    /// Returns why it cannot be packed.
    pub fn folder(&self) -> Result<Vec<u8>, JsValue> {
        let files = self.0.files().iter();
        let files = files.map(|(path, bytes)| (path.to_string_lossy(), bytes.as_slice()));
        Ok(archive::pack(files)?)
    }

    /// Returns the whole site as a ZIP; with PDFs and pictures of its pages only if they are wanted and this is
    /// the printer.
    ///
    /// # Errors
    ///
    /// Returns everything that stops the build, a line each.
    pub fn site(&self, pdf: bool) -> Result<Vec<u8>, JsValue> {
        let tree = self.0.site(pdf).map_err(|problems| lines(&problems))?;
        Ok(archive::pack(tree.iter().map(|(path, bytes)| (path.into(), bytes)))?)
    }

    /// Returns the files of a ZIP.
    ///
    /// # Errors
    ///
    /// Returns why it cannot be unpacked.
    pub fn unpack(&self, bytes: Vec<u8>) -> Result<Map, JsValue> {
        let map = Map::new();
        for (path, bytes) in archive::unpack(&bytes)? {
            map.set(&path.into(), &Uint8Array::from(bytes.as_slice()));
        }
        Ok(map)
    }
}

fn from_json<T: serde::de::DeserializeOwned>(json: &str) -> Result<T, JsValue> {
    serde_json::from_str(json).map_err(|error| error.to_string().into())
}

fn to_json(value: &impl Serialize) -> String {
    // What is written has text keys only, so it can be written.
    serde_json::to_string(value).unwrap_or_default()
}
