//! The one stylesheet of a site: the shell's layers and the tones of its owners.

use super::accent;
use super::finding::Finding;
use lightningcss::bundler::{Bundler, FileProvider};
use lightningcss::printer::PrinterOptions;
use lightningcss::stylesheet::{MinifyOptions, ParserOptions};
use perfil_model::profile::Hue;
use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::Path;

/// Joins and shrinks the shell's stylesheets, and adds the tones of every hue in use.
pub(super) fn bundle(index: &Path, hues: &BTreeSet<Hue>) -> Result<String, Finding> {
    let files = FileProvider::new();
    let failed = |error: String| Finding::of_file(index, error, "Mend the stylesheet.");
    let mut bundler = Bundler::new(&files, None, ParserOptions::default());
    let mut sheet = bundler.bundle(index).map_err(|error| failed(error.to_string()))?;
    sheet.minify(MinifyOptions::default()).map_err(|error| failed(error.to_string()))?;
    let options = PrinterOptions { minify: true, ..PrinterOptions::default() };
    let mut code = sheet.to_css(options).map_err(|error| failed(error.to_string()))?.code;
    if !hues.is_empty() {
        tones(&mut code, hues);
    }
    // The sheet stands inside a `<style>` element, which nothing in it may end.
    Ok(code.replace("</", "<\\/"))
}

fn tones(code: &mut String, hues: &BTreeSet<Hue>) {
    code.push_str("@layer tokens{");
    for hue in hues {
        let [light, dark] = accent::tones(hue.0);
        // Writing to a string cannot fail.
        let _ = write!(
            code,
            "[data-hue=\"{}\"]{{--accent:light-dark({},{});--tint:light-dark({},{})}}",
            hue.0, light.accent, dark.accent, light.tint, dark.tint,
        );
    }
    code.push('}');
}
