//! `cargo xtask prerender`: the hook that Trunk runs after its build (see Trunk.toml).

use std::path::Path;

use anyhow::{Context, Result};
use xshell::Shell;

use crate::{perfil, shell};

/// The name of the file that marks a folder as one that Perfil may replace.
const MARK: &str = ".perfil-site";

/// Takes Trunk's output as the shell, then replaces it in the staging folder with the pages made
/// from it. Trunk moves that folder to dist/ afterwards, so a failure here leaves the old site
/// untouched.
pub(crate) fn run(sh: &Shell) -> Result<()> {
    let stage = std::env::var_os("TRUNK_STAGING_DIR")
        .context("only Trunk can call `prerender`; you want `cargo xtask build`")?;
    let stage = Path::new(&stage);
    shell::take_over(sh, stage)?;
    // Trunk made this folder, which Perfil would otherwise not replace.
    sh.write_file(stage.join(MARK), "")?;
    perfil::build(sh, stage)
}
