//! The names of the packages that become a site, of their programs, and of the files of the shell.

use std::path::{Path, PathBuf};

/// The package of the command, which writes and serves the pages.
pub(crate) const COMMAND: &str = "perfil";

/// Its program.
pub(crate) const PERFIL: &str = "perfil";

/// The flags that leave out Typst, which typesets the PDFs and is most of what has to be compiled.
pub(crate) const WITHOUT_PDF: &[&str] = &["--no-default-features"];

/// The prefix of a file name that exists once Typst was compiled.
pub(crate) const TYPST: &str = "libtypst_pdf-";

/// A program compiled to WebAssembly that a browser loads, with the script that starts it.
pub(crate) struct Bundle {
    pub(crate) package: &'static str,
    pub(crate) bin: &'static str,
    /// Its folder in the shell.
    pub(crate) folder: &'static str,
}

impl Bundle {
    /// The path in the shell of the script that loads the WebAssembly.
    pub(crate) fn script(&self) -> PathBuf {
        Path::new(self.folder).join(format!("{}.js", self.bin))
    }

    /// The path in the shell of the WebAssembly module, as wasm-bindgen names it.
    pub(crate) fn module(&self) -> PathBuf {
        Path::new(self.folder).join(format!("{}_bg.wasm", self.bin))
    }
}

/// The application, and the opened card. `index.html` configures the same for Trunk.
pub(crate) const BUNDLES: [Bundle; 2] = [
    Bundle { package: "perfil-app", bin: "app", folder: "" },
    Bundle { package: "perfil-card", bin: "widget", folder: "widget" },
];

/// The package of the builder as WebAssembly, which is a program, and with Typst in it another one.
pub(crate) const BUILDER: &str = "perfil-builder";

/// The features with which the builder asks its parts.
pub(crate) const APART: &str = "perfil-builder/apart";

/// The features of the printer: the builder with Typst in it, which Studio loads for PDFs only.
pub(crate) const PRINTING: &str = "perfil-builder/apart,perfil-builder/pdf";

/// The package of the parts of the builder that a browser loads when they are first needed.
pub(crate) const PARTS: &str = "perfil-parts";

/// Its programs, in the folder of which is also the script that loads them.
pub(crate) const PART_NAMES: [&str; 8] =
    ["dates", "encodings", "fonts", "glyphs", "languages", "letters", "lines", "order"];

/// The script that loads them.
pub(crate) const PARTS_SCRIPT: &str = "crates/parts/parts.js";

/// The tables that the builder asks for.
pub(crate) const TABLES: [&str; 6] = [
    "crates/import/src/dates/months.tsv",
    "crates/import/src/document/headings.tsv",
    "crates/import/src/document/vocabulary.tsv",
    "crates/import/src/europass/words.tsv",
    "crates/model/src/language/language_names.tsv",
    "crates/model/src/language/territories.tsv",
];

/// The package of Studio.
pub(crate) const STUDIO: &str = "perfil-studio";

/// The folder of Studio in the shell.
pub(crate) const STUDIO_FOLDER: &str = "studio";

/// The features that the bundles are compiled with.
pub(crate) const BROWSER_FEATURES: &[&str] =
    &["--features", "perfil-app/hydrate,perfil-card/hydrate"];

/// The profile that the bundles are compiled with.
pub(crate) const BROWSER_PROFILE: &str = "browser";

/// The target that the bundles are compiled for.
pub(crate) const BROWSER_TARGET: &str = "wasm32-unknown-unknown";

/// The flags for `wasm-opt`: optimise for size, with features that every current browser supports.
pub(crate) const WASM_OPT: [&str; 7] = [
    "-Oz",
    "--enable-bulk-memory",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-reference-types",
    "--enable-multivalue",
];

/// The same for the printer: less, because it is ten times as large, and the rest would take minutes for a
/// hundredth of it.
pub(crate) const WASM_OPT_OF_PRINTER: [&str; 7] = {
    let mut flags = WASM_OPT;
    flags[0] = "-O1";
    flags
};

/// The script of the card's custom element.
pub(crate) const ELEMENT: &str = "crates/card/element.js";

/// The path of that script in the shell.
pub(crate) const SHELL_ELEMENT: &str = "widget/element.js";

/// The folder of the stylesheets, in the checkout and in the shell.
pub(crate) const STYLE: &str = "style";

/// The stylesheets that pages load; all others are imported by these.
pub(crate) const SHEETS: [&str; 4] = ["index.css", "card.css", "widget.css", "fonts.css"];

#[cfg(test)]
mod tests {
    use std::fs;

    use anyhow::Result;

    use super::*;
    use crate::places;

    #[test]
    fn trunk_has_the_same_configuration() -> Result<()> {
        let page = fs::read_to_string(places::checkout().join("index.html"))?;
        let flags = WASM_OPT[1..].join(" ");
        assert_eq!(WASM_OPT[0], "-Oz");
        for Bundle { bin, .. } in BUNDLES {
            assert!(page.contains(&format!("data-bin=\"{bin}\"")), "{bin}");
        }
        for (expected, times) in [
            (format!("data-cargo-profile-release=\"{BROWSER_PROFILE}\""), 2),
            ("data-wasm-opt=\"z\"".to_owned(), 2),
            (format!("data-wasm-opt-params=\"{flags}\""), 2),
            (format!("href=\"{ELEMENT}\""), 1),
            (format!("href=\"{STYLE}\""), 1),
        ] {
            assert_eq!(page.matches(&expected).count(), times, "{expected}");
        }
        Ok(())
    }
}
