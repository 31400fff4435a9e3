//! `cargo xtask prerender`: Trunk calls it when its own work is done (see Trunk.toml).

use std::path::Path;

use anyhow::{Context, Result};
use xshell::Shell;

use crate::{perfil, shell};

/// Keeps what Trunk built as the shell, then replaces it in the stage by the pages made from it.
/// Trunk moves the stage to dist/ afterwards, so a failure here leaves the old site untouched.
pub(crate) fn run(sh: &Shell) -> Result<()> {
    let stage = std::env::var_os("TRUNK_STAGING_DIR")
        .context("only Trunk can call `prerender`; you want `cargo xtask build`")?;
    let stage = Path::new(&stage);
    shell::take_over(sh, stage)?;
    perfil::build(sh, stage)
}
