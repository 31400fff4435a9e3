//! The paths of files and folders. `main` enters the checkout first, so they are relative to it.

use std::env;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::packages::{BROWSER_PROFILE, BROWSER_TARGET};

/// What the owner writes: profiles, words, pictures.
pub(crate) const CONTENT: &str = "public";

/// The finished site.
pub(crate) const DIST: &str = "dist";

/// The output of fuzz targets: logs, findings, and inputs that reached new code.
pub(crate) const FUZZ: &str = "target/fuzz";

/// Seed inputs of the fuzz targets, in addition to the files of other tests.
pub(crate) const FUZZ_SEEDS: &str = "tests/data/fuzz";

/// Returns where cargo puts a program: beside this one.
pub(crate) fn program(name: &str) -> Result<PathBuf> {
    Ok(env::current_exe()?.with_file_name(format!("{name}{}", env::consts::EXE_SUFFIX)))
}

/// Returns where cargo puts the libraries that programs are linked from.
pub(crate) fn libraries() -> Result<PathBuf> {
    Ok(env::current_exe()?.with_file_name("deps"))
}

/// Returns cargo's target folder: `target`, unless it is configured otherwise.
pub(crate) fn target() -> Result<PathBuf> {
    let program = env::current_exe()?;
    let target = program.parent().and_then(Path::parent).context("this program has no folder")?;
    Ok(target.to_path_buf())
}

/// Returns the folder of the compiled application, before any page is written with it.
pub(crate) fn shell() -> Result<PathBuf> {
    Ok(target()?.join("shell"))
}

/// Returns where cargo puts what it compiles for the browser.
pub(crate) fn bundles() -> Result<PathBuf> {
    Ok(target()?.join(BROWSER_TARGET).join(BROWSER_PROFILE))
}

/// Returns the checkout that this command was compiled in; it may be run from any folder below.
pub(crate) fn checkout() -> &'static Path {
    let xtask = Path::new(env!("CARGO_MANIFEST_DIR"));
    xtask.parent().unwrap_or(xtask)
}
