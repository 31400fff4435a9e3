//! Calls of the `perfil` command, which writes and serves the pages.

use std::path::Path;

use anyhow::{Context, Result};
use xshell::{Cmd, Shell, cmd};

use crate::places::{CONTENT, DIST, SHELL};

/// The variable in which `perfil` looks for the site's address.
pub(crate) const BASE_URL: &str = "PERFIL_BASE_URL";

/// Writes every page into `out`, which is replaced whole.
pub(crate) fn build(sh: &Shell, out: &Path) -> Result<()> {
    cmd!(
        sh,
        "cargo run --quiet --bin perfil -- build --content {CONTENT} --shell {SHELL} --out {out}"
    )
    .quiet()
    .run()
    .context("the pages were not written")
}

/// Builds and serves the site, with the headers it will have when it is hosted.
pub(crate) fn serve<'a>(sh: &'a Shell, host: &str, port: u16) -> Cmd<'a> {
    let port = port.to_string();
    cmd!(
        sh,
        "cargo run --quiet --bin perfil -- serve --content {CONTENT} --shell {SHELL} --out {DIST} --host {host} --port {port}"
    )
}
