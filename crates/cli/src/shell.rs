//! The shell on disk, as it was compiled.

use lightningcss::bundler::{Bundler, FileProvider};
use lightningcss::printer::PrinterOptions;
use lightningcss::stylesheet::{MinifyOptions, ParserOptions};
use perfil_site::{Finding, Shell};
use std::fs;
use std::path::Path;

/// Reads the shell in a folder, with its stylesheets in one piece each.
///
/// # Errors
///
/// Names the first file that is missing, or that is no stylesheet.
pub fn read(folder: &Path) -> Result<Shell, Finding> {
    let file = |name: &str| {
        let path = folder.join(name);
        fs::read(&path).map_err(|error| {
            let message = format!("the shell lacks this file: {error}");
            Finding::of_file(&path, message, "Build it with `cargo xtask build`.")
        })
    };
    let style = |name: &str| {
        file(name)?;
        bundle(&folder.join(name))
    };
    Ok(Shell {
        style: style("style/index.css")?,
        card_style: style("style/card.css")?,
        about_cards_style: style("style/widget.css")?,
        script: file("app.js")?,
        module: file("app_bg.wasm")?,
        card_script: file("widget/widget.js")?,
        card_module: file("widget/widget_bg.wasm")?,
        element: file("widget/element.js")?,
    })
}

/// Joins a stylesheet with those that it imports, and minifies them.
fn bundle(index: &Path) -> Result<String, Finding> {
    let files = FileProvider::new();
    let failed = |error: String| Finding::of_file(index, error, "Mend the stylesheet.");
    let mut bundler = Bundler::new(&files, None, ParserOptions::default());
    let mut sheet = bundler.bundle(index).map_err(|error| failed(error.to_string()))?;
    sheet.minify(MinifyOptions::default()).map_err(|error| failed(error.to_string()))?;
    let options = PrinterOptions { minify: true, ..PrinterOptions::default() };
    let sheet = sheet.to_css(options).map_err(|error| failed(error.to_string()))?;
    Ok(sheet.code)
}
