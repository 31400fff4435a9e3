//! Compiles the builder to WebAssembly, with the parts that come apart from it, as a page would load them.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use sha2::{Digest, Sha256};
use xshell::{Shell, cmd};

use crate::packages::{APART, BUILDER, PART_NAMES, PARTS, PARTS_SCRIPT, TABLES, WASM_OPT};
use crate::progress::step;
use crate::{browser, places, tools};

/// The name of the builder's module.
const NAME: &str = "builder";

/// Returns the folder of the builder, its parts and the printer.
pub(crate) fn folder() -> Result<PathBuf> {
    Ok(places::target()?.join("builder"))
}

/// Compiles them, and returns the folder with their scripts, modules and tables.
pub(crate) fn build(sh: &Shell) -> Result<PathBuf> {
    let folder = folder()?;
    step("Compiling the builder to WebAssembly", "some 4 minutes the first time", || {
        let what = ["--package", BUILDER, "--package", PARTS, "--features", APART];
        browser::compile(sh, &what, &[]).context("the builder does not compile")?;
        fs::create_dir_all(&folder)?;
        // Node treats a script as an ES module only if package.json says so.
        fs::write(folder.join("package.json"), "{\"type\":\"module\"}\n")?;
        for file in TABLES.into_iter().chain([PARTS_SCRIPT]) {
            let name = Path::new(file).file_name().unwrap_or_default();
            fs::copy(file, folder.join(name)).with_context(|| format!("cannot copy {file}"))?;
        }
        let bundles = places::bundles()?;
        for part in PART_NAMES.into_iter().chain([NAME]) {
            make(sh, &bundles.join(format!("{part}.wasm")), &folder, part, WASM_OPT)?;
        }
        Ok(())
    })?;
    Ok(folder)
}

/// Makes the script and the module of what was compiled, unless they are made of the same.
pub(crate) fn make(
    sh: &Shell,
    compiled: &Path,
    folder: &Path,
    name: &str,
    flags: [&str; 7],
) -> Result<()> {
    // Making it small takes a minute.
    let record = folder.join(format!("{name}.sha256"));
    let mut hash = Sha256::new();
    hash.update(fs::read(compiled)?);
    hash.update(flags.concat());
    let state = format!("{:x}", hash.finalize());
    if fs::read_to_string(&record).is_ok_and(|recorded| recorded == state) {
        return Ok(());
    }
    let tools = tools::for_build(sh)?;
    let (bindgen, wasm_opt) = (&tools.wasm_bindgen, &tools.wasm_opt);
    cmd!(sh, "{bindgen} {compiled} {folder} {name}").quiet().run()?;
    let module = folder.join(format!("{name}_bg.wasm"));
    cmd!(sh, "{wasm_opt} --output={module} {flags...} {module}").quiet().run()?;
    Ok(fs::write(record, state)?)
}

/// Returns the files of the builder that a page loads as they are.
pub(crate) fn files() -> Vec<String> {
    let modules = PART_NAMES.into_iter().chain([NAME]).map(|name| format!("{name}_bg.wasm"));
    let tables = TABLES.into_iter().filter_map(|path| path.rsplit('/').next());
    modules.chain(tables.map(str::to_owned)).collect()
}
