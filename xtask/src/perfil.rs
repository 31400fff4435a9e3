//! Calls of the `perfil` command, which writes and serves the pages.

use std::fs;
use std::io::{IsTerminal as _, stderr};
use std::net::IpAddr;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use xshell::{Cmd, Shell, cmd};

use crate::packages::{COMMAND, PERFIL, TYPST, WITHOUT_PDF};
use crate::places::{self, CONTENT, DIST};
use crate::progress::step;

/// The variable in which `perfil` looks for the site's address.
pub(crate) const BASE_URL: &str = "PERFIL_BASE_URL";

/// The variable that names a `perfil` which is compiled already.
const COMPILED: &str = "PERFIL_COMPILED";

/// Lets the site be built by the `perfil` that the tests were compiled with. Cargo would compile most
/// of what it depends on once more without them, because they ask for more features of some crates.
pub(crate) fn as_tested(sh: &Shell) -> Result<()> {
    cmd!(sh, "cargo test --quiet --workspace --no-run").quiet().run()?;
    sh.set_var(COMPILED, places::program(PERFIL)?);
    Ok(())
}

/// Whether Typst was compiled here before, so that the whole command is a matter of seconds.
pub(crate) fn has_typst() -> Result<bool> {
    let Ok(files) = fs::read_dir(places::libraries()?) else { return Ok(false) };
    let mut names = files.flatten().map(|file| file.file_name());
    Ok(names.any(|name| name.to_str().is_some_and(|name| name.starts_with(TYPST))))
}

/// Compiles the whole command, and gives its program.
pub(crate) fn compile(sh: &Shell) -> Result<PathBuf> {
    if let Some(perfil) = sh.var_os(COMPILED) {
        return Ok(perfil.into());
    }
    let patience = if has_typst()? { "seconds" } else { "some 7 minutes on two cores, this once" };
    step("Compiling Perfil with Typst, which sets the PDFs", patience, || {
        cmd!(sh, "cargo build --quiet --package {COMMAND} --bin {PERFIL}").quiet().run()?;
        places::program(PERFIL)
    })
}

/// Compiles the command without Typst, and gives a copy of its program: the whole one is going to
/// take its place while it runs.
pub(crate) fn compile_without_pdf(sh: &Shell) -> Result<PathBuf> {
    let patience = "some 4 minutes on two cores the first time";
    step("Compiling Perfil, as yet without PDFs", patience, || {
        // On a terminal, cargo shows how far it has come.
        let quiet = (!stderr().is_terminal()).then_some("--quiet");
        cmd!(sh, "cargo build {quiet...} --package {COMMAND} --bin {PERFIL} {WITHOUT_PDF...}")
            .quiet()
            .run()?;
        let copy = places::program("perfil-without-pdf")?;
        fs::copy(places::program(PERFIL)?, &copy)?;
        Ok(copy)
    })
}

/// Writes every page into `out`, which is replaced whole.
pub(crate) fn build(sh: &Shell, out: &Path) -> Result<()> {
    let (perfil, shell) = (compile(sh)?, places::shell()?);
    cmd!(sh, "{perfil} build --content {CONTENT} --shell {shell} --out {out}")
        .quiet()
        .run()
        .context("the pages were not written")
}

/// Builds and serves the site, with the headers it will have when it is hosted.
pub(crate) fn serve<'a>(
    sh: &'a Shell,
    perfil: &Path,
    shell: &Path,
    (host, port): (IpAddr, u16),
) -> Cmd<'a> {
    let (host, port) = (host.to_string(), port.to_string());
    cmd!(
        sh,
        "{perfil} serve --content {CONTENT} --shell {shell} --out {DIST} --host {host} --port {port}"
    )
    .quiet()
}
