//! Compiles the builder to WebAssembly, as a page would load it.

use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result};
use sha2::{Digest, Sha256};
use xshell::{Shell, cmd};

use crate::packages::{BROWSER_PROFILE, BROWSER_TARGET, BUILDER, WASM_OPT};
use crate::progress::step;
use crate::{places, tools};

/// Compiles it, and returns the folder with its script and its module.
pub(crate) fn build(sh: &Shell) -> Result<PathBuf> {
    let tools = tools::for_build(sh)?;
    let folder = places::target()?.join("builder");
    step("Compiling the builder to WebAssembly", "some 4 minutes the first time", || {
        cmd!(
            sh,
            "cargo build --quiet --target {BROWSER_TARGET} --profile {BROWSER_PROFILE} --package {BUILDER}"
        )
        .quiet()
        .run()
        .context("the builder does not compile")?;
        fs::create_dir_all(&folder)?;
        // Node treats a script as an ES module only if package.json says so.
        fs::write(folder.join("package.json"), "{\"type\":\"module\"}\n")?;
        let compiled = places::bundles()?.join(format!("{}.wasm", BUILDER.replace('-', "_")));
        // Making it small takes a minute.
        let record = folder.join("compiled.sha256");
        let state = format!("{:x}", Sha256::digest(fs::read(&compiled)?));
        if fs::read_to_string(&record).is_ok_and(|recorded| recorded == state) {
            return Ok(());
        }
        let (bindgen, wasm_opt) = (&tools.wasm_bindgen, &tools.wasm_opt);
        cmd!(sh, "{bindgen} {compiled} {folder} builder").quiet().run()?;
        let module = folder.join("builder_bg.wasm");
        cmd!(sh, "{wasm_opt} --output={module} {WASM_OPT...} {module}").quiet().run()?;
        Ok(fs::write(record, state)?)
    })?;
    Ok(folder)
}
