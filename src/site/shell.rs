//! The shell: the compiled application, from which every site is made.

use super::finding::Finding;
use std::fs;
use std::path::{Path, PathBuf};

/// The application's files.
#[derive(Clone, Debug)]
pub(super) struct Shell {
    /// The module that loads the WebAssembly.
    pub script: Vec<u8>,
    /// The WebAssembly.
    pub module: Vec<u8>,
    /// The module that loads the WebAssembly of cards on other pages.
    pub card_script: Vec<u8>,
    /// The WebAssembly of cards.
    pub card_module: Vec<u8>,
    /// The script of the custom element.
    pub element: Vec<u8>,
    /// The folder of the stylesheets; `index.css` imports those of pages, `card.css` of cards, and
    /// `widget.css` is that of the pages about cards alone.
    pub style: PathBuf,
}

/// Reads the shell.
pub(super) fn read(folder: &Path) -> Result<Shell, Finding> {
    let file = |name: &str| {
        let path = folder.join(name);
        fs::read(&path).map_err(|error| {
            let message = format!("the shell lacks this file: {error}");
            Finding::of_file(&path, message, "Build it with `cargo xtask build`.")
        })
    };
    file("style/index.css")?;
    file("style/card.css")?;
    file("style/widget.css")?;
    Ok(Shell {
        script: file("app.js")?,
        module: file("app_bg.wasm")?,
        card_script: file("widget/widget.js")?,
        card_module: file("widget/widget_bg.wasm")?,
        element: file("widget/element.js")?,
        style: folder.join("style"),
    })
}
