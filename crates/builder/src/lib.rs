//! The site builder for JavaScript: takes the owner's files and the shell, and returns every file
//! of the site. It does no I/O and does not block, so it runs wherever WebAssembly does.

use js_sys::{Map, Uint8Array};
use perfil_site::{Environment, Finding, Fonts, InTurn, Input, Shell, Tree, build as build_site};
use std::collections::BTreeMap;
use std::fmt::Write as _;
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
    let mut compiled = entries(shell);
    let shell = Shell::read(|path| {
        compiled.remove(path).ok_or_else(|| format!("the shell lacks the file {path:?}"))
    })?;
    let shell = Shell { fonts: fonts(compiled), ..shell };
    match build_site(environment, &input, shell) {
        Ok(built) => Ok(map_of(&built.tree)),
        Err(findings) => Err(format_findings(&findings).into()),
    }
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

fn format_findings(findings: &[Finding]) -> String {
    findings.iter().fold(String::new(), |mut text, finding| {
        let place = finding.place.map(|place| format!(":{}:{}", place.line, place.column));
        // Writing to a string cannot fail.
        let _ = writeln!(
            text,
            "{}{}: {}",
            finding.file.display(),
            place.unwrap_or_default(),
            finding.problem.message
        );
        text
    })
}
