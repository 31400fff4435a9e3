//! `cargo xtask prerender`: the hook that Trunk runs after its build (see Trunk.toml).

use std::path::Path;

use anyhow::{Context, Result};
use xshell::Shell;

use crate::{perfil, shell};

/// Takes Trunk's output as the shell, then replaces it in the staging folder with the pages made
/// from it. Trunk moves that folder to dist/ afterwards, so a failure here leaves the old site
/// untouched.
pub(crate) fn run(sh: &Shell) -> Result<()> {
    let stage = std::env::var_os("TRUNK_STAGING_DIR")
        .context("only Trunk can call `prerender`; you want `cargo xtask build`")?;
    let stage = Path::new(&stage);
    shell::take_over(sh, stage)?;
    // Trunk made this folder, and Perfil replaces none that it did not make.
    sh.remove_path(stage)?;
    perfil::build(sh, stage)
}
