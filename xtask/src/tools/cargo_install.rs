//! Commands that are compiled from source, so that they run wherever Rust does.

use std::path::PathBuf;

use anyhow::{Context, Result};
use xshell::{Shell, cmd};

use super::cache;

/// Gives the folder that holds the package's commands.
pub(crate) fn install(sh: &Shell, package: &str, version: &str) -> Result<PathBuf> {
    let announce =
        format!("Installing {package} {version}. It is compiled from source: some minutes.");
    let home = cache::folder(&format!("tools/{package}-{version}"), &announce, |root| {
        cmd!(sh, "cargo install {package} --version {version} --locked --quiet --debug --no-default-features --root {root}")
            .quiet()
            .run()
            .with_context(|| format!("{package} {version} was not installed"))
    })?;
    Ok(home.join("bin"))
}
