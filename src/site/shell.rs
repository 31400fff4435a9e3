//! The shell: the application as Trunk built it, from which every site is made.

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
    /// The stylesheet that imports the others.
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
    Ok(Shell {
        script: file("app.js")?,
        module: file("app_bg.wasm")?,
        style: folder.join("style/index.css"),
    })
}
