//! `cargo xtask serve`: the site on this machine, rebuilt as the owner types.

use anyhow::Result;
use clap::Args;
use xshell::Shell;

use crate::{perfil, shell, tools};

#[derive(Args)]
pub(crate) struct Flags {
    /// The port to listen on
    #[arg(long, default_value_t = 8080)]
    port: u16,
    /// The address to listen on; 0.0.0.0 lets a phone in the same network see the site
    #[arg(long, default_value = "127.0.0.1")]
    host: String,
}

pub(crate) fn run(sh: &Shell, flags: &Flags) -> Result<()> {
    let tools = tools::for_build(sh)?;
    if !shell::is_current(sh)? {
        let built = shell::build(sh, &tools);
        // A mistake in the content stops Trunk's hook too, but then the shell is there, and
        // `perfil serve` is the place to correct the mistake.
        if !shell::is_current(sh)? {
            built?;
        }
    }
    perfil::serve(sh, &flags.host, flags.port)?.quiet().run()?;
    Ok(())
}
