//! Where things lie. `main` enters the checkout first, so these paths are relative to it.

use std::env;
use std::path::{Path, PathBuf};

use anyhow::Result;

/// What the owner writes: profiles, words, pictures.
pub(crate) const CONTENT: &str = "public";

/// The finished site.
pub(crate) const DIST: &str = "dist";

/// What Trunk makes of the app before any page is written into it.
pub(crate) const SHELL: &str = "target/shell";

/// Says which sources the shell was made from.
pub(crate) const SHELL_FINGERPRINT: &str = "target/shell.fingerprint";

/// What the runs of fuzz targets leave: logs, findings, and inputs that took a way of their own.
pub(crate) const FUZZ: &str = "target/fuzz";

/// Inputs that a fuzz target begins with, beside the files that other tests have.
pub(crate) const FUZZ_SEEDS: &str = "tests/data/fuzz";

/// Where cargo puts a program: beside this one.
pub(crate) fn program(name: &str) -> Result<PathBuf> {
    Ok(env::current_exe()?.with_file_name(format!("{name}{}", env::consts::EXE_SUFFIX)))
}

/// The checkout this command was compiled in; it may be called from any folder below.
pub(crate) fn checkout() -> &'static Path {
    let xtask = Path::new(env!("CARGO_MANIFEST_DIR"));
    xtask.parent().unwrap_or(xtask)
}
