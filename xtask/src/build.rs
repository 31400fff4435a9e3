//! `cargo xtask build`: content and code become dist/.

use std::path::Path;

use anyhow::Result;
use clap::Args;
use xshell::Shell;

use crate::{perfil, places, shell, tools};

#[derive(Args)]
pub(crate) struct Flags {
    /// Where the site will live, instead of the base URL in site.json
    #[arg(long, value_name = "URL")]
    base_url: Option<String>,
}

pub(crate) fn run(sh: &Shell, flags: &Flags) -> Result<()> {
    if let Some(url) = &flags.base_url {
        sh.set_var(perfil::BASE_URL, url);
    }
    site(sh, &tools::for_build(sh)?)
}

/// Compiles only when the code has changed: a new word in a profile is a matter of a second.
pub(crate) fn site(sh: &Shell, tools: &tools::Build) -> Result<()> {
    if shell::is_current(sh)? {
        perfil::build(sh, Path::new(places::DIST))
    } else {
        // Trunk's hook writes the pages too.
        shell::build(sh, tools)
    }
}
