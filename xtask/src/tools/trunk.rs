//! Trunk, which compiles the app for the browser.

use std::path::PathBuf;

use anyhow::Result;
use xshell::Shell;

use super::cargo_install;

/// The next minor version asks for a newer compiler than the repository does.
pub(crate) const VERSION: &str = "0.21.14";

pub(crate) fn install(sh: &Shell) -> Result<PathBuf> {
    cargo_install::install(sh, "trunk", VERSION)
}
