//! The packages that become a site: what they and their programs are called.

/// The package of the command, which writes and serves the pages.
pub(crate) const COMMAND: &str = "perfil";

/// Its program.
pub(crate) const PERFIL: &str = "perfil";

/// What leaves Typst out of the command. Typst is most of what has to be compiled, and sets the PDFs.
pub(crate) const WITHOUT_PDF: &[&str] = &["--no-default-features"];

/// How the name of a file begins that is there once Typst was compiled.
pub(crate) const TYPST: &str = "libtypst_pdf-";

/// What a browser loads: a program that is compiled to WebAssembly, with the script that starts it.
pub(crate) struct Bundle {
    pub(crate) package: &'static str,
    pub(crate) bin: &'static str,
    /// Its folder in the shell.
    pub(crate) folder: &'static str,
}

/// The application, and what an opened card is made of. `index.html` tells Trunk the same.
pub(crate) const BUNDLES: [Bundle; 2] = [
    Bundle { package: "perfil-app", bin: "app", folder: "" },
    Bundle { package: "perfil-card", bin: "widget", folder: "widget" },
];

/// The package of the builder as WebAssembly, which is a library.
pub(crate) const BUILDER: &str = "perfil-builder";

/// The features that the bundles are compiled with.
pub(crate) const BROWSER_FEATURES: &[&str] =
    &["--features", "perfil-app/hydrate,perfil-card/hydrate"];

/// The profile that the bundles are compiled with.
pub(crate) const BROWSER_PROFILE: &str = "browser";

/// The target that the bundles are compiled for.
pub(crate) const BROWSER_TARGET: &str = "wasm32-unknown-unknown";

/// What `wasm-opt` is asked: to make it small, with what every browser of today understands.
pub(crate) const WASM_OPT: [&str; 7] = [
    "-Oz",
    "--enable-bulk-memory",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-reference-types",
    "--enable-multivalue",
];

/// The script of the card's custom element.
pub(crate) const ELEMENT: &str = "crates/card/element.js";

/// The stylesheets, which are in the shell as they are.
pub(crate) const STYLE: &str = "style";

#[cfg(test)]
mod tests {
    use std::fs;

    use anyhow::Result;

    use super::*;
    use crate::places;

    #[test]
    fn trunk_is_told_the_same() -> Result<()> {
        let page = fs::read_to_string(places::checkout().join("index.html"))?;
        let flags = WASM_OPT[1..].join(" ");
        assert_eq!(WASM_OPT[0], "-Oz");
        for Bundle { bin, .. } in BUNDLES {
            assert!(page.contains(&format!("data-bin=\"{bin}\"")), "{bin}");
        }
        for (said, times) in [
            (format!("data-cargo-profile-release=\"{BROWSER_PROFILE}\""), 2),
            ("data-wasm-opt=\"z\"".to_owned(), 2),
            (format!("data-wasm-opt-params=\"{flags}\""), 2),
            (format!("href=\"{ELEMENT}\""), 1),
            (format!("href=\"{STYLE}\""), 1),
        ] {
            assert_eq!(page.matches(&said).count(), times, "{said}");
        }
        Ok(())
    }
}
