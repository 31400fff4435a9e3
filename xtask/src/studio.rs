//! Compiles Studio, the editor in a browser, and puts it into the shell.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use sha2::{Digest, Sha256};
use xshell::{Shell, cmd};

use crate::embedded::write_changed;
use crate::packages::{STUDIO, STUDIO_FOLDER, WASM_OPT};
use crate::progress::step;
use crate::{browser, builder, places, tools};

/// The scripts of Studio.
const SCRIPTS: &str = "crates/studio/js";

/// Its stylesheet.
const STYLE: &str = "crates/studio/studio.css";

/// The flags by which Leptos forgets the types of views, which are an eighth smaller without them.
const ERASED: &[&str] = &["--cfg", "erase_components"];

/// The file that records what Studio was made of.
const RECORD: &str = "studio.fingerprint";

/// Compiles what has changed, and puts Studio into the shell. Returns whether the shell had another one
/// before, or none.
pub(crate) fn add(sh: &Shell) -> Result<bool> {
    let builder = builder::build(sh)?;
    let bundles = step("Compiling Studio", "some 2 minutes the first time", || {
        let features = format!("{STUDIO}/csr");
        browser::compile(sh, &["--package", STUDIO, "--features", &features], ERASED)
            .context("Studio does not compile")
    })?;
    let made = places::target()?.join(STUDIO_FOLDER);
    let compiled = bundles.join("studio.wasm");
    let record = places::target()?.join(RECORD);
    let state = state(&compiled, &builder)?;
    let into = places::shell()?.join(STUDIO_FOLDER);
    let is_made = made.is_dir() && fs::read_to_string(&record).ok().as_ref() == Some(&state);
    let is_there = is_made && into.is_dir();
    if !is_made {
        step("Making Studio small", "seconds", || make(sh, &compiled, &builder, &made))?;
        fs::write(&record, state)?;
    }
    fs::create_dir_all(&into)?;
    for entry in fs::read_dir(&made)? {
        let entry = entry?;
        write_changed(&into.join(entry.file_name()), &fs::read(entry.path())?)?;
    }
    Ok(!is_there)
}

/// Returns a hash of everything that Studio is made of.
fn state(compiled: &Path, builder: &Path) -> Result<String> {
    let mut hash = Sha256::new();
    let lock = PathBuf::from("xtask/npm/build/package-lock.json");
    let mut files = vec![compiled.to_owned(), builder.join("parts.js"), STYLE.into(), lock];
    files.extend(crate::builder::files().iter().map(|name| builder.join(name)));
    let mut scripts: Vec<_> =
        fs::read_dir(SCRIPTS)?.map(|entry| Ok(entry?.path())).collect::<Result<_>>()?;
    scripts.sort();
    files.append(&mut scripts);
    for file in files {
        let bytes = fs::read(&file).with_context(|| format!("cannot read {}", file.display()))?;
        hash.update(bytes.len().to_le_bytes());
        hash.update(bytes);
    }
    Ok(format!("{:x}", hash.finalize()))
}

/// Makes the files that a browser loads.
fn make(sh: &Shell, compiled: &Path, builder: &Path, made: &Path) -> Result<()> {
    let tools = tools::for_build(sh)?;
    let raw = made.with_extension("raw");
    for folder in [&raw, made] {
        if folder.is_dir() {
            fs::remove_dir_all(folder)?;
        }
        fs::create_dir_all(folder)?;
    }
    let (bindgen, wasm_opt) = (&tools.wasm_bindgen, &tools.wasm_opt);
    cmd!(sh, "{bindgen} {compiled} {raw} studio").quiet().run()?;
    // It imports what wasm-bindgen makes, so it has to be beside that.
    fs::copy(Path::new(SCRIPTS).join("main.js"), raw.join("main.js"))?;
    let (module, out) = (raw.join("studio_bg.wasm"), made.join("studio_bg.wasm"));
    cmd!(sh, "{wasm_opt} --output={out} {WASM_OPT...} {module}").quiet().run()?;
    for (from, name) in [
        (raw.join("main.js"), "studio.js"),
        (Path::new(SCRIPTS).join("editor.js"), "editor.js"),
        (Path::new(SCRIPTS).join("github.js"), "github.js"),
        (builder.join("builder.js"), "builder.js"),
        (builder.join("parts.js"), "parts.js"),
        (PathBuf::from(STYLE), "studio.css"),
    ] {
        bundle(sh, &from, &made.join(name))?;
    }
    // The worker loads the builder's scripts, which are files of their own.
    minify(sh, &Path::new(SCRIPTS).join("worker.js"), &made.join("worker.js"), &[])?;
    for name in crate::builder::files() {
        fs::copy(builder.join(&name), made.join(&name))?;
    }
    Ok(())
}

/// Makes one small file of a script or a stylesheet and what it imports.
pub(crate) fn bundle(sh: &Shell, from: &Path, to: &Path) -> Result<()> {
    minify(sh, from, to, &["--bundle"])
}

fn minify(sh: &Shell, from: &Path, to: &Path, flags: &[&str]) -> Result<()> {
    let esbuild = &tools::for_build(sh)?.esbuild;
    // wasm-bindgen names a script twice among its imports.
    cmd!(
        sh,
        "{esbuild} {from} {flags...} --outfile={to} --format=esm --minify --target=es2022 --legal-comments=none --log-level=warning --log-override:duplicate-object-key=silent"
    )
    .env("NODE_PATH", &tools::for_styles(sh)?.node_modules)
    .quiet()
    .run()
    .context("esbuild did not finish")
}
