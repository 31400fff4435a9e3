//! Reads the compiled shell: a folder, or what is in this program.

use perfil_site::{Finding, Fonts, Shell, StudioFile};
use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::Path;
use std::sync::LazyLock;

/// Where a checkout of Perfil has the shell.
const CHECKOUT: &str = "target/shell";

/// Returns whether there is a shell without an owner who names one.
#[must_use]
pub fn is_found() -> bool {
    perfil_shell::is_there() || Path::new(CHECKOUT).join("app_bg.wasm").is_file()
}

/// Reads the shell in a folder, or else the one in this program, or else the one of a checkout.
///
/// # Errors
///
/// Returns a finding for the first file that is missing or is not a valid stylesheet.
pub fn read(folder: Option<&Path>) -> Result<Shell, Finding> {
    match folder {
        None if perfil_shell::is_there() => own(),
        _ => in_folder(folder.unwrap_or(Path::new(CHECKOUT))),
    }
}

/// Reads the shell in this program, whose stylesheets are bundled.
fn own() -> Result<Shell, Finding> {
    let shell = Shell::read(|name| {
        perfil_shell::file(name).map(<[u8]>::to_vec).ok_or_else(|| {
            let remedy = "Compile it again, with a whole folder in PERFIL_EMBED.";
            Finding::of_file(Path::new(name), "this program lacks the file", remedy)
        })
    })?;
    let files = perfil_shell::below("style/fonts");
    let style = perfil_shell::file("style/fonts.css").unwrap_or_default();
    let fonts = Fonts {
        files: files.map(|(name, bytes)| (name.to_owned(), bytes.to_vec())).collect(),
        style: String::from_utf8_lossy(style).into_owned(),
    };
    Ok(Shell { fonts, studio: STUDIO.clone(), ..shell })
}

/// The files of Studio in this program. Those whose names end with `.br` are compressed by Brotli; each is
/// unpacked once, however often a site is built.
static STUDIO: LazyLock<BTreeMap<String, StudioFile>> = LazyLock::new(|| {
    let files = perfil_shell::below("studio").map(|(name, bytes)| match name.strip_suffix(".br") {
        None => (name.to_owned(), StudioFile::new(|| bytes.to_vec())),
        Some(name) => (name.to_owned(), StudioFile::new(|| unpacked(bytes))),
    });
    files.collect()
});

fn unpacked(packed: &[u8]) -> Vec<u8> {
    let mut bytes = Vec::new();
    // Only a program that was not compiled as releases are has anything else than what is whole.
    if brotli::BrotliDecompress(&mut &*packed, &mut bytes).is_err() {
        bytes.clear();
    }
    bytes
}

/// Reads the shell in a folder, with each stylesheet and its imports as one text.
fn in_folder(folder: &Path) -> Result<Shell, Finding> {
    let shell = Shell::read(|name| {
        let path = folder.join(name);
        if path.extension().is_some_and(|extension| extension == "css") {
            return sheet(&path, MAX_IMPORTS).map(String::into_bytes);
        }
        fs::read(&path).map_err(|error| {
            let message = format!("the shell lacks this file: {error}");
            Finding::of_file(&path, message, "Build it with `cargo xtask build`.")
        })
    })?;
    Ok(Shell {
        fonts: fonts(&folder.join("style"))?,
        studio: studio(&folder.join("studio"))?,
        ..shell
    })
}

/// Reads the files of Studio, which a shell may lack.
fn studio(folder: &Path) -> Result<BTreeMap<String, StudioFile>, Finding> {
    if !folder.is_dir() {
        return Ok(BTreeMap::new());
    }
    let file = |entry: io::Result<fs::DirEntry>| {
        let path = entry?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let bytes = fs::read(path)?;
        Ok((name, StudioFile::new(|| bytes)))
    };
    let files = fs::read_dir(folder).and_then(|entries| entries.map(file).collect());
    files.map_err(|error: io::Error| {
        let message = format!("Studio cannot be read: {error}");
        Finding::of_file(folder, message, "Build it with `cargo xtask build`.")
    })
}

/// Reads the fonts, which a shell that was made by hand may lack.
fn fonts(folder: &Path) -> Result<Fonts, Finding> {
    let sheet_path = folder.join("fonts.css");
    if !sheet_path.exists() {
        return Ok(Fonts::default());
    }
    let folder = folder.join("fonts");
    let files = fs::read_dir(&folder).and_then(|entries| {
        let paths = entries.map(|entry| Ok(entry?.path()));
        let is_font = |path: &Path| path.extension().is_some_and(|extension| extension == "ttf");
        paths
            .filter(|path| path.as_ref().map_or(true, |path| is_font(path)))
            .map(|path| path.and_then(|path| Ok((path.display().to_string(), fs::read(path)?))))
            .collect()
    });
    let files = files.map_err(|error| {
        let message = format!("the fonts of the shell cannot be read: {error}");
        Finding::of_file(&folder, message, "Build it with `cargo xtask build`.")
    })?;
    Ok(Fonts { files, style: sheet(&sheet_path, MAX_IMPORTS)? })
}

/// The maximum depth of imports; deeper ones form a cycle.
const MAX_IMPORTS: usize = 10;

/// Returns a stylesheet with those that it imports, each in the layer that its import names.
///
/// `cargo xtask` bundles them already; in a shell that was made by hand they are separate files.
fn sheet(path: &Path, deeper: usize) -> Result<String, Finding> {
    let code = fs::read_to_string(path).map_err(|error| {
        let message = format!("the shell lacks this stylesheet: {error}");
        Finding::of_file(path, message, "Build it with `cargo xtask build`.")
    })?;
    let mut bundle = String::with_capacity(code.len());
    for line in code.split_inclusive('\n') {
        match import(line) {
            None => bundle.push_str(line),
            Some((file, layer)) => {
                let Some(deeper) = deeper.checked_sub(1) else {
                    let remedy = "Remove the import that leads back to the stylesheet.";
                    return Err(Finding::of_file(path, "the imports never end", remedy));
                };
                let imported = sheet(&path.with_file_name(file), deeper)?;
                match layer {
                    None => bundle.push_str(&imported),
                    Some(layer) => bundle.extend(["@layer ", layer, " {\n", &imported, "}\n"]),
                }
            }
        }
    }
    Ok(bundle)
}

/// Parses the file and the layer of an import: `@import "base.css" layer(base);`.
fn import(line: &str) -> Option<(&str, Option<&str>)> {
    let (file, rest) = line.trim().strip_prefix("@import \"")?.split_once('"')?;
    let layer = rest.trim().strip_suffix(';')?;
    Some((file, layer.strip_prefix("layer(").and_then(|layer| layer.strip_suffix(')'))))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn imports_have_a_file_and_an_optional_layer() {
        assert_eq!(import("@import \"a.css\" layer(a);\n"), Some(("a.css", Some("a"))));
        assert_eq!(import("@import \"../a.css\";"), Some(("../a.css", None)));
        assert_eq!(import("@layer a, b;"), None);
        assert_eq!(import("a { color: red }"), None);
    }
}
