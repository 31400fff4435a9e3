//! Calls of the `perfil` command, which writes and serves the pages.

use std::path::Path;

use anyhow::{Context, Result};
use xshell::{Cmd, Shell, cmd};

use crate::places::{self, CONTENT, DIST, SHELL};

/// The variable in which `perfil` looks for the site's address.
pub(crate) const BASE_URL: &str = "PERFIL_BASE_URL";

/// The variable that names a `perfil` which is compiled already.
const COMPILED: &str = "PERFIL_COMPILED";

/// Lets the site be built by the `perfil` that the tests were compiled with. Cargo would compile most
/// of what it depends on once more without them, because they ask for more features of some crates.
pub(crate) fn as_tested(sh: &Shell) -> Result<()> {
    cmd!(sh, "cargo test --quiet --workspace --no-run").quiet().run()?;
    sh.set_var(COMPILED, places::program("perfil")?);
    Ok(())
}

/// Compiles the command before whoever waits, if it never was; later, only a changed line is.
fn compile(sh: &Shell) -> Result<()> {
    if !places::program("perfil")?.exists() {
        println!("Compiling Perfil with Typst, which sets the PDFs: some minutes, this once.");
        cmd!(sh, "cargo build -p perfil --bin perfil").quiet().run()?;
    }
    Ok(())
}

/// Writes every page into `out`, which is replaced whole.
pub(crate) fn build(sh: &Shell, out: &Path) -> Result<()> {
    let perfil = if let Some(perfil) = sh.var_os(COMPILED) {
        cmd!(sh, "{perfil}")
    } else {
        compile(sh)?;
        cmd!(sh, "cargo run --quiet -p perfil --bin perfil --")
    };
    perfil
        .args(["build", "--content", CONTENT, "--shell", SHELL, "--out"])
        .arg(out)
        .quiet()
        .run()
        .context("the pages were not written")
}

/// Builds and serves the site, with the headers it will have when it is hosted.
pub(crate) fn serve<'a>(sh: &'a Shell, host: &str, port: u16) -> Result<Cmd<'a>> {
    compile(sh)?;
    let port = port.to_string();
    Ok(cmd!(
        sh,
        "cargo run --quiet -p perfil --bin perfil -- serve --content {CONTENT} --shell {SHELL} --out {DIST} --host {host} --port {port}"
    ))
}
