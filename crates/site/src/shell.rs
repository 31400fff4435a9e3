//! The shell: the compiled application with stylesheets and fonts, which every site is built from.

use std::collections::BTreeMap;
use std::sync::{Arc, LazyLock};

/// The application's files.
#[derive(Clone, Debug, Default)]
pub struct Shell {
    /// The JavaScript module that loads the WebAssembly.
    pub script: Vec<u8>,
    /// The WebAssembly module.
    pub module: Vec<u8>,
    /// The JavaScript module that loads the WebAssembly of cards on other pages.
    pub card_script: Vec<u8>,
    /// The WebAssembly module of cards.
    pub card_module: Vec<u8>,
    /// The script of the custom element.
    pub element: Vec<u8>,
    /// The stylesheet of pages, bundled and minified.
    pub style: String,
    /// The stylesheet of cards.
    pub card_style: String,
    /// What the pages about cards need in addition to the stylesheet of pages.
    pub about_cards_style: String,
    /// The fonts of pages.
    pub fonts: Fonts,
    /// The files of Studio, the editor in a browser, by their names. A shell may lack it.
    pub studio: BTreeMap<String, StudioFile>,
}

/// A file of Studio, which is read when a site is made that has Studio: it is ten times as large as all else
/// of a shell, and may be stored compressed.
#[derive(Clone, Debug)]
pub struct StudioFile(Arc<LazyLock<Vec<u8>, Reader>>);

/// Returns the bytes of a file.
type Reader = Box<dyn FnOnce() -> Vec<u8> + Send>;

impl StudioFile {
    /// A file whose bytes `read` returns, which is called at most once.
    #[must_use]
    pub fn new(read: impl FnOnce() -> Vec<u8> + Send + 'static) -> Self {
        Self(Arc::new(LazyLock::new(Box::new(read))))
    }

    /// Returns the bytes of the file.
    #[must_use]
    pub fn bytes(&self) -> &[u8] {
        &self.0
    }
}

/// The fonts of pages. Without any, pages have those of the visitor's system.
#[derive(Clone, Debug, Default)]
pub struct Fonts {
    /// The files by their names.
    pub files: BTreeMap<String, Vec<u8>>,
    /// What pages with these fonts need in addition to their stylesheet: the families, and what
    /// replaces them while they load.
    pub style: String,
}

impl Shell {
    /// The path of the script of the custom element.
    pub(crate) const ELEMENT: &str = "widget/element.js";

    /// Reads a shell without its fonts. `read` returns the file at a path below the shell's folder; a
    /// stylesheet includes those that it imports.
    ///
    /// # Errors
    ///
    /// Returns the first error of `read`.
    pub fn read<E>(mut read: impl FnMut(&str) -> Result<Vec<u8>, E>) -> Result<Self, E> {
        let mut style =
            |path: &str| read(path).map(|bytes| String::from_utf8_lossy(&bytes).into_owned());
        Ok(Self {
            style: style("style/index.css")?,
            card_style: style("style/card.css")?,
            about_cards_style: style("style/widget.css")?,
            script: read("app.js")?,
            module: read("app_bg.wasm")?,
            card_script: read("widget/widget.js")?,
            card_module: read("widget/widget_bg.wasm")?,
            element: read(Self::ELEMENT)?,
            fonts: Fonts::default(),
            studio: BTreeMap::new(),
        })
    }
}
