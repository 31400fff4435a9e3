//! What Trunk would do: compile, write the script that loads the WebAssembly, optimise for size.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use xshell::{Shell, cmd};

use crate::packages::{BROWSER_FEATURES, BUNDLES, Bundle, WASM_OPT};
use crate::{browser, places, tools};

/// Compiles all bundles in one call, so that none waits while another is linked.
pub(super) fn compile(sh: &Shell) -> Result<()> {
    let bundles = BUNDLES.iter().flat_map(|it| ["--package", it.package, "--bin", it.bin]);
    let what: Vec<_> = bundles.chain(BROWSER_FEATURES.iter().copied()).collect();
    browser::compile(sh, &what, &[]).context("the application does not compile")?;
    Ok(())
}

/// Writes a bundle's script and WebAssembly below a folder.
pub(super) fn write(sh: &Shell, tools: &tools::Build, bundle: &Bundle, into: &Path) -> Result<()> {
    let bin = bundle.bin;
    let compiled = places::bundles()?.join(format!("{bin}.wasm"));
    let folder = into.join(bundle.folder);
    fs::create_dir_all(&folder)?;
    let (bindgen, wasm_opt) = (&tools.wasm_bindgen, &tools.wasm_opt);
    cmd!(sh, "{bindgen} {compiled} {folder} {bin}")
        .quiet()
        .run()
        .context("wasm-bindgen did not finish")?;
    let module = into.join(bundle.module());
    cmd!(sh, "{wasm_opt} --output={module} {WASM_OPT...} {module}")
        .quiet()
        .run()
        .context("wasm-opt did not finish")
}
