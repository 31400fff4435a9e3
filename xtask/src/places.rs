//! Where things lie. `main` enters the checkout first, so these paths are relative to it.

use std::env;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::packages::{BROWSER_PROFILE, BROWSER_TARGET};

/// What the owner writes: profiles, words, pictures.
pub(crate) const CONTENT: &str = "public";

/// The finished site.
pub(crate) const DIST: &str = "dist";

/// What the runs of fuzz targets leave: logs, findings, and inputs that took a way of their own.
pub(crate) const FUZZ: &str = "target/fuzz";

/// Inputs that a fuzz target begins with, beside the files that other tests have.
pub(crate) const FUZZ_SEEDS: &str = "tests/data/fuzz";

/// Where cargo puts a program: beside this one.
pub(crate) fn program(name: &str) -> Result<PathBuf> {
    Ok(env::current_exe()?.with_file_name(format!("{name}{}", env::consts::EXE_SUFFIX)))
}

/// Where cargo puts what programs are linked from.
pub(crate) fn libraries() -> Result<PathBuf> {
    Ok(env::current_exe()?.with_file_name("deps"))
}

/// Where cargo puts everything: `target`, unless it was told another folder.
pub(crate) fn target() -> Result<PathBuf> {
    let program = env::current_exe()?;
    let target = program.parent().and_then(Path::parent).context("this program has no folder")?;
    Ok(target.to_path_buf())
}

/// The compiled application, before any page is written with it.
pub(crate) fn shell() -> Result<PathBuf> {
    Ok(target()?.join("shell"))
}

/// Where cargo puts what it compiles for the browser.
pub(crate) fn bundles() -> Result<PathBuf> {
    Ok(target()?.join(BROWSER_TARGET).join(BROWSER_PROFILE))
}

/// The checkout this command was compiled in; it may be called from any folder below.
pub(crate) fn checkout() -> &'static Path {
    let xtask = Path::new(env!("CARGO_MANIFEST_DIR"));
    xtask.parent().unwrap_or(xtask)
}
