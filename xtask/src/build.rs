//! `cargo xtask build`: builds dist/ from content and code.

use std::path::Path;
use std::thread;

use anyhow::Result;
use clap::Args;
use xshell::Shell;

use crate::{perfil, places, printer, shell, studio};

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
    site(sh)
}

/// Compiles only when the code has changed: a new word in a profile takes a second.
pub(crate) fn site(sh: &Shell) -> Result<()> {
    if !shell::is_current(sh)? {
        // Cargo has a folder and a lock for each target and profile, so both can run in parallel.
        let other = sh.clone();
        thread::scope(|scope| {
            let command = scope.spawn(move || perfil::compile(&other).map(drop));
            let shell = shell::build(sh);
            shell.and(shell::joined(command))
        })?;
    }
    studio::add(sh)?;
    printer::add(sh)?;
    perfil::build(sh, Path::new(places::DIST))
}
